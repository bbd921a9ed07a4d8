//! The content of a project as bytes: the same content gives the same bytes, different contents different ones. The caller
//! hashes them. Source: domain reference 2.10, 3.6.

/// First line of the bytes: raised whenever their form changes, so that old hashes stay explainable.
const FORM: &str = "ponte project content 1";

/// The canonical bytes of named values, whatever their order: one line each, `name`, a tab, the value, sorted by name.
/// Names are unique; what has no value is left out. Tabs, line ends and back-slashes in values are written `\t`, `\n`, `\\`.
pub fn canonical<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<u8> {
    let mut lines: Vec<(&str, &str)> = values.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    lines.sort_unstable();
    let mut text = String::from(FORM);
    for (name, value) in lines {
        text.push('\n');
        escape(name, &mut text);
        text.push('\t');
        escape(value, &mut text);
    }
    text.into_bytes()
}

fn escape(part: &str, text: &mut String) {
    for c in part.chars() {
        match c {
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            c => text.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn bytes(values: &BTreeMap<String, String>) -> Vec<u8> {
        canonical(values.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }

    #[test]
    fn the_order_does_not_matter_and_line_ends_are_no_lines() {
        let text = |values: &[(&str, &str)]| String::from_utf8(canonical(values.iter().copied())).expect("is text");
        let one = text(&[("b", "2"), ("a", "1\nb\t3"), ("c", "")]);
        assert_eq!(one, "ponte project content 1\na\t1\\nb\\t3\nb\t2");
        assert_eq!(one, text(&[("a", "1\nb\t3"), ("b", "2")]));
    }

    proptest! {
        #[test]
        fn different_contents_have_different_bytes(
            one in prop::collection::btree_map("[a-b\\\\\n\t]{1,3}", "[a-b\\\\\n\t]{1,4}", 0..4),
            other in prop::collection::btree_map("[a-b\\\\\n\t]{1,3}", "[a-b\\\\\n\t]{1,4}", 0..4),
        ) {
            prop_assert_eq!(one == other, bytes(&one) == bytes(&other));
        }
    }
}
