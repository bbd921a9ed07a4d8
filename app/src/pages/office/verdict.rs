//! What a check says, in the office's words: shape, word and colour.

use domain::accreditation::view::{Light, Verdict};
use domain::check::Problem;
use i18n::office as words;
use i18n::{Language, Word, problem};
use leptos::prelude::*;

use crate::components::Mark;
use crate::language::language;

/// One verdict in its cell.
#[component]
pub fn VerdictView(light: Light, verdict: Verdict) -> impl IntoView {
    let language = language();
    let Some((text, why)) = said(&verdict, language) else {
        return view! { <span class="vh">{words::NO_CHECK.get(language)}</span> }.into_any();
    };
    let (class, mark) = match light {
        Light::Ok => ("st t-ok", Mark::Ok),
        Light::Wait => ("st t-wait", Mark::Wait),
        Light::Warn => ("st t-warn", Mark::Warn),
        Light::Bad => ("st t-bad", Mark::Bad),
    };
    let why = why.map(|why| view! { <small>{why}</small> });
    view! { <span class=class>{mark.view()}<span>{text}{why}</span></span> }.into_any()
}

/// The verdict's words and what they matter for.
fn said(verdict: &Verdict, language: Language) -> Option<(String, Option<String>)> {
    let plain = |word: Word| Some((word.get(language).to_owned(), None));
    let with = |word: Word, why: String| Some((word.get(language).to_owned(), Some(why)));
    match verdict {
        Verdict::Plain => None,
        Verdict::CheckDigitRight => plain(words::CHECK_DIGIT),
        Verdict::NeverRegistered => plain(words::NEVER_REGISTERED),
        Verdict::PostalCodeAgrees => plain(words::POSTAL_CODE_AGREES),
        Verdict::FormRight => plain(words::FORM_RIGHT),
        Verdict::EmailVerified => plain(words::MAIL_VERIFIED),
        Verdict::ToComplete => with(words::TO_COMPLETE, words::TO_COMPLETE_WHY.get(language).to_owned()),
        Verdict::Look { problem } => match short(problem) {
            Some((word, why)) => Some((word.get(language).to_owned(), why.map(|why| why.get(language).to_owned()))),
            None => with(words::LOOK, problem::text(problem, language)),
        },
    }
}

/// Problems that the office names itself; the others are told as the company reads them.
fn short(problem: &Problem) -> Option<(Word, Option<Word>)> {
    match problem {
        Problem::Missing => Some((words::MISSING, None)),
        Problem::Outdated => Some((words::OUTDATED, Some(words::OUTDATED_WHY))),
        Problem::PostalCodePlace => Some((words::POSTAL_CODE_ELSEWHERE, None)),
        Problem::ProvincePlace => Some((words::PROVINCE_ELSEWHERE, None)),
        Problem::VatOffice => Some((words::VAT_OFFICE, None)),
        Problem::TaxCodeProvisional => Some((words::PROVISIONAL, None)),
        Problem::TaxCodeNames => Some((words::NAMES_DIFFER, None)),
        Problem::ForeignVatCheck => Some((words::FOREIGN_CHECK, None)),
        _ => None,
    }
}
