//! The buttons: what can be decided, with the words it needs.

use domain::convention::Event;
use domain::convention::view::ConventionView;
use i18n::{convention as words, state};
use leptos::prelude::*;

use super::one::Actions;
use crate::components::{FieldSpec, SelectField, SubmitButton, TextAreaField, problem_of};
use crate::error::AppError;
use crate::language::language;

/// Longest note, in characters.
const NOTE_MAX: i64 = 2_000;

/// What the office, or whoever decides for the promoter, can do now.
#[component]
pub fn Decision(institution: String, view: ConventionView, actions: Actions) -> impl IntoView {
    let language = language();
    let own = [Event::Approve, Event::Return, Event::Reject, Event::Terminate];
    let offered: Vec<Event> = own.into_iter().filter(|event| view.offered.iter().any(|code| code == event.code())).collect();
    if offered.is_empty() {
        return None;
    }
    let decide = actions.decide;
    let problems = Signal::derive(move || AppError::problems(&decide.value().get()));
    let spec = FieldSpec::new("decision[note]", "note", words::NOTE.get(language))
        .hint(words::NOTE_HINT.get(language))
        .problem(problem_of(problems, "note"));
    let warns = offered.contains(&Event::Return) && view.copies.iter().any(|copy| copy.counts);
    let buttons = offered.into_iter().map(|event| {
        let class = match event {
            Event::Approve => "btn-primary",
            Event::Return => "btn-outline-primary",
            _ => "btn-outline-danger",
        };
        let text = words::button(event.code()).map(|word| word.get(language)).unwrap_or_default();
        view! { <SubmitButton text class name="decision[event]" value=event.code() pending=decide.pending()/> }
    });
    let buttons = buttons.collect_view();
    Some(view! {
        <section class="card-p">
            <h2>{words::DECISION.get(language)}</h2>
            <ActionForm action=decide attr:novalidate=true>
                <input type="hidden" name="institution" value=institution/>
                <input type="hidden" name="convention" value=view.id.to_string()/>
                <input type="hidden" name="decision[version]" value=view.version.to_string()/>
                <TextAreaField spec max=NOTE_MAX/>
                {warns.then(|| view! { <p class="small">{words::RETURN_WARNING.get(language)}</p> })}
                <div class="btns" role="group" aria-label=words::DECISION.get(language)>{buttons}</div>
            </ActionForm>
        </section>
    })
}

/// «Prepara il documento», where the office does.
#[component]
pub fn Issue(institution: String, view: ConventionView, actions: Actions) -> impl IntoView {
    let language = language();
    let issue = actions.issue;
    view.can_issue.then(|| {
        view! {
            <section class="card-p">
                <h2>{words::DOCUMENT.get(language)}</h2>
                <p>{words::ISSUE_TEXT.get(language)}</p>
                <ActionForm action=issue>
                    <input type="hidden" name="institution" value=institution.clone()/>
                    <input type="hidden" name="convention" value=view.id.to_string()/>
                    <input type="hidden" name="version" value=view.version.to_string()/>
                    <SubmitButton text=words::ISSUE.get(language) class="btn-outline-primary" pending=issue.pending()/>
                </ActionForm>
            </section>
        }
    })
}

/// What the host can take back: a request, or the renewal.
#[component]
pub fn TakeBack(institution: String, view: ConventionView, actions: Actions) -> impl IntoView {
    let language = language();
    let own = [
        (Event::Withdraw, words::WITHDRAW, words::WITHDRAW_TEXT),
        (Event::GiveNotice, words::GIVE_NOTICE, words::GIVE_NOTICE_TEXT),
    ];
    let decide = actions.decide;
    let offered = own.into_iter().filter(|(event, ..)| view.offered.iter().any(|code| code == event.code()));
    let forms = offered.map(|(event, title, text)| {
        let institution = institution.clone();
        view! {
            <details class="card-p fold">
                <summary>{title.get(language)}</summary>
                <p>{text.get(language)}</p>
                <ActionForm action=decide>
                    <input type="hidden" name="institution" value=institution/>
                    <input type="hidden" name="convention" value=view.id.to_string()/>
                    <input type="hidden" name="decision[version]" value=view.version.to_string()/>
                    <SubmitButton
                        text=title.get(language) class="btn-outline-danger btn-s" name="decision[event]" value=event.code()
                        pending=decide.pending()
                    />
                </ActionForm>
            </details>
        }
    });
    forms.collect_view()
}

/// A signature that came on paper, recorded by the office.
#[component]
pub fn Paper(institution: String, view: ConventionView, actions: Actions) -> impl IntoView {
    let language = language();
    let record = actions.paper;
    if !view.records_paper {
        return None;
    }
    let problems = Signal::derive(move || AppError::problems(&record.value().get()));
    let options: Vec<(String, String)> = view
        .signers
        .iter()
        .map(|signer| {
            let role = state::role(signer.role, language);
            let name = if signer.name.is_empty() { role.to_owned() } else { [&signer.name, " – ", role].concat() };
            (signer.role.code().to_owned(), name)
        })
        .collect();
    let who = FieldSpec::new("signer", "paper-signer", words::SIGNER.get(language)).mandatory();
    let note =
        FieldSpec::new("note", "paper-note", words::PAPER_NOTE.get(language)).mandatory().problem(problem_of(problems, "note"));
    Some(view! {
        <details class="card-p fold">
            <summary>{words::PAPER.get(language)}</summary>
            <p>{words::PAPER_TEXT.get(language)}</p>
            <ActionForm action=record attr:novalidate=true>
                <input type="hidden" name="institution" value=institution/>
                <input type="hidden" name="convention" value=view.id.to_string()/>
                <input type="hidden" name="version" value=view.version.to_string()/>
                <SelectField spec=who options may_be_empty=false/>
                <TextAreaField spec=note max=NOTE_MAX rows=2/>
                <SubmitButton text=words::PAPER_DO.get(language) class="btn-outline-primary btn-s" pending=record.pending()/>
            </ActionForm>
        </details>
    })
}
