//! The fields of each part of the project's wizard. The words of a field are found by its `label`.

use super::address::{AddressNames, DOMICILE, RESIDENCE};
use super::content::{CFU_MAX, TEXT_MAX};
use crate::accreditation::fields::{Field, Kind, Need, is_italian};
use crate::answers::Answers;
use crate::coded::coded;
use crate::convention::request::YES_NO;
use crate::profile::ProjectKind;
use crate::schedule::DAYS;

coded! {
    /// One page of the wizard; its code is its word in the address (`/{i}/area/progetti/{id}/compila/{step}`).
    Part {
        Trainee = "tirocinante",
        Host = "sede",
        Tutors = "tutor",
        Content = "contenuti",
        Time = "orario",
        /// Shown, not asked: the lights.
        Insurance = "assicurazione",
        Obligations = "obblighi",
        Summary = "riepilogo",
    }
}

const LINE: Kind = Kind::Line { max: 120 };

const fn field(name: &'static str, kind: Kind, need: Need) -> Field {
    Field { name, label: name, kind, need, autocomplete: "" }
}

const fn lines(name: &'static str, need: Need) -> Field {
    field(name, Kind::Lines { max: TEXT_MAX }, need)
}

/// The fields of `part` for these answers, in the order in which they are asked. Tutors and contacts are chosen by id from
/// what the host and the registry have, which the page lists.
pub fn fields(part: Part, answers: &Answers, kind: ProjectKind) -> Vec<Field> {
    use Need::{Mandatory, Optional};
    match part {
        Part::Trainee => trainee(answers),
        Part::Host => vec![field("sector", LINE, Mandatory), field("offsite", Kind::Lines { max: 500 }, Optional)],
        Part::Tutors => vec![
            field("host_tutor", LINE, Mandatory),
            field("host_tutor_substitute", LINE, Optional),
            field("academic_tutor", LINE, Mandatory),
            field("admin_contact", LINE, Optional),
        ],
        Part::Content => {
            let credits = if kind == ProjectKind::Curricular { Mandatory } else { Optional };
            vec![
                lines("objectives", Mandatory),
                lines("activities", Mandatory),
                lines("methods", Mandatory),
                lines("link_to_course", if kind == ProjectKind::Extracurricular { Optional } else { Mandatory }),
                lines("verification", Mandatory),
                field("cfu", Kind::Line { max: CFU_MAX.ilog10() as i64 + 1 }, credits),
                field("thesis_related", Kind::Tick, Optional),
                field("facilitations", Kind::Lines { max: 500 }, Optional),
                field("indemnity", Kind::Number, Optional),
            ]
        }
        Part::Time => {
            let mut fields = vec![field("start", Kind::Date, Mandatory), field("end", Kind::Date, Mandatory)];
            fields.extend(DAYS.map(|day| field(day, LINE, Need::Ruled)));
            fields.push(field("closures", Kind::Lines { max: 500 }, Optional));
            fields.push(field("holidays_worked", Kind::Tick, Optional));
            fields.push(field("remote_share", Kind::Number, Optional));
            fields
        }
        Part::Obligations => vec![field("obligations_accepted", Kind::Tick, Mandatory)],
        Part::Insurance | Part::Summary => Vec::new(),
    }
}

fn trainee(answers: &Answers) -> Vec<Field> {
    use Need::{Mandatory, Optional};
    let mut fields = vec![
        Field { autocomplete: "email", ..field("trainee_email", Kind::Email, Mandatory) },
        Field { autocomplete: "tel", ..field("trainee_phone", Kind::Phone, Mandatory) },
    ];
    fields.extend(address(&RESIDENCE, answers));
    fields.push(field("domicile_differs", Kind::Tick, Optional));
    if answers.flag("domicile_differs") {
        fields.extend(address(&DOMICILE, answers));
    }
    fields.push(field("non_eu", Kind::Choice(&YES_NO), Mandatory));
    if answers.get("non_eu") == "yes" {
        fields.push(field("permit_number", Kind::Line { max: 40 }, Mandatory));
        fields.push(field("permit_expires_on", Kind::Date, Mandatory));
    }
    fields.push(field("disability_l68", Kind::Tick, Optional));
    fields.push(field("disadvantaged", Kind::Tick, Optional));
    fields
}

fn address(names: &AddressNames, answers: &Answers) -> Vec<Field> {
    let italian = is_italian(answers, names.country);
    let named = |name, label, kind, need| Field { name, label, kind, need, autocomplete: "" };
    let mut fields = vec![
        named(names.country, "country", Kind::Country, Need::Mandatory),
        named(names.street, "street", LINE, Need::Mandatory),
        named(names.civic_no, "civic_no", Kind::Line { max: 10 }, Need::Optional),
        named(names.postal_code, "postal_code", Kind::Line { max: if italian { 5 } else { 12 } }, Need::Mandatory),
        named(names.city, "city", if italian { Kind::Municipality } else { LINE }, Need::Mandatory),
    ];
    if italian {
        fields.push(named(names.province, "province", Kind::Line { max: 2 }, Need::Mandatory));
    }
    fields
}
