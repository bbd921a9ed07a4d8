use domain::account::view::Me;
use i18n::frame as words;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::frame::FrameData;
use super::icon::{Icon, Shape};
use super::link::PlainLink;
use super::menu::Menu;
use crate::language::language;
use crate::routes;

/// The head of every page: institution and language, product and person, menu.
#[component]
pub fn Header(data: FrameData) -> impl IntoView {
    view! {
        <header>
            <SlimBar data=data.clone()/>
            <TopBar data=data.clone()/>
            <Menu data/>
        </header>
    }
}

#[component]
fn SlimBar(data: FrameData) -> impl IntoView {
    let language = language();
    let (name, href, helpdesk) = match &data.institution {
        Some(institution) => (institution.name.clone(), routes::door(&institution.slug), institution.helpdesk.clone()),
        None => (words::PORTAL.get(language).to_owned(), routes::HOME.to_owned(), String::new()),
    };
    let help = match helpdesk.as_str() {
        "" => view! { <PlainLink class="hide" href=routes::USE>{words::HELP.get(language)}</PlainLink> }.into_any(),
        address => view! { <a class="hide" href=["mailto:", address].concat()>{words::HELP.get(language)}</a> }.into_any(),
    };
    let other = language.pick("en", "it");
    view! {
        <div class="slim"><div class="wrap">
            <PlainLink href>{name}</PlainLink>
            <div class="slim-r">
                {help}
                <form class="lang" method="post" action=routes::LANGUAGE>
                    <input type="hidden" name="lingua" value=other/>
                    <button class="link-light" lang=other aria-label=words::OTHER_LANGUAGE_NAME.get(language)>
                        {words::OTHER_LANGUAGE.get(language)}
                    </button>
                </form>
            </div>
        </div></div>
    }
}

#[component]
fn TopBar(data: FrameData) -> impl IntoView {
    let language = language();
    let (line, href) = match &data.institution {
        Some(institution) => (institution.subtitle.clone(), routes::door(&institution.slug)),
        None => (words::PRODUCT_LINE.get(language).to_owned(), routes::HOME.to_owned()),
    };
    let slug = data.institution.map(|institution| institution.slug);
    view! {
        <div class="top"><div class="wrap">
            <PlainLink class="brand" href>
                {Shape::Logo.view()}
                <span><b>{words::PRODUCT.get(language)}</b><span>{line}</span></span>
            </PlainLink>
            <div class="acts">
                {match data.me {
                    Some(me) => view! { <WhoMenu me/> }.into_any(),
                    None => view! { <SignIn slug/> }.into_any(),
                }}
            </div>
        </div></div>
    }
}

/// The way in; from an institution's pages it leads back to that institution's area.
#[component]
fn SignIn(slug: Option<String>) -> impl IntoView {
    let text = words::SIGN_IN.get(language());
    let href = slug.map_or_else(|| routes::LOG_IN.to_owned(), |slug| routes::log_in_at(&slug));
    view! {
        <a class="btn-top" href=href aria-label=text>{Icon::User.view()}<span class="t">{text}</span></a>
    }
}

/// Who is signed in, and as what. Opens without scripts.
#[component]
fn WhoMenu(me: Me) -> impl IntoView {
    let language = language();
    let name = [me.first_name.as_str(), me.last_name.as_str()].join(" ");
    let organisation = me.active_profile().map(|profile| profile.organisation.clone()).unwrap_or_default();
    let label = if organisation.is_empty() { words::WHO_MENU_ALONE } else { words::WHO_MENU };
    let label = label.fill(language, &[("name", &name), ("organisation", &organisation)]);
    let initials: String = [&me.first_name, &me.last_name].iter().filter_map(|name| name.chars().next()).collect();
    view! {
        <details class="who-menu">
            <summary class="who">
                <span class="vh">{label}</span>
                <span class="av" aria-hidden="true">{initials}</span>
                <span class="hide" aria-hidden="true">{name.clone()}<small>{organisation.clone()}</small></span>
                {Icon::Expand.view()}
            </summary>
            <div class="sheet">
                <p class="cap"><b>{name}</b><br/><span class="small muted">{organisation}</span></p>
                <a href=routes::PROFILES>{words::PROFILES.get(language)}</a>
                <a href=routes::ACCOUNT>{words::ACCOUNT.get(language)}</a>
                <LogOutForm/>
            </div>
        </details>
    }
}

/// A plain form, so that the whole page is loaded anew for nobody.
#[component]
fn LogOutForm() -> impl IntoView {
    let path = use_location().pathname;
    let next = move || path.with(|path| routes::institution_of(path).map(routes::door).unwrap_or_else(|| routes::HOME.into()));
    view! {
        <form method="post" action=routes::LOG_OUT_POST>
            <input type="hidden" name="poi" value=next/>
            <button>{words::SIGN_OUT.get(language())}</button>
        </form>
    }
}
