//! Accounts, sessions, codes, links, passwords. Source: domain reference 3.2, 8; design 6.
//!
//! All times here are those of [`crate::clock::Clock::session_now`]: moving the business clock of a demo neither ends a
//! session nor outdates a code.

pub mod session;

mod account;
mod code;
mod code_entry;
mod hasher;
mod letters;
mod links;
mod log_in;
mod me;
mod membership;
mod password;
mod purge;
mod recovery;
mod secret;
mod throttle;
mod visitor;

pub(crate) use account::insert_unless_taken;
pub use account::{
    NewAccount, create_account, email_key, find_by_name, login_of, set_password, user_name_is_free, verify_account,
};
pub use code::{issue_code, send_code, void_codes};
pub use code_entry::{CodeVerdict, try_code, use_code};
pub use hasher::Hasher;
pub use links::{find_link, issue_link, use_link, void_links};
pub use log_in::{LoggedIn, log_in, log_out};
pub use me::{choose_profile, me, set_language, touch};
pub use membership::landing;
pub use password::{change_password, password_problems};
pub use purge::purge;
pub use recovery::{password_link_is_open, recover_password, recover_user_name, reset_password};
pub use session::open_session;
pub use throttle::{Limit, limit_address, limit_subject};
pub use visitor::visitor;
