//! `GET /{i}/live`: says which subject is at which version now; the page asks for the rest by its own way.
//!
//! A page that opens a new stream names the last event it knows by `Last-Event-ID` or, as scripts cannot set headers of an
//! `EventSource`, by `?last=`.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use app::error::AppError;
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use backend::live::{self, Change, Missed};
use backend::{Ctx, identity};
use domain::access::{Action, Actor, Scope};
use domain::ids::{EventId, InstitutionId};
use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Deserialize;
use serde_json::json;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Interval;

use crate::AppState;
use crate::failure::Failure;
use crate::middleware::visitor::session_token;
use crate::streams::OpenStream;

/// Keeps proxies from closing the stream, and the time between two looks at the session: it may have ended on another node.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
const BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");

/// Where the listener left off.
#[derive(Debug, Default, Deserialize)]
pub struct LeftOff {
    #[serde(default)]
    last: Option<String>,
}

/// Opens the stream, or says why not; browsers do not try again after an answer that is no stream.
pub async fn stream(
    State(state): State<AppState>,
    Extension(ctx): Extension<Ctx>,
    Path(institution): Path<String>,
    Query(left_off): Query<LeftOff>,
    headers: HeaderMap,
) -> Response {
    let named = headers.get(LAST_EVENT_ID).and_then(|value| value.to_str().ok()).map(str::to_owned).or(left_off.last);
    let last = named.and_then(|id| id.parse().ok());
    match Listener::open(&state, ctx, &institution, last, &headers).await {
        Ok(listener) => {
            let events = futures::stream::unfold(listener, async |mut listener| {
                let event = listener.next().await?;
                Some((Ok::<_, Infallible>(event), listener))
            });
            let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)).into_response();
            response.headers_mut().insert(BUFFERING, HeaderValue::from_static("no"));
            response
        }
        Err(failure) => failure.into_response(),
    }
}

/// One open stream.
struct Listener {
    ctx: Ctx,
    state: AppState,
    token: Option<String>,
    token_hash: String,
    institution: InstitutionId,
    changes: Receiver<Arc<Change>>,
    closed: Receiver<Arc<str>>,
    look_again: Interval,
    /// Told before anything new.
    first: VecDeque<Event>,
    _room: OpenStream,
}

impl Listener {
    async fn open(
        state: &AppState,
        ctx: Ctx,
        institution: &str,
        last: Option<EventId>,
        headers: &HeaderMap,
    ) -> Result<Self, Failure> {
        let institution = ctx.backend.institutions.id(institution)?;
        ctx.may(Action::Live, &Scope::institution(institution))?;
        let token_hash = ctx.signed_in()?.token_hash.clone();
        let room = state.streams.open(&token_hash).ok_or(Failure(AppError::TooMany { seconds: 60 }))?;
        // Before the past is read, so that nothing falls between past and present.
        let (changes, closed) = (ctx.backend.live.subscribe(), ctx.backend.live.closed_sessions());
        let missed = live::missed(&ctx.backend, last).await?;
        let first = first_events(missed, &ctx.visitor.actor, institution);
        let mut look_again = tokio::time::interval(KEEP_ALIVE);
        look_again.reset();
        let (token, state) = (session_token(state, headers), state.clone());
        Ok(Self { ctx, state, token, token_hash, institution, changes, closed, look_again, first, _room: room })
    }

    /// The next event, or none when the stream is over.
    async fn next(&mut self) -> Option<Event> {
        if let Some(event) = self.first.pop_front() {
            return Some(event);
        }
        loop {
            tokio::select! {
                () = self.state.stop.cancelled() => return None,
                closed = self.closed.recv() => match closed {
                    Ok(token_hash) if *token_hash == *self.token_hash => return None,
                    Ok(_) => {}
                    Err(RecvError::Lagged(_)) => if !self.is_still_signed_in().await { return None },
                    Err(RecvError::Closed) => return None,
                },
                _ = self.look_again.tick() => if !self.is_still_signed_in().await { return None },
                change = self.changes.recv() => match change {
                    Ok(change) => match self.told(&change).await {
                        Told::Event(event) => return Some(event),
                        Told::Nothing => {}
                        Told::Over => return None,
                    },
                    Err(RecvError::Lagged(_)) => return Some(resync()),
                    Err(RecvError::Closed) => return None,
                },
            }
        }
    }

    async fn told(&mut self, change: &Change) -> Told {
        // Something of one's own may be a new role: what one may hear of changes with it.
        let own = change.account.is_some() && change.account == self.ctx.visitor.actor.account;
        if own && !self.is_still_signed_in().await {
            return Told::Over;
        }
        if !change.concerns(&self.ctx.visitor.actor, self.institution) {
            return Told::Nothing;
        }
        self.state.metrics.told();
        Told::Event(changed(change))
    }

    /// Looks at the session and the roles again, without renewing anything. A database that does not answer ends nothing.
    async fn is_still_signed_in(&mut self) -> bool {
        let visitor = &self.ctx.visitor;
        let again =
            identity::visitor(&self.state.backend, self.token.as_deref(), None, visitor.address.clone(), visitor.language).await;
        match again {
            Ok(again) => {
                let same = again.actor.account.is_some() && again.actor.account == visitor.actor.account;
                self.ctx.visitor.actor = again.actor;
                same
            }
            Err(error) => {
                tracing::warn!(%error, "live: the session could not be read");
                true
            }
        }
    }
}

enum Told {
    Event(Event),
    Nothing,
    Over,
}

fn first_events(missed: Missed, actor: &Actor, institution: InstitutionId) -> VecDeque<Event> {
    // The greeting carries a position, so that a stream that breaks before its first change resumes from here.
    let hello = Event::default().id(live::position().to_string()).event("hello").data("{}");
    let mut events = VecDeque::from([hello]);
    match missed {
        Missed::Changes(changes) => {
            events.extend(changes.iter().filter(|change| change.concerns(actor, institution)).map(changed));
        }
        Missed::TooMany => events.push_back(resync()),
    }
    events
}

fn changed(change: &Change) -> Event {
    let data = json!({ "kind": change.case_kind, "id": change.case_id, "version": change.version });
    Event::default().id(change.event.to_string()).event("change").data(data.to_string())
}

/// Some changes were not told: the page asks for everything it shows.
fn resync() -> Event {
    Event::default().id(live::position().to_string()).event("resync").data("{}")
}
