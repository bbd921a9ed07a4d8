//! The permission matrix as a reader of the reference understands it.

use super::askers::Asker;
use super::rows::{Row, Whose};

/// Domain reference 1, transcribed word for word.
const MATRIX: &str = include_str!("../../../../app/domain/tests/fixtures/permissions.csv");

/// Whether the matrix opens a row's capability to the asker, on host A or on what is the asker's own.
pub fn allows(row: &Row, asker: Asker) -> bool {
    let cell = |column: &str| cell(row.capability, column);
    if cell("nobody") == "any" {
        return true;
    }
    if asker == Asker::Nobody {
        return false;
    }
    if matches!(cell("signed_in").as_str(), "own" | "any") {
        // Whoever has no role has none to choose.
        return row.whose != Whose::OwnRole || asker != Asker::Newcomer;
    }
    let is_open = match cell(asker.column()).as_str() {
        "" | "–" | "own record" => false,
        // «R» opens what reads; joining as a further contact is the wizard's.
        "R" => row.reads && !row.edits,
        "✓ (as 2nd contact)" => false,
        _ => true,
    };
    is_open
        && match row.whose {
            Whose::HostA => asker.reaches(),
            // The function finds the asker's own host: others have none there.
            Whose::Staff => asker.reaches() && asker.staff().is_some(),
            Whose::Convention => asker.reaches() || asker == Asker::PromoterSignatory,
            Whose::OwnRole => false,
            Whose::OwnHost => matches!(asker, Asker::Contact | Asker::LegalRep | Asker::HostTutor),
        }
}

fn cell(capability: &str, column: &str) -> String {
    let mut lines = MATRIX.lines().filter(|line| !line.starts_with('#'));
    let columns: Vec<&str> = lines.next().expect("a header").split(';').collect();
    let place = columns.iter().position(|name| *name == column).unwrap_or_else(|| panic!("no column {column}"));
    let line = lines.find(|line| line.split(';').next() == Some(capability));
    let line = line.unwrap_or_else(|| panic!("no capability «{capability}»"));
    line.split(';').nth(place).unwrap_or_default().trim().to_owned()
}
