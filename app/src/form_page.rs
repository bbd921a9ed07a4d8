//! What form pages, written by the server, and the part that watches over them in the browser agree on.

/// Id of the form that is saved while it is typed.
pub const FORM: &str = "registration";
/// Id of the element around its fields.
pub const FIELDS: &str = "fields";
/// Id of the element that the summary of problems stands in.
pub const PROBLEMS: &str = "problems";
/// Marks forms that are sent without leaving the page while there is an error.
pub const WATCHED: &str = "data-watched";
/// On a form: what is said, instead of the single problems, where the server finds some, and where it finds nothing at all.
pub const INVALID_TEXT: &str = "data-invalid";
pub const NOT_FOUND_TEXT: &str = "data-not-found";
/// The field whose municipalities or birth places are suggested says which: `towns`, `births`.
pub const SUGGEST: &str = "data-suggest";
/// The most characters of a text, at its counter.
pub const MOST: &str = "data-most";

/// Ids of the templates.
pub mod template {
    pub const DRAFT_SAVING: &str = "t-draft-saving";
    pub const DRAFT_SAVED: &str = "t-draft-saved";
    pub const DRAFT_FAILED: &str = "t-draft-failed";
    pub const PROBLEM: &str = "t-problem";
    pub const SUMMARY: &str = "t-summary";
    pub const CONFLICT: &str = "t-conflict";
    pub const CHOICE: &str = "t-choice";
    pub const WARNING: &str = "t-session-warning";
    pub const ENDED: &str = "t-session-ended";
    pub const LOG_IN: &str = "t-log-in";
}

/// The name under which an answer is posted.
pub fn posted_name(field: &str) -> String {
    ["answers[", field, "]"].concat()
}

/// The field of a posted name.
pub fn field_of(name: &str) -> Option<&str> {
    name.strip_prefix("answers[")?.strip_suffix(']')
}
