use domain::accreditation::state::State;
use domain::convention::State as ConventionState;
use leptos::prelude::*;

use super::icon::Mark;

/// What a state means for the reader, as colour and shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Draft,
    Ended,
    Ok,
    Wait,
    Warn,
    /// Cannot be verified.
    Unknown,
    Bad,
}

impl Tone {
    /// The class of tags, notes and inline states.
    pub fn class(self) -> &'static str {
        match self {
            Self::Draft | Self::Ended => "",
            Self::Ok => "ok",
            Self::Wait => "wait",
            Self::Warn | Self::Unknown => "warn",
            Self::Bad => "bad",
        }
    }

    /// The shape that says the same.
    pub fn mark(self) -> Mark {
        match self {
            Self::Draft => Mark::Draft,
            Self::Ended => Mark::Ended,
            Self::Ok => Mark::Ok,
            Self::Wait => Mark::Wait,
            Self::Warn => Mark::Warn,
            Self::Unknown => Mark::Unknown,
            Self::Bad => Mark::Bad,
        }
    }
}

/// How an accreditation's state looks.
pub fn accreditation_tone(state: State) -> Tone {
    match state {
        State::Draft => Tone::Draft,
        State::Unconfirmed | State::Submitted => Tone::Wait,
        State::Integration | State::Suspended => Tone::Warn,
        State::Accredited => Tone::Ok,
        State::Rejected | State::Revoked => Tone::Bad,
        State::Withdrawn | State::Expired => Tone::Ended,
    }
}

/// How a convention's state looks.
pub fn convention_tone(state: ConventionState) -> Tone {
    match state {
        ConventionState::Draft => Tone::Draft,
        ConventionState::Submitted | ConventionState::AwaitingSignatures => Tone::Wait,
        ConventionState::Active | ConventionState::Associated => Tone::Ok,
        ConventionState::Rejected | ConventionState::Lapsed => Tone::Bad,
        ConventionState::Withdrawn | ConventionState::Expired | ConventionState::Terminated => Tone::Ended,
    }
}

/// Shape, word and colour of a state; the word is the profile's.
#[component]
pub fn StateTag(tone: Tone, #[prop(into)] text: String) -> impl IntoView {
    view! { <span class=["tag ", tone.class()].concat()>{tone.mark().view()}{text}</span> }
}
