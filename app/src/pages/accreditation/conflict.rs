//! Two windows or two people wrote different texts: choose, field by field. Source: mock-up 12c.

use domain::accreditation::view::ConflictField;
use i18n::{accreditation as words, field as labels};
use leptos::prelude::*;
use leptos::web_sys::SubmitEvent;

use super::autosave::Autosave;
use crate::api::accreditation::ResolveConflict;
use crate::components::{Dialog, SubmitButton};
use crate::language::language;

/// The choices of a page that was sent with a form: a part of the page, as it works without scripts.
#[component]
pub fn ConflictForm(
    institution: String,
    step: String,
    fields: Vec<ConflictField>,
    resolve: ServerAction<ResolveConflict>,
) -> impl IntoView {
    let language = language();
    view! {
        <section class="card-p" aria-labelledby="conflict">
            <h2 id="conflict">{words::CONFLICT_TITLE.get(language)}</h2>
            <p>{words::CONFLICT_TEXT.get(language)}</p>
            <ActionForm action=resolve>
                <input type="hidden" name="institution" value=institution/>
                <input type="hidden" name="step" value=step/>
                {choices(fields, "choices")}
                <div class="btns mt-m">
                    <SubmitButton text=words::CONFLICT_SAVE.get(language) pending=resolve.pending()/>
                </div>
            </ActionForm>
        </section>
    }
}

/// The same over the page, while one types.
#[component]
pub fn ConflictDialog(autosave: Autosave) -> impl IntoView {
    let language = language();
    let open = Signal::derive(move || !autosave.conflict.read().is_empty());
    let theirs = RwSignal::new(Vec::<String>::new());
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let chosen = theirs.get_untracked();
        autosave.settle(|field| !chosen.iter().any(|other| other == field));
    };
    // Esc keeps what is typed here: nothing that the reader wrote may be lost by leaving.
    let keep = Callback::new(move |()| autosave.settle(|_| true));
    let pick = move |event: leptos::ev::Event| {
        let (name, value) = (event_target::<leptos::web_sys::HtmlInputElement>(&event).name(), event_target_value(&event));
        theirs.update(|theirs| {
            theirs.retain(|field| *field != name);
            if value == "theirs" {
                theirs.push(name);
            }
        });
    };
    let fields = move || {
        let fields = autosave.conflict.get();
        choices(fields, "")
    };
    view! {
        <Dialog labelled_by="conflict-title" described_by="conflict-text" open on_escape=keep wide=true>
            <h2 id="conflict-title">{words::CONFLICT_TITLE.get(language)}</h2>
            <p id="conflict-text">{words::CONFLICT_TEXT.get(language)}</p>
            <form on:submit=save on:change=pick>
                {fields}
                <div class="btns mt-m">
                    <button class="btn btn-primary" type="submit">{words::CONFLICT_SAVE.get(language)}</button>
                </div>
            </form>
        </Dialog>
    }
}

fn choices(fields: Vec<ConflictField>, group: &str) -> impl IntoView {
    let one = |field: ConflictField| choice(&field, group);
    fields.into_iter().map(one).collect_view()
}

fn choice(field: &ConflictField, group: &str) -> impl IntoView + use<> {
    let language = language();
    let name = if group.is_empty() { field.field.clone() } else { [group, "[", &field.field, "]"].concat() };
    let text = |text: &str| if text.is_empty() { words::EMPTY_TEXT.get(language).to_owned() } else { text.to_owned() };
    let (mine, theirs) = (text(&field.mine), text(&field.theirs));
    let (mine_id, theirs_id) = (["c-mine-", &field.field].concat(), ["c-theirs-", &field.field].concat());
    let label = labels::field_label(label_key(&field.field), language).to_owned();
    view! {
        <fieldset class="choice">
            <legend class="lab">{label}</legend>
            <div class="row2">
                <span class="chk">
                    <input type="radio" name=name.clone() value="mine" id=mine_id.clone() checked=true/>
                    <label for=mine_id><b>{words::CONFLICT_MINE.get(language)}</b><br/>{mine}</label>
                </span>
                <span class="chk">
                    <input type="radio" name=name value="theirs" id=theirs_id.clone()/>
                    <label for=theirs_id><b>{words::CONFLICT_THEIRS.get(language)}</b><br/>{theirs}</label>
                </span>
            </div>
        </fieldset>
    }
}

/// The key of a field's label, by its name.
pub fn label_key(name: &str) -> &str {
    domain::accreditation::fields::label_of(name)
}
