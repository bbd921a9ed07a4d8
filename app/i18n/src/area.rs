//! The host's reserved area.

words! {
}
