use domain::accreditation::view::Newcomer;
use i18n::area as words;
use leptos::prelude::*;

use crate::api::area::DecideNewcomer;
use crate::language::language;
use crate::time;

/// A person who asks to enter the host, with the two answers.
#[component]
pub fn NewcomerItem(
    institution: String,
    newcomer: Newcomer,
    /// Only the first has the main button of the page.
    is_first: bool,
    action: ServerAction<DecideNewcomer>,
) -> impl IntoView {
    let language = language();
    let title = words::NEWCOMER.fill(language, &[("name", &newcomer.name)]);
    let text = words::NEWCOMER_TEXT.fill(language, &[("role", &newcomer.role_title), ("email", &newcomer.email)]);
    let admit = if is_first { "btn btn-primary btn-s" } else { "btn btn-outline-primary btn-s" };
    let name = newcomer.name.clone();
    view! {
        <li>
            <div class="due"><b>{time::day(newcomer.at)}</b></div>
            <div><h3>{title}</h3><p>{text}</p></div>
            <ActionForm action>
                <input type="hidden" name="institution" value=institution/>
                <input type="hidden" name="contact" value=newcomer.contact.to_string()/>
                <div class="btns">
                    <button class=admit type="submit" name="decision" value="admit">
                        {words::ADMIT.get(language)}<span class="vh">" "{name.clone()}</span>
                    </button>
                    <button class="btn btn-outline-danger btn-s" type="submit" name="decision" value="refuse">
                        {words::REFUSE.get(language)}<span class="vh">" "{name}</span>
                    </button>
                </div>
            </ActionForm>
        </li>
    }
}
