//! Every template with its samples, in both languages.

use backend::mail::facts::*;
use backend::mail::{Facts, Kind, Sender, render};
use chrono::{DateTime, Utc};
use domain::language::Language;
use serde_json::{Value, json, to_value};

use crate::case_letters;

fn sender() -> Sender {
    Sender {
        institution: "Università del Piemonte Orientale".into(),
        short_name: "UPO".into(),
        from: "stage@upo.example".into(),
        reply_to: "ufficio.stage@upo.example".into(),
        phone: "0321 000000".into(),
        tint: "#74204d".into(),
        external_url: "https://ponte.example".into(),
    }
}

pub const HOST: &str = "Officine Rossi & Figli S.r.l.";
pub const REASON: &str = "Il codice fiscale non è quello dell’azienda.\n\nScriveteci <prima> di riprovare.";

pub fn sample(facts: impl Facts) -> (Kind, Value) {
    (facts.kind(), to_value(facts).unwrap())
}

pub fn at() -> DateTime<Utc> {
    "2026-11-18T13:05:00Z".parse().unwrap()
}

fn samples() -> Vec<(Kind, Value)> {
    let (host, link) = (HOST.to_owned(), "/upo/area".to_owned());
    let mut all = [case_letters::of_conventions(), case_letters::of_projects()].concat();
    all.extend([
        sample(VerificationCode {
            code: "048213".into(),
            minutes: 15,
            user_name: "rosanna.tibaldi".into(),
            link: "/verifica-email?utente=rosanna.tibaldi".into(),
        }),
        sample(AccreditationRejected {
            host: host.clone(),
            number: 12,
            reason: REASON.into(),
            link: "/upo/accreditamento".into(),
        }),
        sample(IntegrationRequested {
            host: host.clone(),
            number: 12,
            note: "Mancano due cose.".into(),
            notes: vec![
                FieldNote { label: "PEC".into(), note: "Questa è una casella ordinaria.".into() },
                FieldNote { label: "Sede legale".into(), note: "Il CAP è di un altro comune.".into() },
            ],
            link: link.clone(),
        }),
        sample(IntegrationRequested {
            host: host.clone(),
            number: 12,
            note: "Manca la PEC.".into(),
            notes: vec![],
            link: link.clone(),
        }),
        sample(PasswordLink { user_name: "rosanna.tibaldi".into(), minutes: 30, link: "/recupera-password?link=0f1e".into() }),
        sample(UserNames { names: vec!["rosanna.tibaldi@esterni.uniupo.it".into()] }),
        sample(UserNames { names: vec!["rosanna.tibaldi@esterni.uniupo.it".into(), "r.tibaldi".into()] }),
        sample(ResumeLink { days: 30, link: "/upo/accreditamento?riprendi=0f1e".into() }),
    ]);
    for (number, waits_for) in [(Some(12), WaitsFor::Office), (None, WaitsFor::HostContact), (Some(12), WaitsFor::Nobody)] {
        let login = "rosanna.tibaldi@esterni.uniupo.it".into();
        all.push(sample(RegistrationReceived { login, host: host.clone(), number, waits_for, link: link.clone() }));
    }
    for event in [
        RequestEvent::Submitted,
        RequestEvent::Resubmitted,
        RequestEvent::Withdrawn,
        RequestEvent::Changed,
        RequestEvent::Contact,
    ] {
        all.push(sample(AccreditationRequest {
            event,
            number: 12,
            host: host.clone(),
            identifiers: vec!["CF 01234567897".into(), "P.IVA 01234567897".into()],
            place: "Novara (NO)".into(),
            contact: "Rosanna Tibaldi".into(),
            link: "/upo/ufficio/accreditamenti/12".into(),
        }));
    }
    for (is_change, note) in [(false, None), (false, Some("Buon lavoro.".to_owned())), (true, None)] {
        all.push(sample(AccreditationApproved { host: host.clone(), number: 12, is_change, note, link: link.clone() }));
    }
    for (event, reason) in
        [(SuspensionEvent::Suspended, REASON), (SuspensionEvent::Reinstated, "Tutto chiarito."), (SuspensionEvent::Revoked, "")]
    {
        let reason = reason.to_owned();
        all.push(sample(AccreditationSuspended { event, host: host.clone(), number: 12, reason, link: link.clone() }));
    }
    let (person, host_name) = ("Marco Bianchi".to_owned(), host.clone());
    let link_of_code = "/verifica-email".to_owned();
    let event = ContactEvent::Invited;
    all.push(sample(ContactChanged { event, person, host: host_name, to_person: true, days: 30, link: link_of_code }));
    for event in
        [ContactEvent::Waiting, ContactEvent::Added, ContactEvent::Admitted, ContactEvent::Refused, ContactEvent::Disabled]
    {
        for to_person in [true, false] {
            let person = "Marco Bianchi".into();
            all.push(sample(ContactChanged { event, person, host: host.clone(), to_person, days: 0, link: link.clone() }));
        }
    }
    for warning in [
        Warning::CodeLocked,
        Warning::FailedLogins,
        Warning::PasswordChanged,
        Warning::PasswordReset,
        Warning::EmailChanged,
        Warning::Disabled,
        Warning::Enabled,
    ] {
        all.push(sample(SecurityEvent { warning, user_name: "rosanna.tibaldi".into(), at: at() }));
    }
    all
}

