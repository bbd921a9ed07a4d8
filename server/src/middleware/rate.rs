//! How often one address may post. Tries of passwords and codes are counted per account in the database besides; this is
//! against floods, so it is generous: a whole university may come from one address.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use app::error::AppError;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::settings::Mode;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use http::Method;

use crate::AppState;
use crate::failure::Failure;
use crate::middleware::visitor::Peer;

/// Server functions that try secrets or send mail, by the noun of their address.
const TIGHT: [&str; 4] =
    ["/api/identity/", "/api/accreditation/verify_code", "/api/accreditation/send_resume_link", "/api/accreditation/resume"];
/// Every so many requests the limiter forgets addresses that have not been seen for long.
const FORGET_EVERY: u32 = 4096;

/// Posts a minute from one address.
#[derive(Debug, Clone, Copy)]
pub struct Quotas {
    /// Log-in, codes, recovery.
    pub tight: NonZeroU32,
    /// Everything else.
    pub wide: NonZeroU32,
}

const fn per_minute(tries: u32) -> NonZeroU32 {
    NonZeroU32::new(tries).expect("the limits of this file are not zero")
}

impl Quotas {
    /// The limits of a mode: a test run is one address and in a hurry.
    pub fn of(mode: Mode) -> Self {
        match mode {
            Mode::Production => Self { tight: per_minute(120), wide: per_minute(1200) },
            Mode::Demo | Mode::Test => Self { tight: per_minute(60_000), wide: per_minute(60_000) },
        }
    }
}

/// Counts posts by address and bucket.
pub struct Limiter {
    tight: DefaultKeyedRateLimiter<IpAddr>,
    wide: DefaultKeyedRateLimiter<IpAddr>,
    seen: AtomicU32,
}

impl Limiter {
    /// A limiter that has seen nobody.
    pub fn new(quotas: Quotas) -> Self {
        Self {
            tight: RateLimiter::keyed(Quota::per_minute(quotas.tight)),
            wide: RateLimiter::keyed(Quota::per_minute(quotas.wide)),
            seen: AtomicU32::new(0),
        }
    }

    /// Counts a post; seconds to wait if it is one too many.
    fn check(&self, address: IpAddr, path: &str) -> Result<(), i64> {
        if self.seen.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            self.tight.retain_recent();
            self.wide.retain_recent();
        }
        let tight = TIGHT.iter().any(|prefix| path.starts_with(prefix));
        let limiter = if tight { &self.tight } else { &self.wide };
        limiter.check_key(&address).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            i64::try_from(wait.as_secs()).unwrap_or(i64::MAX).saturating_add(1)
        })
    }
}

/// Refuses posts to server functions that come too fast (429).
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if request.method() == Method::POST && path.starts_with("/api/") {
        let address = Peer::of(&request, &state.trusted_proxies).address();
        if let Err(seconds) = state.limiter.check(address, path) {
            return Failure(AppError::TooMany { seconds }).into_response();
        }
    }
    next.run(request).await
}
