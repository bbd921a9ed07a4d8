//! A few figures for those who run the server, in the text format monitoring programs read.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use http::StatusCode;
use http::header::CONTENT_TYPE;

use crate::AppState;

/// Counters since the start of the process.
#[derive(Debug, Default)]
pub struct Metrics {
    /// Answers by the first digit of their status.
    answers: [AtomicU64; 6],
    microseconds: AtomicU64,
    panics: AtomicU64,
    changes_told: AtomicU64,
}

impl Metrics {
    /// One answered request.
    pub fn answered(&self, status: StatusCode, took: Duration) {
        let class = usize::from(status.as_u16() / 100).min(self.answers.len() - 1);
        self.answers[class].fetch_add(1, Ordering::Relaxed);
        self.microseconds.fetch_add(u64::try_from(took.as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    /// One handler that panicked.
    pub fn panicked(&self) {
        self.panics.fetch_add(1, Ordering::Relaxed);
    }

    /// One change written to one stream.
    pub fn told(&self) {
        self.changes_told.fetch_add(1, Ordering::Relaxed);
    }

    /// The counters and `gauges` as text.
    pub fn text(&self, gauges: &[(&str, u64)]) -> String {
        let mut text = String::from("# TYPE ponte_answers_total counter\n");
        // Writing to a string cannot fail.
        for (class, count) in self.answers.iter().enumerate().skip(1) {
            let _ = writeln!(text, "ponte_answers_total{{class=\"{class}xx\"}} {}", count.load(Ordering::Relaxed));
        }
        let seconds = Duration::from_micros(self.microseconds.load(Ordering::Relaxed)).as_secs_f64();
        let _ = writeln!(text, "# TYPE ponte_answer_seconds_sum counter\nponte_answer_seconds_sum {seconds:.6}");
        for (name, counter) in [("ponte_panics_total", &self.panics), ("ponte_changes_told_total", &self.changes_told)] {
            let _ = writeln!(text, "# TYPE {name} counter\n{name} {}", counter.load(Ordering::Relaxed));
        }
        for (name, value) in gauges {
            let _ = writeln!(text, "# TYPE {name} gauge\n{name} {value}");
        }
        text
    }
}

/// The router of the second listener: `/metrics` and nothing else.
pub fn router(state: AppState) -> Router {
    Router::new().route("/metrics", get(show)).with_state(state)
}

async fn show(State(state): State<AppState>) -> impl IntoResponse {
    let streams = state.streams.count() as u64;
    let body = state.metrics.text(&[("ponte_live_streams", streams)]);
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], body)
}
