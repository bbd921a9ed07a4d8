//! What carries a message away: one conversation per message, so that none is resumed in the middle of another.
//!
//! Not lettre's own transport: it hands a conversation that was given up in time back to its pool, and without the pool
//! it counts a server that is silent after `QUIT` as a failure, which would send a second copy.

use std::time::Duration;

use lettre::Message;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;

use super::smtp_url::{Encryption, SmtpUrl};
use crate::settings::Settings;
use crate::{Answer, BackendError};

/// Longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(20);
/// Longest time for one message: well below the lease of its row, so that nobody else takes it meanwhile.
const MESSAGE: Duration = Duration::from_secs(120);
/// Longest wait for a good-bye that no longer matters.
const GOODBYE: Duration = Duration::from_secs(2);

/// The way out.
#[derive(Clone)]
pub enum Carrier {
    Smtp(Box<Server>),
    /// Nothing leaves: letters are read at `/demo/posta`.
    Kept,
}

/// An SMTP server.
#[derive(Clone)]
pub struct Server {
    url: SmtpUrl,
    message_timeout: Duration,
}

impl Carrier {
    /// By the settings: SMTP when there is a server, else letters are kept. Error: an address that cannot be read.
    pub fn new(settings: &Settings) -> Answer<Self> {
        match &settings.smtp_url {
            Some(url) => Self::smtp(url, MESSAGE),
            None if settings.has_demo_pages() => Ok(Self::Kept),
            None => Err(BackendError::Mail("no SMTP server".into())),
        }
    }

    /// An SMTP server, with the longest time for one message.
    pub fn smtp(url: &str, message_timeout: Duration) -> Answer<Self> {
        // The address can hold a password: the error must not repeat it.
        let url = SmtpUrl::parse(url).ok_or_else(|| BackendError::Mail("the SMTP server's address cannot be read".into()))?;
        Ok(Self::Smtp(Box::new(Server { url, message_timeout })))
    }

    /// Hands the message over. Error: what the server or the network said.
    pub async fn send(&self, message: Message) -> Result<(), String> {
        let Self::Smtp(server) = self else { return Ok(()) };
        match tokio::time::timeout(server.message_timeout, server.hand_over(&message)).await {
            Ok(Ok(mut connection)) => {
                let _ = tokio::time::timeout(GOODBYE, connection.quit()).await;
                Ok(())
            }
            Ok(Err(error)) => Err(error),
            Err(_) => Err("no answer in time".to_owned()),
        }
    }
}

impl Server {
    /// Ends with the server's 250: from then on the message is its.
    async fn hand_over(&self, message: &Message) -> Result<AsyncSmtpConnection, String> {
        let mut connection = self.connect().await?;
        connection.send(message.envelope(), &message.formatted()).await.map_err(|error| in_full(&error))?;
        Ok(connection)
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, String> {
        let (url, me) = (&self.url, ClientId::default());
        let tls = || TlsParameters::new(url.host.clone()).map_err(|error| in_full(&error));
        let from_the_start = if url.encryption == Encryption::Always { Some(tls()?) } else { None };
        let address = (url.host.as_str(), url.port);
        let connection = AsyncSmtpConnection::connect_tokio1(address, Some(CONNECT), &me, from_the_start, None).await;
        let mut connection = connection.map_err(|error| in_full(&error))?;
        if url.encryption == Encryption::Required || connection.can_starttls() {
            connection.starttls(tls()?, &me).await.map_err(|error| in_full(&error))?;
        }
        if let Some((name, password)) = &url.user {
            if !connection.is_encrypted() && !url.is_this_machine() {
                return Err("no password is sent where others can listen".to_owned());
            }
            let credentials = Credentials::new(name.clone(), password.clone());
            connection.auth(DEFAULT_MECHANISMS, &credentials).await.map_err(|error| in_full(&error))?;
        }
        Ok(connection)
    }
}

/// The error with its causes.
fn in_full(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        text = format!("{text}: {deeper}");
        cause = deeper.source();
    }
    text
}
