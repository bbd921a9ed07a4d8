//! `POST /lingua`: the language of the pages, with and without an account, with and without scripts.

use axum::extract::State;
use axum::response::Redirect;
use axum::{Extension, Form};
use backend::{Ctx, identity};
use domain::language::Language;
use http::header::{HOST, REFERER};
use http::{HeaderMap, Uri};
use serde::Deserialize;

use crate::AppState;
use crate::failure::Failure;

/// The form; anything but `it` and `en` changes nothing.
#[derive(Debug, Deserialize)]
pub struct LanguageForm {
    #[serde(default)]
    lingua: String,
}

/// Sets the cookie, and the account's language when somebody is signed in; then back to the page.
pub async fn choose(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    headers: HeaderMap,
    Form(form): Form<LanguageForm>,
) -> Result<Redirect, Failure> {
    if let Some(language) = Language::from_code(&form.lingua) {
        identity::set_language(&ctx, language).await?;
    }
    Ok(Redirect::to(&back(&headers, &state.backend.settings.external_url)))
}

/// The page the form was on if it is one of ours, else the first page. Only path and query are taken over.
fn back(headers: &HeaderMap, external_url: &str) -> String {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(uri) = text(REFERER).and_then(|referer| referer.parse::<Uri>().ok()) else { return "/".to_owned() };
    let ours = uri.authority().is_some_and(|authority| {
        let external = external_url.split("://").nth(1).unwrap_or_default();
        text(HOST) == Some(authority.as_str()) || external == authority.as_str()
    });
    let path = uri.path_and_query().map(ToString::to_string).filter(|path| ours && !path.starts_with("//"));
    path.unwrap_or_else(|| "/".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back_from(referer: &str) -> String {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, "ponte.example".parse().unwrap());
        headers.insert(REFERER, referer.parse().unwrap());
        back(&headers, "https://stage.example")
    }

    #[test]
    fn one_comes_back_to_pages_of_ours_only() {
        assert_eq!(back_from("https://ponte.example/upo/ufficio?pagina=2"), "/upo/ufficio?pagina=2");
        assert_eq!(back_from("https://stage.example/upo"), "/upo");
        assert_eq!(back_from("https://elsewhere.example/upo"), "/");
        assert_eq!(back_from("https://ponte.example//elsewhere.example"), "/");
        assert_eq!(back_from("nonsense"), "/");
    }
}
