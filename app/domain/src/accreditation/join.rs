//! When a host counts as known, so that a further person *joins* it instead of registering it again.

use super::state::State;

/// Whether a host with these accreditations, at whatever institutions, is known: it was once sent to an office, and
/// not every request was rejected or withdrawn.
pub fn is_known(accreditations: &[State]) -> bool {
    accreditations.iter().any(|state| state.was_submitted() && !matches!(state, State::Rejected | State::Withdrawn))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_known_without_a_request() {
        assert!(!is_known(&[]));
        assert!(!is_known(&[State::Draft, State::Unconfirmed, State::Expired]));
    }

    #[test]
    fn one_open_or_granted_request_is_enough() {
        for state in [State::Submitted, State::Integration, State::Accredited, State::Suspended, State::Revoked] {
            assert!(is_known(&[State::Rejected, state, State::Withdrawn]), "{state:?}");
        }
    }

    #[test]
    fn only_rejected_or_withdrawn_ones_leave_the_host_free() {
        assert!(!is_known(&[State::Rejected, State::Withdrawn, State::Draft]));
    }
}
