//! Who the institution is, and what its door shows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::areas::default_areas;
use crate::language::{Language, Text};

/// Names, addresses, tint and the door's content. Source: domain reference 3.0, identity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Identity {
    /// The word in the addresses.
    pub slug: String,
    pub name: Text,
    /// The abbreviation people use (UPO).
    pub short_name: Text,
    pub kind: InstitutionKind,
    /// The profile this one was built on, for information.
    pub extends: Option<String>,
    /// Set for a profile file that is a department's: the institution's slug.
    pub department_of: Option<String>,
    /// Order on the first page; equal positions are sorted by slug.
    pub position: i64,
    /// A few words under the name on the first page.
    pub tagline: Text,
    /// The portal's name here, as the door's title.
    pub subtitle: Text,
    /// One sentence under it.
    pub lead: Text,
    pub tax_code: String,
    pub address: String,
    /// The address mails come from.
    pub sender: String,
    pub helpdesk: Helpdesk,
    /// What the promoter's signatory is called (Rettore, Direttrice/Direttore, dirigente scolastico).
    pub signatory_title: Text,
    pub privacy_text: Text,
    /// The version acknowledged at registration.
    pub privacy_version: String,
    /// Disciplinary areas, of which a convention names one.
    pub areas: Vec<Text>,
    pub news: Vec<News>,
    pub departments: Vec<Department>,
    /// `#rrggbb`, at least 7:1 with white.
    pub tint: String,
    /// Text on `tint_soft`; follows from `tint` unless given.
    pub tint_dark: String,
    /// Background of text in `tint_dark`; follows from `tint` unless given.
    pub tint_soft: String,
}

impl Default for Identity {
    fn default() -> Self {
        Self {
            slug: String::new(),
            name: Text::default(),
            short_name: Text::default(),
            kind: InstitutionKind::default(),
            extends: None,
            department_of: None,
            position: 100,
            tagline: Text::default(),
            subtitle: text("Portale dei tirocini", "Internship portal"),
            lead: Text::default(),
            tax_code: String::new(),
            address: String::new(),
            sender: String::new(),
            helpdesk: Helpdesk::default(),
            signatory_title: text("Rettrice o Rettore", "Rector"),
            privacy_text: text(PRIVACY_IT, PRIVACY_EN),
            privacy_version: "2026-1".to_owned(),
            areas: default_areas(),
            news: Vec::new(),
            departments: Vec::new(),
            tint: String::new(),
            tint_dark: String::new(),
            tint_soft: String::new(),
        }
    }
}

const PRIVACY_IT: &str = "I dati servono a gestire accreditamento, convenzioni e tirocini. Il trattamento è necessario per un \
    compito di interesse pubblico e per obblighi di legge; chi ospita e chi promuove sono titolari distinti. I dati restano \
    nell’Unione europea e si conservano per i tempi previsti dalla legge. Puoi chiedere di vederli, correggerli o averne copia.";
const PRIVACY_EN: &str = "The data are used to manage accreditation, agreements and traineeships. The processing is needed for a \
    task in the public interest and for legal duties; host and promoter are separate controllers. The data stay in the \
    European Union and are kept for as long as the law says. You can ask to see them, correct them or have a copy.";

fn text(it: &str, en: &str) -> Text {
    Text { it: it.to_owned(), en: en.to_owned() }
}

impl Identity {
    /// The department with that slug.
    pub fn department(&self, slug: &str) -> Option<&Department> {
        self.departments.iter().find(|department| department.slug == slug)
    }

    /// The full name in `language`.
    pub fn name(&self, language: Language) -> &str {
        self.name.get(language)
    }
}

/// University or school network: decides whose desk there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InstitutionKind {
    #[default]
    University,
    SchoolNetwork,
}

/// Where to ask for help.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Helpdesk {
    pub email: String,
    pub phone: String,
    pub hours: Text,
}

/// One line of the door's news, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct News {
    pub title: Text,
    pub date: NaiveDate,
}

/// A department or office. Source: domain reference 2.15.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Department {
    pub slug: String,
    pub name: Text,
    pub short_name: Text,
    pub email: String,
    /// Whether it has a door of its own (`/{i}/{slug}`).
    pub page: bool,
}
