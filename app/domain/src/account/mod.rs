//! Accounts: user names, passwords, the verified address. Source: domain reference 3.2, 8.

pub mod password;
pub mod state;
pub mod user_name;
pub mod view;
