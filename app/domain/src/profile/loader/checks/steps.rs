//! Whether the wizard's pages make a registration.

use super::Problems;
use crate::accreditation::Part;
use crate::profile::{Accreditation, LegalRepDue};

/// Without these there is no host, no person to write to and nothing to confirm.
const MANDATORY: [Part; 7] =
    [Part::Country, Part::Ids, Part::Company, Part::LegalSeat, Part::Contact, Part::UserName, Part::Summary];

pub(super) fn check(accreditation: &Accreditation, problems: &mut Problems) {
    const KEY: &str = "accreditation.steps";
    for part in Part::ALL {
        let times = accreditation.parts().filter(|asked| *asked == part).count();
        if times > 1 {
            problems.add(KEY, format!("«{}» stands more than once", part.slug()));
        } else if times == 0 && MANDATORY.contains(&part) {
            problems.add(KEY, format!("«{}» is missing", part.slug()));
        }
    }
    problems.require(accreditation.steps.iter().all(|page| !page.parts.is_empty()), KEY, "a page has no part");
    let alone = accreditation.steps.last().is_some_and(|page| page.parts == [Part::Summary]);
    problems.require(alone, KEY, "the summary is the last page and alone on it");
    let asked_first = accreditation.parts().take(2).eq([Part::Country, Part::Ids]);
    problems.require(asked_first, KEY, "country and identifiers come first: they tell whether the host is known");
    let in_time = accreditation.legal_rep_due == LegalRepDue::Convention || accreditation.has_part(Part::LegalRep);
    problems.require(in_time, "accreditation.legal_rep_due", "no step asks for the legal representative");
    for part in accreditation.titles.keys() {
        let asked = accreditation.has_part(*part);
        problems.require(asked, &format!("accreditation.titles.{}", part.slug()), "no step asks for this part");
    }
    problems.require(
        !accreditation.submit_event_label.it.is_empty(),
        "accreditation.submit_event_label",
        "the button needs a name",
    );
}
