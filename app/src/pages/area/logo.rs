//! The logo of the host, kept by its contacts. A plain form with a file: it works without scripts.

use domain::check::{FieldError, Problem};
use domain::ids::FileId;
use domain::logo::LOGO_MB;
use i18n::{Language, area as words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::components::{FieldSpec, FileField, Note, Tone, kept};
use crate::language::language;
use crate::routes;

/// What became of a logo that was sent, as the address says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoNews {
    Saved,
    Removed,
    Missing,
    TooLarge,
    WrongKind,
}

impl LogoNews {
    const ALL: [Self; 5] = [Self::Saved, Self::Removed, Self::Missing, Self::TooLarge, Self::WrongKind];

    /// The word in the address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Saved => "salvato",
            Self::Removed => "tolto",
            Self::Missing => "manca",
            Self::TooLarge => "grande",
            Self::WrongKind => "tipo",
        }
    }

    /// Why the file was not kept; none if that is not why.
    pub fn of(errors: &[FieldError]) -> Option<Self> {
        Self::ALL.into_iter().find(|news| errors.iter().any(|error| Some(&error.problem) == news.problem().as_ref()))
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|news| news.code() == code)
    }

    fn problem(self) -> Option<Problem> {
        match self {
            Self::Saved | Self::Removed => None,
            Self::Missing => Some(Problem::Missing),
            Self::TooLarge => Some(Problem::FileTooLarge { max_mb: LOGO_MB }),
            Self::WrongKind => Some(Problem::NotAPicture),
        }
    }

    fn done(self, language: Language) -> Option<&'static str> {
        match self {
            Self::Saved => Some(words::LOGO_SAVED.get(language)),
            Self::Removed => Some(words::LOGO_REMOVED.get(language)),
            Self::Missing | Self::TooLarge | Self::WrongKind => None,
        }
    }
}

/// The logo as it is, and the form that changes it.
#[component]
pub fn Logo(institution: String, logo: Option<FileId>) -> impl IntoView {
    let language = language();
    let news = use_query_map().with_untracked(|query| query.get("logo").and_then(|code| LogoNews::from_code(&code)));
    let done = news.and_then(|news| news.done(language));
    let spec = FieldSpec::new("logo", "logo-file", words::LOGO_FILE.get(language))
        .hint(words::LOGO_HELP.get(language))
        .problem(Signal::stored(news.and_then(LogoNews::problem)));
    view! {
        <section class="card-p mt-m" id="logo" aria-labelledby="logo-title">
            <h2 id="logo-title">{words::LOGO.get(language)}</h2>
            {done.map(|text| view! { <Note tone=Tone::Ok announced=true><p>{text}</p></Note> })}
            {kept(logo, move || view! { <Chosen institution=institution.clone() logo spec=spec.clone()/> })}
        </section>
    }
}

/// The logo that is kept, and what is chosen in its place.
#[component]
fn Chosen(institution: String, logo: Option<FileId>, spec: FieldSpec) -> impl IntoView {
    let language = language();
    let picture = logo.map(|id| {
        view! { <p><img class="logo" src=routes::document(&institution, id) alt=words::LOGO_ALT.get(language)/></p> }
    });
    let remove = logo.map(|_| {
        view! {
            <button class="btn btn-outline-danger" type="submit" name="intent" value="remove">
                {words::LOGO_REMOVE.get(language)}
            </button>
        }
    });
    view! {
        {picture}
        <form method="post" action=routes::logo_upload(&institution) enctype="multipart/form-data">
            <FileField spec accept="image/png,image/jpeg"/>
            <div class="btns">
                <button class="btn btn-outline-primary" type="submit" name="intent" value="save">
                    {words::LOGO_SAVE.get(language)}
                </button>
                {remove}
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_news_has_its_word_and_its_text() {
        for news in LogoNews::ALL {
            assert_eq!(LogoNews::from_code(news.code()), Some(news));
            assert_eq!(news.problem().is_none(), news.done(Language::It).is_some());
        }
        let error = FieldError { field: "logo".to_owned(), problem: Problem::FileTooLarge { max_mb: LOGO_MB } };
        assert_eq!(LogoNews::of(&[error]), Some(LogoNews::TooLarge));
        assert_eq!(LogoNews::of(&[]), None);
    }
}
