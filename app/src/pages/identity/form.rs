//! What the forms of this area share.

use domain::check::FieldError;
use i18n::field::field_label;
use i18n::identity as words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::components::FieldSpec;
use crate::error::AppError;
use crate::language::language;

/// What is wrong with a form: problems of fields, and a sentence for the rest.
#[derive(Clone, Copy)]
pub struct Problems {
    pub fields: Signal<Vec<FieldError>>,
    pub message: Signal<Option<String>>,
    pub any: Signal<bool>,
}

impl Problems {
    /// Of an action's value.
    pub fn of(value: impl Fn() -> Option<Result<(), AppError>> + Copy + Send + Sync + 'static) -> Self {
        let language = language();
        let message = move || match value() {
            Some(Err(AppError::Invalid(_) | AppError::SignIn)) | Some(Ok(())) | None => None,
            Some(Err(error)) => Some(error.text(language)),
        };
        Self {
            fields: Signal::derive(move || AppError::problems(&value())),
            message: Signal::derive(message),
            any: Signal::derive(move || matches!(value(), Some(Err(_)))),
        }
    }
}

/// Label and id of a field, for the error summary. `password`: what the page calls the password.
pub fn labels(password: i18n::Word) -> Callback<String, (String, String)> {
    let language = language();
    Callback::new(move |field: String| {
        let label = match field.as_str() {
            "login" | "user_name" => words::USER_NAME.get(language),
            "password" => password.get(language),
            "current" => words::PASSWORD_NOW.get(language),
            "again" | "password_again" => words::PASSWORD_AGAIN.get(language),
            "link" => words::RECOVER_PASSWORD_TITLE.get(language),
            other => field_label(other, language),
        };
        (label.to_owned(), field)
    })
}

/// The two fields of a new password, by their names in the form.
pub fn new_password(problems: Problems, names: [&'static str; 2], label: i18n::Word) -> [FieldSpec; 2] {
    let language = language();
    let [password, again] = names;
    let spec = |name, label: i18n::Word| {
        FieldSpec::new(name, name, label.get(language))
            .mandatory()
            .autocomplete("new-password")
            .problem(crate::components::problem_of(problems.fields, name))
    };
    [spec(password, label).hint(words::PASSWORD_HINT.get(language)), spec(again, words::PASSWORD_AGAIN)]
}

/// A value of the page's address, read once.
pub fn asked(name: &str) -> Option<String> {
    use_query_map().with_untracked(|query| query.get(name)).filter(|value| !value.is_empty())
}
