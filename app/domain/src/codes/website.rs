//! Addresses of web sites. Source: domain reference 2.2 `website`.

use super::domain_name::domain_name;
use crate::check::Problem;

/// Longest address, in characters.
pub const MAX: usize = 300;

code! {
    /// An `http` or `https` address, scheme and host in lower case.
    Website
}

impl Website {
    /// The address; without a scheme it becomes `https`. No user names, no bare numbers as host. Error: `Website`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://").unwrap_or(("https", text));
        let scheme = scheme.to_ascii_lowercase();
        let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let authority = host_and_port(authority).ok_or(Problem::Website)?;
        let address = format!("{scheme}://{authority}{path}");
        let fits = ["http", "https"].contains(&scheme.as_str()) && path.chars().all(may_follow) && address.chars().count() <= MAX;
        if fits { Ok(Self(address)) } else { Err(Problem::Website) }
    }
}

fn host_and_port(authority: &str) -> Option<String> {
    match authority.split_once(':') {
        None => domain_name(authority),
        Some((host, port)) => {
            let port: u16 = port.parse().ok().filter(|port| *port > 0)?;
            Some(format!("{}:{port}", domain_name(host)?))
        }
    }
}

/// Nothing that could end an attribute or hide what follows.
fn may_follow(c: char) -> bool {
    !c.is_control() && !c.is_whitespace() && !r#"<>"\^`{|}"#.contains(c)
}
