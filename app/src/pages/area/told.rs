//! What is wrong with a form of people and seats.

use domain::check::FieldError;
use domain::organisation::roles::Rule;
use i18n::field::field_label;
use i18n::organisation as words;
use leptos::prelude::*;

use crate::error::AppError;
use crate::language::language;

/// Problems of fields, and a sentence for the rest.
#[derive(Clone, Copy)]
pub struct Told {
    pub fields: Signal<Vec<FieldError>>,
    pub message: Signal<Option<String>>,
    pub any: Signal<bool>,
}

impl Told {
    /// Of an action's value.
    pub fn of(value: impl Fn() -> Option<Result<(), AppError>> + Copy + Send + Sync + 'static) -> Self {
        Self {
            fields: Signal::derive(move || AppError::problems(&value())),
            message: Signal::derive(move || value().and_then(Result::err).as_ref().and_then(said)),
            any: Signal::derive(move || matches!(value(), Some(Err(_)))),
        }
    }
}

/// The sentence for what is no single field's.
pub fn said(error: &AppError) -> Option<String> {
    let language = language();
    let word = match error {
        AppError::Invalid(_) | AppError::SignIn => return None,
        AppError::Stale => words::CHANGED_MEANWHILE,
        AppError::Refused(refusal) => match Rule::of(refusal) {
            Some(Rule::SeatsOfTutors) => words::RULE_SEATS,
            Some(Rule::LastContact) => words::RULE_LAST,
            Some(Rule::Known) => words::RULE_KNOWN,
            None => return Some(error.text(language)),
        },
        other => return Some(other.text(language)),
    };
    Some(word.get(language).to_owned())
}

/// Label and control of a field, for the summary of problems. `key`: the label's, by the field's name.
pub fn labels(key: fn(&str) -> &str) -> Callback<String, (String, String)> {
    let language = language();
    Callback::new(move |field: String| (field_label(key(&field), language).to_owned(), field))
}
