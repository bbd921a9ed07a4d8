//! What the routes are called with: well formed, and naming what is host A's.

use super::rows::Pairs;
use super::subject::Subject;
use crate::support::PASSWORD;

pub fn at(_: &Subject) -> Pairs {
    vec![("institution", "upo".to_owned())]
}

pub fn request(subject: &Subject) -> Pairs {
    vec![("institution", "upo".to_owned()), ("id", subject.request.id.to_string())]
}

pub fn step(_: &Subject) -> Pairs {
    vec![("institution", "upo".to_owned()), ("step", "nazione".to_owned()), ("intent", "save".to_owned())]
}

pub fn decision(subject: &Subject, event: &str) -> Pairs {
    let mut pairs = request(subject);
    pairs.push(("decision[event]", event.to_owned()));
    pairs.push(("decision[version]", subject.version.to_string()));
    pairs.push(("decision[note]", "Manca qualche cosa di importante".to_owned()));
    pairs.push(("decision[reason]", "Per un motivo scritto per esteso".to_owned()));
    pairs
}

pub fn newcomer(subject: &Subject) -> Pairs {
    vec![
        ("institution", "upo".to_owned()),
        ("contact", subject.newcomer.map(|id| id.to_string()).unwrap_or_default()),
        ("decision", "admit".to_owned()),
    ]
}

pub fn person(subject: &Subject) -> Pairs {
    vec![("institution", "upo".to_owned()), ("contact", subject.colleague.to_string())]
}

pub fn invited(subject: &Subject) -> Pairs {
    let email = format!("invitata.{}@persone.example", subject.colleague);
    vec![
        ("institution", "upo".to_owned()),
        ("answers[contact_first_name]", "Ines".to_owned()),
        ("answers[contact_last_name]", "Novara".to_owned()),
        ("answers[contact_role_title]", "Capo officina".to_owned()),
        ("answers[contact_kinds_referente]", "true".to_owned()),
        ("answers[contact_email]", email),
        ("answers[contact_phone]", "015 555099".to_owned()),
    ]
}

pub fn saved_person(subject: &Subject) -> Pairs {
    let named = [("contact", subject.colleague.to_string()), ("version", "1".to_owned())];
    invited(subject).into_iter().chain(named).collect()
}

pub fn seat(subject: &Subject) -> Pairs {
    vec![("institution", "upo".to_owned()), ("seat", subject.seat.to_string())]
}

pub fn saved_seat(subject: &Subject) -> Pairs {
    let answers = [
        ("version", "1"),
        ("answers[operating_seat_name]", "Officina"),
        ("answers[operating_seat_street]", "Via Milano"),
        ("answers[operating_seat_postal_code]", "13900"),
        ("answers[operating_seat_city]", "Biella"),
        ("answers[operating_seat_province]", "BI"),
    ];
    seat(subject).into_iter().chain(answers.map(|(name, value)| (name, value.to_owned()))).collect()
}

pub fn saved_rep(_: &Subject) -> Pairs {
    let answers = [
        ("answers[rep_first_name]", "Mario"),
        ("answers[rep_last_name]", "Rossi"),
        ("answers[rep_sex]", "M"),
        ("answers[rep_birth_date]", "10/04/1985"),
        ("answers[rep_birth_place]", "Roma"),
        ("answers[rep_birth_province]", "RM"),
        ("answers[rep_tax_code]", "RSSMRA85D10H501H"),
        ("answers[rep_office_held]", "president"),
        ("version", "1"),
        ("institution", "upo"),
    ];
    answers.map(|(name, value)| (name, value.to_owned())).into()
}

pub fn asked(_: &Subject) -> Pairs {
    let answers = [
        ("institution", "upo"),
        ("intent", "submit"),
        ("answers[convention_kind]", "both"),
        ("answers[description]", "Tirocini in cartiera"),
        ("answers[duration_months]", "24"),
        ("answers[area]", "Scienze economiche e statistiche"),
        ("answers[digital_signature]", "yes"),
        ("answers[tacit_renewal]", "no"),
        ("answers[acknowledged]", "true"),
    ];
    answers.map(|(name, value)| (name, value.to_owned())).into()
}

pub fn one_convention(subject: &Subject) -> Pairs {
    vec![
        ("institution", "upo".to_owned()),
        ("convention", subject.convention.to_string()),
        ("version", subject.convention_version.to_string()),
    ]
}

pub fn decided(subject: &Subject, event: &str) -> Pairs {
    let more = [
        ("decision[event]", event.to_owned()),
        ("decision[version]", subject.convention_version.to_string()),
        ("decision[note]", "Per un motivo scritto per esteso".to_owned()),
    ];
    one_convention(subject).into_iter().chain(more).collect()
}

pub fn on_paper(subject: &Subject) -> Pairs {
    let more = [("signer", "legal_rep".to_owned()), ("note", "Consegnata a mano in ufficio".to_owned())];
    one_convention(subject).into_iter().chain(more).collect()
}

pub fn activated(subject: &Subject) -> Pairs {
    let more = [
        ("answers[protocol_number]", "0152340"),
        ("answers[protocol_date]", "01/02/2026"),
        ("answers[stamp_mode]", "exempt"),
        ("answers[stamp_exempt_reason]", "Ente pubblico"),
    ];
    let more = more.map(|(name, value)| (name, value.to_owned()));
    one_convention(subject).into_iter().chain(more).collect()
}

pub fn copy(subject: &Subject) -> Pairs {
    one_convention(subject).into_iter().chain([("signer", "legal_rep".to_owned())]).collect()
}

pub fn nobody(_: &Subject) -> Pairs {
    vec![("login", "nobody.at.all".to_owned()), ("password", PASSWORD.to_owned())]
}

pub fn none(_: &Subject) -> Pairs {
    Vec::new()
}

pub fn new_password(_: &Subject) -> Pairs {
    [("current", PASSWORD), ("password", PASSWORD), ("again", PASSWORD)].map(|(name, value)| (name, value.to_owned())).into()
}
