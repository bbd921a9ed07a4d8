//! The address of the SMTP server: `smtp://user:password@host:port?tls=required`, `smtps://…`.

/// When the conversation is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// From the first byte (`smtps`).
    Always,
    /// Upgraded, or nothing is sent (`?tls=required`).
    Required,
    /// Upgraded where the server offers it.
    Offered,
}

/// A server's address, taken apart.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpUrl {
    pub host: String,
    pub port: u16,
    pub encryption: Encryption,
    pub user: Option<(String, String)>,
}

impl SmtpUrl {
    /// Reads an address; none if it is not one.
    pub fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (user, host) = rest.trim_end_matches('/').rsplit_once('@').map_or((None, rest), |(user, host)| (Some(user), host));
        let (encryption, port) = match (scheme, query) {
            ("smtps", "") => (Encryption::Always, 465),
            ("smtp", "tls=required") => (Encryption::Required, 587),
            ("smtp", "") => (Encryption::Offered, 25),
            _ => return None,
        };
        let (host, port) = match host.trim_end_matches('/').rsplit_once(':') {
            Some((host, port)) => (host, port.parse().ok()?),
            None => (host.trim_end_matches('/'), port),
        };
        let user = match user {
            Some(user) => {
                let (name, password) = user.split_once(':')?;
                Some((decoded(name)?, decoded(password)?))
            }
            None => None,
        };
        (!host.is_empty()).then(|| Self { host: host.to_owned(), port, encryption, user })
    }

    /// Whether nobody else can listen.
    pub fn is_this_machine(&self) -> bool {
        matches!(self.host.as_str(), "localhost" | "127.0.0.1")
    }
}

/// `%40` and the like, as names and passwords may hold signs of the address.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next()?, rest.next()?];
        bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(url: &str) -> Option<(String, u16, Encryption)> {
        SmtpUrl::parse(url).map(|url| (url.host, url.port, url.encryption))
    }

    #[test]
    fn scheme_and_query_say_how_it_is_encrypted() {
        assert_eq!(parts("smtp://mail.example"), Some(("mail.example".into(), 25, Encryption::Offered)));
        assert_eq!(parts("smtp://127.0.0.1:2525/"), Some(("127.0.0.1".into(), 2525, Encryption::Offered)));
        assert_eq!(parts("smtp://mail.example?tls=required"), Some(("mail.example".into(), 587, Encryption::Required)));
        assert_eq!(parts("smtps://mail.example"), Some(("mail.example".into(), 465, Encryption::Always)));
    }

    #[test]
    fn what_is_not_an_address_is_refused() {
        for url in ["", "mail.example", "http://mail.example", "smtp://", "smtp://mail.example:x", "smtp://a@mail.example"] {
            assert_eq!(parts(url), None, "{url}");
        }
    }

    #[test]
    fn names_and_passwords_are_decoded() {
        let url = SmtpUrl::parse("smtps://stage%40upo:p%2Fq%25:r@mail.example:465").unwrap();
        assert_eq!(url.user, Some(("stage@upo".into(), "p/q%:r".into())));
        assert!(SmtpUrl::parse("smtp://a:%4@mail.example").is_none());
    }
}
