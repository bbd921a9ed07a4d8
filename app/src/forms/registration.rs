//! What the page says of its registration form, and the domain's checks on it.

use std::cell::RefCell;

use domain::accreditation::Part;
use domain::accreditation::fields::{Form, Kind};
use domain::accreditation::registration::{Basis, problems};
use domain::answers::Answers;
use domain::check::FieldError;
use domain::profile::LegalRepDue;
use wasm_bindgen::JsCast;
use web_sys::HtmlFormElement;

use super::dom::by_id;
use super::values::read;
use crate::browser::now;
use crate::form_page::FORM;
use crate::time::in_rome;

/// The form of one page, and every answer of its draft as far as this page knows.
pub struct Registration {
    pub form: HtmlFormElement,
    parts: Vec<Part>,
    legal_rep_due: LegalRepDue,
    /// As stored; of other pages too.
    stored: RefCell<Answers>,
}

impl Registration {
    /// The form of this page; none on pages without one.
    pub fn of_page() -> Option<Self> {
        let form: HtmlFormElement = by_id(FORM)?.dyn_into().ok()?;
        let said = |name: &str| form.get_attribute(name).unwrap_or_default();
        Some(Self {
            parts: said("data-parts").split(' ').filter_map(Part::from_slug).collect(),
            legal_rep_due: serde_json::from_str(&said("data-rep-due")).unwrap_or_default(),
            stored: RefCell::new(serde_json::from_str(&said("data-answers")).unwrap_or_default()),
            form,
        })
    }

    /// A value posted beside the answers.
    pub fn hidden(&self, name: &str) -> String {
        let selector = ["input[type=hidden][name=", name, "]"].concat();
        let input = self.form.query_selector(&selector).ok().flatten();
        input.and_then(|input| input.get_attribute("value")).unwrap_or_default()
    }

    /// What is stored of a field.
    pub fn stored(&self, field: &str) -> String {
        self.stored.borrow().get(field).to_owned()
    }

    /// Takes over what is stored now.
    pub fn now_stored(&self, field: &str, text: &str) {
        self.stored.borrow_mut().set(field, text);
    }

    /// What differs from what is stored.
    pub fn unsaved(&self) -> Answers {
        let stored = self.stored.borrow();
        Answers(read(&self.form).0.into_iter().filter(|(field, text)| stored.get(field) != text).collect())
    }

    /// Every answer, those that are typed first.
    fn answers(&self) -> Answers {
        let mut all = self.stored.borrow().clone();
        all.0.extend(read(&self.form).0);
        all
    }

    /// What is wrong with the page as it is typed.
    pub fn problems(&self) -> Vec<FieldError> {
        let basis = Basis { today: in_rome(now()).date(), places: None, legal_rep_due: self.legal_rep_due };
        let answers = self.answers();
        self.parts.iter().flat_map(|part| problems(*part, &answers, &basis)).collect()
    }

    /// The fields the page should show for what is typed: names, and whether municipalities are suggested.
    pub fn fields(&self) -> Vec<(&'static str, bool)> {
        let answers = self.answers();
        let form = Form { answers: &answers, legal_rep_due: self.legal_rep_due };
        let fields = self.parts.iter().flat_map(|part| form.fields(*part));
        fields.map(|field| (field.name, matches!(field.kind, Kind::Municipality))).collect()
    }
}
