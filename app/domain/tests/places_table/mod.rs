//! The real table of places, read once per test binary.

use std::sync::LazyLock;

use domain::places::Places;

static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let municipalities = include_str!("../../../../server/backend/data/municipalities.csv");
    let countries = include_str!("../../../../server/backend/data/countries.csv");
    Places::parse(municipalities, countries).expect("the table in the repository can be read")
});

pub fn places() -> &'static Places {
    &PLACES
}
