//! Where a page begins, as an opaque word in the address.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use sea_orm::Value;
use sea_orm::sea_query::ValueType;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Kind;

/// A row's place in the order.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    pub value: Value,
    pub id: Uuid,
}

/// The page after, or before, a position.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor {
    pub position: Position,
    pub backwards: bool,
}

/// The sorted value, by the kind of its column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Written {
    Text(String),
    Number(i64),
    Instant(DateTime<Utc>),
}

/// What stands in the address: with the order and the page size it belongs to, as neither can be mixed.
#[derive(Serialize, Deserialize)]
struct Word {
    sort: String,
    size: i64,
    back: bool,
    value: Written,
    id: Uuid,
}

impl Cursor {
    /// The cursor of a word; none (the first page) if it is not ours, or of another order or page size.
    pub fn read(word: &str, sort: &str, size: i64) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(word).ok().filter(|bytes| !bytes.is_empty())?;
        let word: Word = serde_json::from_slice(&bytes).ok()?;
        if word.sort != sort || word.size != size {
            return None;
        }
        let value = match word.value {
            Written::Text(text) => text.into(),
            Written::Number(number) => number.into(),
            Written::Instant(instant) => instant.into(),
        };
        Some(Self { position: Position { value, id: word.id }, backwards: word.back })
    }
}

/// The word of a cursor. A column that is not what its list says has none.
pub fn write(cursor: &Cursor, kind: Kind, sort: &str, size: i64) -> Option<String> {
    let value = cursor.position.value.clone();
    let value = match kind {
        Kind::Text => Written::Text(<String as ValueType>::try_from(value).ok()?),
        Kind::Number => Written::Number(<i64 as ValueType>::try_from(value).ok()?),
        Kind::Instant => Written::Instant(<DateTime<Utc> as ValueType>::try_from(value).ok()?),
    };
    let word = Word { sort: sort.to_owned(), size, back: cursor.backwards, value, id: cursor.position.id };
    serde_json::to_vec(&word).ok().map(|json| URL_SAFE_NO_PAD.encode(json))
}

/// The key in a value; keys of lists are UUIDs.
pub fn uuid_of(value: Value) -> Uuid {
    <Uuid as ValueType>::try_from(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cursor(value: impl Into<Value>) -> Cursor {
        Cursor { position: Position { value: value.into(), id: Uuid::from_u128(7) }, backwards: true }
    }

    #[test]
    fn what_was_written_is_read_again() {
        let instant: DateTime<Utc> = "2026-11-18T10:42:00.123456Z".parse().unwrap();
        for (cursor, kind) in
            [(cursor("società è"), Kind::Text), (cursor(42_i64), Kind::Number), (cursor(instant), Kind::Instant)]
        {
            let word = write(&cursor, kind, "-host", 25).unwrap();
            assert_eq!(Cursor::read(&word, "-host", 25), Some(cursor));
        }
    }

    #[test]
    fn another_order_or_page_size_is_the_first_page() {
        let word = write(&cursor("a"), Kind::Text, "host", 25).unwrap();
        assert_eq!(Cursor::read(&word, "-host", 25), None);
        assert_eq!(Cursor::read(&word, "host", 50), None);
    }

    #[test]
    fn nonsense_is_the_first_page() {
        for word in ["", "x", "....", "eyJ9", &URL_SAFE_NO_PAD.encode("{\"sort\":1}")] {
            assert_eq!(Cursor::read(word, "host", 25), None, "{word}");
        }
    }
}
