//! The office: the list of requests, and one request side by side with its checks. Everything works without scripts; with
//! them both follow what happens.

mod age;
mod aside;
mod decision;
mod field_note;
mod head;
mod home;
pub(crate) mod lines;
mod lines_table;
mod live_queue;
mod newcomers;
mod notes;
mod outcome;
mod panel;
mod place;
mod queue;
mod queue_side;
mod results;
mod review;
mod table;
pub(crate) mod value;
mod verdict;

pub use age::wait;
pub use home::OfficeHome;
pub use queue::OfficeQueue;
pub use review::OfficeReview;
