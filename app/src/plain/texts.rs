//! The pages of the footer: use of the portal, privacy, legal notes, accessibility. Source: acceptance M25.

use domain::profile::Profile;
use i18n::{Word, frame, text as words};
use leptos::prelude::*;

use crate::components::{Page, PlainLink};
use crate::context::context;
use crate::language::language;
use crate::routes;

/// A heading, its paragraphs, and what follows them.
struct Section {
    title: Word,
    text: &'static [Word],
    end: End,
}

/// What stands at the end of a section.
#[derive(Clone, Copy)]
enum End {
    Nothing,
    /// The helpdesk of every institution.
    Helpdesks,
    /// Name and address of every institution.
    Publishers,
    /// Every institution's own notice.
    Notices,
}

const fn section(title: Word, text: &'static [Word]) -> Section {
    Section { title, text, end: End::Nothing }
}

const USE: &[Section] = &[
    section(words::USE_REGISTER, &[words::USE_REGISTER_1, words::USE_REGISTER_2, words::USE_REGISTER_3, words::USE_REGISTER_4]),
    section(words::USE_ANSWER, &[words::USE_ANSWER_1, words::USE_ANSWER_2, words::USE_ANSWER_3]),
    section(words::USE_SIGN_IN, &[words::USE_SIGN_IN_1, words::USE_SIGN_IN_2, words::USE_SIGN_IN_3, words::USE_SIGN_IN_4]),
    section(words::USE_SECOND, &[words::USE_SECOND_1, words::USE_SECOND_2]),
    section(words::USE_WITHOUT, &[words::USE_WITHOUT_1]),
    Section { title: words::USE_HELP, text: &[words::USE_HELP_1], end: End::Helpdesks },
];

const PRIVACY: &[Section] = &[
    section(words::PRIVACY_WHO, &[words::PRIVACY_WHO_1]),
    section(words::PRIVACY_WHICH, &[words::PRIVACY_WHICH_1, words::PRIVACY_WHICH_2, words::PRIVACY_WHICH_3]),
    section(words::PRIVACY_WHY, &[words::PRIVACY_WHY_1]),
    section(words::PRIVACY_LONG, &[words::PRIVACY_LONG_1, words::PRIVACY_LONG_2]),
    section(words::PRIVACY_WHERE, &[words::PRIVACY_WHERE_1]),
    section(words::PRIVACY_COOKIES, &[words::PRIVACY_COOKIES_1]),
    section(words::PRIVACY_RIGHTS, &[words::PRIVACY_RIGHTS_1]),
    Section { title: words::PRIVACY_INSTITUTIONS, text: &[], end: End::Notices },
];

const LEGAL_NOTES: &[Section] = &[
    Section { title: words::LEGAL_WHO, text: &[words::LEGAL_WHO_1], end: End::Publishers },
    section(words::LEGAL_ACCOUNT, &[words::LEGAL_ACCOUNT_1]),
    section(words::LEGAL_DECLARED, &[words::LEGAL_DECLARED_1]),
    section(words::LEGAL_SERVICE, &[words::LEGAL_SERVICE_1]),
    section(words::LEGAL_SOFTWARE, &[words::LEGAL_SOFTWARE_1]),
];

const ACCESSIBILITY: &[Section] = &[
    section(words::ACCESS_STATE, &[words::ACCESS_STATE_1, words::ACCESS_STATE_2]),
    section(words::ACCESS_HOW, &[words::ACCESS_HOW_1, words::ACCESS_HOW_2, words::ACCESS_HOW_3, words::ACCESS_HOW_4]),
    Section { title: words::ACCESS_FEEDBACK, text: &[words::ACCESS_FEEDBACK_1], end: End::Helpdesks },
    section(words::ACCESS_DECLARATION, &[words::ACCESS_DECLARATION_1, words::ACCESS_DECLARATION_2]),
];

/// `/uso-del-portale`.
#[component]
pub fn Use() -> impl IntoView {
    view! { <TextPage title=frame::USE lead=words::USE_LEAD sections=USE/> }
}

/// `/privacy`.
#[component]
pub fn Privacy() -> impl IntoView {
    view! { <TextPage title=frame::PRIVACY lead=words::PRIVACY_LEAD sections=PRIVACY/> }
}

/// `/note-legali`.
#[component]
pub fn LegalNotes() -> impl IntoView {
    view! { <TextPage title=frame::LEGAL_NOTES lead=words::LEGAL_LEAD sections=LEGAL_NOTES/> }
}

/// `/accessibilita`.
#[component]
pub fn Accessibility() -> impl IntoView {
    view! { <TextPage title=frame::ACCESSIBILITY lead=words::ACCESS_LEAD sections=ACCESSIBILITY/> }
}

#[component]
fn TextPage(title: Word, lead: Word, sections: &'static [Section]) -> impl IntoView {
    let language = language();
    let title = title.get(language);
    view! {
        <Page title=title.to_owned()>
            <article class="prose">
                <h1>{title}</h1>
                <p class="lead">{lead.get(language)}</p>
                {sections.iter().map(section_view).collect_view()}
            </article>
        </Page>
    }
}

fn section_view(section: &'static Section) -> impl IntoView {
    let language = language();
    let text = section.text.iter().map(|text| view! { <p>{text.get(language)}</p> }).collect_view();
    view! { <h2>{section.title.get(language)}</h2>{text}{end(section.end)} }
}

fn end(end: End) -> AnyView {
    let item: fn(&Profile) -> AnyView = match end {
        End::Nothing => return ().into_any(),
        End::Helpdesks => helpdesk,
        End::Publishers => publisher,
        End::Notices => notice,
    };
    // the text stands without the list if the visitor is not known, which the log says elsewhere
    let profiles = context().map(|ctx| ctx.backend.profiles.clone()).unwrap_or_default();
    let items: Vec<AnyView> = profiles.institutions().iter().map(item).collect();
    view! { <ul>{items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul> }.into_any()
}

fn helpdesk(profile: &Profile) -> AnyView {
    let language = language();
    let identity = &profile.identity;
    let email = identity.helpdesk.email.clone();
    view! {
        {identity.name.get(language).to_owned()}": "<a href=["mailto:", &email].concat()>{email.clone()}</a>
        {[", ", identity.helpdesk.hours.get(language)].concat()}
    }
    .into_any()
}

fn publisher(profile: &Profile) -> AnyView {
    let identity = &profile.identity;
    let name = identity.name.get(language()).to_owned();
    let address = if identity.address.is_empty() { String::new() } else { [", ", &identity.address].concat() };
    view! { <PlainLink href=routes::door(&identity.slug)>{name}</PlainLink>{address} }.into_any()
}

fn notice(profile: &Profile) -> AnyView {
    let language = language();
    let identity = &profile.identity;
    let version = words::PRIVACY_VERSION.fill(language, &[("version", &identity.privacy_version)]);
    let text = identity.privacy_text.get(language).to_owned();
    view! { <b>{identity.name.get(language).to_owned()}</b>{[", ", &version, ". "].concat()}{text} }.into_any()
}
