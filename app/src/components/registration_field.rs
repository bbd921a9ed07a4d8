//! One field of the domain's tables, by its kind.

use domain::accreditation::fields::{Field, Kind};
use domain::accreditation::reading;
use domain::answers::Answers;
use domain::check::FieldError;
use i18n::{choice, field as labels};
use leptos::prelude::*;

use super::check_field::{BoxesField, CheckField};
use super::field::{FieldSpec, problem_of};
use super::select_field::SelectField;
use super::suggest_field::SuggestField;
use super::text_area_field::TextAreaField;
use super::text_field::TextField;
use crate::form_page::posted_name;
use crate::language::language;
use crate::time;

/// What a field is rendered with.
#[derive(Clone, Copy)]
pub struct Surroundings {
    /// Filled in from these.
    pub answers: StoredValue<Answers>,
    pub problems: Signal<Vec<FieldError>>,
    pub countries: StoredValue<Vec<(String, String)>>,
    /// Hint of the user name: the institution's suffix.
    pub user_name_hint: StoredValue<Option<String>>,
}

/// The control of a field with label, help and problem.
#[component]
pub fn RegistrationField(field: Field, around: Surroundings) -> impl IntoView {
    view! { <div class=cell(field.label)>{control(field, around)}</div> }
}

/// Where a field stands in the two columns of a form: street and number, municipality and province share a line.
fn cell(label: &str) -> &'static str {
    match label {
        "street" | "city" | "birth_place" => "cell first",
        "civic_no" | "province" => "cell second",
        _ => "cell",
    }
}

fn control(field: Field, around: Surroundings) -> AnyView {
    let language = language();
    let value = around.answers.with_value(|answers| answers.get(field.name).to_owned());
    let spec = spec_of(&field, around);
    match field.kind {
        Kind::Line { max } => view! { <TextField spec=spec.class(width(max)) value/> }.into_any(),
        Kind::Lines { max } => view! { <TextAreaField spec value max/> }.into_any(),
        Kind::Number => view! { <TextField spec=spec.class("w-s") value keyboard="numeric"/> }.into_any(),
        Kind::Date => view! { <TextField spec=spec.class("w-m") value=written_date(&value)/> }.into_any(),
        Kind::Email => view! { <TextField spec value kind="email"/> }.into_any(),
        Kind::Phone => view! { <TextField spec=spec.class("w-m") value kind="tel"/> }.into_any(),
        Kind::Website => view! { <TextField spec value kind="text" keyboard="url"/> }.into_any(),
        Kind::UserName => view! { <TextField spec=spec.class("w-m") value/> }.into_any(),
        Kind::Choice(codes) => {
            let words = |code: &&str| ((*code).to_owned(), choice::choice(field.label, code, language).to_owned());
            let options = codes.iter().map(words).collect();
            view! { <SelectField spec options value/> }.into_any()
        }
        Kind::Country => {
            let options = around.countries.get_value();
            let value = if value.is_empty() { "IT".to_owned() } else { value };
            view! { <SelectField spec options value may_be_empty=false/> }.into_any()
        }
        Kind::Tick => view! { <CheckField spec checked=value == "true"/> }.into_any(),
        Kind::Boxes(codes) => {
            let boxes = codes.iter().map(|code| {
                let name = [field.name, "_", code].concat();
                let ticked = around.answers.with_value(|answers| answers.flag(&name));
                (posted_name(&name), choice::choice(field.label, code, language).to_owned(), ticked)
            });
            view! { <BoxesField spec boxes=boxes.collect()/> }.into_any()
        }
        Kind::Municipality => view! { <SuggestField spec value what="towns"/> }.into_any(),
        Kind::BirthPlace => view! { <SuggestField spec value what="births"/> }.into_any(),
    }
}

/// A stored date as people write it; what is no date stays as it was typed.
fn written_date(value: &str) -> String {
    reading::date(value).map_or(value.to_owned(), time::date)
}

fn spec_of(field: &Field, around: Surroundings) -> FieldSpec {
    let language = language();
    let label = labels::field_label(field.label, language).to_owned();
    let spec = FieldSpec::new(posted_name(field.name), field.name, label)
        .need(field.need)
        .autocomplete(field.autocomplete)
        .problem(problem_of(around.problems, field.name));
    let own = if field.name == "user_name" { around.user_name_hint.get_value() } else { None };
    match own.or_else(|| labels::field_hint(field.label, language).map(str::to_owned)) {
        Some(hint) => spec.hint(hint),
        None => spec,
    }
}

/// Short answers have short controls.
fn width(max: i64) -> &'static str {
    match max {
        ..=12 => "w-s",
        13..=24 => "w-m",
        _ => "",
    }
}
