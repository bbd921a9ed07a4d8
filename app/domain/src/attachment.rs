//! Files that are uploaded: what they are for, what they are by their first bytes, how they are called. Source: domain
//! reference 2.12, 6. What is inside a PDF is looked at elsewhere.

use crate::check::Problem;
use crate::coded::coded;
use crate::profile::{FilePolicy, SignatureMethod};

/// Longest name of a file, in characters.
pub const NAME_MAX: usize = 120;

coded! {
    /// What a file is for.
    Category {
        SignedConvention = "signed_convention",
        SignedProject = "signed_project",
        /// *Procura*, *delega*.
        Powers = "powers",
        IdentityDocument = "identity_document",
        Curriculum = "curriculum",
        Timesheet = "timesheet",
        Report = "report",
        StampReceipt = "stamp_receipt",
        /// *COB*.
        Communication = "communication",
        Attestation = "attestation",
        Other = "other",
    }

    /// Where an uploaded file stands.
    FileState {
        /// Not looked at yet: nobody can open it.
        Quarantine = "quarantine",
        Clean = "clean",
        Rejected = "rejected",
    }

    /// Why a signed copy is not accepted.
    CopyProblem {
        /// No file was chosen.
        Missing = "missing",
        TooLarge = "too_large",
        /// Not of the kinds that are taken.
        Kind = "kind",
        /// Broken: no program could show it.
        Unreadable = "unreadable",
        /// Nobody can look into it without a password.
        Encrypted = "encrypted",
        /// It would do something when it is opened (scripts, programs, forms that send).
        ActiveContent = "active_content",
        /// Signed in a way that this signer may not use here.
        Method = "method",
    }

    /// The kinds of files that are taken.
    FileKind {
        Pdf = "pdf",
        /// A CAdES envelope.
        P7m = "p7m",
        Png = "png",
        Jpeg = "jpeg",
    }
}

impl FileKind {
    /// The kind by the first bytes, whatever the name says; none for what is not taken.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        // A DER SEQUENCE of some length whose first element is the object identifier of signedData.
        const SIGNED_DATA: [u8; 11] = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
        let head = &bytes[..bytes.len().min(32)];
        match head {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x30, rest @ ..] if (1..=9).any(|length| rest.get(length..length + 11) == Some(&SIGNED_DATA)) => Some(Self::P7m),
            _ => None,
        }
    }

    /// Whether it is a picture.
    pub fn is_picture(self) -> bool {
        match self {
            Self::Png | Self::Jpeg => true,
            Self::Pdf | Self::P7m => false,
        }
    }

    /// The type it is sent as.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::P7m => "application/pkcs7-mime",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// The ways of signing a file of this kind can hold; a PDF can be a scan or carry signatures.
    pub fn methods(self) -> &'static [SignatureMethod] {
        match self {
            Self::Pdf => &[SignatureMethod::Pades, SignatureMethod::HandwrittenScan],
            Self::P7m => &[SignatureMethod::Cades],
            Self::Png | Self::Jpeg => &[SignatureMethod::HandwrittenScan],
        }
    }
}

impl CopyProblem {
    /// Of a check of size and kind.
    pub fn of(problem: &Problem) -> Self {
        match problem {
            Problem::Missing => Self::Missing,
            Problem::FileTooLarge { .. } => Self::TooLarge,
            _ => Self::Kind,
        }
    }
}

/// Whether a file can be taken: its kind. Errors: `Missing` (no bytes), `FileTooLarge` (more than the profile allows),
/// `FileKind` (another kind).
pub fn check(bytes: &[u8], policy: &FilePolicy) -> Result<FileKind, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Missing);
    }
    let most = usize::try_from(policy.max_mb).unwrap_or_default().saturating_mul(1024 * 1024);
    if bytes.len() > most {
        return Err(Problem::FileTooLarge { max_mb: policy.max_mb });
    }
    FileKind::of(bytes).ok_or(Problem::FileKind)
}

/// The name a file is kept and offered under: no folders, no controls, no marks that turn the direction of writing, nothing a
/// file system or a header stumbles over; never empty, never hidden.
pub fn clean_name(name: &str) -> String {
    let own = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let composed = crate::unicode::composed(own);
    let plain: String = composed
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        .map(|c| if "<>:\"|?*;%".contains(c) { '_' } else { c })
        .collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let visible = words.trim_matches(['.', ' ']);
    if visible.is_empty() { "documento".to_owned() } else { shortened(visible) }
}

/// At most [`NAME_MAX`] characters, the extension kept.
fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME_MAX {
        return name.to_owned();
    }
    let extension = name.rsplit_once('.').map(|(_, extension)| extension).filter(|one| one.len() <= 8);
    let extension = extension.map(|one| format!(".{one}")).unwrap_or_default();
    let stem: String = name.chars().take(NAME_MAX - extension.chars().count()).collect();
    format!("{stem}{extension}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_kind_is_known_by_its_first_bytes() {
        let envelope =
            [&[0x30, 0x82, 0x10, 0x00][..], &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]].concat();
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], Some(FileKind::Pdf)),
            (&envelope, Some(FileKind::P7m)),
            (b"\x89PNG\r\n\x1a\n....", Some(FileKind::Png)),
            (b"\xff\xd8\xff\xe0", Some(FileKind::Jpeg)),
            (b"<script>%PDF-1.7", None),
            (b"PK\x03\x04", None),
            (b"0\x82\x10\x00", None),
            (b"", None),
        ] {
            assert_eq!(FileKind::of(bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn a_file_has_bytes_and_not_too_many() {
        let policy = FilePolicy { max_mb: 1 };
        let of = |length: usize| check(&[b"%PDF-1.7".as_slice(), &vec![b' '; length - 8]].concat(), &policy);
        assert_eq!(of(1024 * 1024), Ok(FileKind::Pdf));
        assert_eq!(of(1024 * 1024 + 1), Err(Problem::FileTooLarge { max_mb: 1 }));
        assert_eq!(check(b"", &policy), Err(Problem::Missing));
        assert_eq!(check(b"MZ", &policy), Err(Problem::FileKind));
    }

    #[test]
    fn a_name_loses_folders_and_tricks() {
        for (name, clean) in [
            ("convenzione firmata.pdf", "convenzione firmata.pdf"),
            ("C:\\Documenti\\conv.pdf.p7m", "conv.pdf.p7m"),
            ("../../etc/passwd", "passwd"),
            (".htaccess", "htaccess"),
            ("fattura\u{202E}fdp.exe", "fatturafdp.exe"),
            ("a\r\nb:\"c\".pdf", "ab__c_.pdf"),
            ("", "documento"),
            ("///", "documento"),
        ] {
            assert_eq!(clean_name(name), clean, "{name}");
        }
        let long = clean_name(&format!("{}.pdf", "è".repeat(300)));
        assert!(long.ends_with(".pdf") && long.chars().count() == NAME_MAX);
    }

    proptest! {
        #[test]
        fn whatever_it_was_called_it_has_a_name(name in any::<String>()) {
            let clean = clean_name(&name);
            prop_assert!(!clean.is_empty() && clean.chars().count() <= NAME_MAX && !clean.contains(['/', '\\', '\n', '"']));
        }
    }
}
