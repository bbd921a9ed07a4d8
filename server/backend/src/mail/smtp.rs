//! What carries a message away.

use std::time::Duration;

use lettre::transport::smtp::PoolConfig;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::settings::Settings;
use crate::{Answer, BackendError};

/// Longest wait for one answer of the server.
const ANSWER: Duration = Duration::from_secs(30);
/// Longest time for one message: well below the lease of its row, so that nobody else takes it meanwhile.
pub const MESSAGE: Duration = Duration::from_secs(120);

/// The way out.
#[derive(Debug, Clone)]
pub enum Carrier {
    Smtp {
        transport: Box<AsyncSmtpTransport<Tokio1Executor>>,
        message_timeout: Duration,
    },
    /// Nothing leaves: letters are read at `/demo/posta`.
    Kept,
}

impl Carrier {
    /// By the settings: SMTP when there is a server, else letters are kept. Error: an address that cannot be read.
    pub fn new(settings: &Settings) -> Answer<Self> {
        match &settings.smtp_url {
            Some(url) => Self::smtp(url, ANSWER, MESSAGE),
            None if settings.has_demo_pages() => Ok(Self::Kept),
            None => Err(BackendError::Mail("no SMTP server".into())),
        }
    }

    /// An SMTP server, with the longest waits for one answer and for one whole message.
    pub fn smtp(url: &str, answer_timeout: Duration, message_timeout: Duration) -> Answer<Self> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url);
        // The address can hold a password: the error must not repeat it.
        let builder = builder.map_err(|_| BackendError::Mail("the address of the SMTP server cannot be read".into()))?;
        let pool = PoolConfig::new().max_size(4).idle_timeout(Duration::from_secs(30));
        let transport = Box::new(builder.timeout(Some(answer_timeout)).pool_config(pool).build());
        Ok(Self::Smtp { transport, message_timeout })
    }

    /// Hands the message over. Error: what the server or the network said.
    pub async fn send(&self, message: Message) -> Result<(), String> {
        match self {
            Self::Kept => Ok(()),
            Self::Smtp { transport, message_timeout } => {
                match tokio::time::timeout(*message_timeout, transport.send(message)).await {
                    Ok(Ok(_)) => Ok(()),
                    Ok(Err(error)) => Err(in_full(&error)),
                    Err(_) => Err("no answer in time".to_owned()),
                }
            }
        }
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
