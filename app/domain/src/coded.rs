//! What the machines have in common: stable words of states and events, and guards.

use crate::refusal::Refusal;

/// Enums whose variants each have a stable word, used in rows, forms, addresses and JSON alike.
macro_rules! coded {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $code)] $variant,)* }

        impl $name {
            /// Every one, in the order of the reference.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The stable word, as stored and posted.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }

            /// The one of a word.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some($name::$variant),)* _ => None }
            }
        }
    )*};
}
pub(crate) use coded;

/// Refuses with the rule unless it holds.
pub(crate) fn require(holds: bool, rule: &str) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(Refusal::Rule { rule: rule.to_owned() }) }
}