#[test]
fn every_letter_says_what_it_should() {
    for language in [Language::It, Language::En] {
        for kind in Kind::all() {
            let of_kind = samples().into_iter().filter(|(other, _)| *other == kind);
            let written = of_kind.map(|(kind, facts)| {
                let rendered = render(kind, language, &sender(), &facts).unwrap();
                format!("Subject: {}\n\n{}", rendered.subject, rendered.text)
            });
            let written = written.collect::<Vec<_>>();
            assert!(!written.is_empty(), "{kind:?} has no sample");
            insta::assert_snapshot!(format!("{}.{}", kind.code(), language.code()), written.join("\n\n==========\n\n"));
        }
    }
}

#[test]
fn the_html_says_the_same_and_escapes_what_people_wrote() {
    for language in [Language::It, Language::En] {
        for (kind, facts) in samples() {
            let rendered = render(kind, language, &sender(), &facts).unwrap();
            assert!(rendered.html.starts_with("<!doctype html>\n<html lang="), "{kind:?}");
            assert!(!rendered.html.contains("<prima>") && !rendered.html.contains("Rossi & Figli"), "{kind:?}");
            assert!(!rendered.html.contains("<p></p>") && !rendered.text.contains("</p>"), "{kind:?}");
            assert!(!rendered.text.contains("&amp;") && !rendered.text.contains(".."), "{kind:?}");
            assert_eq!(words(&rendered.html), words(&rendered.text), "{kind:?} {language:?}");
        }
    }
}

/// The words of a letter's body, without mark-up and without the signs that stand for it in the text.
fn words(written: &str) -> Vec<String> {
    let body = written.split_once("</h1>").map_or(written, |(_, body)| body);
    let body = body.split("\n-- \n").next().unwrap_or(body);
    let body = body.split("</div>").next().unwrap_or(body);
    let is_html = written.starts_with("<!doctype");
    let mut plain = String::new();
    let mut is_tag = false;
    for letter in body.chars() {
        match letter {
            '<' if is_html => is_tag = true,
            '>' if is_tag => {
                is_tag = false;
                plain.push(' ');
            }
            _ if !is_tag => plain.push(letter),
            _ => {}
        }
    }
    for (escaped, letter) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2f;", "/"), ("&amp;", "&")] {
        plain = plain.replace(escaped, letter);
    }
    let words = plain.split_whitespace().filter(|word| !["-", ">"].contains(word));
    words.map(|word| word.trim_end_matches(':').to_owned()).collect()
}

#[test]
fn a_subject_names_nobody() {
    for language in [Language::It, Language::En] {
        for (kind, facts) in samples() {
            let subject = render(kind, language, &sender(), &facts).unwrap().subject;
            let names = [HOST, "Rosanna", "Tibaldi", "Bianchi", "Verdi", "Neri"];
            assert!(subject.starts_with("[Ponte] ") && !names.iter().any(|name| subject.contains(name)), "{subject}");
        }
    }
}

#[test]
fn a_missing_fact_is_an_error_and_not_an_empty_place() {
    let facts = json!({ "code": "048213" });
    assert!(render(Kind::from_code("E01").unwrap(), Language::It, &sender(), &facts).is_err());
}
