//! Icons and marks, inlined: only those the pages use, hidden from screen readers as words stand beside them.

use leptos::prelude::*;

/// A filled icon beside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    User,
    Burger,
    Expand,
    CheckCircle,
}

impl Icon {
    fn paths(self) -> &'static str {
        match self {
            Self::User => {
                r#"<path d="M12 13c2.2 0 4-1.8 4-4V6c0-2.2-1.8-4-4-4S8 3.8 8 6v3c0 2.2 1.8 4 4 4zM9 6c0-1.7 1.3-3 3-3s3 1.3 3 3v3c0 1.7-1.3 3-3 3s-3-1.3-3-3V6zm11 16h-1c0-3.9-3.1-7-7-7s-7 3.1-7 7H4c0-4.4 3.6-8 8-8s8 3.6 8 8z"/>"#
            }
            Self::Burger => r#"<path d="M22 5v1H2V5h20zM2 12.5h20v-1H2v1zM2 19h20v-1H2v1z"/>"#,
            Self::Expand => r#"<path d="M11.6 15.4 6 9.8l.7-.8 4.9 4.9L16.5 9l.7.8z"/>"#,
            Self::CheckCircle => {
                r#"<path d="m17.1 7.9.7.7-7.8 7.6-4.7-4.6.7-.7 4 3.9 7.1-6.9zM22 12c0 5.5-4.5 10-10 10S2 17.5 2 12 6.5 2 12 2s10 4.5 10 10zm-1 0c0-5-4-9-9-9s-9 4-9 9 4 9 9 9 9-4 9-9z"/>"#
            }
        }
    }

    /// The icon as an element.
    pub fn view(self) -> impl IntoView + use<> {
        view! { <svg class="i" viewBox="0 0 24 24" aria-hidden="true" inner_html=self.paths()></svg> }
    }
}

/// The shape of a state: never colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Circle with tick.
    Ok,
    /// Circle with clock hands.
    Wait,
    /// Triangle.
    Warn,
    /// Rounded square with a question mark: cannot be verified.
    Unknown,
    /// Octagon with cross.
    Bad,
    /// Dashed circle.
    Draft,
    /// Dash: ended, not started.
    Ended,
    /// Tick alone, inside the stepper's circle.
    Tick,
}

impl Mark {
    fn shape(self) -> &'static str {
        match self {
            Self::Ok => r#"<circle cx="12" cy="12" r="9"/><path d="M7.8 12.3l2.9 2.9 5.6-6"/>"#,
            Self::Wait => r#"<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>"#,
            Self::Warn => r#"<path d="M12 3.6L21.6 20H2.4z" stroke-linejoin="round"/><path d="M12 10v4.4M12 16.6v1.2"/>"#,
            Self::Unknown => {
                r#"<rect x="3.4" y="3.4" width="17.2" height="17.2" rx="3"/><path d="M9.3 9.6c.2-3.6 5.6-3.2 5.4.1-.1 2-2.7 2.2-2.7 4.2M12 16.6v1.4"/>"#
            }
            Self::Bad => {
                r#"<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z"/><path d="M8.6 8.6l6.8 6.8M15.4 8.6l-6.8 6.8"/>"#
            }
            Self::Draft => r#"<circle cx="12" cy="12" r="9" stroke-dasharray="3.6 3.4"/>"#,
            Self::Ended => r#"<path d="M6 12h12"/>"#,
            Self::Tick => r#"<path d="M5 12.6l4.6 4.6L19 7.4" stroke-width="2.8"/>"#,
        }
    }

    /// The mark as an element.
    pub fn view(self) -> impl IntoView + use<> {
        view! { <svg class="g" viewBox="0 0 24 24" aria-hidden="true" inner_html=self.shape()></svg> }
    }
}

/// The drawings of the bridge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Beside the product's name.
    Logo,
    /// On an empty page.
    Bridge,
}

impl Shape {
    /// The drawing as an element.
    pub fn view(self) -> impl IntoView + use<> {
        let (class, size, paths) = match self {
            Self::Logo => (
                "",
                "0 0 52 40",
                r#"<path d="M2 31h48"/><path d="M7 31C9 14 17 6 26 6s17 8 19 25"/><path d="M16.5 15v16M26 6v25M35.5 15v16" stroke-width="2"/>"#,
            ),
            Self::Bridge => (
                "pic",
                "0 0 150 64",
                r#"<path d="M4 48h142"/><path d="M16 48C24 20 48 8 75 8s51 12 59 40"/><path d="M45 19v29M75 8v40M105 19v29" stroke-width="2"/>"#,
            ),
        };
        view! {
            <svg class=class viewBox=size fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true" inner_html=paths></svg>
        }
    }
}
