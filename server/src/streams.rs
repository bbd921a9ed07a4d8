//! How many live streams are open, in all and per session.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Most browsers open six connections to one server, so a seventh stream could only be a mistake.
pub const PER_SESSION: usize = 6;

/// The open streams of this process, by session.
#[derive(Debug, Default)]
pub struct Streams {
    open: Mutex<HashMap<String, usize>>,
}

/// One open stream; dropping it makes room.
#[derive(Debug)]
pub struct OpenStream {
    streams: Arc<Streams>,
    session: String,
}

impl Streams {
    /// Room for one more stream of that session, if there is any.
    pub fn open(self: &Arc<Self>, session: &str) -> Option<OpenStream> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(session.to_owned()).or_default();
        if *count >= PER_SESSION {
            return None;
        }
        *count += 1;
        Some(OpenStream { streams: Arc::clone(self), session: session.to_owned() })
    }

    /// How many are open in all.
    pub fn count(&self) -> usize {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).values().sum()
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let mut open = self.streams.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.session) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.session);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_has_six_streams_and_gets_the_room_back() {
        let streams = Arc::new(Streams::default());
        let mut mine: Vec<_> = (0..PER_SESSION).map(|_| streams.open("mine")).collect();
        assert!(mine.iter().all(Option::is_some));
        assert!(streams.open("mine").is_none());
        assert!(streams.open("another").is_some());
        mine.pop();
        assert!(streams.open("mine").is_some());
        drop(mine);
        assert_eq!(streams.count(), 0);
    }
}
