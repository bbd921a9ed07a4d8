//! Random tokens and codes, and the hashes under which they are kept.

use rand::RngExt;
use sha2::{Digest, Sha256};

use crate::history::hex;

/// 256 random bits as 64 hexadecimal digits.
pub fn token() -> String {
    hex(&rand::rng().random::<[u8; 32]>())
}

/// Six random digits.
pub fn digits() -> String {
    format!("{:06}", rand::rng().random_range(0..1_000_000))
}

/// How a token is stored: it is random enough for a plain hash.
pub fn hashed(token: &str) -> String {
    hex(&Sha256::digest(token))
}

/// HMAC-SHA-256 (RFC 2104) of the parts: how short codes are stored, which a plain hash would not hide.
pub fn keyed(key: &[u8], parts: &[&str]) -> String {
    let mut block = [0_u8; 64];
    if key.len() > block.len() {
        block[..32].copy_from_slice(&Sha256::digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let mut inner = Sha256::new_with_prefix(block.map(|byte| byte ^ 0x36));
    inner.update(parts.join("\n"));
    let mut outer = Sha256::new_with_prefix(block.map(|byte| byte ^ 0x5c));
    outer.update(inner.finalize());
    hex(&outer.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keyed_hashes_are_those_of_rfc_4231() {
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assert_eq!(keyed(b"Jefe", &["what do ya want for nothing?"]), expected);
        let expected = "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54";
        assert_eq!(keyed(&[0xaa; 131], &["Test Using Larger Than Block-Size Key - Hash Key First"]), expected);
    }

    #[test]
    fn tokens_and_codes_have_their_form() {
        assert!(token().len() == 64 && token() != token());
        assert!(digits().len() == 6 && digits().bytes().all(|digit| digit.is_ascii_digit()));
    }
}
