use domain::list::{ListQuery, PAGE_SIZES};
use i18n::list as words;
use leptos::ev::SubmitEvent;
use leptos::html::{Input, Select};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::{Address, query_here};
use crate::language::language;

/// Search, state and page size: a form of the address, applied by its button, and at once with scripts. What is typed
/// before the page is hydrated stays.
#[component]
pub fn ListToolbar(
    address: Address,
    /// Codes and words of the states; the first is what is shown when nothing is asked for.
    states: Vec<(String, String)>,
) -> impl IntoView {
    let language = language();
    let query = query_here();
    let fields = Fields { words: NodeRef::new(), state: NodeRef::new(), size: NodeRef::new() };
    let go = use_navigate();
    let apply = Callback::new(move |()| {
        let asked = fields.read(&query.get_untracked());
        go(&address.run(asked), NavigateOptions { scroll: false, ..Default::default() });
    });
    // Back and forward change the address, not what stands in the fields.
    Effect::new(move |before: Option<()>| {
        let query = query.get();
        if before.is_some() {
            fields.write(&query);
        }
    });
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        apply.run(());
    };
    let first = query.get_untracked();
    let chosen = first.page_size();
    let sizes = PAGE_SIZES.map(|size| {
        let text = i18n::office::SIZE_OF.fill(language, &[("n", &size.to_string())]);
        view! { <option value=size.to_string() selected=size == chosen>{text}</option> }
    });
    let options = states.into_iter().map(|(code, text)| {
        let selected = code == first.state;
        view! { <option value=code selected=selected>{text}</option> }
    });
    view! {
        <form class="lst" role="search" method="get" action=move || address.run(ListQuery::default()) on:submit=on_submit>
            <div class="filters-row">
                <div class="f">
                    <label for="size">{words::PAGE_SIZE.get(language)}</label>
                    <select id="size" name="size" node_ref=fields.size on:change=move |_| apply.run(())>{sizes.collect_view()}</select>
                </div>
                <div class="f">
                    <label for="state">{words::STATE.get(language)}</label>
                    <select id="state" name="state" node_ref=fields.state on:change=move |_| apply.run(())>{options.collect_view()}</select>
                </div>
            </div>
            <input type="hidden" name="sort" value=move || query.get().sort disabled=move || query.get().sort.is_empty()/>
            <div class="f find">
                <label for="q">{words::SEARCH.get(language)}</label>
                <div class="with-btn">
                    <input id="q" name="q" type="search" value=first.q autocomplete="off" node_ref=fields.words/>
                    <button class="btn btn-outline-primary" type="submit">{words::SEARCH.get(language)}</button>
                </div>
            </div>
        </form>
    }
}

/// The fields of the form.
#[derive(Clone, Copy)]
struct Fields {
    words: NodeRef<Input>,
    state: NodeRef<Select>,
    size: NodeRef<Select>,
}

impl Fields {
    /// What they ask for, from the first page on.
    fn read(self, now: &ListQuery) -> ListQuery {
        let value = |select: NodeRef<Select>| select.get_untracked().map(|select| select.value()).unwrap_or_default();
        let size = value(self.size);
        ListQuery {
            q: self.words.get_untracked().map(|input| input.value().trim().to_owned()).unwrap_or_default(),
            state: value(self.state),
            sort: now.sort.clone(),
            size: if size == ListQuery::default().page_size().to_string() { String::new() } else { size },
            page: String::new(),
        }
    }

    fn write(self, query: &ListQuery) {
        if let Some(input) = self.words.get_untracked() {
            input.set_value(&query.q);
        }
        if let Some(select) = self.state.get_untracked() {
            select.set_value(&query.state);
        }
        if let Some(select) = self.size.get_untracked() {
            select.set_value(&query.page_size().to_string());
        }
    }
}
