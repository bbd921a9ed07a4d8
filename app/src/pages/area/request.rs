//! Before accreditation: the request's state, whose turn it is, and what the office asked (D04).

use chrono::{DateTime, Utc};
use domain::accreditation::fields::label_of;
use domain::accreditation::state::State;
use domain::accreditation::view::{AreaView, FieldNote};
use i18n::{area as words, field as labels};
use leptos::prelude::*;

use super::overview::Actions;
use crate::components::{Note, PlainLink, StateTag, SubmitButton, Tone, accreditation_tone};
use crate::error::AppError;
use crate::language::language;
use crate::{routes, time};

/// The request of the reader's host.
#[component]
pub fn Request(institution: String, view: AreaView, label: String, actions: Actions) -> impl IntoView {
    let AreaView::Request { number, state, submitted_at, decided_at, note, reason, notes, can_correct, can_withdraw, .. } = view
    else {
        return ().into_any();
    };
    let language = language();
    let tone = accreditation_tone(state);
    let number = words::REQUEST_NUMBER.fill(language, &[("n", &number.to_string())]);
    view! {
        <p class="when mb-s">
            <StateTag tone text=label/>
            <span class="muted">{number}" · "{sent(submitted_at)}{decided(decided_at, state)}</span>
        </p>
        {failure(actions)}
        <Turn institution=institution.clone() state since=decided_at.unwrap_or(submitted_at) can_correct actions/>
        {(state == State::Integration).then(|| view! { <OfficeNotes note notes/> })}
        {(!reason.is_empty()).then(|| view! {
            <section class="card-p mt-l"><h2>{words::REASON.get(language)}</h2><p class="pre">{reason}</p></section>
        })}
        {can_withdraw.then(|| view! { <WithdrawForm institution actions/> })}
    }
    .into_any()
}

fn sent(at: DateTime<Utc>) -> String {
    words::SENT_ON.fill(language(), &[("date", &spoken(at))])
}

/// `mercoledì 18 novembre 2026`.
fn spoken(at: DateTime<Utc>) -> String {
    time::full_date(time::in_rome(at).date(), language())
}

fn decided(at: Option<DateTime<Utc>>, state: State) -> Option<String> {
    let at = at.filter(|_| matches!(state, State::Rejected | State::Withdrawn | State::Revoked))?;
    Some(" · ".to_owned() + &words::DECIDED_ON.fill(language(), &[("date", &spoken(at))]))
}

fn failure(actions: Actions) -> impl IntoView {
    move || {
        let error = |value: Option<Result<(), AppError>>| value.and_then(Result::err);
        let found = error(actions.correct.value().get()).or_else(|| error(actions.withdraw.value().get()));
        found.map(|error| view! { <Note tone=Tone::Bad announced=true><p>{error.text(language())}</p></Note> })
    }
}

#[component]
fn Turn(institution: String, state: State, since: DateTime<Utc>, can_correct: bool, actions: Actions) -> impl IntoView {
    let language = language();
    let (whose, who, text) = match state {
        State::Integration => (Some(words::YOU), words::TURN_YOU, words::TURN_YOU_TEXT),
        State::Rejected => (None, words::TURN_NOBODY, words::REJECTED_TEXT),
        State::Withdrawn => (None, words::TURN_NOBODY, words::WITHDRAWN_TEXT),
        State::Revoked => (None, words::TURN_NOBODY, words::REVOKED_TEXT),
        State::Draft | State::Unconfirmed | State::Submitted | State::Accredited | State::Suspended | State::Expired => {
            (Some(words::THE_OFFICE), words::TURN_OFFICE, words::TURN_OFFICE_TEXT)
        }
    };
    let facts = whose.map(|whose| {
        view! {
            <div class="main">
                <div><p class="k">{words::WHO.get(language)}</p><p class="v">{whose.get(language)}</p></div>
                <div><p class="k">{words::SINCE.get(language)}</p><p class="v">{spoken(since)}</p></div>
            </div>
        }
    });
    let again = matches!(state, State::Rejected | State::Withdrawn)
        .then(|| routes::accreditation(&institution))
        .map(|href| view! { <PlainLink class="btn btn-outline-primary" href>{words::NEW_REQUEST.get(language)}</PlainLink> });
    let correct = can_correct.then(|| {
        let action = actions.correct;
        view! {
            <ActionForm action>
                <input type="hidden" name="institution" value=institution/>
                <SubmitButton text=words::CORRECT.get(language) pending=action.pending()/>
            </ActionForm>
        }
    });
    view! {
        <section class="turn mt-m">
            <h2 class="vh">{words::TURN.get(language)}</h2>
            {facts}
            <div class=if can_correct { "you now" } else { "you" }>
                <p><b>{who.get(language)}</b>". "{text.get(language)}</p>
                {correct}{again}
            </div>
        </section>
    }
}

#[component]
fn OfficeNotes(note: String, notes: Vec<FieldNote>) -> impl IntoView {
    let language = language();
    let rows = notes.into_iter().map(|note| {
        let label = labels::field_label(label_of(&note.field), language).to_owned();
        view! { <dt>{label}</dt><dd class="pre">{note.note}</dd> }
    });
    view! {
        <section class="card-p mt-l">
            <h2>{words::OFFICE_NOTE.get(language)}</h2>
            {(!note.is_empty()).then(|| view! { <p class="pre">{note}</p> })}
            <dl class="dl">{rows.collect_view()}</dl>
        </section>
    }
}

#[component]
fn WithdrawForm(institution: String, actions: Actions) -> impl IntoView {
    let language = language();
    let action = actions.withdraw;
    view! {
        <details class="card-p fold mt-l">
            <summary>{words::WITHDRAW.get(language)}</summary>
            <p>{words::WITHDRAW_TEXT.get(language)}</p>
            <ActionForm action>
                <input type="hidden" name="institution" value=institution/>
                <SubmitButton text=words::WITHDRAW.get(language) class="btn-outline-danger btn-s" pending=action.pending()/>
            </ActionForm>
        </details>
    }
}
