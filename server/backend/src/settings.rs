//! What the use cases need to know of the configuration.

use std::path::PathBuf;

/// How the server runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Production,
    /// Demo accounts and records, sent mail at `/demo/posta`.
    Demo,
    /// As demo, for tests: nothing is seeded unless asked.
    Test,
}

/// Settings of the use cases; the server fills them from its configuration.
#[derive(Debug, Clone)]
pub struct Settings {
    pub mode: Mode,
    /// Where people reach us, without a slash at the end: links in mails begin with it.
    pub external_url: String,
    /// `smtp://…` or `smtps://…`; none in demo and test mode keeps mail in the outbox's own pages.
    pub smtp_url: Option<String>,
    /// The folder of the files people send.
    pub files: PathBuf,
    /// Key of the keyed hashes of short codes.
    pub secret: Vec<u8>,
    /// Argon2id: memory in KiB, passes. Tests use less.
    pub argon2: (u32, u32),
}

impl Settings {
    /// Whether cookies are `Secure` and `__Host-`.
    pub fn secure_cookies(&self) -> bool {
        self.mode == Mode::Production || self.external_url.starts_with("https://")
    }

    /// Whether the demo pages exist.
    pub fn has_demo_pages(&self) -> bool {
        self.mode != Mode::Production
    }
}
