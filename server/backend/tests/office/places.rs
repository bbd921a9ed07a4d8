//! Places as one types.

use backend::places;

use crate::support::Office;

#[tokio::test]
async fn two_letters_bring_at_most_twenty_suggestions() {
    let office = Office::start().await;
    let anyone = office.nobody();
    assert_eq!(places::municipalities(&anyone, "n").unwrap(), []);
    assert_eq!(places::municipalities(&anyone, " (N ").unwrap(), []);
    let towns = places::municipalities(&anyone, "no").unwrap();
    assert_eq!(towns.len(), 20);
    let novara = places::municipalities(&anyone, "Novara").unwrap();
    let town = novara.iter().find(|town| town.name == "Novara").expect("Novara");
    assert_eq!((town.province.as_str(), town.postal_codes.contains(&"28100".to_owned())), ("NO", true));
}

#[tokio::test]
async fn births_know_states_and_places_that_are_no_more() {
    let office = Office::start().await;
    let anyone = office.nobody();
    let states = places::births(&anyone, "Jugo").unwrap();
    assert!(states.iter().any(|place| place.province.is_none()), "{states:?}");
    assert_eq!(places::births(&anyone, "x").unwrap(), []);
}
