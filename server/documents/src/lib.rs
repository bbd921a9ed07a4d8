//! Typesetting: facts in, PDF bytes out. Knows no database and no network; reads nothing but what is built into it.
//!
//! A document is PDF/A-2a and PDF/UA-1 with its fonts embedded; the same facts give the same bytes. Typesetting takes tens of
//! milliseconds of one core: callers keep it off the threads that answer. Source: domain reference 6.

mod convention;
mod facts;
mod fonts;
mod typeset;
mod world;

pub use convention::{Convention, Promoter, Representative, SigningHost, SigningPerson};
pub use facts::Printable;
pub use typeset::{Failure, Pdf, Template, typeset};
