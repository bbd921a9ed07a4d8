use domain::account::view::{Me, ProfileChoice};
use i18n::{identity as words, state};
use leptos::prelude::*;

use crate::api::identity::ChooseProfile;
use crate::components::{Empty, ErrorView, Note, Page, StateTag, SubmitButton, Tone, own_session};
use crate::error::AppError;
use crate::language::language;

/// `/profili`: *gestione profili*, the role one works as.
#[component]
pub fn Profiles() -> impl IntoView {
    let session = own_session();
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match session.await {
                    Ok(Some(session)) => view! { <ProfilesPage me=session.me/> }.into_any(),
                    Ok(None) => view! { <ErrorView error=AppError::SignIn/> }.into_any(),
                    Err(error) => view! { <ErrorView error/> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn ProfilesPage(me: Me) -> impl IntoView {
    let language = language();
    let choose = ServerAction::<ChooseProfile>::new();
    let failure = move || match &*choose.value().read() {
        Some(Err(error)) => Some(error.text(language)),
        Some(Ok(())) | None => None,
    };
    let wrong = Signal::derive(move || failure().is_some());
    let is_empty = me.profiles.is_empty();
    let active = me.active;
    let choices = me.profiles.into_iter().map(|profile| {
        let is_active = Some(profile.id) == active;
        view! { <Choice profile is_active choose/> }
    });
    let choices = choices.collect_view();
    view! {
        <Page title=words::PROFILES_TITLE.get(language).to_owned() wrong>
            <h1>{words::PROFILES_TITLE.get(language)}</h1>
            {move || failure().map(|text| view! { <Note tone=Tone::Bad announced=true><p>{text}</p></Note> })}
            {if is_empty {
                view! { <Empty title=words::NO_PROFILES.get(language) text=words::NO_PROFILES_TEXT.get(language)/> }.into_any()
            } else {
                view! { <p class="lead">{words::PROFILES_TEXT.get(language)}</p><ul class="picks narrow">{choices}</ul> }.into_any()
            }}
        </Page>
    }
}

#[component]
fn Choice(profile: ProfileChoice, is_active: bool, choose: ServerAction<ChooseProfile>) -> impl IntoView {
    let language = language();
    let role = state::role(profile.role, language);
    let text = if is_active { words::GO_TO_AREA } else { words::USE_PROFILE }.get(language);
    let facts = [("text", text), ("role", role), ("organisation", &profile.organisation)];
    let name = words::USE_PROFILE_NAMED.fill(language, &facts);
    view! {
        <li>
            <p>
                <b>{profile.organisation}</b><br/><span class="small muted">{role}</span>
                {is_active.then(|| view! { " "<StateTag tone=Tone::Ok text=words::PROFILE_IN_USE.get(language)/> })}
            </p>
            <ActionForm action=choose>
                <input type="hidden" name="membership" value=profile.id.to_string()/>
                <SubmitButton
                    text
                    label=name
                    class="btn-outline-primary btn-s"
                    pending=choose.pending()
                />
            </ActionForm>
        </li>
    }
}
