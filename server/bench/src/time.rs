//! How long the server takes for a page: one request at a time on a kept connection, uncompressed.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde::Serialize;

use crate::html::link;
use crate::visitor::Visitor;
use crate::{bare, http};

/// Requests before those that count.
const WARM_UP: usize = 30;
/// Requests that count.
const MEASURED: usize = 300;
/// The page of the list that stands for the later ones.
const LATER: usize = 20;

const QUEUE: &str = "/upo/ufficio/accreditamenti";

/// The times of one page, in milliseconds, from sending the request to the last byte.
#[derive(Debug, Serialize)]
pub struct Time {
    page: String,
    bytes: usize,
    p50: f64,
    p99: f64,
    /// The same of a bare handler that answers as many bytes.
    bare_p50: f64,
    bare_p99: f64,
}

/// Times the office's queue and the reserved area.
pub async fn all(address: &str) -> Result<Vec<Time>> {
    let mut officer = Visitor::logged_in(address, "ufficio.upo").await?;
    let later = later_page(&mut officer).await?;
    let queue = [
        ("office's queue", QUEUE.to_owned()),
        ("the same, page 20 of all states", later),
        ("the same, «srl» in all states", format!("{QUEUE}?q=srl&state=all")),
        ("the same, by host", format!("{QUEUE}?sort=host")),
    ];
    let mut times = Vec::new();
    for (page, path) in queue {
        times.push(time(&mut officer, page, &path).await?);
    }
    let mut contact = Visitor::logged_in(address, "referente.demo").await?;
    times.push(time(&mut contact, "reserved area", "/upo/area").await?);
    Ok(times)
}

/// By the links that people follow: the cursor is the server's own.
async fn later_page(officer: &mut Visitor) -> Result<String> {
    let mut path = format!("{QUEUE}?state=all");
    for _ in 1..LATER {
        let html = officer.get(&path, false).await?.text();
        path = link(&html, "next").with_context(|| format!("{path} has no next page"))?;
    }
    Ok(path)
}

async fn time(visitor: &mut Visitor, page: &str, path: &str) -> Result<Time> {
    let mut bytes = 0;
    let mut took = Vec::with_capacity(MEASURED);
    for number in 0..WARM_UP + MEASURED {
        let start = Instant::now();
        let answer = visitor.get(path, false).await?;
        if number >= WARM_UP {
            took.push(start.elapsed());
        }
        bytes = answer.body.len();
    }
    let bare = time_bare(bytes).await?;
    Ok(Time {
        page: page.to_owned(),
        bytes,
        p50: percentile(&mut took, 50),
        p99: percentile(&mut took, 99),
        bare_p50: bare.0,
        bare_p99: bare.1,
    })
}

async fn time_bare(bytes: usize) -> Result<(f64, f64)> {
    let mut connection = http::Connection::open(&bare::start(bytes).await?).await?;
    let request = http::Request { method: "GET", path: "/", headers: &[("accept", "text/html")], body: "" };
    let mut took = Vec::with_capacity(MEASURED);
    for number in 0..WARM_UP + MEASURED {
        let start = Instant::now();
        connection.send(&request).await?;
        if number >= WARM_UP {
            took.push(start.elapsed());
        }
    }
    Ok((percentile(&mut took, 50), percentile(&mut took, 99)))
}

/// The shortest time that `percent` of all do not exceed, in milliseconds; 0 of none.
pub fn percentile(took: &mut [Duration], percent: usize) -> f64 {
    took.sort_unstable();
    let place = (took.len() * percent).div_ceil(100).saturating_sub(1);
    took.get(place).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_the_time_that_so_many_keep() {
        let mut took: Vec<Duration> = (1..=300).rev().map(Duration::from_millis).collect();
        assert_eq!((percentile(&mut took, 50), percentile(&mut took, 99)), (150.0, 297.0));
        assert_eq!(percentile(&mut [], 50), 0.0);
    }
}
