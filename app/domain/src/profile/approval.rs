//! How a profile writes who agrees to a project.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::kinds::{ApprovalMode, Party};

/// A party's agreement to a project. In TOML: `"host"` or `{ party = "host", mode = "sign" }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Approval {
    pub party: Party,
    pub mode: ApprovalMode,
}

impl<'de> Deserialize<'de> for Approval {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ApprovalVisitor)
    }
}

/// By hand, so that a wrong word is answered with the right ones.
struct ApprovalVisitor;

impl<'de> Visitor<'de> for ApprovalVisitor {
    type Value = Approval;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a party, or a table with party and mode")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Approval, E> {
        let party = Party::deserialize(word.into_deserializer())?;
        Ok(Approval { party, mode: ApprovalMode::Approve })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Approval, A::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Written {
            party: Party,
            #[serde(default)]
            mode: ApprovalMode,
        }
        let Written { party, mode } = Written::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Approval { party, mode })
    }
}
