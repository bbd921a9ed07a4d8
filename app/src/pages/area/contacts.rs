use domain::accreditation::contact_state::ContactState;
use domain::organisation::view::{ContactLine, ContactsView};
use i18n::field::field_label;
use i18n::{Word, choice, organisation as words};
use leptos::prelude::*;

use super::newcomer::NewcomerItem;
use super::place::{part, says};
use super::told::said;
use crate::api::area::DecideNewcomer;
use crate::api::organisation::load_contacts;
use crate::components::{ErrorView, LiveMark, Note, Page, StateTag, Tone, use_session_guard};
use crate::language::language;
use crate::live::use_live;
use crate::routes;

/// `/{i}/area/contatti`. Source: acceptance U19–U21.
#[component]
pub fn Contacts() -> impl IntoView {
    let language = language();
    let institution = part("institution");
    let decide = ServerAction::<DecideNewcomer>::new();
    use_session_guard().watch(move || decide.value().get(), Callback::new(|()| ()));
    let contacts = Resource::new(
        move || (institution.get(), decide.version().get()),
        async |(institution, _)| load_contacts(institution).await,
    );
    let live = use_live(institution.into(), Callback::new(move |_| contacts.refetch()));
    let (invited, saved) = (says("invitato"), says("salvato"));
    view! {
        <Transition>
            {move || {
                let institution = institution.get();
                Suspend::new(async move {
                    match contacts.await {
                        Ok(view) => {
                            view! {
                                <Page title=words::CONTACTS.get(language).to_owned()>
                                    <div class="head first">
                                        <div><h1>{words::CONTACTS.get(language)}</h1><p class="muted m0">{view.host_name.clone()}</p></div>
                                        <LiveMark state=live/>
                                    </div>
                                    <p class="lead">{words::CONTACTS_LEAD.get(language)}</p>
                                    {done(invited, saved)}
                                    {failure(decide)}
                                    <People institution view decide/>
                                </Page>
                            }
                            .into_any()
                        }
                        Err(error) => view! { <ErrorView error/> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

fn done(invited: bool, saved: bool) -> Option<AnyView> {
    let language = language();
    if invited {
        let title = words::INVITED.get(language);
        let text = words::INVITED_TEXT.get(language);
        return Some(view! { <Note tone=Tone::Ok title><p>{text}</p></Note> }.into_any());
    }
    saved.then(|| view! { <Note tone=Tone::Ok><p>{words::SAVED.get(language)}</p></Note> }.into_any())
}

fn failure(decide: ServerAction<DecideNewcomer>) -> impl IntoView {
    move || {
        let error = decide.value().get().and_then(Result::err);
        let text = error.as_ref().and_then(said);
        text.map(|text| view! { <Note tone=Tone::Bad announced=true><p>{text}</p></Note> })
    }
}

#[component]
fn People(institution: String, view: ContactsView, decide: ServerAction<DecideNewcomer>) -> impl IntoView {
    let language = language();
    let slug = institution.clone();
    let waiting = (!view.newcomers.is_empty()).then(|| {
        let items = view.newcomers.into_iter().enumerate().map(|(place, newcomer)| {
            view! { <NewcomerItem institution=slug.clone() newcomer is_first=place == 0 action=decide/> }
        });
        view! {
            <section class="card-p">
                <h2>{words::NEWCOMERS.get(language)}</h2>
                <ol class="todo">{items.collect_view()}</ol>
            </section>
        }
    });
    let rows = view.contacts.into_iter().map(|line| row(&institution, line)).collect_view();
    view! {
        {waiting}
        <section class="card-p mt-m">
            <table class="tb cards">
                <caption>{words::CONTACTS_CAPTION.get(language)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::NAME.get(language)}</th>
                        <th scope="col">{field_label("kinds", language)}</th>
                        <th scope="col">{words::SEATS_OF_WORK.get(language)}</th>
                        <th scope="col">{words::STATE.get(language)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
        <div class="btns mt-m">
            <a class="btn btn-outline-primary" href=routes::new_contact(&institution)>{words::INVITE.get(language)}</a>
        </div>
    }
}

fn row(institution: &str, line: ContactLine) -> impl IntoView + use<> {
    let language = language();
    let kinds: Vec<&str> = line.kinds.iter().map(|kind| choice::choice("kinds", kind, language)).collect();
    let seats = if line.seats.is_empty() { "–".to_owned() } else { line.seats.join(", ") };
    let (tone, state) = state(line.state);
    let facts = [line.role_title.as_str(), &line.email].join(" · ");
    view! {
        <tr>
            <th scope="row">
                <a href=routes::host_contact(institution, line.contact)>{line.name}</a>
                <br/><span class="small muted break">{facts}</span>
            </th>
            <td data-l=field_label("kinds", language).to_owned()>{kinds.join(", ")}</td>
            <td data-l=words::SEATS_OF_WORK.get(language)>{seats}</td>
            <td data-l=words::STATE.get(language)><StateTag tone text=state.get(language)/></td>
        </tr>
    }
}

/// How the state of a contact looks and is called.
fn state(state: ContactState) -> (Tone, Word) {
    match state {
        ContactState::Draft => (Tone::Draft, words::DRAFT),
        ContactState::Submitted => (Tone::Wait, words::SUBMITTED),
        ContactState::Active => (Tone::Ok, words::ACTIVE),
        ContactState::Rejected => (Tone::Bad, words::REJECTED),
        ContactState::Disabled => (Tone::Ended, words::DISABLED),
    }
}
