//! The fields of each part of the registration: one table for the form, the summary, the office's panel and the draft.
//! Source: domain reference 2.1–2.6. The words of a field are found by its `label`.

use crate::accreditation::Part;
use crate::answers::Answers;
use crate::profile::LegalRepDue;

/// How a field is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line, at most `max` characters.
    Line {
        max: i64,
    },
    /// Several lines, at most `max` characters.
    Lines {
        max: i64,
    },
    /// A whole number, zero or more.
    Number,
    Date,
    Email,
    Phone,
    Website,
    /// One of these codes.
    Choice(&'static [&'static str]),
    /// Any of these codes, one box each; the answers are `{name}_{code}`.
    Boxes(&'static [&'static str]),
    /// One box to tick.
    Tick,
    /// A state of the world, by its two letters.
    Country,
    /// An Italian municipality, suggested while one types.
    Municipality,
    /// An Italian municipality of any time, or a foreign state.
    BirthPlace,
    UserName,
}

/// Whether an answer has to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Mandatory,
    Optional,
    /// Has its own rule («at least one of the two»); neither marked as mandatory nor as optional.
    Ruled,
}

/// One field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in the form, in the draft and in notes.
    pub name: &'static str,
    /// Key of its label and of its hint.
    pub label: &'static str,
    pub kind: Kind,
    pub need: Need,
    /// The browser's autofill token.
    pub autocomplete: &'static str,
}

/// Codes of «Natura giuridica».
pub const LEGAL_FORMS: [&str; 14] = [
    "srl",
    "spa",
    "sapa",
    "snc",
    "sas",
    "sole_trader",
    "professional_firm",
    "cooperative",
    "association",
    "foundation",
    "third_sector_body",
    "public_body",
    "foreign",
    "other",
];
/// Codes of «Tipologia».
pub const SECTOR_KINDS: [&str; 3] = ["private", "public", "third_sector"];
/// Codes of «Associazione imprenditoriale».
pub const ASSOCIATIONS: [&str; 10] = [
    "none",
    "confindustria",
    "confapi",
    "confcommercio",
    "confesercenti",
    "confartigianato",
    "cna",
    "confcooperative",
    "legacoop",
    "other",
];
/// Codes of a contact's kinds.
pub const CONTACT_KINDS: [&str; 3] = ["referente", "tutor", "amministrativo"];
/// Codes of «Sesso».
pub const SEXES: [&str; 2] = ["F", "M"];
/// Codes of «Carica».
pub const OFFICES_HELD: [&str; 7] =
    ["sole_director", "president", "managing_director", "owner", "attorney", "executive", "other"];

const LINE: Kind = Kind::Line { max: 120 };

const fn field(name: &'static str, label: &'static str, kind: Kind, need: Need) -> Field {
    Field { name, label, kind, need, autocomplete: "" }
}

impl Field {
    const fn auto(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }
}

/// What decides which fields a part has.
#[derive(Debug, Clone, Copy)]
pub struct Form<'a> {
    pub answers: &'a Answers,
    pub legal_rep_due: LegalRepDue,
}

