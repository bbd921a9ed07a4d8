use std::hash::Hash;

use leptos::prelude::*;
use leptos::tachys::view::keyed::{SerializableKey, keyed};

/// A part of a page that is not drawn anew with it while `key` is the same: a file that was chosen would be lost,
/// because drawing anew takes attributes away and sets them again. What stands in it must not read signals.
pub fn kept<K, V>(key: K, part: impl Fn() -> V + Send + 'static) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + SerializableKey + 'static,
    V: IntoView + 'static,
{
    keyed(vec![key], Clone::clone, move |_, _| (|_| (), part().into_view()))
}
