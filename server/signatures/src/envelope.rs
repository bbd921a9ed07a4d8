//! A CAdES envelope (`.p7m`): the document inside, looked at as if it had come alone. Source: RFC 5652.

use cms::content_info::ContentInfo;
use cms::signed_data::SignedData;
use der::asn1::ObjectIdentifier;
use der::{Decode, Encode, SliceReader, Tag, Tagged};
use domain::attachment::{CopyProblem, FileKind};
use domain::profile::SignatureMethod;

use crate::pdf;

const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
/// Envelopes in one another: each further signer may put another around.
const NESTED: usize = 4;
const OCTET_STRING: u8 = 0x04;

/// How an envelope is signed. Errors: `Unreadable` (no envelope, nobody signed, nothing in it, not a PDF in it), and those of
/// the document inside.
pub fn inspect(bytes: &[u8]) -> Result<SignatureMethod, CopyProblem> {
    let mut inside = unwrapped(bytes).ok_or(CopyProblem::Unreadable)?;
    for _ in 0..NESTED {
        match FileKind::of(&inside) {
            Some(FileKind::Pdf) => return pdf::inspect(&inside).map(|_| SignatureMethod::Cades),
            Some(FileKind::P7m) => inside = unwrapped(&inside).ok_or(CopyProblem::Unreadable)?,
            Some(FileKind::Png | FileKind::Jpeg) | None => break,
        }
    }
    Err(CopyProblem::Unreadable)
}

/// The content of an envelope that somebody signed.
fn unwrapped(bytes: &[u8]) -> Option<Vec<u8>> {
    let envelope = ContentInfo::from_ber(own_length(bytes)).ok()?;
    if envelope.content_type != SIGNED_DATA {
        return None;
    }
    let signed = SignedData::from_ber(&envelope.content.to_der().ok()?).ok()?;
    let content = signed.encap_content_info.econtent?;
    if signed.signer_infos.0.is_empty() {
        return None;
    }
    let bytes = if content.tag() == Tag::OctetString { joined(content.value()) } else { return None };
    (!bytes.is_empty()).then_some(bytes)
}

/// Without what stands behind the envelope: some programs add line breaks.
fn own_length(bytes: &[u8]) -> &[u8] {
    let length = || {
        let mut reader = SliceReader::new(bytes).ok()?;
        let header = der::Header::decode(&mut reader).ok()?;
        let total = u32::from(header.encoded_len().ok()?).checked_add(u32::from(header.length()))?;
        usize::try_from(total).ok()
    };
    length().and_then(|length| bytes.get(..length)).unwrap_or(bytes)
}

/// A text of octets that was written in pieces, put together; one that was not, as it is.
fn joined(value: &[u8]) -> Vec<u8> {
    if value.first() != Some(&OCTET_STRING) {
        return value.to_vec();
    }
    let mut pieces = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((piece, behind)) = piece(rest) {
        pieces.extend_from_slice(piece);
        rest = behind;
    }
    if rest.iter().all(|byte| *byte == 0) { pieces } else { value.to_vec() }
}

/// One piece of definite length, and what follows it.
fn piece(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let [OCTET_STRING, first, rest @ ..] = bytes else { return None };
    let (length, content) = match first {
        0..=0x7f => (usize::from(*first), rest),
        0x81..=0x84 => {
            let (digits, content) = rest.split_at_checked(usize::from(first & 0x7f))?;
            (digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit)), content)
        }
        _ => return None,
    };
    content.split_at_checked(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_put_together_and_other_bytes_left_alone() {
        assert_eq!(joined(&[4, 2, b'%', b'P', 4, 0x81, 1, b'D']), b"%PD");
        assert_eq!(joined(b"%PDF"), b"%PDF");
        assert_eq!(joined(&[4, 200, 1]), [4, 200, 1]);
    }

    #[test]
    fn what_is_no_envelope_is_unreadable() {
        assert_eq!(inspect(&[0x30, 0x03, 0x02, 0x01, 0x00]), Err(CopyProblem::Unreadable));
        assert_eq!(inspect(b""), Err(CopyProblem::Unreadable));
    }
}
