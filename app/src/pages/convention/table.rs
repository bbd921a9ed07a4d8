use domain::convention::State;
use domain::convention::view::{ConventionRow, ConventionsView};
use i18n::choice::choice;
use i18n::{convention as words, list as list_words};
use leptos::prelude::*;
use uuid::Uuid;

use super::list::Reader;
use crate::components::{StateTag, convention_tone};
use crate::language::language;
use crate::lists::{Address, LiveList, SortHead};
use crate::time;

/// Stands where a convention has nothing yet.
const NONE: &str = "–";

/// The conventions of one page, in the columns that manuals name; each row stays the same element as long as its
/// convention is on the page.
#[component]
pub fn ConventionTable(
    reader: Reader,
    list: LiveList<ConventionsView>,
    institution: Memo<String>,
    keys: Memo<Vec<Uuid>>,
    address: Address,
) -> impl IntoView {
    let language = language();
    let default = reader.order();
    let of_office = reader == Reader::Office;
    let host = of_office.then(|| view! { <SortHead text=words::HOST.get(language) sort="host" default address/> });
    let waiting = of_office
        .then(|| view! { <SortHead text=words::WAITING.get(language) sort="waiting" default address counts_back=true/> });
    view! {
        <table class="tb cards">
            <caption class="vh">{words::CAPTION.get(language)}</caption>
            <thead>
                <tr>
                    {host}
                    <SortHead text=words::STIPULATED.get(language) sort="stipulated" default address/>
                    <SortHead text=words::EXPIRES.get(language) sort="expires" default address/>
                    <SortHead text=words::KIND.get(language) sort="kind" default address/>
                    <SortHead text=words::PROTOCOL.get(language) sort="protocol" default address/>
                    <th scope="col">{words::STATE.get(language)}</th>
                    {waiting}
                    <th scope="col">{list_words::DETAIL.get(language)}</th>
                </tr>
            </thead>
            <tbody>
                <For each=move || keys.get() key=|key| *key let:key>
                    {list.row(key).map(|row| view! { <Line reader list institution row/> })}
                </For>
            </tbody>
        </table>
    }
}

#[component]
fn Line(reader: Reader, list: LiveList<ConventionsView>, institution: Memo<String>, row: ConventionRow) -> impl IntoView {
    let language = language();
    let key = row.id.0;
    let row =
        Memo::new(move |before: Option<&ConventionRow>| list.row(key).or_else(|| before.cloned()).unwrap_or_else(|| row.clone()));
    // Another page may have taken this row's place already: what is shown until it stands there need not be.
    let day = move |of: fn(&ConventionRow) -> Option<chrono::NaiveDate>| {
        move || row.try_with(|row| of(row).map_or_else(|| NONE.to_owned(), time::date)).unwrap_or_default()
    };
    let kind =
        move || row.try_with(|row| row.kind.map(|kind| choice("convention_kind", kind.code(), language)).unwrap_or_default());
    let protocol = move || row.try_with(|row| if row.protocol.is_empty() { NONE.to_owned() } else { row.protocol.clone() });
    let number = move || row.try_with(name_of).unwrap_or_default();
    let state = move || {
        let (tone, text) = row.try_with(|row| (convention_tone(row.state), row.label.clone()))?;
        Some(view! { <StateTag tone text/> })
    };
    let waits = move || {
        let now = list.view.try_with(|view| view.as_ref().map(|view| view.now)).flatten().unwrap_or_default();
        let said = |row: &ConventionRow| match row.state {
            State::Submitted | State::AwaitingSignatures => crate::pages::office::wait(row.waiting_since, now, language),
            _ => NONE.to_owned(),
        };
        row.try_with(said)
    };
    let href = move || row.try_with(|row| reader.detail(&institution.get(), row)).unwrap_or_default();
    let of_office = reader == Reader::Office;
    let host = of_office.then(|| view! { <th scope="row">{move || row.try_with(|row| row.host_name.clone())}</th> });
    let waiting = of_office.then(|| view! { <td data-l=words::WAITING.get(language) class="num">{waits}</td> });
    view! {
        <tr class:changed=move || list.changed.with(|changed| changed.contains(&key))>
            {host}
            <td data-l=words::STIPULATED.get(language) class="num">{day(|row| row.stipulated_on)}</td>
            <td data-l=words::EXPIRES.get(language) class="num">{day(|row| row.expires_on)}</td>
            <td data-l=words::KIND.get(language)>{kind}</td>
            <td data-l=words::PROTOCOL.get(language) class="num">{protocol}</td>
            <td data-l=words::STATE.get(language)>{state}</td>
            {waiting}
            <td data-l=list_words::DETAIL.get(language)>
                <a href=href>{list_words::OPEN.get(language)}<span class="vh">" "{number}</span></a>
            </td>
        </tr>
    }
}

/// «N. 2026/118», or a word for what has no number yet.
fn name_of(row: &ConventionRow) -> String {
    let language = language();
    match row.number.is_empty() {
        true => words::UNNUMBERED.get(language).to_owned(),
        false => words::NUMBER.fill(language, &[("number", &row.number)]),
    }
}
