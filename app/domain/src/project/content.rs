//! The content of a project as bytes: the same content gives the same bytes, different contents different ones. The caller
//! hashes them. Source: domain reference 2.10, 3.6.

use std::collections::BTreeMap;

use super::form::{Address, Project};
use super::snapshot::{Head, HostSnapshot, TraineeIdentity, TutorNames};
use crate::profile::{ProjectKind, StartMode};
use crate::schedule::DAYS;

/// Everything the parties agree to.
#[derive(Debug, Clone, Copy)]
pub struct Whole<'a> {
    pub head: &'a Head,
    pub trainee: &'a TraineeIdentity,
    pub host: &'a HostSnapshot,
    pub tutors: &'a TutorNames,
    pub project: &'a Project,
}

/// Name → value; what is empty is left out of the bytes.
type Values = BTreeMap<String, String>;

fn put(values: &mut Values, name: &str, value: impl ToString) {
    values.insert(name.to_owned(), value.to_string());
}

fn may_put(values: &mut Values, name: &str, value: Option<impl ToString>) {
    if let Some(value) = value {
        put(values, name, value);
    }
}

impl Whole<'_> {
    /// The bytes to hash. The project's own number is not part of them: it says nothing of what is agreed to; nor is the
    /// number of other trainees, which changes by itself.
    pub fn canonical(&self) -> Vec<u8> {
        let values = self.values();
        canonical(values.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }

    /// The named values, in the order of the names; also what a difference between two versions is shown by.
    pub fn values(&self) -> BTreeMap<String, String> {
        let mut values = Values::new();
        self.put_head(&mut values);
        self.put_trainee(&mut values);
        self.put_host(&mut values);
        self.put_content(&mut values);
        self.put_time(&mut values);
        values
    }

    fn put_head(&self, values: &mut Values) {
        put(values, "kind", kind_word(self.head.kind));
        put(values, "start_mode", start_word(self.head.start_mode));
        put(values, "convention", self.head.convention);
        put(values, "convention_number", &self.head.convention_number);
        may_put(values, "department", self.head.department.as_ref());
    }

    fn put_trainee(&self, values: &mut Values) {
        let (who, own) = (self.trainee, &self.project.trainee);
        put(values, "matricola", &who.matricola);
        put(values, "trainee_first_name", &who.first_name);
        put(values, "trainee_last_name", &who.last_name);
        put(values, "trainee_birth_date", who.birth_date);
        put(values, "trainee_birth_place", &who.birth_place);
        may_put(values, "trainee_tax_code", who.tax_code.as_ref());
        may_put(values, "trainee_citizenship", who.citizenship.as_ref());
        put(values, "course", &who.course);
        may_put(values, "course_year", who.course_year);
        put(values, "trainee_email", &own.email);
        put(values, "trainee_phone", &own.phone);
        put_address(values, "residence", &own.residence);
        if let Some(domicile) = &own.domicile {
            put_address(values, "domicile", domicile);
        }
        may_put(values, "permit_number", own.permit.as_ref().map(|permit| &permit.number));
        may_put(values, "permit_expires_on", own.permit.as_ref().map(|permit| permit.expires_on));
        put(values, "disability_l68", own.disability_l68);
        put(values, "disadvantaged", own.disadvantaged);
    }

    fn put_host(&self, values: &mut Values) {
        let (host, tutors) = (self.host, self.tutors);
        put(values, "host", &host.legal_name);
        may_put(values, "host_tax_code", host.tax_code.as_ref());
        put(values, "legal_rep", &host.legal_rep);
        put(values, "seat", host.seat);
        put(values, "seat_name", &host.seat_name);
        put(values, "seat_address", &host.seat_address);
        may_put(values, "ateco", host.ateco.as_ref());
        may_put(values, "ccnl", host.ccnl.as_ref());
        put(values, "employees_base", host.employees_base);
        put(values, "sector", &self.project.host.sector);
        may_put(values, "offsite", self.project.host.offsite.as_ref());
        put(values, "host_tutor", &tutors.host_tutor);
        may_put(values, "host_tutor_substitute", tutors.host_tutor_substitute.as_ref());
        may_put(values, "academic_tutor", tutors.academic_tutor.as_ref());
        may_put(values, "admin_contact", tutors.admin_contact.as_ref());
    }

    fn put_content(&self, values: &mut Values) {
        let content = &self.project.content;
        put(values, "objectives", &content.objectives);
        put(values, "activities", &content.activities);
        put(values, "methods", &content.methods);
        may_put(values, "link_to_course", content.link_to_course.as_ref());
        put(values, "verification", &content.verification);
        may_put(values, "cfu", content.cfu);
        put(values, "thesis_related", content.thesis_related);
        may_put(values, "facilitations", content.facilitations.as_ref());
        may_put(values, "indemnity", content.indemnity);
    }

    fn put_time(&self, values: &mut Values) {
        let time = &self.project.time;
        put(values, "start", time.start);
        put(values, "end", time.end);
        for (day, bands) in DAYS.iter().zip(&time.week.days) {
            let bands = bands.iter().map(ToString::to_string);
            put(values, day, bands.collect::<Vec<_>>().join(" "));
        }
        let closures = time.closures.iter().map(|closure| format!("{} {}", closure.from, closure.to));
        put(values, "closures", closures.collect::<Vec<_>>().join(" "));
        put(values, "holidays_worked", time.holidays_worked);
        put(values, "hours_total_minutes", time.total().minutes);
        may_put(values, "remote_share", time.remote_share);
    }
}

