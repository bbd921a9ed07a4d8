//! The people and seats of a host, at every institution the same. Source: domain reference 2.3, 2.5.

pub mod contact;
pub mod roles;
pub mod seat;
pub mod view;
