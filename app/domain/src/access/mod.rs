//! Who may do what: one table, deny by default. Source: domain reference 1, design 6.

mod action;
mod actor;
mod decide;
mod role;
mod table;

pub use action::Action;
pub use actor::{Actor, Membership, Scope};
pub use decide::{Denied, could, may};
pub use role::Role;
pub use table::{Reach, Row, TABLE, Who, roles_of};
