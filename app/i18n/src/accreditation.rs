//! The registration's introduction and steps.

words! {
}
