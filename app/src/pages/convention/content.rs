//! What a convention says, its document, and starting another one like it.

use domain::convention::stamp::StampDuty;
use domain::convention::view::ConventionView;
use i18n::choice::choice;
use i18n::convention as words;
use leptos::prelude::*;

use crate::language::language;
use crate::{routes, time};

/// «Che cosa prevede».
#[component]
pub fn Content(view: ConventionView) -> impl IntoView {
    let language = language();
    let kind = view.kind.map(|kind| choice("convention_kind", kind.code(), language).to_owned()).unwrap_or_default();
    let duration = match view.duration_months {
        None => String::new(),
        Some(1) => words::ONE_MONTH.get(language).to_owned(),
        Some(months) => words::MONTHS.fill(language, &[("n", &months.to_string())]),
    };
    let renewal = if view.renewal {
        let numbers = [("months", view.renewal_months.to_string()), ("days", view.notice_days.to_string())];
        words::RENEWS.fill(language, &numbers.each_ref().map(|(name, text)| (*name, text.as_str())))
    } else {
        words::NO_RENEWAL.get(language).to_owned()
    };
    let digital = view.digital_signature.map(|yes| choice("digital_signature", if yes { "yes" } else { "no" }, language));
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| time::long_date(day, language)).unwrap_or_default();
    let protocol = view.protocol_date.map(|on| {
        let date = time::date(on);
        words::PROTOCOL_OF.fill(language, &[("number", &view.protocol), ("date", &date)])
    });
    let rows = [
        (words::DESCRIPTION, view.description.clone()),
        (words::KIND, kind),
        (words::DURATION, duration),
        (words::STIPULATED, day(view.stipulated_on)),
        (words::EXPIRES, day(view.expires_on)),
        (words::RENEWAL, renewal),
        (words::AREA, view.area.clone()),
        (words::DIGITAL_AVAILABLE, digital.unwrap_or_default().to_owned()),
        (words::DEPARTMENT, view.department.clone()),
        (words::PROTOCOL, protocol.unwrap_or_default()),
        (words::STAMP, stamp(&view)),
    ];
    let rows = rows.into_iter().filter(|(_, text)| !text.is_empty());
    let rows = rows.map(|(word, text)| view! { <dt>{word.get(language)}</dt><dd class="pre">{text}</dd> }).collect_view();
    view! { <section class="card-p"><h2>{words::CONTENT.get(language)}</h2><dl class="dl">{rows}</dl></section> }
}

fn stamp(view: &ConventionView) -> String {
    let language = language();
    let due = view.stamp_due.map(|euros| words::STAMP_DUE.fill(language, &[("euros", &euros.to_string())]));
    let settled = view.stamp.as_ref().map(|stamp| match stamp {
        StampDuty::Stamp { identifier } => words::STAMP_STAMP.fill(language, &[("id", identifier)]),
        StampDuty::Virtual { identifier } => words::STAMP_VIRTUAL.fill(language, &[("id", identifier)]),
        StampDuty::Exempt { reason } => words::STAMP_EXEMPT.fill(language, &[("reason", reason)]),
    });
    let due = due.filter(|_| !matches!(view.stamp, Some(StampDuty::Exempt { .. })));
    [due, settled].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The document that is signed.
#[component]
pub fn DocumentCard(institution: String, view: ConventionView) -> impl IntoView {
    let language = language();
    let (id, at) = view.document.zip(view.document_at)?;
    let date = time::long_date(time::in_rome(at).date(), language);
    let href = routes::document(&institution, id);
    Some(view! {
        <section class="card-p">
            <h2>{words::DOCUMENT.get(language)}</h2>
            <p class="small muted">{words::DOCUMENT_OF.fill(language, &[("date", &date)])}</p>
            <a class="btn btn-outline-primary btn-s" href=href rel="external" download>{words::DOWNLOAD.get(language)}</a>
        </section>
    })
}

/// Starting from this one (C16), for the host.
#[component]
pub fn LikeThis(institution: String, view: ConventionView, is_host: bool) -> impl IntoView {
    let language = language();
    let offered = is_host && !view.state.is_open();
    offered.then(|| {
        view! {
            <section class="card-p">
                <h2>{words::LIKE_THIS.get(language)}</h2>
                <p class="small muted">{words::LIKE_THIS_TEXT.get(language)}</p>
                <a class="btn btn-outline-primary btn-s" href=routes::new_convention_like(&institution, view.id)>
                    {words::PROPOSE.get(language)}
                </a>
            </section>
        }
    })
}
