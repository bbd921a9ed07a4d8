//! What each letter says. Links are addresses inside the portal (`/upo/area`); the template puts the installation's external
//! address before them.

mod account;
mod accreditation;
mod convention;
mod project;

use serde::Serialize;

use super::Kind;

pub use account::*;
pub use accreditation::*;
pub use convention::*;
pub use project::*;

/// Facts of one kind of letter, or of several that tell the same.
pub trait Facts: Serialize {
    /// Which letter tells them.
    fn kind(&self) -> Kind;
}

/// Facts of one kind each.
macro_rules! facts {
    ($($name:ty => $kind:expr,)*) => {$(
        impl $crate::mail::Facts for $name {
            fn kind(&self) -> Kind {
                $kind
            }
        }
    )*};
}
use facts;
