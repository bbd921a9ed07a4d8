//! The configuration: environment variables only, read once, every mistake named.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;

use backend::settings::{Mode, Settings};

/// Shortest secret production accepts, in bytes.
const MIN_SECRET: usize = 32;

/// What the environment says.
#[derive(Debug, Clone)]
pub struct Config {
    /// `PONTE_MODE`: `production` (default), `demo` or `test`.
    pub mode: Mode,
    /// `PONTE_ADDRESS`: where the server listens. Default `127.0.0.1:3000`.
    pub address: SocketAddr,
    /// `DATABASE_URL`: `sqlite://…` or `postgres://…`. Default `sqlite://data/ponte.sqlite`.
    pub database_url: String,
    /// `PONTE_SITE`: the folder with `manifest.json` and `assets/`. Default `target/site`.
    pub site: PathBuf,
    /// `PONTE_EXTERNAL_URL`: where people reach the server, as links in mails begin. Default `http://` and the address;
    /// production needs `https://`.
    pub external_url: Option<String>,
    /// `PONTE_SECRET`: key of the keyed hashes of short codes, at least 32 bytes. Production needs it.
    pub secret: Vec<u8>,
    /// `PONTE_SMTP_URL`: `smtp://…` or `smtps://…`. Production needs it; elsewhere mail stays readable at `/demo/posta` without it.
    pub smtp_url: Option<String>,
    /// `PONTE_PROFILES`: a further folder of profiles (TOML).
    pub profiles: Option<PathBuf>,
    /// `PONTE_FILES`: the folder of the files people send. Default `data/files`.
    pub files: PathBuf,
    /// `PONTE_TRUSTED_PROXIES`: addresses or networks, separated by commas, whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// `PONTE_METRICS_ADDRESS`: a second listener with `/metrics` only. Default: none.
    pub metrics_address: Option<SocketAddr>,
}

/// What is wrong with the environment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    #[error("{name} has no meaning: {value:?} is not {expected}")]
    Value { name: &'static str, value: String, expected: &'static str },
    #[error("production needs {name}: {why}")]
    Missing { name: &'static str, why: &'static str },
}

impl Config {
    /// Reads the process's environment.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::read(|name| std::env::var(name).ok().filter(|value| !value.trim().is_empty()))
    }

    /// Reads the variables `get` knows.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let mode = match get("PONTE_MODE").as_deref() {
            None | Some("production") => Mode::Production,
            Some("demo") => Mode::Demo,
            Some("test") => Mode::Test,
            Some(other) => return Err(meaningless("PONTE_MODE", other, "production, demo or test")),
        };
        let address = parsed(&get, "PONTE_ADDRESS", "an address with a port")?;
        let address = address.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000)));
        let config = Self {
            mode,
            address,
            database_url: get("DATABASE_URL").unwrap_or_else(|| "sqlite://data/ponte.sqlite".into()),
            site: get("PONTE_SITE").map_or_else(|| PathBuf::from("target/site"), PathBuf::from),
            external_url: get("PONTE_EXTERNAL_URL").map(|url| url.trim_end_matches('/').to_owned()),
            secret: get("PONTE_SECRET").map(String::into_bytes).unwrap_or_default(),
            smtp_url: get("PONTE_SMTP_URL"),
            profiles: get("PONTE_PROFILES").map(PathBuf::from),
            files: get("PONTE_FILES").map_or_else(|| PathBuf::from("data/files"), PathBuf::from),
            trusted_proxies: networks(get("PONTE_TRUSTED_PROXIES").unwrap_or_default().as_str())?,
            metrics_address: parsed(&get, "PONTE_METRICS_ADDRESS", "an address with a port")?,
        };
        config.checked()
    }

    /// Refuses what production must not run with; the other modes make up a secret of their own.
    fn checked(mut self) -> Result<Self, ConfigError> {
        if self.mode != Mode::Production {
            if self.secret.is_empty() {
                self.secret = b"ponte demo and test only, known to all".to_vec();
            }
            return Ok(self);
        }
        if self.secret.len() < MIN_SECRET {
            return Err(missing("PONTE_SECRET", "at least 32 bytes that nobody else knows"));
        }
        if self.smtp_url.is_none() {
            return Err(missing("PONTE_SMTP_URL", "accounts are made by e-mail"));
        }
        if !self.external_url.as_deref().is_some_and(|url| url.starts_with("https://")) {
            return Err(missing("PONTE_EXTERNAL_URL", "the https:// address people use"));
        }
        Ok(self)
    }

    /// What the use cases need of it; `bound` is the address the server listens at indeed (the port may have been 0).
    pub fn settings(&self, bound: SocketAddr) -> Settings {
        // OWASP's second recommendation in production; tests and demos have no secrets worth the wait.
        let argon2 = if self.mode == Mode::Test { (64, 1) } else { (19 * 1024, 2) };
        Settings {
            mode: self.mode,
            external_url: self.external_url.clone().unwrap_or_else(|| format!("http://{bound}")),
            smtp_url: self.smtp_url.clone(),
            files: self.files.clone(),
            secret: self.secret.clone(),
            argon2,
        }
    }
}

