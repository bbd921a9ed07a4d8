use leptos::prelude::*;

use super::field::FieldSpec;

/// One box to tick; posts `true`.
#[component]
pub fn CheckField(
    spec: FieldSpec,
    #[prop(optional)] checked: bool,
    /// More beside the label, such as a link.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let problems = FieldSpec { hint: None, ..spec.clone() };
    let hint = spec.hint.clone().map(|hint| view! { <p class="small muted m0" id=[spec.id.as_str(), "-h"].concat()>{hint}</p> });
    view! {
        <div class=spec.frame_class()>
            {problems.help(true)}
            <div class="chk">
                <input
                    type="checkbox" id=spec.id.clone() name=spec.name.clone() value="true" checked=checked
                    aria-required=spec.required() aria-invalid=spec.invalid() aria-describedby=spec.described_by(false)
                />
                <div>
                    <label for=spec.id.clone()>{spec.label.clone()}</label>{spec.mark()}{hint}{children.map(|children| children())}
                </div>
            </div>
        </div>
    }
}

/// Any of several answers, one box each; a ticked one posts `true` under its own name.
#[component]
pub fn BoxesField(
    spec: FieldSpec,
    /// Name in the post, words, and whether it is ticked. The first control has the field's id, the others their name's.
    boxes: Vec<(String, String, bool)>,
) -> impl IntoView {
    let (described, invalid) = (spec.described_by(false), spec.invalid());
    let boxes = boxes.into_iter().enumerate().map(|(place, (name, text, checked))| {
        let id = if place == 0 { spec.id.clone() } else { [spec.id.as_str(), "-", &place.to_string()].concat() };
        let (described, invalid) = (described.clone(), invalid.clone());
        view! {
            <div class="chk">
                <input
                    type="checkbox" id=id.clone() name=name value="true" checked=checked
                    aria-invalid=invalid aria-describedby=described
                />
                <label for=id>{text}</label>
            </div>
        }
    });
    let boxes = boxes.collect_view();
    view! {
        <fieldset class=spec.frame_class()>
            <legend class="lab">{spec.label.clone()}{spec.mark()}</legend>
            {spec.help(true)}
            {boxes}
        </fieldset>
    }
}
