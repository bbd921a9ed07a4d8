//! The list engine against a sort in memory, page by page, in both directions.

use backend::entity::accreditation;
use backend::office;
use chrono::{Duration, Utc};
use domain::accreditation::state::State;
use domain::accreditation::view::QueueRow;
use domain::list::{ListPage, ListQuery};
use sea_orm::EntityTrait;

use crate::support::{Office, Person, request_row};

/// Names that locales, accents, case and signs would order differently than bytes do.
const NAMES: [&str; 14] = [
    "Acqua & Sale",
    "acqua e sale",
    "Àcqua",
    "Officina 9",
    "Officina 10",
    "officina-10",
    "Zürich AG",
    "Zucca",
    "Éclair",
    "Ebano",
    "L'Aquila",
    "La Quila",
    "3M Italia",
    "_Sottolineato",
];
const TOWNS: [&str; 5] = ["Novara", "Vercelli", "Alba", "Àlbano", "San Giusto"];

/// So many rows, with many ties in everything but the number; the order of insertion says nothing.
async fn fill(office: &Office, slug: &str, count: usize) -> Vec<accreditation::Model> {
    let institution = office.institution(slug);
    let start = Utc::now() - Duration::days(30);
    let mut rows = Vec::new();
    for at in 0..count {
        let mixed = (at * 7919 + 13) % 3001;
        let state = [State::Submitted, State::Submitted, State::Accredited, State::Rejected][mixed % 4];
        let waiting =
            chrono::DurationRound::duration_trunc(start + Duration::minutes((mixed % 211) as i64), Duration::seconds(1));
        let (name, town) = (format!("{} {}", NAMES[mixed % 14], mixed % 97), TOWNS[mixed % 5]);
        rows.push(request_row(institution, (mixed * 10_000 + at) as i64, &name, town, state, waiting.unwrap()));
    }
    for piece in rows.chunks(200) {
        let piece = piece.iter().cloned().map(accreditation::ActiveModel::from);
        accreditation::Entity::insert_many(piece).exec_without_returning(&office.backend.db).await.unwrap();
    }
    rows
}

async fn page(officer: &Person, query: &ListQuery) -> ListPage<QueueRow> {
    office::queue(&officer.ctx, "upo", query).await.unwrap()
}

/// Every page forwards, then every page back: the rows in order, and that both ways agree.
async fn walk(officer: &Person, query: &ListQuery) -> Vec<QueueRow> {
    let mut pages = vec![page(officer, query).await];
    assert_eq!(pages[0].previous, None);
    while let Some(next) = pages.last().unwrap().next.clone() {
        pages.push(page(officer, &ListQuery { page: next, ..query.clone() }).await);
    }
    for at in (1..pages.len()).rev() {
        let back = pages[at].previous.clone().expect("a way back");
        let before = page(officer, &ListQuery { page: back, ..query.clone() }).await;
        assert_eq!(before.rows, pages[at - 1].rows, "{query:?}, page {at}");
        assert_eq!(before.previous.is_none(), at == 1);
        assert!(before.next.is_some());
    }
    pages.into_iter().flat_map(|page| page.rows).collect()
}

fn expected(rows: &[accreditation::Model], state: Option<State>, sort: &str) -> Vec<i64> {
    let mut rows: Vec<_> = rows.iter().filter(|row| state.is_none_or(|state| row.state == state.code())).collect();
    rows.sort_by(|a, b| match sort.trim_start_matches('-') {
        "host" => (a.host_sort.as_bytes(), a.id).cmp(&(b.host_sort.as_bytes(), b.id)),
        "town" => (a.town_sort.as_bytes(), a.id).cmp(&(b.town_sort.as_bytes(), b.id)),
        "number" => a.number.cmp(&b.number),
        _ => (a.waiting_since, a.id).cmp(&(b.waiting_since, b.id)),
    });
    if sort.starts_with('-') {
        rows.reverse();
    }
    rows.into_iter().map(|row| row.number).collect()
}

