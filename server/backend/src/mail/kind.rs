//! What a letter is about, and which template it has.

use domain::notice::Notice;

/// A mandatory message of the reference, or one of the portal's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Notice(Notice),
    /// The link that continues a registration on another device. Source: design 3.
    ResumeLink,
}

impl Kind {
    /// Every kind of letter.
    pub fn all() -> impl Iterator<Item = Kind> {
        Notice::ALL.into_iter().map(Kind::Notice).chain([Kind::ResumeLink])
    }

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Notice(notice) => notice.code(),
            Kind::ResumeLink => "resume_link",
        }
    }

    /// The kind of a stored word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|kind| kind.code() == code)
    }

    /// Whether its facts open something: they are erased once the letter is sent.
    pub fn is_secret(self) -> bool {
        // Some parties approve by the link of E30 alone.
        matches!(self, Kind::Notice(Notice::E01 | Notice::E08 | Notice::E30) | Kind::ResumeLink)
    }
}
