//! Names of hosts in the internet, as mail addresses and web sites have them.

/// The name in lower case: two or more labels, the last of letters or internationalised.
pub(super) fn domain_name(text: &str) -> Option<String> {
    let name = text.to_ascii_lowercase();
    let (_, last) = name.rsplit_once('.')?;
    let top_level = last.starts_with("xn--") || (last.len() >= 2 && last.bytes().all(|c| c.is_ascii_lowercase()));
    (name.len() <= 253 && top_level && name.split('.').all(is_label)).then_some(name)
}

fn is_label(label: &str) -> bool {
    let characters = label.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    (1..=63).contains(&label.len()) && characters && !label.starts_with('-') && !label.ends_with('-')
}
