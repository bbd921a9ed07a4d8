//! Log-in, e-mail code, recovery, profiles, account. Every form works without scripts.

mod account;
mod form;
mod log_in;
mod profiles;
mod recover_password;
mod recover_user_name;
mod verify_email;

pub use account::Account;
pub use log_in::LogIn;
pub use profiles::Profiles;
pub use recover_password::RecoverPassword;
pub use recover_user_name::RecoverUserName;
pub use verify_email::VerifyEmail;