impl Form<'_> {
    /// The fields of `part` for these answers, in the order in which they are asked.
    pub fn fields(&self, part: Part) -> Vec<Field> {
        match part {
            Part::Country => vec![field("country", "country", Kind::Country, Need::Mandatory).auto("country")],
            Part::Ids => self.ids(),
            Part::Company => self.company(),
            Part::Association => association(),
            Part::LegalSeat => self.legal_seat(),
            Part::OperatingSeat => self.operating_seat(),
            Part::Contact => self.contact(),
            Part::LegalRep => self.legal_rep(),
            Part::Privacy => vec![field("privacy_accepted", "privacy_accepted", Kind::Tick, Need::Mandatory)],
            Part::UserName => vec![field("user_name", "user_name", Kind::UserName, Need::Mandatory).auto("username")],
            Part::Summary => Vec::new(),
        }
    }

    /// Names under which the answers of `part` are posted and kept, whatever the other answers are.
    pub fn names(&self, part: Part) -> Vec<&'static str> {
        let abroad =
            Answers::default().with("country", "DE").with("legal_seat_country", "DE").with("operating_seat_country", "DE");
        let public = self.answers.clone().with("sector_kind", "public").with("contact_kinds_tutor", "true");
        let association = self.answers.clone().with("industry_association", "other");
        let mut names = Vec::new();
        for answers in [self.answers, &Answers::default(), &abroad, &public, &association] {
            let form = Form { answers, ..*self };
            for field in form.fields(part) {
                field.add_names(&mut names);
            }
        }
        if part == Part::LegalRep {
            names.push("rep_tax_code_confirmed");
        }
        names.dedup();
        names
    }

    fn is_italian(&self) -> bool {
        is_italian(self.answers, "country")
    }

    fn ids(&self) -> Vec<Field> {
        if self.is_italian() {
            return vec![
                field("company_tax_code", "company_tax_code", Kind::Line { max: 20 }, Need::Ruled),
                field("vat_number", "vat_number", Kind::Line { max: 20 }, Need::Ruled),
            ];
        }
        vec![field("foreign_vat", "foreign_vat", Kind::Line { max: 24 }, Need::Mandatory)]
    }

    fn company(&self) -> Vec<Field> {
        use Need::{Mandatory, Optional};
        let italian = self.is_italian();
        let if_italian = if italian { Mandatory } else { Optional };
        let mut fields = vec![
            field("legal_name", "legal_name", Kind::Line { max: 200 }, Mandatory).auto("organization"),
            field("short_name", "short_name", LINE, Optional),
            field("legal_form", "legal_form", Kind::Choice(&LEGAL_FORMS), Mandatory),
            field("sector_kind", "sector_kind", Kind::Choice(&SECTOR_KINDS), Mandatory),
        ];
        if self.answers.get("sector_kind") == "public" && italian {
            fields.push(field("ipa_code", "ipa_code", Kind::Line { max: 20 }, Mandatory));
        }
        if italian {
            fields.push(field("ateco", "ateco", Kind::Line { max: 8 }, Mandatory));
        }
        fields.extend([
            field("activity", "activity", Kind::Lines { max: 500 }, Mandatory),
            field("ccnl", "ccnl", LINE, Optional),
            field("employees_permanent", "employees_permanent", Kind::Number, Mandatory),
            field("employees_total", "employees_total", Kind::Number, Mandatory),
            field("employees_as_of", "employees_as_of", Kind::Date, Mandatory),
            field("email", "email", Kind::Email, Mandatory).auto("email"),
            field("pec", "pec", Kind::Email, if_italian),
        ]);
        if italian {
            fields.push(field("sdi_code", "sdi_code", Kind::Line { max: 7 }, Optional));
        }
        fields.extend([
            field("phone", "phone", Kind::Phone, Mandatory).auto("tel"),
            field("fax", "fax", Kind::Phone, Optional),
            field("website", "website", Kind::Website, Optional).auto("url"),
            field("digital_signature_available", "digital_signature_available", Kind::Tick, Need::Ruled),
        ]);
        if italian {
            fields.push(field("inail_pat", "inail_pat", Kind::Line { max: 12 }, Optional));
        }
        fields.extend([
            field("safety_dvr", "safety_dvr", Kind::Tick, Mandatory),
            field("law68_compliant", "law68_compliant", Kind::Tick, Need::Ruled),
        ]);
        fields
    }

    fn legal_seat(&self) -> Vec<Field> {
        let mut fields = seat_fields(&LEGAL_SEAT, is_italian(self.answers, "legal_seat_country"), Need::Mandatory);
        fields.push(field("legal_seat_is_operating", "same_as_legal", Kind::Tick, Need::Ruled));
        fields
    }

    fn operating_seat(&self) -> Vec<Field> {
        let need = if operating_seat_is_given(self.answers) { Need::Mandatory } else { Need::Ruled };
        seat_fields(&OPERATING_SEAT, is_italian(self.answers, "operating_seat_country"), need)
    }

    fn contact(&self) -> Vec<Field> {
        use Need::{Mandatory, Optional};
        let mut fields = vec![
            field("contact_title", "title", Kind::Line { max: 20 }, Optional).auto("honorific-prefix"),
            field("contact_first_name", "first_name", Kind::Line { max: 60 }, Mandatory).auto("given-name"),
            field("contact_last_name", "last_name", Kind::Line { max: 60 }, Mandatory).auto("family-name"),
            field("contact_role_title", "role_title", LINE, Mandatory).auto("organization-title"),
            field("contact_kinds", "kinds", Kind::Boxes(&CONTACT_KINDS), Mandatory),
            field("contact_email", "email", Kind::Email, Mandatory).auto("email"),
            field("contact_phone", "phone", Kind::Phone, Mandatory).auto("tel"),
            field("contact_mobile", "mobile", Kind::Phone, Optional).auto("tel"),
        ];
        if self.answers.flag("contact_kinds_tutor") {
            fields.push(field("contact_tax_code", "tax_code", Kind::Line { max: 16 }, Mandatory));
        }
        fields
    }

    fn legal_rep(&self) -> Vec<Field> {
        use Need::{Mandatory, Optional};
        let need = match self.legal_rep_due {
            LegalRepDue::Accreditation => Mandatory,
            LegalRepDue::Convention => Need::Ruled,
        };
        let mut fields = vec![
            field("rep_first_name", "first_name", Kind::Line { max: 60 }, need),
            field("rep_last_name", "last_name", Kind::Line { max: 60 }, need),
            field("rep_sex", "sex", Kind::Choice(&SEXES), need),
            field("rep_birth_date", "birth_date", Kind::Date, need),
            field("rep_birth_place", "birth_place", Kind::BirthPlace, need),
            field("rep_birth_province", "province", Kind::Line { max: 2 }, Optional),
            field("rep_tax_code", "tax_code", Kind::Line { max: 16 }, need),
            field("rep_office_held", "office_held", Kind::Choice(&OFFICES_HELD), need),
            field("rep_powers_from", "powers_from", Kind::Lines { max: 500 }, Optional),
            field("rep_email", "email", Kind::Email, Optional),
            field("rep_pec", "pec", Kind::Email, Optional),
        ];
        if self.answers.flag("rep_tax_code_confirmed") {
            fields.insert(7, TAX_CODE_CONFIRMED);
        }
        fields
    }
}

