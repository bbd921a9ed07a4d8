use domain::access::Role;
use domain::convention::view::{Stop, StopKind, StopState};
use i18n::{Word, convention as words};
use leptos::prelude::*;

use crate::components::Mark;
use crate::language::language;
use crate::time;

/// The track: what is done, whose turn it is, what is to come.
#[component]
pub fn Track(stops: Vec<Stop>) -> impl IntoView {
    let language = language();
    let total = stops.len();
    let now = stops.iter().position(|stop| stop.state == StopState::Now);
    let here = now.and_then(|place| stops.get(place).map(|stop| (place, stop.clone())));
    let phone = here.map(|(place, stop)| {
        let numbers = [("n", (place + 1).to_string()), ("m", total.to_string())];
        let step = words::STOP.fill(language, &numbers.each_ref().map(|(name, text)| (*name, text.as_str())));
        let details = Some(details(&stop)).filter(|text| !text.is_empty()).map(|text| [" · ", &text].concat());
        view! {
            <p class="bridge-now only-phone" aria-hidden="true">
                <b>{title(stop.kind).get(language)}</b><br/><span class="small muted">{step}{details}</span>
            </p>
        }
    });
    let piers = stops.into_iter().map(pier).collect_view();
    view! {
        <section class="card-p track">
            <h2 class="vh">{words::TRACK.get(language)}</h2>
            <ol class="bridge">{piers}</ol>
            {phone}
        </section>
    }
}

fn pier(stop: Stop) -> impl IntoView {
    let (class, mark, current) = match stop.state {
        StopState::Done => ("done", Mark::Tick, None),
        StopState::Now => ("now", Mark::Wait, Some("step")),
        StopState::ToDo => ("todo", Mark::Ended, None),
    };
    let details = details(&stop);
    view! {
        <li class=class aria-current=current>
            <span class="pier">{mark.view()}</span>
            <span class="l"><b>{title(stop.kind).get(language())}</b>{details}</span>
        </li>
    }
}

fn title(kind: StopKind) -> Word {
    match kind {
        StopKind::Asked => words::ASKED,
        StopKind::Approved => words::APPROVED,
        StopKind::Signed { role: Role::LegalRep | Role::Contact | Role::HostTutor } => words::HOST_SIGNS,
        StopKind::Signed { .. } => words::PROMOTER_SIGNS,
        StopKind::Active => words::ACTIVE,
    }
}

/// Who and when: «Anna Esposito, 17 novembre», «la Rettrice, entro il 27 novembre».
fn details(stop: &Stop) -> String {
    let language = language();
    let day = stop.on.map(|on| {
        let date = time::short_date(on, language);
        if stop.state == StopState::Now { words::BY.fill(language, &[("date", &date)]) } else { date }
    });
    [Some(stop.who.clone()).filter(|who| !who.is_empty()), day].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
