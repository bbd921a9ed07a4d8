//! The hosts: names, places and people that look like those of a real list, all made from one number.

use domain::accreditation::state::{Event, State};

const TRADES: [&str; 40] = [
    "Officine",
    "Studio legale",
    "Farmacia",
    "Cooperativa sociale",
    "Tipografia",
    "Cantine",
    "Molino",
    "Autotrasporti",
    "Edilizia",
    "Impianti",
    "Libreria",
    "Panificio",
    "Caseificio",
    "Vivai",
    "Laboratorio analisi",
    "Studio commercialista",
    "Agenzia viaggi",
    "Poliambulatorio",
    "Falegnameria",
    "Carpenteria",
    "Tessitura",
    "Rubinetterie",
    "Stampaggi",
    "Meccanica",
    "Elettronica",
    "Informatica",
    "Consulenze",
    "Comunicazione",
    "Ristorante",
    "Albergo",
    "Casa di riposo",
    "Asilo",
    "Scuola di musica",
    "Associazione culturale",
    "Fondazione",
    "Riseria",
    "Torrefazione",
    "Vetreria",
    "Ceramiche",
    "Laboratorio d’arte",
];
const SURNAMES: [&str; 48] = [
    "Àlbera",
    "Accornero",
    "Barbero",
    "Bertolino",
    "Bianchi",
    "Bregante",
    "Caligaris",
    "Cattaneo",
    "Cerutti",
    "Colombo",
    "Conti",
    "Corvetto",
    "D’Angelo",
    "De Luca",
    "Deblasi",
    "Ferrari",
    "Ferraris",
    "Fontana",
    "Gallo",
    "Garrone",
    "Ghione",
    "Greco",
    "Grosso",
    "Lombardi",
    "Marchetti",
    "Martinengo",
    "Monti",
    "Moretti",
    "Negri",
    "Novelli",
    "Orsola",
    "Pastore",
    "Pellegrini",
    "Quaglia",
    "Ricci",
    "Rizzo",
    "Rossi",
    "Saroldi",
    "Sella",
    "Serralunga",
    "Tibaldi",
    "Torriani",
    "Ubertalli",
    "Valsesia",
    "Vercellino",
    "Viazzo",
    "Zanetta",
    "Zuccà",
];
const FIRST_NAMES: [&str; 24] = [
    "Anna", "Bruno", "Carla", "Davide", "Elena", "Fabio", "Giulia", "Ilaria", "Ivo", "Laura", "Luca", "Luisa", "Marco", "Marta",
    "Nadia", "Niccolò", "Paolo", "Piero", "Renzo", "Rosanna", "Sara", "Sergio", "Sofia", "Teresa",
];
/// As written, and as a code.
const FORMS: [(&str, &str); 6] = [
    ("S.r.l.", "srl"),
    ("S.p.A.", "spa"),
    ("S.n.c.", "snc"),
    ("S.a.s.", "sas"),
    ("S.r.l.", "srl"),
    ("Soc. coop.", "cooperative"),
];
const TOWNS: [(&str, &str, &str); 24] = [
    ("Novara", "NO", "28100"),
    ("Vercelli", "VC", "13100"),
    ("Alessandria", "AL", "15121"),
    ("Torino", "TO", "10121"),
    ("Biella", "BI", "13900"),
    ("Asti", "AT", "14100"),
    ("Cuneo", "CN", "12100"),
    ("Verbania", "VB", "28922"),
    ("Casale Monferrato", "AL", "15033"),
    ("Borgomanero", "NO", "28021"),
    ("Trecate", "NO", "28069"),
    ("Alba", "CN", "12051"),
    ("Ivrea", "TO", "10015"),
    ("Milano", "MI", "20121"),
    ("Pavia", "PV", "27100"),
    ("Vigevano", "PV", "27029"),
    ("Novi Ligure", "AL", "15067"),
    ("Tortona", "AL", "15057"),
    ("Acqui Terme", "AL", "15011"),
    ("Savona", "SV", "17100"),
    ("Genova", "GE", "16121"),
    ("Arona", "NO", "28041"),
    ("Santhià", "VC", "13048"),
    ("Galliate", "NO", "28066"),
];
const STREETS: [&str; 8] =
    ["Via Roma", "Corso Italia", "Via Milano", "Via Garibaldi", "Piazza Cavour", "Via Dante", "Corso Torino", "Via Verdi"];

/// Of a hundred requests so many are in this state, and the office's last event was this.
const FATES: [(usize, State, Option<Event>); 7] = [
    (15, State::Submitted, None),
    (5, State::Integration, Some(Event::RequestIntegration)),
    (60, State::Accredited, Some(Event::Approve)),
    (10, State::Rejected, Some(Event::Reject)),
    (5, State::Withdrawn, Some(Event::Withdraw)),
    (3, State::Suspended, Some(Event::Suspend)),
    (2, State::Revoked, Some(Event::Revoke)),
];

/// One of the hosts.
pub struct Host {
    pub legal_name: String,
    pub form: &'static str,
    /// With a right check digit; no two hosts share one.
    pub vat_number: String,
    pub town: &'static str,
    pub province: &'static str,
    pub postal_code: &'static str,
    pub street: &'static str,
    pub civic_no: String,
    pub phone: String,
    pub first_name: &'static str,
    pub last_name: &'static str,
    /// Of its contact; no two share one.
    pub user_name: String,
    pub state: State,
    pub decision: Option<Event>,
}

impl Host {
    /// The host of a number, from 1 on; the same number gives the same host. Below ten millions all are different.
    pub fn numbered(number: usize) -> Self {
        let mut dice = Dice(number as u64);
        let (form, form_code) = dice.of(&FORMS);
        let (town, province, postal_code) = dice.of(&TOWNS);
        let (one, other) = (dice.of(&SURNAMES), dice.of(&SURNAMES));
        let names = if one == other { one.to_owned() } else { format!("{one} e {other}") };
        let (state, decision) = fate(dice.below(100));
        Self {
            legal_name: format!("{} {names} {form}", dice.of(&TRADES)),
            form: form_code,
            vat_number: vat_number(number),
            town,
            province,
            postal_code,
            street: dice.of(&STREETS),
            civic_no: (1 + dice.below(180)).to_string(),
            phone: format!("0161 {:07}", number % 10_000_000),
            first_name: dice.of(&FIRST_NAMES),
            last_name: one,
            user_name: format!("contatto.{number}"),
            state,
            decision,
        }
    }
}

fn fate(mut percent: usize) -> (State, Option<Event>) {
    for (share, state, decision) in FATES {
        if percent < share {
            return (state, decision);
        }
        percent -= share;
    }
    (State::Submitted, None)
}

/// Numbers without a pattern, the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// A VAT number of the office of Vercelli; those of the demo's hosts are another office's.
fn vat_number(number: usize) -> String {
    let digits = format!("{:07}002", number % 10_000_000);
    let value = |(place, byte): (usize, u8)| {
        let digit = u32::from(byte - b'0');
        if place % 2 == 0 { digit } else { digit * 2 - if digit > 4 { 9 } else { 0 } }
    };
    let sum: u32 = digits.bytes().enumerate().map(value).sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_gives_the_same_host_and_another_number_another() {
        let (host, again, other) = (Host::numbered(7), Host::numbered(7), Host::numbered(8));
        assert_eq!((&host.legal_name, &host.vat_number), (&again.legal_name, &again.vat_number));
        assert_ne!((&host.user_name, &host.vat_number), (&other.user_name, &other.vat_number));
        assert!(domain::codes::VatNumber::parse(&host.vat_number).is_ok());
    }
}
