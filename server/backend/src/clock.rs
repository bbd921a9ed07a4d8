//! The one clock. Demo and test servers can be moved forward; production cannot.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Duration, DurationRound, NaiveDate, Utc};

/// Business time: the machine's clock plus what a demo or a test moved it by.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    /// Business time ahead of the machine, in microseconds.
    ahead: Arc<AtomicI64>,
    /// Session and code time ahead of the machine, in microseconds: moves only when asked.
    sessions_ahead: Arc<AtomicI64>,
}

impl Clock {
    /// Now, in UTC, to the microsecond (what both databases keep).
    pub fn now(&self) -> DateTime<Utc> {
        moved(self.ahead.load(Ordering::Relaxed))
    }

    /// Now as sessions, codes and links see it.
    pub fn session_now(&self) -> DateTime<Utc> {
        moved(self.sessions_ahead.load(Ordering::Relaxed))
    }

    /// Today in Rome.
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&chrono_tz::Europe::Rome).date_naive()
    }

    /// Moves business time forward, and sessions too when asked.
    pub fn advance(&self, by: Duration, sessions_too: bool) {
        let by = by.num_microseconds().unwrap_or_default().max(0);
        self.ahead.fetch_add(by, Ordering::Relaxed);
        if sessions_too {
            self.sessions_ahead.fetch_add(by, Ordering::Relaxed);
        }
    }

    /// Sets how far business time is from the machine's: only for making records of the past.
    pub fn set_ahead(&self, by: Duration) {
        self.ahead.store(by.num_microseconds().unwrap_or_default(), Ordering::Relaxed);
    }
}

fn moved(microseconds: i64) -> DateTime<Utc> {
    let now = Utc::now() + Duration::microseconds(microseconds);
    now.duration_trunc(Duration::microseconds(1)).unwrap_or(now)
}
