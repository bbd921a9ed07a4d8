use leptos::prelude::*;

/// A modal dialog: the page behind it is inert, Tab stays inside, Esc is the safe choice.
#[component]
pub fn Dialog(
    /// Of the heading inside, which names the dialog.
    labelled_by: &'static str,
    described_by: &'static str,
    #[prop(into)] open: Signal<bool>,
    /// What Esc does: the choice that loses nothing.
    on_escape: Callback<()>,
    /// For texts side by side.
    #[prop(optional)]
    wide: bool,
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            (true, true) | (false, false) => {}
        }
    });
    let cancel = move |event: leptos::ev::Event| {
        event.prevent_default();
        on_escape.run(());
    };
    view! {
        <dialog class="dialog" class:w=wide node_ref=element aria-labelledby=labelled_by aria-describedby=described_by on:cancel=cancel>
            {children()}
        </dialog>
    }
}
