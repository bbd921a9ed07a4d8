//! What the frame of a page shows of an institution.

use domain::accreditation::state::State;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// An institution as header and pages name it, in the visitor's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Institution {
    pub slug: String,
    pub name: String,
    pub short_name: String,
    /// The portal's name there.
    pub subtitle: String,
    pub helpdesk: String,
    /// What may follow a user name at the log-in (`@esterni.uniupo.it`); empty is nothing.
    pub login_suffix: String,
    /// Code and word of every state of an accreditation, as the profile calls them.
    pub accreditation_states: Vec<(String, String)>,
}

impl Institution {
    /// What the institution calls a state of an accreditation.
    pub fn state_label(&self, state: State) -> String {
        let word = self.accreditation_states.iter().find(|(code, _)| code == state.code());
        word.map_or(state.code().to_owned(), |(_, word)| word.clone())
    }
}

/// The institution of a slug; none if there is no such institution, which is no error of a page's frame.
#[server(prefix = "/api", endpoint = "frame/institution", input = server_fn::codec::GetUrl)]
pub async fn load_institution(slug: String) -> Result<Option<Institution>, AppError> {
    use crate::context::reply;
    reply(async |ctx| Ok(brief(&ctx, &slug))).await
}

/// The same, read from the profile.
#[cfg(feature = "ssr")]
pub fn brief(ctx: &backend::Ctx, slug: &str) -> Option<Institution> {
    let language = ctx.visitor.language;
    let profile = ctx.backend.profiles.institution(slug)?;
    let identity = &profile.identity;
    Some(Institution {
        slug: identity.slug.clone(),
        name: identity.name.get(language).to_owned(),
        short_name: identity.short_name.get(language).to_owned(),
        subtitle: identity.subtitle.get(language).to_owned(),
        helpdesk: identity.helpdesk.email.clone(),
        login_suffix: profile.account.login_suffix.clone(),
        accreditation_states: labels(profile, language),
    })
}

#[cfg(feature = "ssr")]
fn labels(profile: &domain::profile::Profile, language: i18n::Language) -> Vec<(String, String)> {
    let label = |state: &State| profile.state_label("accreditation", state.code(), language).to_owned();
    State::ALL.iter().map(|state| (state.code().to_owned(), label(state))).collect()
}
