//! From what was typed to the values of a registration, every problem at once. The same functions run in the browser (without
//! the table of places, which is the server's) and on the server.

use chrono::NaiveDate;

use crate::account::user_name::UserName;
use crate::accreditation::Part;
use crate::accreditation::company::{self, Company, HostIds};
use crate::accreditation::fields::operating_seat_is_given;
use crate::accreditation::fields::{LEGAL_SEAT, OPERATING_SEAT};
use crate::accreditation::person::{self, ContactPerson, LegalRepresentative};
use crate::accreditation::seat::{self, Seat};
use crate::answers::Answers;
use crate::check::{Checker, FieldError, Problem};
use crate::places::Places;
use crate::profile::{LegalRepDue, Profile};

/// What checking needs to know besides the answers.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// Today in Rome.
    pub today: NaiveDate,
    /// The table of municipalities and states; the browser has none.
    pub places: Option<&'a Places>,
    pub legal_rep_due: LegalRepDue,
}

impl<'a> Basis<'a> {
    /// The basis under a profile.
    pub fn new(today: NaiveDate, places: Option<&'a Places>, profile: &Profile) -> Self {
        Self { today, places, legal_rep_due: profile.accreditation.legal_rep_due }
    }
}

/// A whole registration, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Registration {
    pub ids: HostIds,
    pub company: Company,
    pub legal_seat: Seat,
    pub operating_seat: Option<Seat>,
    pub contact: ContactPerson,
    pub legal_rep: Option<LegalRepresentative>,
    pub user_name: UserName,
}

impl Registration {
    /// Every value, or every problem of every part. Errors: in the order of the parts.
    pub fn read(answers: &Answers, basis: &Basis) -> Result<Self, Vec<FieldError>> {
        let mut c = Checker::default();
        let ids = company::read_ids(&mut c, answers);
        let company = company::read_company(&mut c, answers, basis);
        let legal_seat = seat::read(&mut c, answers, &LEGAL_SEAT, basis);
        let operating_seat = operating_seat_is_given(answers).then(|| seat::read(&mut c, answers, &OPERATING_SEAT, basis));
        let contact = person::read_contact(&mut c, answers, basis);
        let legal_rep = person::read_legal_rep(&mut c, answers, basis);
        read_privacy(&mut c, answers);
        let user_name = read_user_name(&mut c, answers);
        c.finish(|| {
            Some(Self {
                ids: ids?,
                company: company?,
                legal_seat: legal_seat?,
                operating_seat: operating_seat.flatten(),
                contact: contact?,
                legal_rep: legal_rep.flatten(),
                user_name: user_name?,
            })
        })
    }
}

/// A second person who asks to enter a host that is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Joining {
    pub contact: ContactPerson,
    pub user_name: UserName,
}

impl Joining {
    /// The parts of the registration that somebody who joins goes through.
    pub const PARTS: [Part; 6] = [Part::Country, Part::Ids, Part::Contact, Part::Privacy, Part::UserName, Part::Summary];

    /// Every value, or every problem.
    pub fn read(answers: &Answers, basis: &Basis) -> Result<Self, Vec<FieldError>> {
        let mut c = Checker::default();
        company::read_ids(&mut c, answers);
        let contact = person::read_contact(&mut c, answers, basis);
        read_privacy(&mut c, answers);
        let user_name = read_user_name(&mut c, answers);
        c.finish(|| Some(Self { contact: contact?, user_name: user_name? }))
    }
}

/// Every problem of one part, in the order of its fields.
pub fn problems(part: Part, answers: &Answers, basis: &Basis) -> Vec<FieldError> {
    let mut c = Checker::default();
    match part {
        Part::Country => drop(company::read_country(&mut c, answers, "country")),
        Part::Ids => drop(company::read_ids(&mut c, answers)),
        Part::Company => drop(company::read_company(&mut c, answers, basis)),
        Part::Association => drop(company::read_association(&mut c, answers)),
        Part::LegalSeat => drop(seat::read(&mut c, answers, &LEGAL_SEAT, basis)),
        Part::OperatingSeat if !operating_seat_is_given(answers) => {}
        Part::OperatingSeat => drop(seat::read(&mut c, answers, &OPERATING_SEAT, basis)),
        Part::Contact => drop(person::read_contact(&mut c, answers, basis)),
        Part::LegalRep => drop(person::read_legal_rep(&mut c, answers, basis)),
        Part::Privacy => read_privacy(&mut c, answers),
        Part::UserName => drop(read_user_name(&mut c, answers)),
        Part::Summary => {}
    }
    c.into_errors()
}

/// What the office should look at in answers that are accepted, in the order of the parts.
pub fn warnings(answers: &Answers, basis: &Basis) -> Vec<FieldError> {
    let mut c = Checker::default();
    company::look_at(&mut c, answers, basis);
    seat::look_at(&mut c, answers, &LEGAL_SEAT, basis);
    seat::look_at(&mut c, answers, &OPERATING_SEAT, basis);
    person::look_at(&mut c, answers);
    c.into_errors()
}

fn read_privacy(c: &mut Checker, answers: &Answers) {
    if !answers.flag("privacy_accepted") {
        c.add("privacy_accepted", Problem::NotAccepted);
    }
}

fn read_user_name(c: &mut Checker, answers: &Answers) -> Option<UserName> {
    let text = answers.get("user_name");
    if text.trim().is_empty() {
        c.add("user_name", Problem::Missing);
        return None;
    }
    c.take("user_name", UserName::parse(text))
}
