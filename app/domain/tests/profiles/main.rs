//! The shipped profiles, a sixth one, inheritance, and every mistake a profile can have.

mod inheritance;
mod mistakes;
mod shipped;

use domain::profile::{Profile, Profiles, load_all, load_embedded};

/// A profile with nothing but what is mandatory.
const SIXTH: &str = r##"
slug = "collina"
name = { it = "Università della Collina", en = "University of the Hill" }
short_name = "UniCollina"
tax_code = "97735020584"
address = "Via della Prova 1, 20126 Milano"
sender = "stage@collina.example"
tint = "#17395c"
helpdesk.email = "aiuto@collina.example"
"##;

fn shipped() -> Profiles {
    load_embedded().unwrap_or_else(|errors| panic!("{errors:#?}"))
}

fn institution(slug: &str) -> Profile {
    shipped().institution(slug).expect("is shipped").clone()
}

/// The sixth profile and further lines.
fn with(lines: &str) -> String {
    format!("{SIXTH}\n{lines}\n")
}

/// The sixth profile with one line changed.
fn instead(line: &str, by: &str) -> String {
    assert!(SIXTH.contains(line), "{line}");
    SIXTH.replace(line, by)
}

/// The profiles of files that have no mistake.
fn loaded(files: &[(&str, &str)]) -> Profiles {
    load_all(files).unwrap_or_else(|errors| panic!("{errors:#?}"))
}
