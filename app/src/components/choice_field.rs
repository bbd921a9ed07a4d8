use leptos::prelude::*;

use super::field::FieldSpec;

/// One of a few answers, all visible.
#[component]
pub fn ChoiceField(
    spec: FieldSpec,
    /// Value and words of each answer, in order. The first control has the field's id.
    options: Vec<(String, String)>,
    #[prop(optional, into)] value: String,
) -> impl IntoView {
    let (described, invalid) = (spec.described_by(false), spec.invalid());
    let radios = options.into_iter().enumerate().map(|(place, (code, text))| {
        let id = if place == 0 { spec.id.clone() } else { [spec.id.as_str(), "-", &code].concat() };
        let (checked, described, invalid) = (code == value, described.clone(), invalid.clone());
        view! {
            <div class="chk">
                <input
                    type="radio" id=id.clone() name=spec.name.clone() value=code checked=checked
                    aria-invalid=invalid aria-describedby=described
                />
                <label for=id>{text}</label>
            </div>
        }
    });
    let radios = radios.collect_view();
    view! {
        <fieldset class=spec.frame_class()>
            <legend class="lab">{spec.label.clone()}{spec.mark()}</legend>
            {spec.help(true)}
            {radios}
        </fieldset>
    }
}
