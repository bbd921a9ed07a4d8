//! The office's list and panel.

words! {
}
