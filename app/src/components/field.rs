//! What all fields share: label, mark, help, problem.

pub use domain::accreditation::fields::Need;
use domain::check::{FieldError, Problem};
use i18n::{form, problem};
use leptos::prelude::*;

use super::icon::Mark;
use crate::language::language;

/// One field of a form. A page makes it from the field tables of the domain, or by hand.
#[derive(Debug, Clone)]
pub struct FieldSpec {
    /// Name in the post (`answers[street]`).
    pub name: String,
    /// Of the control; links of the error summary lead to it.
    pub id: String,
    pub label: String,
    /// Help under the label.
    pub hint: Option<String>,
    /// Neither marked as mandatory nor as optional if it is `Ruled`.
    pub need: Need,
    /// The browser's autofill token; empty is none.
    pub autocomplete: &'static str,
    /// Class of the control's width: `w-s`, `w-m`, `otp` or nothing.
    pub class: &'static str,
    pub read_only: bool,
    pub problem: Signal<Option<Problem>>,
}

impl FieldSpec {
    /// A field without help, marks or problem.
    pub fn new(name: impl Into<String>, id: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            id: id.into(),
            label: label.into(),
            hint: None,
            need: Need::Ruled,
            autocomplete: "",
            class: "",
            read_only: false,
            problem: Signal::stored(None),
        }
    }

    /// With help under its label.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Marked with `*`.
    pub fn mandatory(self) -> Self {
        self.need(Need::Mandatory)
    }

    /// Marked as needed.
    pub fn need(self, need: Need) -> Self {
        Self { need, ..self }
    }

    /// With the browser's autofill token.
    pub fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }

    /// With a class of width.
    pub fn class(self, class: &'static str) -> Self {
        Self { class, ..self }
    }

    /// To be read, not written.
    pub fn read_only(self) -> Self {
        Self { read_only: true, ..self }
    }

    /// With the problem that was found.
    pub fn problem(self, problem: impl Into<Signal<Option<Problem>>>) -> Self {
        Self { problem: problem.into(), ..self }
    }

    /// `autocomplete`, if there is a token.
    pub(super) fn autofill(&self) -> Option<&'static str> {
        (!self.autocomplete.is_empty()).then_some(self.autocomplete)
    }

    /// `class` of the control, if there is one.
    pub(super) fn width(&self) -> Option<&'static str> {
        (!self.class.is_empty()).then_some(self.class)
    }

    /// `aria-required` of the control.
    pub(super) fn required(&self) -> Option<&'static str> {
        (self.need == Need::Mandatory).then_some("true")
    }

    /// `aria-invalid` of the control.
    pub(super) fn invalid(&self) -> impl Fn() -> Option<&'static str> + Clone + Send + Sync + use<> {
        let problem = self.problem;
        move || problem.with(Option::is_some).then_some("true")
    }

    /// `aria-describedby` of the control: problem, help, counter.
    pub(super) fn described_by(&self, counted: bool) -> impl Fn() -> Option<String> + Clone + Send + Sync + use<> {
        let (problem, id, hint) = (self.problem, self.id.clone(), self.hint.is_some());
        move || {
            let parts = [(problem.with(Option::is_some), "-e"), (hint, "-h"), (counted, "-c")];
            let ids: Vec<String> = parts.iter().filter(|(is, _)| *is).map(|(_, end)| [id.as_str(), end].concat()).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    }

    /// The star, or «(facoltativo)».
    pub(super) fn mark(&self) -> AnyView {
        match self.need {
            Need::Mandatory => view! { " "<span class="req" aria-hidden="true">"*"</span> }.into_any(),
            Need::Optional => view! { " "<span class="opt">{form::OPTIONAL.get(language())}</span> }.into_any(),
            Need::Ruled => ().into_any(),
        }
    }

    /// Help and problem, which stand between label and control. `chosen`: the answer is chosen rather than written.
    pub(super) fn help(&self, chosen: bool) -> AnyView {
        let (problem, id) = (self.problem, self.id.clone());
        let hint = self.hint.clone().map(|hint| view! { <p class="hint" id=[id.as_str(), "-h"].concat()>{hint}</p> });
        view! { {hint}{move || problem.get().map(|problem| message(&problem, &id, chosen))} }.into_any()
    }

    /// `f`, or `f err` with a problem.
    pub(super) fn frame_class(&self) -> impl Fn() -> &'static str + Send + Sync + use<> {
        let problem = self.problem;
        move || if problem.with(Option::is_some) { "f err" } else { "f" }
    }
}

fn message(problem: &Problem, id: &str, chosen: bool) -> impl IntoView + use<> {
    let text = match problem {
        Problem::Missing if chosen => problem::CHOICE_MISSING.get(language()).to_owned(),
        other => problem::text(other, language()),
    };
    view! { <FieldMessage id=[id, "-e"].concat() text/> }
}

/// What is wrong with one field.
#[component]
pub fn FieldMessage(id: String, text: String) -> impl IntoView {
    view! {
        <p class="msg" id=id>
            {Mark::Warn.view()}
            <span><span class="vh">{form::ERROR.get(language())}</span><span data-text="">{text}</span></span>
        </p>
    }
}

/// The problem of one field among all that were found.
pub fn problem_of(problems: Signal<Vec<FieldError>>, field: &'static str) -> Signal<Option<Problem>> {
    Signal::derive(move || problems.with(|all| all.iter().find(|error| error.field == field).map(|error| error.problem.clone())))
}

/// Label, mark, help and problem around one control.
#[component]
pub fn FieldFrame(
    spec: FieldSpec,
    /// The answer is chosen rather than written.
    #[prop(optional)]
    chosen: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=spec.frame_class()>
            <div class="lab"><label for=spec.id.clone()>{spec.label.clone()}</label>{spec.mark()}</div>
            {spec.help(chosen)}
            {children()}
        </div>
    }
}
