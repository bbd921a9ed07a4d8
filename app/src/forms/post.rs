//! Sends forms without leaving the page: an error is shown beside what was typed, and only a success leads on.

use std::rc::Rc;

use domain::check::{FieldError, Problem};
use server_fn::error::FromServerFnError;
use server_fn::redirect::REDIRECT_HEADER;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, FormData, HtmlButtonElement, HtmlFormElement, RequestInit, Response, SubmitEvent, UrlSearchParams};

use super::dom::{by_id, document, on, set, unset};
use super::draft::Draft;
use super::fields::refresh;
use super::problems::{Place, clear, show};
use super::registration::Registration;
use super::session::Session;
use crate::browser;
use crate::error::AppError;
use crate::form_page::{FORM, INVALID_TEXT, NOT_FOUND_TEXT, WATCHED};
use crate::language::language;

/// What forms are sent with.
struct Sender {
    session: Rc<Session>,
    draft: Option<Rc<Draft>>,
    registration: Option<Rc<Registration>>,
}

/// Sends every form that is marked for it.
pub fn watch(session: Rc<Session>, draft: Option<Rc<Draft>>, registration: Option<Rc<Registration>>) {
    let sender = Rc::new(Sender { session, draft, registration });
    on(&document(), "submit", move |event| {
        let Ok(event) = event.dyn_into::<SubmitEvent>() else { return };
        let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let Some(form) = form.filter(|form| form.has_attribute(WATCHED)) else { return };
        event.prevent_default();
        let button = event.submitter().and_then(|element| element.dyn_into::<HtmlButtonElement>().ok());
        sender.submit(form, button);
    });
}

impl Sender {
    /// Every problem the browser can see is shown without a way to the server; then what is not stored yet is stored, and
    /// last the form is sent, so that nothing that somebody else wrote meanwhile is overwritten.
    fn submit(self: &Rc<Self>, form: HtmlFormElement, button: Option<HtmlButtonElement>) {
        let goes_on = button.as_ref().is_some_and(|button| button.value() == "next");
        if form.id() == FORM && goes_on {
            let problems = self.seen();
            if !problems.is_empty() {
                show(&Place::Fields, None, &problems);
                if let Some(draft) = &self.draft {
                    draft.save();
                }
                return;
            }
            // What the browser called wrong is right now; what it cannot see the server says again.
            clear(&Place::Fields);
        }
        let sender = self.clone();
        let send = move || spawn_local(async move { sender.send(form, button).await });
        match &self.draft {
            Some(draft) => draft.save_then(send),
            None => send(),
        }
    }

    /// What the browser finds; a box that only the server adds to the page is left to the server.
    fn seen(&self) -> Vec<FieldError> {
        let found = self.registration.as_ref().map(|registration| registration.problems()).unwrap_or_default();
        let is_servers = |error: &FieldError| error.problem == Problem::TaxCodeNames;
        if found.iter().all(is_servers) { Vec::new() } else { found }
    }

    async fn send(self: Rc<Self>, form: HtmlFormElement, button: Option<HtmlButtonElement>) {
        let Some(pending) = Pending::of(&form, button.clone()) else { return };
        let answer = posted(&form, button.as_ref()).await;
        match answer {
            // the page is about to go: its button stays as it is
            Ok(Some(address)) if address.split('#').next() != Some(&browser::here()) => browser::go_to(&address),
            Ok(Some(_)) => browser::reload(),
            Ok(None) => browser::reload(),
            Err(AppError::SignIn) => {
                pending.end();
                let sender = self.clone();
                self.session.sign_in_again(move || {
                    let (sender, form, button) = (sender.clone(), form.clone(), button.clone());
                    spawn_local(async move { sender.send(form, button).await });
                });
            }
            Err(error) => {
                pending.end();
                self.failed(&form, &error).await;
            }
        }
    }

    async fn failed(&self, form: &HtmlFormElement, error: &AppError) {
        let place = if form.id() == FORM { Place::Fields } else { Place::Before(form) };
        let own = match error {
            AppError::Invalid(_) => form.get_attribute(INVALID_TEXT),
            AppError::NotFound => form.get_attribute(NOT_FOUND_TEXT),
            _ => None,
        };
        match error {
            _ if own.is_some() => show(&place, own.as_deref(), &[]),
            AppError::Invalid(problems) => {
                let is_new = |error: &FieldError| error.problem == Problem::TaxCodeNames || by_id(&error.field).is_none();
                if let (Place::Fields, Some(draft), true) = (&place, &self.draft, problems.iter().any(is_new)) {
                    clear(&place);
                    refresh(draft).await;
                }
                show(&place, None, problems);
            }
            other => show(&place, Some(&other.text(language())), &[]),
        }
    }
}

/// Posts a form as the browser would, with the button that sent it; answers where it leads.
pub async fn posted(form: &HtmlFormElement, button: Option<&HtmlButtonElement>) -> Result<Option<String>, AppError> {
    let answer = fetched(form, button).await.map_err(|_| AppError::Transport)?;
    let leads = answer.headers().get("location").ok().flatten();
    if answer.ok() {
        let leads_on = answer.headers().has(REDIRECT_HEADER).unwrap_or(false);
        return Ok(leads.filter(|_| leads_on));
    }
    let text = JsFuture::from(answer.text().map_err(|_| AppError::Transport)?).await.map_err(|_| AppError::Transport)?;
    Err(AppError::de(text.as_string().unwrap_or_default().into()))
}

async fn fetched(form: &HtmlFormElement, button: Option<&HtmlButtonElement>) -> Result<Response, JsValue> {
    let body = UrlSearchParams::new_with_str_sequence_sequence(FormData::new_with_form(form)?.as_ref())?;
    if let Some(button) = button.filter(|button| !button.name().is_empty()) {
        body.append(&button.name(), &button.value());
    }
    let headers = web_sys::Headers::new()?;
    headers.set("accept", "application/json")?;
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers(&headers);
    request.set_body(&body);
    // `form.action` would be the control of that name
    let own = button.and_then(|button| button.get_attribute("formaction"));
    let address = own.or_else(|| form.get_attribute("action")).unwrap_or_default();
    let answer = JsFuture::from(leptos::prelude::window().fetch_with_str_and_init(&address, &request)).await?;
    answer.dyn_into()
}

/// A form on its way: its button says so, and it is sent no second time.
struct Pending {
    form: HtmlFormElement,
    button: Option<(Element, Option<String>)>,
}

impl Pending {
    fn of(form: &HtmlFormElement, button: Option<HtmlButtonElement>) -> Option<Self> {
        if form.has_attribute("aria-busy") {
            return None;
        }
        set(form, "aria-busy", "true");
        let button = button.map(|button| {
            let text = button.text_content();
            set(&button, "aria-disabled", "true");
            button.set_text_content(Some(i18n::form::SENDING.get(language())));
            (button.into(), text)
        });
        Some(Self { form: form.clone(), button })
    }

    fn end(self) {
        unset(&self.form, "aria-busy");
        if let Some((button, text)) = self.button {
            unset(&button, "aria-disabled");
            button.set_text_content(text.as_deref());
        }
    }
}
