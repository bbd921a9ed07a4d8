//! Sends what is due. Any number of workers, in any number of processes.

use std::sync::Arc;
use std::time::Duration;

use domain::language::Language;
use futures::future::join_all;
use tokio_util::sync::CancellationToken;

use super::message::{message, sender};
use super::{Carrier, Kind, Rendered, outbox, render};
use crate::entity::outbox::Model;
use crate::{Answer, Backend, BackendError};

/// Letters under way at once: one slow server must not hold up everything.
const LANES: usize = 4;

/// Sends until told to stop. Error: an SMTP server's address that cannot be read.
pub async fn run(backend: Arc<Backend>, stop: CancellationToken) -> Answer<()> {
    let carrier = Carrier::new(&backend.settings)?;
    let pause = Duration::from_secs(if backend.settings.has_demo_pages() { 1 } else { 5 });
    while !stop.is_cancelled() {
        if let Err(error) = send_due(&backend, &carrier, &stop).await {
            tracing::error!(%error, "the outbox cannot be read");
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = backend.mail.woken() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
    Ok(())
}

/// Sends every letter that is due now. Answers how many were tried.
pub async fn send_due(backend: &Backend, carrier: &Carrier, stop: &CancellationToken) -> Answer<usize> {
    // All lanes to their end: an error in one must not drop a message that another is handing over.
    join_all((0..LANES).map(|_| lane(backend, carrier, stop))).await.into_iter().sum()
}

async fn lane(backend: &Backend, carrier: &Carrier, stop: &CancellationToken) -> Answer<usize> {
    let mut tried = 0;
    while !stop.is_cancelled()
        && let Some(row) = outbox::claim(backend).await?
    {
        tried += 1;
        deliver(backend, carrier, &row).await?;
    }
    Ok(tried)
}

async fn deliver(backend: &Backend, carrier: &Carrier, row: &Model) -> Answer<()> {
    let facts = serde_json::from_str(&row.facts).map_err(|error| BackendError::Mail(error.to_string()))?;
    // What never leaves is never late: the demo shows the letters of its past too.
    let leaves = !matches!(carrier, Carrier::Kept);
    if leaves && outbox::is_outdated(row, &facts, backend.clock.now()) {
        return outbox::mark_dropped(backend, row).await;
    }
    let written = async {
        let sender = sender(backend, row)?;
        let kind = Kind::from_code(&row.notice).ok_or_else(|| BackendError::Mail("unknown letter".into()))?;
        let language = Language::from_code(&row.language).unwrap_or_default();
        let rendered = render(kind, language, &sender, &facts)?;
        Ok::<_, BackendError>((message(row, &sender, &rendered)?, rendered))
    };
    let outcome = match written.await {
        Ok((message, rendered)) => carrier.send(message).await.map(|()| rendered),
        Err(error) => Err(error.to_string()),
    };
    record(backend, row, outcome).await
}

async fn record(backend: &Backend, row: &Model, outcome: Result<Rendered, String>) -> Answer<()> {
    match outcome {
        Ok(rendered) => mark_sent(backend, row, rendered).await,
        Err(error) => {
            // What the server said can hold an address: it stays in the row.
            tracing::warn!(message.id = %row.id, attempts = row.attempts, "a letter could not be sent");
            outbox::mark_failed(backend, row, &error).await
        }
    }
}

/// The message is out: that has to be written down, or another copy follows once the lease ends.
async fn mark_sent(backend: &Backend, row: &Model, rendered: Rendered) -> Answer<()> {
    for pause in [100, 400, 1600, 6400] {
        match outbox::mark_sent(backend, row, &rendered).await {
            Ok(()) => return Ok(()),
            Err(error) => tracing::warn!(message.id = %row.id, %error, "a sent letter could not be marked, once more"),
        }
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }
    outbox::mark_sent(backend, row, &rendered).await
}
