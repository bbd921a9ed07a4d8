use domain::accreditation::state::Event;
use domain::accreditation::view::ReviewView;
use i18n::office as words;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::field_note::{FORM, Watched, problem_at};
use super::notes::{NOTE, Notes, REASON, control_id, posted_name};
use super::panel::Deciding;
use crate::browser;
use crate::components::{FieldSpec, TextAreaField};
use crate::language::language;

/// Most characters of a note on the whole, and of a reason.
const MOST: i64 = 2_000;

/// Which of the two texts is open. Without scripts both are.
#[derive(Clone, Copy)]
pub struct Opened {
    is_scripted: RwSignal<bool>,
    note: RwSignal<bool>,
    reason: RwSignal<bool>,
}

impl Opened {
    /// Both, until the browser takes over.
    pub fn new() -> Self {
        let opened = Self { is_scripted: RwSignal::new(false), note: RwSignal::new(false), reason: RwSignal::new(false) };
        Effect::new(move |_| opened.is_scripted.set(true));
        opened
    }

    fn of(self, field: &str) -> RwSignal<bool> {
        if field == NOTE { self.note } else { self.reason }
    }
}

/// The text an event needs: a note on the whole unless there are notes on fields, or a reason.
fn needed(event: Event, notes: Notes) -> Option<&'static str> {
    match event {
        Event::RequestIntegration => (notes.count() == 0).then_some(NOTE),
        Event::Reject | Event::Suspend | Event::Reinstate | Event::Revoke => Some(REASON),
        Event::Approve
        | Event::Confirm
        | Event::VerifyCode
        | Event::BackToSummary
        | Event::Expire
        | Event::Withdraw
        | Event::Resubmit
        | Event::ChangeIdentity
        | Event::ApproveChange => None,
    }
}

/// Note and reason, above the bar: opened by the first press of the button that needs them.
#[component]
pub fn DecisionWords(review: RwSignal<ReviewView>, deciding: Deciding) -> impl IntoView {
    let offers = move |wanted: &'static [Event]| review.with(|view| offered(view).iter().any(|event| wanted.contains(event)));
    let note = Memo::new(move |_| offers(&[Event::RequestIntegration]));
    let reason = Memo::new(move |_| offers(&[Event::Reject, Event::Suspend, Event::Reinstate, Event::Revoke]));
    view! {
        <Words field=NOTE label=words::NOTE hint=words::NOTE_HINT is_offered=note deciding/>
        <Words field=REASON label=words::REASON hint=words::REASON_HINT is_offered=reason deciding/>
    }
}

/// One of the two texts. It is hidden rather than taken away, so that nothing written is lost.
#[component]
fn Words(field: &'static str, label: i18n::Word, hint: i18n::Word, is_offered: Memo<bool>, deciding: Deciding) -> impl IntoView {
    let language = language();
    let Deciding { notes, opened, problems, .. } = deciding;
    let problem = Signal::derive(move || problem_at(&problems.read(), field));
    let first = notes.first(field);
    let was_written = !first.trim().is_empty();
    let is_open = move || {
        let asked = opened.of(field).get() || was_written || problem.with(Option::is_some);
        is_offered.get() && (asked || !opened.is_scripted.get())
    };
    let spec =
        FieldSpec::new(posted_name(field), control_id(field), label.get(language)).hint(hint.get(language)).problem(problem);
    view! {
        <section class="card-p tight words" hidden=move || !is_open()>
            <Watched field=field.to_owned() notes><TextAreaField spec value=first max=MOST rows=3 form=FORM/></Watched>
        </section>
    }
}

