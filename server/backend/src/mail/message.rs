//! From a rendered letter to the message that travels, and who it is from.

use domain::ids::InstitutionId;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};

use super::Rendered;
use super::render::{PORTAL, Sender};
use crate::entity::outbox;
use crate::{Answer, Backend, BackendError};

/// Who a letter is from. A letter without institution comes from the first of the installation.
pub fn sender(backend: &Backend, row: &outbox::Model) -> Answer<Sender> {
    let language = domain::language::Language::from_code(&row.language).unwrap_or_default();
    let slug = row.institution_id.map(|id| backend.institutions.slug(InstitutionId(id))).filter(|slug| !slug.is_empty());
    let profile = match slug {
        Some(slug) => backend.profiles.effective(slug, row.department.as_deref()),
        None => backend.profiles.institutions().first(),
    };
    let profile = profile.ok_or_else(|| BackendError::Mail("no institution to write from".into()))?;
    let identity = &profile.identity;
    Ok(Sender {
        institution: identity.name(language).to_owned(),
        short_name: identity.short_name.get(language).to_owned(),
        from: identity.sender.clone(),
        reply_to: profile.office_email().to_owned(),
        phone: identity.helpdesk.phone.clone(),
        tint: identity.tint.clone(),
        external_url: backend.settings.external_url.trim_end_matches('/').to_owned(),
    })
}

/// The message: text and HTML, `Message-ID` and date fixed when the letter was queued.
pub fn message(row: &outbox::Model, sender: &Sender, rendered: &Rendered) -> Answer<Message> {
    let from = Mailbox::new(Some(format!("{PORTAL} {}", sender.short_name)), address(&sender.from)?);
    let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
    let language = HeaderName::new_from_ascii_str("Content-Language");
    Message::builder()
        .from(from)
        .reply_to(Mailbox::new(None, address(&sender.reply_to)?))
        .to(Mailbox::new(None, address(&row.recipient)?))
        .subject(&rendered.subject)
        .message_id(Some(format!("<{}@{}>", row.message_id, host(&sender.external_url))))
        .date(row.created_at.into())
        .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
        .raw_header(HeaderValue::new(language, row.language.clone()))
        .multipart(MultiPart::alternative_plain_html(rendered.text.clone(), rendered.html.clone()))
        .map_err(|error| BackendError::Mail(error.to_string()))
}

/// The parser's own error would repeat the address.
fn address(text: &str) -> Answer<Address> {
    text.parse().map_err(|_| BackendError::Mail("not an address".into()))
}

fn host(external_url: &str) -> &str {
    let rest = external_url.split_once("://").map_or(external_url, |(_, rest)| rest);
    rest.split(['/', ':']).next().filter(|host| !host.is_empty()).unwrap_or("localhost")
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_is_neither_scheme_nor_port_nor_path() {
        assert_eq!(host("https://stage.example.it/ponte"), "stage.example.it");
        assert_eq!(host("http://127.0.0.1:3000"), "127.0.0.1");
        assert_eq!(host(""), "localhost");
    }
}
