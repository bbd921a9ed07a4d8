//! Municipalities and foreign states, for addresses (today) and births (any time). Source: domain reference 2.1, 2.4, 5.

mod common_names;
mod index;
mod place;
mod table;

use chrono::NaiveDate;

use crate::check::Problem;
use crate::codes::province::ABROAD;
use crate::text::fold;
use index::NameIndex;
pub use place::{BirthPlace, BirthPlaceRef, Country, Municipality, Town};

/// All places, with an index over their names.
#[derive(Debug)]
pub struct Places {
    /// In the order of the cadastral codes.
    municipalities: Vec<Municipality>,
    countries: Vec<Country>,
    index: NameIndex,
}

impl Places {
    /// Reads the two tables. The error names the table and the line.
    pub fn parse(municipalities_csv: &str, countries_csv: &str) -> Result<Self, String> {
        let municipalities = table::municipalities(municipalities_csv)?;
        let countries = table::countries(countries_csv)?;
        let index = NameIndex::new(&municipalities, &countries);
        Ok(Self { municipalities, countries, index })
    }

    /// Municipalities of today whose name begins with what was typed, then those with a later word that does; by name.
    /// `Novara (N` looks in provinces that begin with N.
    pub fn search_municipalities(&self, typed: &str, limit: usize) -> Vec<&Municipality> {
        let (name, province) = split_province(typed);
        let mut found: Vec<&Municipality> = Vec::new();
        for place in self.index.search(&fold(name)) {
            let Some(row) = self.municipalities.get(place) else { continue };
            let fits = row.is_current() && row.province.starts_with(&province);
            if fits && !found.iter().any(|known| std::ptr::eq(*known, row)) {
                found.push(row);
            }
            if found.len() >= limit {
                break;
            }
        }
        found.truncate(limit);
        found
    }

    /// Municipalities of any time and foreign states, in the same order, each name and province once.
    pub fn search_birth_places(&self, typed: &str, limit: usize) -> Vec<BirthPlace> {
        let (name, province) = split_province(typed);
        let mut found = Vec::new();
        for place in self.index.search(&fold(name)) {
            let suggestion = self.birth_place(place);
            let of_province = suggestion.province.as_deref().unwrap_or(ABROAD).starts_with(&province);
            if of_province && !found.contains(&suggestion) {
                found.push(suggestion);
            }
            if found.len() >= limit {
                break;
            }
        }
        found.truncate(limit);
        found
    }

    fn birth_place(&self, place: usize) -> BirthPlace {
        let Some(row) = self.municipalities.get(place) else {
            let country = &self.countries[place - self.municipalities.len()];
            let (belfiore, name) = (country.belfiore.to_string(), country.name_it.to_string());
            return BirthPlace { belfiore, name, province: None, until: country.valid_to };
        };
        let same = |other: &&Municipality| other.name == row.name && other.province == row.province;
        let ends: Vec<Option<NaiveDate>> = self.periods(&row.belfiore).iter().filter(same).map(|row| row.valid_to).collect();
        BirthPlace {
            belfiore: row.belfiore.to_string(),
            name: row.name.to_string(),
            province: Some(row.province.to_string()),
            until: if ends.contains(&None) { None } else { ends.into_iter().flatten().max() },
        }
    }

    /// The municipality of today with that name, in either language. The name may bring its province: `Novara (NO)`.
    /// Errors: `Municipality` (unknown), `ProvincePlace` (not in that province), `MunicipalityAmbiguous` (province needed).
    pub fn find_current(&self, name: &str, province: &str) -> Result<&Municipality, Problem> {
        let (folded, province) = name_and_province(name, province)?;
        let named: Vec<&Municipality> = self.named(&folded).filter(|row| row.is_current()).collect();
        if named.is_empty() {
            return Err(Problem::Municipality);
        }
        let fitting: Vec<&Municipality> = named.into_iter().filter(|row| in_province(row, &province)).collect();
        let own_name: Vec<&Municipality> = fitting.iter().copied().filter(|row| row.is_named(&folded)).collect();
        match (fitting.as_slice(), own_name.as_slice()) {
            ([], _) => Err(Problem::ProvincePlace),
            ([only], _) | (_, [only]) => Ok(only),
            (several, _) => Err(ambiguous(several.iter().map(|row| &*row.province))),
        }
    }

