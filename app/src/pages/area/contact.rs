use domain::organisation::contact::label_of;
use domain::organisation::view::ContactForm;
use i18n::{form, organisation as words};
use leptos::prelude::*;

use super::contact_fields::ContactFields;
use super::place::part;
use super::told::{Told, labels};
use crate::api::organisation::{DisableContact, InviteContact, SaveContact, load_contact};
use crate::components::{Crumb, Crumbs, ErrorSummary, ErrorView, Page, SubmitButton, use_session_guard};
use crate::language::language;
use crate::routes;

/// `/{i}/area/contatti/nuovo`.
#[component]
pub fn NewContact() -> impl IntoView {
    let institution = part("institution");
    let form = Resource::new(move || institution.get(), async |institution| load_contact(institution, String::new()).await);
    let page = move || {
        let institution = institution.get();
        Suspend::new(async move {
            match form.await {
                Ok(view) => view! { <InvitePage institution view/> }.into_any(),
                Err(error) => view! { <ErrorView error/> }.into_any(),
            }
        })
    };
    view! { <Suspense>{page}</Suspense> }
}

/// `/{i}/area/contatti/{id}`.
#[component]
pub fn OneContact() -> impl IntoView {
    let (institution, id) = (part("institution"), part("id"));
    let form =
        Resource::new(move || (institution.get(), id.get()), async |(institution, id)| load_contact(institution, id).await);
    let page = move || {
        let institution = institution.get();
        Suspend::new(async move {
            match form.await {
                Ok(view) => view! { <ContactPage institution view/> }.into_any(),
                Err(error) => view! { <ErrorView error/> }.into_any(),
            }
        })
    };
    view! { <Suspense>{page}</Suspense> }
}

#[component]
fn InvitePage(institution: String, view: ContactForm) -> impl IntoView {
    let language = language();
    let invite = ServerAction::<InviteContact>::new();
    let told = Told::of(move || invite.value().get());
    // what was written stays in the page: the person presses the button again
    use_session_guard().watch(move || invite.value().get(), Callback::new(|()| ()));
    let title = words::INVITE_TITLE.get(language);
    view! {
        <Page title=title.to_owned() wrong=told.any>
            <Way institution=institution.clone() current=title/>
            <h1>{title}</h1>
            <p class="lead">{words::INVITE_LEAD.get(language)}</p>
            <ErrorSummary problems=told.fields message=told.message label=labels(label_of)/>
            <Legend/>
            <ActionForm action=invite attr:novalidate=true>
                <input type="hidden" name="institution" value=institution.clone()/>
                <input type="hidden" name="answers[_whole]" value="true"/>
                <ContactFields institution view told/>
                <div class="actions"><SubmitButton text=words::SEND_INVITATION.get(language) pending=invite.pending()/></div>
            </ActionForm>
        </Page>
    }
}

#[component]
fn ContactPage(institution: String, view: ContactForm) -> impl IntoView {
    let language = language();
    let (save, disable) = (ServerAction::<SaveContact>::new(), ServerAction::<DisableContact>::new());
    let (told, not_disabled) = (Told::of(move || save.value().get()), Told::of(move || disable.value().get()));
    use_session_guard().watch(move || save.value().get(), Callback::new(|()| ()));
    use_session_guard().watch(move || disable.value().get(), Callback::new(|()| ()));
    let wrong = Signal::derive(move || told.any.get() || not_disabled.any.get());
    let contact = view.contact.map(|contact| contact.to_string()).unwrap_or_default();
    let disabling =
        view.can_disable.then(|| view! { <Disable institution=institution.clone() contact=contact.clone() disable/> });
    view! {
        <Page title=view.name.clone() wrong>
            <Way institution=institution.clone() current=view.name.clone()/>
            <h1>{view.name.clone()}</h1>
            <ErrorSummary problems=told.fields message=told.message label=labels(label_of)/>
            <ErrorSummary problems=not_disabled.fields message=not_disabled.message label=labels(label_of)/>
            <Legend/>
            <ActionForm action=save attr:novalidate=true>
                <input type="hidden" name="institution" value=institution.clone()/>
                <input type="hidden" name="contact" value=contact/>
                <input type="hidden" name="version" value=view.version.to_string()/>
                <input type="hidden" name="answers[_whole]" value="true"/>
                <ContactFields institution view told/>
                <div class="actions"><SubmitButton text=words::SAVE.get(language) pending=save.pending()/></div>
            </ActionForm>
            {disabling}
        </Page>
    }
}

#[component]
fn Way(institution: String, #[prop(into)] current: String) -> impl IntoView {
    let language = language();
    let area = Crumb::new(i18n::frame::COMPANY_AREA.get(language), routes::area(&institution));
    let list = Crumb::new(words::CONTACTS.get(language), routes::host_contacts(&institution));
    view! { <Crumbs trail=vec![area, list] current/> }
}

/// What the star means.
#[component]
pub fn Legend() -> impl IntoView {
    let language = language();
    view! {
        <p class="small muted">
            {form::MANDATORY_BEFORE.get(language)}" "<span class="req">"*"</span>" "{form::MANDATORY_AFTER.get(language)}
        </p>
    }
}

#[component]
fn Disable(institution: String, contact: String, disable: ServerAction<DisableContact>) -> impl IntoView {
    let language = language();
    view! {
        <details class="card-p fold mt-l">
            <summary>{words::DISABLE.get(language)}</summary>
            <p>{words::DISABLE_TEXT.get(language)}</p>
            <ActionForm action=disable>
                <input type="hidden" name="institution" value=institution/>
                <input type="hidden" name="contact" value=contact/>
                <SubmitButton text=words::DISABLE.get(language) class="btn-outline-danger btn-s" pending=disable.pending()/>
            </ActionForm>
        </details>
    }
}
