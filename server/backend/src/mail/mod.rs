//! Outgoing mail: queued in the transaction that caused it, rendered and sent by a worker, never lost.
//! Source: domain reference 7, design 5.

pub mod facts;

mod dates;
mod kind;
mod letter;
mod message;
mod outbox;
mod render;
mod sent;
mod smtp;
mod smtp_url;
mod templates;
mod worker;

pub use facts::Facts;
pub use kind::Kind;
pub use letter::{Letter, Wake, queue, queue_nothing};
pub use render::{Rendered, Sender, render};
pub use sent::{SentMail, one, sent};
pub use smtp::Carrier;
pub use worker::{run, send_due};
