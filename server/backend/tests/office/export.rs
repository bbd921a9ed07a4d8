//! The list as a file.

use backend::entity::accreditation;
use backend::list::export::Format;
use backend::{BackendError, office};
use chrono::Utc;
use domain::accreditation::state::State;
use domain::language::Language;
use domain::list::ListQuery;
use sea_orm::EntityTrait;

use crate::support::{Host, Office, request_row};

#[tokio::test]
async fn the_file_holds_what_the_list_shows_in_its_order() {
    let office = Office::start().await;
    for name in ["=cmd|' /C calc'!A0", "Beta; \"srl\"", "Alfa srl"] {
        office.register("upo", &Host::named(name)).await;
    }
    office.register("upo", &Host::named("Gamma srl").state(State::Accredited)).await;
    let officer = office.officer("upo").await;
    let query = ListQuery { sort: "-host".into(), ..Default::default() };
    let file = office::export(&officer.ctx, "upo", &query, Format::Csv, Language::It).await.unwrap();
    let text = String::from_utf8(file.bytes).unwrap();
    let rows = text.strip_prefix('\u{feff}').expect("a mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(rows.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().take(3).collect::<Vec<_>>(), ["N. richiesta", "Azienda/Ente", "Comune"]);
    let names: Vec<String> = reader.records().map(|row| row.unwrap()[1].to_owned()).collect();
    assert_eq!(names, ["'=cmd|' /C calc'!A0", "Beta; \"srl\"", "Alfa srl"]);
    assert!(text.contains(";Richiesta inviata;"), "{text}");
    assert!(file.file_name.starts_with("accreditamenti-upo-") && file.file_name.ends_with(".csv"));
    let found = ListQuery { q: "alfa".into(), ..query };
    let file = office::export(&officer.ctx, "upo", &found, Format::Csv, Language::En).await.unwrap();
    let text = String::from_utf8(file.bytes).unwrap();
    assert_eq!((text.lines().count(), text.contains("Company or body")), (2, true));
}

#[tokio::test]
async fn every_page_of_a_long_list_is_in_the_file() {
    let office = Office::start().await;
    let institution = office.institution("upo");
    let rows: Vec<_> = (0..2_345)
        .map(|number| request_row(institution, number, &format!("Azienda {number}"), "Alba", State::Submitted, Utc::now()))
        .collect();
    for piece in rows.chunks(200) {
        let piece = piece.iter().cloned().map(accreditation::ActiveModel::from);
        accreditation::Entity::insert_many(piece).exec_without_returning(&office.backend.db).await.unwrap();
    }
    let officer = office.officer("upo").await;
    let query = ListQuery { sort: "number".into(), ..Default::default() };
    let file = office::export(&officer.ctx, "upo", &query, Format::Csv, Language::It).await.unwrap();
    let text = String::from_utf8(file.bytes).unwrap();
    let numbers: Vec<i64> = text.lines().skip(1).map(|line| line.split(';').next().unwrap().parse().unwrap()).collect();
    assert_eq!(numbers, (0..2_345).collect::<Vec<_>>());
    let book = office::export(&officer.ctx, "upo", &query, Format::Xlsx, Language::It).await.unwrap();
    assert!(book.bytes.starts_with(b"PK") && book.mime.contains("spreadsheetml"));
}

#[tokio::test]
async fn only_the_office_takes_the_list_away() {
    let office = Office::start().await;
    let host = office.register("upo", &Host::named("Filanda")).await;
    let stranger = office.officer("unimi").await;
    let ask = async |ctx| office::export(ctx, "upo", &ListQuery::default(), Format::Csv, Language::It).await;
    let nobody = office.nobody();
    assert!(matches!(ask(&nobody).await, Err(BackendError::SignIn)));
    assert!(matches!(ask(&host.contact.ctx).await, Err(BackendError::Denied)));
    assert!(matches!(ask(&stranger.ctx).await, Err(BackendError::NotFound)));
    let list = office::queue(&stranger.ctx, "upo", &ListQuery::default()).await;
    assert!(matches!(list, Err(BackendError::NotFound)));
    assert!(matches!(office::waiting(&host.contact.ctx, "upo").await, Err(BackendError::Denied)));
}