    /// The municipality or foreign state where somebody was born. Its code has to be valid on the birth date; its name
    /// and province may be of another time, as people say today's. `EE` as province means abroad.
    /// Errors: `BirthPlace` (unknown), `Municipality` (not on that date), `ProvincePlace`, `MunicipalityAmbiguous`.
    pub fn find_birth_place(&self, name: &str, province: &str, on: NaiveDate) -> Result<BirthPlaceRef<'_>, Problem> {
        let (folded, province) = name_and_province(name, province)?;
        let country = self.country_named(&folded, on).filter(|_| province.is_empty() || province == ABROAD);
        let named: Vec<&Municipality> = self.named(&folded).collect();
        let fitting: Vec<&Municipality> = named.iter().copied().filter(|row| in_province(row, &province)).collect();
        let mut places: Vec<BirthPlaceRef<'_>> = Vec::new();
        // rows of the very date first: a name or province of another time counts only where there is none
        for strict in [true, false] {
            if places.is_empty() {
                let rows = fitting.iter().filter(|row| !strict || row.is_valid(on));
                places.extend(rows.filter_map(|row| self.born_in(row, on, !province.is_empty())));
                places.sort_by_key(|place| place.belfiore);
                places.dedup_by_key(|place| place.belfiore);
            }
        }
        match (country, places.as_slice()) {
            (Some(country), []) => Ok(BirthPlaceRef { belfiore: &country.belfiore, name: &country.name_it, province: None }),
            (None, [only]) => Ok(*only),
            (None, []) if named.is_empty() => Err(Problem::BirthPlace),
            (None, []) if fitting.is_empty() => Err(Problem::ProvincePlace),
            (None, []) => Err(Problem::Municipality),
            (abroad, several) => {
                let abroad = abroad.map(|_| ABROAD);
                Err(ambiguous(several.iter().filter_map(|place| place.province).chain(abroad)))
            }
        }
    }

    /// The place of a row's code on a date, if it was valid then.
    fn born_in<'a>(&'a self, row: &'a Municipality, on: NaiveDate, province_declared: bool) -> Option<BirthPlaceRef<'a>> {
        let then = self.periods(&row.belfiore).iter().find(|period| period.is_valid(on))?;
        let province = if province_declared { &row.province } else { &then.province };
        Some(BirthPlaceRef { belfiore: &then.belfiore, name: &then.name, province: Some(province) })
    }

    /// The state of an ISO 3166 alpha-2 code, capitals or not. Italy is none.
    pub fn country_by_iso2(&self, iso2: &str) -> Option<&Country> {
        self.countries_today().find(|country| country.iso2.as_ref().is_some_and(|known| known.eq_ignore_ascii_case(iso2.trim())))
    }

    /// The foreign states of today, in the order of their cadastral codes. Italy is none.
    pub fn countries_today(&self) -> impl Iterator<Item = &Country> {
        self.countries.iter().filter(|country| country.valid_to.is_none() && country.iso2.is_some())
    }

    /// The municipality of today with that cadastral code.
    pub fn municipality(&self, belfiore: &str) -> Option<&Municipality> {
        self.periods(belfiore).iter().find(|row| row.is_current())
    }

    /// Whether the cadastral code of a municipality or state was valid on that day.
    pub fn exists(&self, belfiore: &str, on: NaiveDate) -> bool {
        self.periods(belfiore).iter().any(|row| row.is_valid(on))
            || self.countries.iter().any(|country| &*country.belfiore == belfiore && country.is_valid(on))
    }

    /// The rows of one cadastral code.
    fn periods(&self, belfiore: &str) -> &[Municipality] {
        let start = self.municipalities.partition_point(|row| &*row.belfiore < belfiore);
        let end = self.municipalities.partition_point(|row| &*row.belfiore <= belfiore);
        &self.municipalities[start..end]
    }

    /// The rows of a folded name.
    fn named(&self, folded: &str) -> impl Iterator<Item = &Municipality> {
        self.index.exact(folded).filter_map(|place| self.municipalities.get(place))
    }

    /// The state of a folded name, the one of today if there are two.
    fn country_named(&self, folded: &str, on: NaiveDate) -> Option<&Country> {
        let countries =
            self.index.exact(folded).filter_map(|place| self.countries.get(place.checked_sub(self.municipalities.len())?));
        countries.filter(|country| country.is_valid(on)).max_by_key(|country| country.valid_to.is_none())
    }
}

/// `Novara (NO)` in two; the province in capitals, empty if there is none.
fn split_province(typed: &str) -> (&str, String) {
    let (name, province) = typed.split_once('(').unwrap_or((typed, ""));
    (name, province.trim().trim_end_matches(')').trim().to_ascii_uppercase())
}

/// The folded name and the province, from wherever it was given. Of `Bolzano/Bozen`, the first name.
fn name_and_province(name: &str, province: &str) -> Result<(String, String), Problem> {
    let (name, beside) = split_province(name);
    let province = province.trim().to_ascii_uppercase();
    if !beside.is_empty() && !province.is_empty() && beside != province {
        return Err(Problem::ProvincePlace);
    }
    let name = name.split_once('/').map_or(name, |(first, _)| first);
    Ok((fold(name), if province.is_empty() { beside } else { province }))
}

fn in_province(row: &Municipality, province: &str) -> bool {
    province.is_empty() || &*row.province == province
}

fn ambiguous<'a>(provinces: impl Iterator<Item = &'a str>) -> Problem {
    let mut provinces: Vec<String> = provinces.map(str::to_owned).collect();
    provinces.sort();
    provinces.dedup();
    Problem::MunicipalityAmbiguous { provinces }
}