#[tokio::test]
async fn every_order_is_the_same_page_by_page_in_both_directions() {
    let office = Office::start().await;
    let rows = fill(&office, "upo", 3_000).await;
    fill(&office, "unimi", 50).await;
    let officer = office.officer("upo").await;
    for (sort, size, state) in [
        ("", "25", None),
        ("-waiting", "50", None),
        ("host", "50", None),
        ("-host", "50", Some(State::Submitted)),
        ("town", "50", Some(State::Accredited)),
        ("-town", "50", Some(State::Rejected)),
        ("number", "10", Some(State::Rejected)),
        ("-number", "50", None),
    ] {
        let query = ListQuery {
            sort: sort.into(),
            size: size.into(),
            state: state.map_or("all", State::code).into(),
            ..Default::default()
        };
        let numbers: Vec<i64> = walk(&officer, &query).await.into_iter().map(|row| row.number).collect();
        assert_eq!(numbers, expected(&rows, state, sort), "{sort} {state:?}");
    }
}

#[tokio::test]
async fn the_default_is_what_is_to_be_examined_oldest_first() {
    let office = Office::start().await;
    let rows = fill(&office, "upo", 200).await;
    let officer = office.officer("upo").await;
    let shown = page(&officer, &ListQuery::default()).await;
    let all = expected(&rows, Some(State::Submitted), "waiting");
    assert_eq!(shown.rows.iter().map(|row| row.number).collect::<Vec<_>>(), all[..25]);
    assert_eq!((shown.count.rows, shown.count.bounded), (all.len() as i64, false));
    let summary = office::waiting(&officer.ctx, "upo").await.unwrap();
    assert_eq!((summary.to_examine, summary.oldest_since), (shown.count, Some(shown.rows[0].waiting_since)));
}

#[tokio::test]
async fn a_cursor_of_another_order_size_or_nonsense_is_the_first_page() {
    let office = Office::start().await;
    fill(&office, "upo", 200).await;
    let officer = office.officer("upo").await;
    let by_host = ListQuery { sort: "host".into(), state: "all".into(), ..Default::default() };
    let next = page(&officer, &by_host).await.next.expect("a second page");
    for (sort, size, cursor) in
        [("-host", "", &next), ("town", "", &next), ("host", "10", &next), ("host", "", &"%%%".to_owned())]
    {
        let query = ListQuery { sort: sort.into(), size: size.into(), page: cursor.clone(), ..by_host.clone() };
        let first = page(&officer, &ListQuery { page: String::new(), ..query.clone() }).await;
        assert_eq!(page(&officer, &query).await, first, "{sort} {size}");
    }
    let unknown = ListQuery { sort: "host_name; DROP TABLE accreditation".into(), size: "7".into(), ..Default::default() };
    assert_eq!(page(&officer, &unknown).await, page(&officer, &ListQuery::default()).await);
}

#[tokio::test]
async fn rows_that_appear_or_vanish_between_pages_do_not_shift_the_others() {
    let office = Office::start().await;
    let rows = fill(&office, "upo", 100).await;
    let officer = office.officer("upo").await;
    let query = ListQuery { sort: "number".into(), state: "all".into(), ..Default::default() };
    let first = page(&officer, &query).await;
    let institution = office.institution("upo");
    for number in [-2, -1] {
        let row = request_row(institution, number, "Nuova", "Alba", State::Submitted, Utc::now());
        accreditation::Entity::insert(accreditation::ActiveModel::from(row))
            .exec_without_returning(&office.backend.db)
            .await
            .unwrap();
    }
    let second = page(&officer, &ListQuery { page: first.next.unwrap(), ..query.clone() }).await;
    let all = expected(&rows, None, "number");
    assert_eq!(second.rows.iter().map(|row| row.number).collect::<Vec<_>>(), all[25..50]);
    // The way back meets the new rows: a full page before this one, and one more before that.
    let back = page(&officer, &ListQuery { page: second.previous.unwrap(), ..query.clone() }).await;
    assert_eq!(back.rows, first.rows);
    let before = page(&officer, &ListQuery { page: back.previous.expect("two rows more"), ..query.clone() }).await;
    assert_eq!(before.rows.iter().map(|row| row.number).take(3).collect::<Vec<_>>(), [-2, -1, all[0]]);
    assert_eq!(before.rows.len(), 25);
}

#[tokio::test]
async fn more_than_ten_thousand_rows_are_not_counted_to_the_end() {
    let office = Office::start().await;
    fill(&office, "upo", 10_050).await;
    let officer = office.officer("upo").await;
    let all = page(&officer, &ListQuery { state: "all".into(), ..Default::default() }).await;
    assert_eq!((all.count.rows, all.count.bounded), (10_000, true));
}
