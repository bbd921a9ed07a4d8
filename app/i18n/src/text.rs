//! Use of the portal, privacy, legal notes, accessibility.

words! {
    ON_THIS_PAGE: "In questa pagina", "On this page";
}
