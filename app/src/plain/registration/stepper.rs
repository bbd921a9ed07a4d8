//! Where one is in the registration.

use domain::accreditation::view::{StepState, StepView};
use i18n::{accreditation as words, door};
use leptos::prelude::*;

use crate::components::Mark;
use crate::language::language;
use crate::routes;

/// What a step is called here: the institution's own words, else the part's.
pub fn title_of(step: &StepView) -> String {
    let own = step.title.clone().filter(|title| !title.is_empty());
    own.or_else(|| step.parts.first().map(|part| door::part(*part).get(language()).to_owned())).unwrap_or_default()
}

/// The steps in order: done ones are links; on the phone a bar.
#[component]
pub fn Steps(
    institution: String,
    steps: Vec<StepView>,
    /// Nothing is missing before the last one, so that it can be opened.
    is_complete: bool,
) -> impl IntoView {
    let language = language();
    let count = steps.len();
    let now = steps.iter().position(|step| step.state == StepState::Now).map_or(1, |place| place + 1);
    let line = words::STEP_OF.fill(language, &[("n", &now.to_string()), ("m", &count.to_string())]);
    let items = steps.into_iter().enumerate().map(|(place, step)| {
        let is_open = is_complete && place + 1 == count;
        item(&institution, place + 1, &step, is_open)
    });
    let items = items.collect_view();
    view! {
        <nav aria-label=words::STEPS.get(language)>
            <ol class="steps">{items}</ol>
            <div class="stepline small">
                <b>{line.clone()}</b>
                <progress class="stepbar" value=now.to_string() max=count.to_string() aria-label=line></progress>
            </div>
        </nav>
    }
}

fn item(institution: &str, number: usize, step: &StepView, is_open: bool) -> AnyView {
    let title = title_of(step);
    let href = routes::accreditation_step(institution, &step.slug);
    match step.state {
        StepState::Done => view! {
            <li class="done">
                <span class="n" aria-hidden="true">{Mark::Tick.view()}</span>
                <a href=href>{title}<span class="vh">" "{words::STEP_DONE.get(language())}</span></a>
            </li>
        }
        .into_any(),
        StepState::Now => view! {
            <li class="now" aria-current="step"><span class="n" aria-hidden="true">{number}</span>{title}</li>
        }
        .into_any(),
        StepState::ToDo if is_open => view! {
            <li><span class="n" aria-hidden="true">{number}</span><a href=href>{title}</a></li>
        }
        .into_any(),
        StepState::ToDo => view! { <li><span class="n" aria-hidden="true">{number}</span>{title}</li> }.into_any(),
    }
}
