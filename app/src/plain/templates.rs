//! What may have to appear on a form page, written beforehand by the components that write it elsewhere: the watcher of
//! forms copies it. A `<template>` is neither shown nor read out.

use chrono::DateTime;
use domain::accreditation::view::ConflictField;
use domain::check::{FieldError, Problem};
use leptos::prelude::*;

use super::registration::{Choice, ConflictDialog};
use crate::components::{DraftMark, DraftState, Ended, ErrorSummary, FieldMessage, LogInAgain, SessionGuard, Warning};
use crate::form_page::template;

/// Every template of a form page.
#[component]
pub fn Templates() -> impl IntoView {
    let guard = SessionGuard::provide();
    let saved = DraftState::Saved(DateTime::UNIX_EPOCH);
    let example = FieldError { field: "x".into(), problem: Problem::Missing };
    let problems = Signal::stored(vec![example]);
    let message = Signal::stored(Some("x".to_owned()));
    let texts = ConflictField { field: String::new(), mine: "x".into(), theirs: "x".into() };
    view! {
        <template id=template::DRAFT_SAVING><DraftMark state=Signal::stored(DraftState::Saving)/></template>
        <template id=template::DRAFT_SAVED><DraftMark state=Signal::stored(saved)/></template>
        <template id=template::DRAFT_FAILED><DraftMark state=Signal::stored(DraftState::Failed)/></template>
        <template id=template::PROBLEM><FieldMessage id=String::new() text=String::new()/></template>
        <template id=template::SUMMARY><ErrorSummary problems message label=Callback::new(|field| (String::new(), field))/></template>
        <template id=template::CONFLICT><ConflictDialog/></template>
        <template id=template::CHOICE><Choice label=String::new() name=String::new() field=texts/></template>
        <template id=template::WARNING><Warning guard/></template>
        <template id=template::ENDED><Ended guard/></template>
        <template id=template::LOG_IN><div><LogInAgain guard/></div></template>
    }
}
