//! How long requests have waited, in words. Days are those of calendars in Rome.

use chrono::{DateTime, Utc};
use domain::accreditation::view::{QueueRow, QueueSummary};
use domain::ids::AccreditationId;
use domain::list::Count;
use i18n::office as words;
use i18n::{Language, Word};

use crate::time::{days_between, hour_minute};

/// What a request of the queue is grouped by, longest waiting first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Age {
    OverFive,
    ThreeToFive,
    Two,
    Recent,
}

impl Age {
    /// Every group, in the order of the queue.
    pub const ALL: [Age; 4] = [Age::OverFive, Age::ThreeToFive, Age::Two, Age::Recent];

    /// The group of a wait.
    pub fn of(since: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        match days_between(since, now) {
            ..=1 => Self::Recent,
            2 => Self::Two,
            3..=5 => Self::ThreeToFive,
            _ => Self::OverFive,
        }
    }

    /// The group's heading.
    pub fn title(self) -> Word {
        match self {
            Self::OverFive => words::OVER_FIVE,
            Self::ThreeToFive => words::THREE_TO_FIVE,
            Self::Two => words::TWO_DAYS,
            Self::Recent => words::RECENT,
        }
    }
}

/// The rows that begin a group, and how many rows follow each, itself counted.
pub fn beginnings(rows: &[QueueRow], now: DateTime<Utc>) -> Vec<(AccreditationId, Age, usize)> {
    let age = |row: &QueueRow| Age::of(row.waiting_since, now);
    let groups = rows.chunk_by(|one, next| age(one) == age(next));
    groups.filter_map(|group| group.first().map(|first| (first.id, age(first), group.len()))).collect()
}

/// «oggi 09:12», «ieri», «6 giorni».
pub fn wait(since: DateTime<Utc>, now: DateTime<Utc>, language: Language) -> String {
    match days_between(since, now) {
        ..=0 => words::TODAY_AT.fill(language, &[("time", &hour_minute(since))]),
        1 => words::YESTERDAY.get(language).to_owned(),
        days => words::DAYS.fill(language, &[("n", &days.to_string())]),
    }
}

/// «7 richieste da esaminare · la più vecchia aspetta da 6 giorni».
pub fn sentence(waiting: &QueueSummary, now: DateTime<Utc>, language: Language) -> String {
    let is_one = waiting.to_examine.rows == 1;
    let Some(since) = waiting.oldest_since else { return words::NOTHING_WAITS.get(language).to_owned() };
    let days = days_between(since, now);
    let age = match (days, is_one) {
        (..=0, true) => words::ONE_TODAY,
        (..=0, false) => words::OLDEST_TODAY,
        (1, true) => words::ONE_YESTERDAY,
        (1, false) => words::OLDEST_YESTERDAY,
        (_, true) => words::ONE_SINCE,
        (_, false) => words::OLDEST_SINCE,
    };
    let age = age.fill(language, &[("n", &days.to_string())]);
    let word = if is_one { words::ONE_WAITS } else { words::WAIT };
    word.fill(language, &[("n", &count(waiting.to_examine, language)), ("age", &age)])
}

/// «37», «10.000+».
pub fn count(count: Count, language: Language) -> String {
    let mut text = words::number(count.rows, language);
    if count.bounded {
        text.push('+');
    }
    text
}

/// «1 richiesta», «37 richieste».
pub fn found(number: Count, language: Language) -> String {
    let word = if number.rows == 1 { words::ONE_FOUND } else { words::FOUND };
    word.fill(language, &[("n", &count(number, language))])
}

/// «Novara (NO)», «Stoccarda (DE)».
pub fn town(row: &QueueRow) -> String {
    let region = if row.country == "IT" { &row.province } else { &row.country };
    let bare = region.trim_matches(['(', ')']);
    if bare.is_empty() { row.town.clone() } else { [&row.town, " (", bare, ")"].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::accreditation::state::State;
    use uuid::Uuid;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn said(rows: i64, since: Option<&str>) -> String {
        let waiting = QueueSummary { to_examine: Count { rows, bounded: rows == 10_000 }, oldest_since: since.map(at) };
        sentence(&waiting, at("2026-11-18T09:42:00Z"), Language::It)
    }

    #[test]
    fn the_sentence_says_how_many_and_since_when() {
        assert_eq!(said(7, Some("2026-11-12T09:00:00Z")), "7 richieste da esaminare · la più vecchia aspetta da 6 giorni");
        assert_eq!(said(1, Some("2026-11-17T09:00:00Z")), "1 richiesta da esaminare · aspetta da ieri");
        assert_eq!(said(0, None), "Nessuna richiesta da esaminare");
        assert!(said(10_000, Some("2026-11-18T09:00:00Z")).starts_with("10.000+ richieste"));
    }

    #[test]
    fn every_wait_has_its_group() {
        let now = at("2026-11-18T09:42:00Z");
        let groups = [18, 17, 16, 15, 13, 12].map(|day| Age::of(at(&format!("2026-11-{day}T09:00:00Z")), now));
        let expected = [Age::Recent, Age::Recent, Age::Two, Age::ThreeToFive, Age::ThreeToFive, Age::OverFive];
        assert_eq!(groups, expected);
    }

    #[test]
    fn each_group_begins_once() {
        let row = |(id, since): (u128, &str)| QueueRow {
            id: AccreditationId(Uuid::from_u128(id)),
            number: 1,
            host_name: String::new(),
            town: String::new(),
            province: String::new(),
            country: String::new(),
            state: State::Submitted,
            submitted_at: at(since),
            waiting_since: at(since),
            integrated: false,
        };
        let rows = [(1, "2026-11-10T09:00:00Z"), (2, "2026-11-11T09:00:00Z"), (3, "2026-11-18T09:00:00Z")].map(row);
        let found = beginnings(&rows, at("2026-11-18T09:42:00Z"));
        let found: Vec<_> = found.into_iter().map(|(id, age, number)| (id.0.as_u128(), age, number)).collect();
        assert_eq!(found, [(1, Age::OverFive, 2), (3, Age::Recent, 1)]);
    }

    #[test]
    fn a_wait_is_told_from_today_backwards() {
        let now = at("2026-11-18T09:42:00Z");
        let said = ["2026-11-18T08:12:00Z", "2026-11-17T08:12:00Z", "2026-11-12T08:12:00Z"];
        assert_eq!(said.map(|since| wait(at(since), now, Language::It)), ["oggi 09:12", "ieri", "6 giorni"]);
    }
}