fn meaningless(name: &'static str, value: &str, expected: &'static str) -> ConfigError {
    ConfigError::Value { name, value: value.to_owned(), expected }
}

fn missing(name: &'static str, why: &'static str) -> ConfigError {
    ConfigError::Missing { name, why }
}

fn parsed<T: FromStr>(
    get: impl Fn(&str) -> Option<String>,
    name: &'static str,
    expected: &'static str,
) -> Result<Option<T>, ConfigError> {
    let Some(value) = get(name) else { return Ok(None) };
    value.trim().parse().map(Some).map_err(|_| meaningless(name, &value, expected))
}

fn networks(list: &str) -> Result<Vec<Network>, ConfigError> {
    let parts = list.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().map_err(|()| meaningless("PONTE_TRUSTED_PROXIES", part, "an address or a network"))).collect()
}

/// An address, or all that share its first bits (`10.0.0.0/8`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u32,
}

impl FromStr for Network {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.parse().map_err(|_| ())?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(width), |bits| bits.parse().map_err(|_| ()))?;
        if bits <= width { Ok(Self { address, bits }) } else { Err(()) }
    }
}

impl Network {
    /// Whether it contains `address`; an IPv4 address written as IPv6 counts as IPv4.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => same_bits(own.to_bits().into(), other.to_bits().into(), 32, self.bits),
            (IpAddr::V6(own), IpAddr::V6(other)) => same_bits(own.to_bits(), other.to_bits(), 128, self.bits),
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

fn same_bits(one: u128, other: u128, width: u32, bits: u32) -> bool {
    (one ^ other).checked_shr(width - bits).unwrap_or_default() == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::read(|name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    const PRODUCTION: [(&str, &str); 3] = [
        ("PONTE_SECRET", "0123456789abcdef0123456789abcdef"),
        ("PONTE_SMTP_URL", "smtps://mail.example"),
        ("PONTE_EXTERNAL_URL", "https://ponte.example/"),
    ];

    #[test]
    fn production_is_the_default_and_needs_secret_mail_and_address() {
        let config = read(&PRODUCTION).unwrap();
        assert_eq!((config.mode, config.external_url.as_deref()), (Mode::Production, Some("https://ponte.example")));
        for left_out in 0..PRODUCTION.len() {
            let mut variables = PRODUCTION.to_vec();
            let (name, _) = variables.remove(left_out);
            assert!(matches!(read(&variables), Err(ConfigError::Missing { name: missing, .. }) if missing == name));
        }
        let short = [("PONTE_SECRET", "short"), PRODUCTION[1], PRODUCTION[2]];
        assert!(matches!(read(&short), Err(ConfigError::Missing { name: "PONTE_SECRET", .. })));
    }

    #[test]
    fn the_demo_needs_nothing() {
        let config = read(&[("PONTE_MODE", "demo"), ("PONTE_ADDRESS", "127.0.0.1:4000")]).unwrap();
        assert_eq!(config.settings(config.address).external_url, "http://127.0.0.1:4000");
        assert_eq!(config.database_url, "sqlite://data/ponte.sqlite");
    }

    #[test]
    fn what_has_no_meaning_is_named() {
        for (name, value) in
            [("PONTE_ADDRESS", "localhost"), ("PONTE_METRICS_ADDRESS", "9000"), ("PONTE_TRUSTED_PROXIES", "10.0.0.0/33")]
        {
            let found = read(&[("PONTE_MODE", "demo"), (name, value)]);
            assert!(matches!(found, Err(ConfigError::Value { name: named, .. }) if named == name), "{name}");
        }
        assert!(read(&[("PONTE_MODE", "prod")]).is_err());
    }

    #[test]
    fn a_network_contains_what_shares_its_first_bits() {
        let contains = |network: &str, address: &str| network.parse::<Network>().unwrap().contains(address.parse().unwrap());
        assert!(contains("10.0.0.0/8", "10.9.8.7"));
        assert!(!contains("10.0.0.0/8", "11.0.0.1"));
        assert!(contains("127.0.0.1", "::ffff:127.0.0.1"));
        assert!(!contains("127.0.0.1", "127.0.0.2"));
        assert!(contains("0.0.0.0/0", "203.0.113.7"));
        assert!(contains("2001:db8::/32", "2001:db8::1"));
        assert!(!contains("2001:db8::/32", "203.0.113.7"));
    }
}
