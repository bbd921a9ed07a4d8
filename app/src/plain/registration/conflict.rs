//! Two windows or two people wrote different texts: choose, field by field. Source: mock-up 12c.

use domain::accreditation::fields::label_of;
use domain::accreditation::view::ConflictField;
use i18n::{accreditation as words, field as labels};
use leptos::prelude::*;

use crate::api::accreditation::ResolveConflict;
use crate::components::SubmitButton;
use crate::language::language;

/// The choices of a page that was sent with a form: a part of the page, as it works without scripts.
#[component]
pub fn ConflictForm(institution: String, step: String, fields: Vec<ConflictField>) -> impl IntoView {
    let language = language();
    let resolve = ServerAction::<ResolveConflict>::new();
    let choices = fields.into_iter().map(move |field| {
        let name = ["choices[", &field.field, "]"].concat();
        let label = labels::field_label(label_of(&field.field), language).to_owned();
        view! { <Choice label name field/> }
    });
    view! {
        <section class="card-p" aria-labelledby="conflict">
            <h2 id="conflict">{words::CONFLICT_TITLE.get(language)}</h2>
            <p>{words::CONFLICT_TEXT.get(language)}</p>
            <ActionForm action=resolve attr:data-watched="">
                <input type="hidden" name="institution" value=institution/>
                <input type="hidden" name="step" value=step/>
                {choices.collect_view()}
                <div class="btns mt-m"><SubmitButton text=words::CONFLICT_SAVE.get(language)/></div>
            </ActionForm>
        </section>
    }
}

/// The same over the page, while one types: the watcher of forms fills in the choices.
#[component]
pub fn ConflictDialog() -> impl IntoView {
    let language = language();
    view! {
        <dialog class="dialog w" aria-labelledby="conflict-title" aria-describedby="conflict-text">
            <h2 id="conflict-title">{words::CONFLICT_TITLE.get(language)}</h2>
            <p id="conflict-text">{words::CONFLICT_TEXT.get(language)}</p>
            <form>
                <div data-choices=""></div>
                <div class="btns mt-m">
                    <button class="btn btn-primary" type="submit">{words::CONFLICT_SAVE.get(language)}</button>
                </div>
            </form>
        </dialog>
    }
}

/// The two texts of one field.
#[component]
pub fn Choice(label: String, name: String, field: ConflictField) -> impl IntoView {
    let language = language();
    let text = |text: &str| if text.is_empty() { words::EMPTY_TEXT.get(language).to_owned() } else { text.to_owned() };
    let (mine, theirs) = (text(&field.mine), text(&field.theirs));
    let (mine_id, theirs_id) = (["c-mine-", &field.field].concat(), ["c-theirs-", &field.field].concat());
    view! {
        <fieldset class="choice">
            <legend class="lab">{label}</legend>
            <div class="row2">
                <span class="chk">
                    <input type="radio" name=name.clone() value="mine" id=mine_id.clone() checked=true/>
                    <label for=mine_id><b>{words::CONFLICT_MINE.get(language)}</b><br/><span>{mine}</span></label>
                </span>
                <span class="chk">
                    <input type="radio" name=name value="theirs" id=theirs_id.clone()/>
                    <label for=theirs_id><b>{words::CONFLICT_THEIRS.get(language)}</b><br/><span>{theirs}</span></label>
                </span>
            </div>
        </fieldset>
    }
}
