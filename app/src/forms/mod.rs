//! The browser's part of form pages. The server renders them whole; this watches over what is typed: it saves the draft,
//! says at once what is wrong, sends without losing the page, suggests names, and lets people log in again in place. Its
//! markup comes from `<template>`s that the same components have written (`plain::templates`).

mod conflict;
mod counter;
mod dialog;
mod dom;
mod draft;
mod fields;
mod post;
mod problems;
mod registration;
mod session;
mod suggest;
pub(crate) mod values;

use std::rc::Rc;

use draft::Draft;
use registration::Registration;
use session::Session;

/// Watches over the forms of this page from now on.
pub fn watch() {
    let session = Session::watch();
    let registration = Registration::of_page().map(Rc::new);
    let draft = registration.clone().and_then(|registration| Draft::watch(registration, session.clone()));
    counter::watch();
    if let Some(draft) = &draft {
        suggest::watch(draft.clone());
        fields::watch(draft.clone());
    }
    post::watch(session, draft, registration);
}