/// Asked only when the names do not fit the tax code: transliterations, changed names.
pub const TAX_CODE_CONFIRMED: Field = field("rep_tax_code_confirmed", "tax_code_confirmed", Kind::Tick, Need::Optional);

impl Field {
    /// Adds the names under which this field's answers are kept.
    pub fn add_names(&self, names: &mut Vec<&'static str>) {
        let Kind::Boxes(_) = self.kind else {
            if !names.contains(&self.name) {
                names.push(self.name);
            }
            return;
        };
        for name in ["contact_kinds_referente", "contact_kinds_tutor", "contact_kinds_amministrativo"] {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
}

/// Whether a country field says Italy; an empty one does.
pub fn is_italian(answers: &Answers, field: &str) -> bool {
    matches!(answers.get(field), "" | "IT")
}

/// The names of a seat's fields.
pub struct SeatNames {
    pub name: &'static str,
    pub country: &'static str,
    pub street: &'static str,
    pub civic_no: &'static str,
    pub postal_code: &'static str,
    pub city: &'static str,
    pub province: &'static str,
    pub place: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
}

impl SeatNames {
    /// All of them, in the order in which they are asked.
    pub fn all(&self) -> [&'static str; 10] {
        [
            self.name,
            self.country,
            self.street,
            self.civic_no,
            self.postal_code,
            self.city,
            self.province,
            self.place,
            self.phone,
            self.email,
        ]
    }
}

/// Names of the registered seat's fields.
pub const LEGAL_SEAT: SeatNames = SeatNames {
    name: "legal_seat_name",
    country: "legal_seat_country",
    street: "legal_seat_street",
    civic_no: "legal_seat_civic_no",
    postal_code: "legal_seat_postal_code",
    city: "legal_seat_city",
    province: "legal_seat_province",
    place: "legal_seat_place",
    phone: "legal_seat_phone",
    email: "legal_seat_email",
};

/// Names of the operating seat's fields.
pub const OPERATING_SEAT: SeatNames = SeatNames {
    name: "operating_seat_name",
    country: "operating_seat_country",
    street: "operating_seat_street",
    civic_no: "operating_seat_civic_no",
    postal_code: "operating_seat_postal_code",
    city: "operating_seat_city",
    province: "operating_seat_province",
    place: "operating_seat_place",
    phone: "operating_seat_phone",
    email: "operating_seat_email",
};

/// The fields of a seat whose names are these.
pub(crate) fn seat_fields(names: &SeatNames, italian: bool, need: Need) -> Vec<Field> {
    let city = if italian { Kind::Municipality } else { LINE };
    let postal_code = Kind::Line { max: if italian { 5 } else { 12 } };
    let mut fields = vec![
        field(names.name, "seat_name", LINE, need),
        field(names.country, "country", Kind::Country, need).auto("country"),
        field(names.street, "street", LINE, need).auto("address-line1"),
        field(names.civic_no, "civic_no", Kind::Line { max: 10 }, Need::Optional),
        field(names.postal_code, "postal_code", postal_code, need).auto("postal-code"),
        field(names.city, "city", city, need).auto("address-level2"),
    ];
    if italian {
        fields.push(field(names.province, "province", Kind::Line { max: 2 }, need).auto("address-level1"));
    }
    fields.extend([
        field(names.place, "place", Kind::Line { max: 80 }, Need::Optional),
        field(names.phone, "seat_phone", Kind::Phone, Need::Optional).auto("tel"),
        field(names.email, "seat_email", Kind::Email, Need::Optional).auto("email"),
    ]);
    fields
}

/// Whether anything but the country was written for an operating seat.
pub fn operating_seat_is_given(answers: &Answers) -> bool {
    OPERATING_SEAT.all().iter().any(|name| *name != OPERATING_SEAT.country && !answers.get(name).trim().is_empty())
}

/// Whether anything was written about the legal representative.
pub fn legal_rep_is_given(answers: &Answers) -> bool {
    let fields = Form { answers, legal_rep_due: LegalRepDue::Convention }.fields(Part::LegalRep);
    fields.iter().any(|field| !answers.get(field.name).trim().is_empty())
}

/// After the registered seat was stored: a ticked «also where traineeships take place» makes the operating seat its twin, as
/// long as the operating seat was empty or still the twin of what the registered seat was before.
pub fn copy_legal_seat(before: &Answers, after: &mut Answers) {
    let pairs = || LEGAL_SEAT.all().into_iter().zip(OPERATING_SEAT.all());
    let was_twin = pairs().all(|(legal, operating)| before.get(legal) == after.get(operating));
    if !after.flag("legal_seat_is_operating") {
        let ticked_before = before.flag("legal_seat_is_operating");
        if ticked_before && was_twin {
            pairs().for_each(|(_, operating)| after.set(operating, ""));
        }
        return;
    }
    if was_twin || !operating_seat_is_given(after) {
        for (legal, operating) in pairs() {
            let text = after.get(legal).to_owned();
            after.set(operating, text);
        }
    }
}

fn association() -> Vec<Field> {
    vec![
        field("industry_association", "industry_association", Kind::Choice(&ASSOCIATIONS), Need::Optional),
        field("industry_association_other", "industry_association_other", LINE, Need::Optional),
    ]
}

/// Whether a field is a box to tick: one that is not ticked is not posted.
pub fn is_box(name: &str) -> bool {
    name.starts_with("contact_kinds_") || find(name).is_some_and(|field| field.kind == Kind::Tick)
}

/// The key of a field's label, by the field's name; the name itself for one that is no field.
pub fn label_of(name: &str) -> &str {
    find(name).map_or(name, |field| field.label)
}

fn find(name: &str) -> Option<Field> {
    let answers = [
        Answers::default().with("contact_kinds_tutor", "true").with("sector_kind", "public"),
        Answers::default().with("country", "DE"),
    ];
    let among = |answers: &Answers| {
        let form = Form { answers, legal_rep_due: LegalRepDue::Convention };
        Part::ALL.into_iter().flat_map(|part| form.fields(part)).find(|field| field.name == name)
    };
    answers.iter().find_map(among).or((name == TAX_CODE_CONFIRMED.name).then_some(TAX_CODE_CONFIRMED))
}
