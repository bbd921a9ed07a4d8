//! The fourteen CUN areas: the disciplinary areas of an institution that names none of its own.

use crate::language::Text;

const CUN: [(&str, &str); 14] = [
    ("Scienze matematiche e informatiche", "Mathematics and computer science"),
    ("Scienze fisiche", "Physics"),
    ("Scienze chimiche", "Chemistry"),
    ("Scienze della Terra", "Earth sciences"),
    ("Scienze biologiche", "Biology"),
    ("Scienze mediche", "Medicine"),
    ("Scienze agrarie e veterinarie", "Agriculture and veterinary science"),
    ("Ingegneria civile e architettura", "Civil engineering and architecture"),
    ("Ingegneria industriale e dell’informazione", "Industrial and information engineering"),
    ("Scienze dell’antichità, filologico-letterarie e storico-artistiche", "Antiquity, philology, literature and history of art"),
    ("Scienze storiche, filosofiche, pedagogiche e psicologiche", "History, philosophy, education and psychology"),
    ("Scienze giuridiche", "Law"),
    ("Scienze economiche e statistiche", "Economics and statistics"),
    ("Scienze politiche e sociali", "Political and social sciences"),
];

/// The areas in their official order.
pub(super) fn default_areas() -> Vec<Text> {
    CUN.iter().map(|(it, en)| Text { it: (*it).to_owned(), en: (*en).to_owned() }).collect()
}