/// «Approva», «Chiedi integrazione», «Rifiuta», always in this order; or what can be done with an accredited host.
#[component]
pub fn DecisionBar(institution: String, review: RwSignal<ReviewView>, deciding: Deciding) -> impl IntoView {
    let language = language();
    let events = Memo::new(move |_| review.with(offered));
    let first = review.with_untracked(|view| view.id);
    let version = move || review.with(|view| view.version);
    let number = review.with_untracked(|view| view.number);
    view! {
        <div class="bar" role="group" aria-label=words::DECISION.get(language)>
            <ActionForm action=deciding.action attr:id=FORM attr:novalidate=true>
                <input type="hidden" name="institution" value=institution/>
                <input type="hidden" name="id" value=first.to_string()/>
                <input type="hidden" name="decision[version]" autocomplete="off" value=version/>
                <input type="hidden" name="decision[number]" value=number/>
                {move || events.get().into_iter().map(|event| view! { <EventButton event deciding/> }).collect_view()}
            </ActionForm>
            <span class="bar-note">
                {move || if events.get().is_empty() { words::NOTHING_OFFERED } else { words::TOLD_BY_MAIL }.get(language)}
            </span>
        </div>
    }
}

/// One button of the bar. «Approva» is the primary one until a note is written on a field.
#[component]
fn EventButton(event: Event, deciding: Deciding) -> impl IntoView {
    let language = language();
    let Deciding { notes, opened, action, pressed, .. } = deciding;
    let id = ["do-", event.code()].concat();
    let button = id.clone();
    let press = move |click: MouseEvent| {
        let is_missing = needed(event, notes).filter(|field| !notes.is_written(field) && !opened.of(field).get());
        let again = button.clone();
        if action.pending().get_untracked() {
            click.prevent_default();
            return;
        }
        pressed.set(event.code());
        if let Some(field) = is_missing {
            click.prevent_default();
            opened.of(field).set(true);
            browser::after(0, move || browser::focus(&control_id(field)));
        } else if notes.before_sending(Callback::new(move |()| browser::press(&again))) {
            click.prevent_default();
        }
    };
    let is_sent = move || action.pending().get() && pressed.get() == event.code();
    let text = move || match (is_sent(), event) {
        (true, _) => i18n::form::SENDING.get(language).to_owned(),
        (false, Event::RequestIntegration) => integration(notes.count(), language),
        (false, event) => plain(event).get(language).to_owned(),
    };
    view! {
        <button
            id=id type="submit" name="decision[event]" value=event.code() class=move || look(event, notes.count())
            aria-disabled=move || action.pending().get().then_some("true") on:click=press
        >
            {text}
        </button>
    }
}

fn integration(notes: usize, language: i18n::Language) -> String {
    match notes {
        0 => words::REQUEST_INTEGRATION.get(language).to_owned(),
        1 => words::REQUEST_INTEGRATION_ONE.get(language).to_owned(),
        _ => words::REQUEST_INTEGRATION_MANY.fill(language, &[("n", &notes.to_string())]),
    }
}

fn plain(event: Event) -> i18n::Word {
    match event {
        Event::Reject => words::REJECT,
        Event::Suspend => words::SUSPEND,
        Event::Reinstate => words::REINSTATE,
        Event::Revoke => words::REVOKE,
        Event::RequestIntegration => words::REQUEST_INTEGRATION,
        Event::Approve
        | Event::Confirm
        | Event::VerifyCode
        | Event::BackToSummary
        | Event::Expire
        | Event::Withdraw
        | Event::Resubmit
        | Event::ChangeIdentity
        | Event::ApproveChange => words::APPROVE,
    }
}

fn look(event: Event, notes: usize) -> &'static str {
    match event {
        Event::Approve if notes == 0 => "btn btn-primary",
        Event::RequestIntegration if notes > 0 => "btn btn-primary",
        Event::Reject | Event::Suspend | Event::Revoke => "btn btn-outline-danger",
        _ => "btn btn-outline-primary",
    }
}

/// The events offered to the reader, in the order of the machine.
fn offered(view: &ReviewView) -> Vec<Event> {
    view.offered.iter().filter_map(|code| Event::from_code(code)).collect()
}
