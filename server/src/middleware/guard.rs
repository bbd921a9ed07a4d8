//! Refuses a page before it is rendered. Server functions and use cases ask again; this is for the pages' own addresses.

use app::error::AppError;
use app::routes;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use backend::Ctx;
use domain::access::{Action, Denied, Scope, could, may};
use domain::profile::Profiles;
use http::StatusCode;

use crate::AppState;
use crate::failure::Failure;

/// What an address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asked {
    /// Open to all.
    Open,
    /// Own pages of whoever is signed in.
    Own(Action),
    /// Something of an institution's, by what one does there.
    At { institution: String, action: Action, whole: bool },
    /// Nothing of ours.
    Unknown,
}

/// Sends those who are not signed in to the log-in, and tells the others that the page is not theirs.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return next.run(request).await };
    let has_demo = state.backend.settings.has_demo_pages();
    match decide(&ctx, asked(request.uri().path(), &state.backend.profiles, has_demo)) {
        Ok(()) => next.run(request).await,
        Err(Denied::SignIn) => sign_in(&request),
        Err(Denied::Hidden) => Failure(AppError::NotFound).into_response(),
        Err(Denied::Forbidden) => Failure(AppError::Denied).into_response(),
    }
}

fn decide(ctx: &Ctx, asked: Asked) -> Result<(), Denied> {
    let actor = &ctx.visitor.actor;
    match asked {
        Asked::Open => Ok(()),
        Asked::Own(action) => {
            let scope = Scope { account: actor.account, ..Scope::none() };
            may(actor, action, &scope).map(drop)
        }
        Asked::At { institution, action, whole } => {
            let id = ctx.backend.institutions.id(&institution).map_err(|_| Denied::Hidden)?;
            if whole { may(actor, action, &Scope::institution(id)).map(drop) } else { could(actor, action) }
        }
        Asked::Unknown => Err(Denied::Hidden),
    }
}

/// Words that are no institution's and no page's.
const NOWHERE: [&str; 2] = ["metrics", "pkg"];

/// The table of addresses. Source: design, section 8.
fn asked(path: &str, profiles: &Profiles, has_demo: bool) -> Asked {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let [first, rest @ ..] = parts.as_slice() else { return Asked::Open };
    match (*first, rest) {
        ("profili", []) => return Asked::Own(Action::ChooseProfile),
        ("account", []) => return Asked::Own(Action::ManageAccount),
        ("demo", _) if !has_demo => return Asked::Unknown,
        (word, _) if NOWHERE.contains(&word) => return Asked::Unknown,
        (word, _) if routes::RESERVED.contains(&word) => return Asked::Open,
        _ => {}
    }
    let Some(profile) = profiles.institution(first) else { return Asked::Unknown };
    let at = |action, whole| Asked::At { institution: (*first).to_owned(), action, whole };
    match rest {
        [] | ["accreditamento", ..] => Asked::Open,
        // Before there is a host this page shows the state of one's own request.
        ["area"] => Asked::Own(Action::SeeOwnRequest),
        // Pages of a host find out whose host it is: here only whether anybody of that role may.
        ["area", "contatti"] => at(Action::SeeContacts, false),
        ["area", "contatti", "nuovo"] => at(Action::InviteContact, false),
        ["area", "contatti", _] => at(Action::EditOwnContact, false),
        ["area", "sedi", _] => at(Action::EditSeat, false),
        ["area", "convenzioni", "nuova"] | ["area", "convenzioni", _, "compila"] => at(Action::ProposeConvention, false),
        ["area", "convenzioni", ..] => at(Action::SeeConvention, false),
        ["area", "azienda" | "sedi", ..] => at(Action::SeeOrganisation, false),
        ["area", ..] => at(Action::SeeOwnArea, false),
        ["ufficio", "accreditamenti", "esporta", _] => at(Action::ExportAccreditations, true),
        ["ufficio", "accreditamenti"] => at(Action::SeeAccreditationQueue, true),
        ["ufficio", "accreditamenti", ..] => at(Action::ReviewAccreditation, true),
        ["ufficio", ..] => at(Action::SeeOffice, true),
        // Whose turn it is to sign is the convention's to say.
        ["carica", "convenzione"] => Asked::Own(Action::SeeOwnRequest),
        ["carica", "logo"] => at(Action::EditOrganisation, false),
        // What kind of document it is decides who may open it.
        ["documenti", _] => Asked::Own(Action::SeeOwnRequest),
        ["live"] => at(Action::Live, true),
        [department] if profile.identity.department(department).is_some_and(|department| department.page) => Asked::Open,
        _ => Asked::Unknown,
    }
}

/// To the log-in and back here; a stream is no page and cannot go there.
fn sign_in(request: &Request) -> Response {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    if request.uri().path().ends_with("/live") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    Redirect::to(&routes::log_in_then(path)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(path: &str) -> Asked {
        asked(path, &domain::profile::load_embedded().expect("the shipped profiles load"), false)
    }

    #[test]
    fn the_doors_are_open_and_the_rest_is_asked_for() {
        for open in ["/", "/upo", "/upo/digspes", "/accedi", "/privacy", "/upo/accreditamento/azienda", "/api/x/y"] {
            assert_eq!(asks(open), Asked::Open, "{open}");
        }
        let office = Asked::At { institution: "upo".into(), action: Action::SeeOffice, whole: true };
        assert_eq!(asks("/upo/ufficio"), office);
        assert_eq!(asks("/upo/ufficio/"), office);
        assert_eq!(asks("/account"), Asked::Own(Action::ManageAccount));
        for unknown in ["/nowhere", "/nowhere/ufficio", "/upo/nowhere", "/demo", "/demo/posta", "/metrics"] {
            assert_eq!(asks(unknown), Asked::Unknown, "{unknown}");
        }
    }
}