/// Words of their own, so that renaming in the code leaves the hashes as they are.
fn kind_word(kind: ProjectKind) -> &'static str {
    match kind {
        ProjectKind::Curricular => "curricular",
        ProjectKind::Extracurricular => "extracurricular",
        ProjectKind::Pcto => "pcto",
    }
}

fn start_word(mode: StartMode) -> &'static str {
    match mode {
        StartMode::KnownStudent => "known_student",
        StartMode::FromApplication => "from_application",
        StartMode::SchoolAssigned => "school_assigned",
    }
}

fn put_address(values: &mut Values, name: &str, address: &Address) {
    put(values, &format!("{name}_country"), &address.country);
    put(values, &format!("{name}_street"), &address.street);
    may_put(values, &format!("{name}_civic_no"), address.civic_no.as_ref());
    put(values, &format!("{name}_postal_code"), &address.postal_code);
    put(values, &format!("{name}_city"), &address.city);
    may_put(values, &format!("{name}_province"), address.province.as_ref());
}

/// First line of the bytes: raised whenever their form changes, so that old hashes stay explainable.
const FORM: &str = "ponte project content 1";

/// The canonical bytes of named values, whatever their order: one line each, `name`, a tab, the value, sorted by name.
/// Names are unique; what has no value is left out. Tabs, line ends and back-slashes in values are written `\t`, `\n`, `\\`.
pub fn canonical<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<u8> {
    let mut lines: Vec<(&str, &str)> = values.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    lines.sort_unstable();
    let mut text = String::from(FORM);
    for (name, value) in lines {
        text.push('\n');
        escape(name, &mut text);
        text.push('\t');
        escape(value, &mut text);
    }
    text.into_bytes()
}

fn escape(part: &str, text: &mut String) {
    for c in part.chars() {
        match c {
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            c => text.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bytes(values: &BTreeMap<String, String>) -> Vec<u8> {
        canonical(values.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }

    #[test]
    fn the_order_does_not_matter_and_line_ends_are_no_lines() {
        let text = |values: &[(&str, &str)]| String::from_utf8(canonical(values.iter().copied())).expect("is text");
        let one = text(&[("b", "2"), ("a", "1\nb\t3"), ("c", "")]);
        assert_eq!(one, "ponte project content 1\na\t1\\nb\\t3\nb\t2");
        assert_eq!(one, text(&[("a", "1\nb\t3"), ("b", "2")]));
    }

    proptest! {
        #[test]
        fn different_contents_have_different_bytes(
            one in prop::collection::btree_map("[a-b\\\\\n\t]{1,3}", "[a-b\\\\\n\t]{1,4}", 0..4),
            other in prop::collection::btree_map("[a-b\\\\\n\t]{1,3}", "[a-b\\\\\n\t]{1,4}", 0..4),
        ) {
            prop_assert_eq!(one == other, bytes(&one) == bytes(&other));
        }
    }
}
