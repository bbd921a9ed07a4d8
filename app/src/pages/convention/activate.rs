//! «Attiva»: protocol, stamp, and a tick beside every signature.

use domain::convention::stamp::MODES;
use domain::convention::view::{ConventionView, CopyView};
use domain::profile::SignatureMethod;
use domain::signing::Means;
use i18n::choice::choice;
use i18n::convention as words;
use i18n::field::{field_hint, field_label};
use leptos::prelude::*;

use super::one::Actions;
use crate::components::{CheckField, ChoiceField, FieldSpec, Note, SubmitButton, TextField, Tone, problem_of};
use crate::error::AppError;
use crate::form_page::posted_name;
use crate::language::language;

/// The form for those who activate; before all have signed it says so.
#[component]
pub fn Activate(institution: String, view: ConventionView, actions: Actions) -> impl IntoView {
    let language = language();
    if !view.offered.iter().any(|code| code == "activate") {
        return None;
    }
    let form = if view.missing.is_empty() {
        view! { <Form institution view actions/> }.into_any()
    } else {
        view! { <Note tone=Tone::Wait><p>{words::MISSING_SIGNATURES.get(language)}</p></Note> }.into_any()
    };
    Some(view! { <section class="card-p"><h2>{words::ACTIVATE_TITLE.get(language)}</h2>{form}</section> })
}

#[component]
fn Form(institution: String, view: ConventionView, actions: Actions) -> impl IntoView {
    let language = language();
    let activate = actions.activate;
    let problems = Signal::derive(move || AppError::problems(&activate.value().get()));
    let spec = move |name: &'static str| {
        let spec = FieldSpec::new(posted_name(name), name, field_label(name, language)).problem(problem_of(problems, name));
        match field_hint(name, language) {
            Some(hint) => spec.hint(hint),
            None => spec,
        }
    };
    let modes =
        MODES.iter().map(|code| ((*code).to_owned(), choice("stamp_mode", code, language).to_owned())).collect::<Vec<_>>();
    let due = view.stamp_due.map(|euros| words::STAMP_DUE.fill(language, &[("euros", &euros.to_string())]));
    let mode = spec("stamp_mode");
    let mode = match due {
        Some(due) => mode.hint(due),
        None => mode,
    };
    let later = FieldSpec::new(posted_name("stamp_later"), "stamp_later", words::STAMP_LATER.get(language));
    let ticks = view.copies.iter().filter(|copy| is_file(copy)).cloned().map(|copy| tick(copy, problems)).collect_view();
    view! {
        <p>{words::ACTIVATE_TEXT.get(language)}</p>
        <ActionForm action=activate attr:novalidate=true>
            <input type="hidden" name="institution" value=institution/>
            <input type="hidden" name="convention" value=view.id.to_string()/>
            <input type="hidden" name="version" value=view.version.to_string()/>
            <input type="hidden" name="answers[_whole]" value="true"/>
            <TextField spec=spec("protocol_number").mandatory().class("w-m") value=view.protocol.clone()/>
            <TextField spec=spec("protocol_date").mandatory().class("w-m")/>
            <ChoiceField spec=mode options=modes/>
            <TextField spec=spec("stamp_identifier")/>
            <TextField spec=spec("stamp_exempt_reason")/>
            <CheckField spec=later/>
            {ticks}
            <div class="actions"><SubmitButton text=words::ACTIVATE.get(language) pending=activate.pending()/></div>
        </ActionForm>
    }
}

/// A copy that counts and that nobody of the office has looked at.
fn is_file(copy: &CopyView) -> bool {
    copy.counts && copy.file.is_some() && copy.looked_by.is_empty() && copy.means != Means::File(SignatureMethod::PortalOtp)
}

fn tick(copy: CopyView, problems: Signal<Vec<domain::check::FieldError>>) -> impl IntoView {
    let language = language();
    let name = ["looked_", &copy.id.to_string()].concat();
    let who =
        if copy.signer_name.is_empty() { i18n::state::role(copy.signer, language).to_owned() } else { copy.signer_name.clone() };
    let own = name.clone();
    let problem = Signal::derive(move || {
        problems.with(|all| all.iter().find(|error| error.field == own).map(|error| error.problem.clone()))
    });
    let label = words::LOOKED.fill(language, &[("name", &who), ("file", &copy.file_name)]);
    let spec = FieldSpec::new(posted_name(&name), name, label).mandatory().problem(problem);
    view! { <CheckField spec/> }
}
