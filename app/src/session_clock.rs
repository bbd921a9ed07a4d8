//! When the reader of a page is asked whether they are still there.

/// Seconds before the end at which the reader is asked.
const FIRST_WARNING: i64 = 300;
const LAST_WARNING: i64 = 60;
/// Seconds until the server is asked again when it did not answer.
pub const ASK_AGAIN: i64 = 30;

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Quiet,
    /// It ends in so many seconds.
    Warning(i64),
    Ended,
}

/// Where a session of so many seconds stands, and after how many one has to look again.
pub fn look(seconds_left: i64) -> (Phase, i64) {
    if seconds_left <= 0 {
        (Phase::Ended, 0)
    } else if seconds_left <= LAST_WARNING {
        (Phase::Warning(seconds_left), seconds_left)
    } else if seconds_left <= FIRST_WARNING {
        (Phase::Warning(seconds_left), seconds_left - LAST_WARNING)
    } else {
        (Phase::Quiet, seconds_left - FIRST_WARNING)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_is_asked_twice_before_the_end() {
        assert_eq!(look(1800), (Phase::Quiet, 1500));
        assert_eq!(look(300), (Phase::Warning(300), 240));
        assert_eq!(look(60), (Phase::Warning(60), 60));
        assert_eq!(look(0), (Phase::Ended, 0));
        assert_eq!(look(-5), (Phase::Ended, 0));
    }
}
