use std::fmt::Write;

use domain::access::Role;
use domain::accreditation::Part;
use domain::language::Language;
use domain::profile::{
    Activation, ActiveWhen, ApprovalMode, Credentials, DocumentSource, InstitutionKind, JoinAdmits, LegalRepDue,
    LifecycleRequest, Login, Party, Profile, Publication, SignatureMethod, contrast, embedded, hue_distance, states_of,
};

use super::{institution, loaded, shipped, with};

fn slugs(profile: &Profile) -> Vec<&str> {
    profile.accreditation.steps.iter().map(|page| page.slug()).collect()
}

fn parties(profile: &Profile) -> Vec<Vec<Party>> {
    let groups = profile.project.approvals.iter();
    groups.map(|group| group.iter().map(|approval| approval.party).collect()).collect()
}

#[test]
fn every_file_of_the_folder_is_embedded() {
    let names: Vec<&str> = embedded().iter().map(|(name, _)| *name).collect();
    for name in ["alternanza.toml", "digspes.toml", "ecampus.toml", "unimi.toml", "upo.toml"] {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn four_institutions_stand_on_the_first_page_in_their_order() {
    let profiles = shipped();
    let slugs: Vec<&str> = profiles.institutions().iter().map(Profile::slug).collect();
    assert_eq!(slugs, ["upo", "ecampus", "unimi", "alternanza"]);
}

#[test]
fn the_wizards_differ_by_data() {
    let mut table = String::new();
    for profile in shipped().all() {
        let department = profile.department.as_ref().map_or(String::new(), |one| format!("/{}", one.slug));
        writeln!(table, "{}{department} «{}»", profile.slug(), profile.accreditation.submit_event_label.it).unwrap();
        for page in &profile.accreditation.steps {
            let titles = page.parts.iter().map(|part| {
                let title = profile.accreditation.title(*part, Language::It);
                title.map_or(part.slug().to_owned(), |title| format!("{} «{title}»", part.slug()))
            });
            writeln!(table, "  {}: {}", page.slug(), titles.collect::<Vec<_>>().join(", ")).unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn upo_has_nine_pages_and_its_log_in_suffix() {
    let upo = institution("upo");
    assert_eq!(upo.accreditation.steps.len(), 9);
    assert_eq!(upo.accreditation.position("sede-legale"), Some(2));
    assert!(!upo.accreditation.has_part(Part::Association));
    assert_eq!(upo.account.login_suffix, "@esterni.uniupo.it");
    assert_eq!(upo.accreditation.legal_rep_due, LegalRepDue::Convention);
    assert_eq!(upo.accreditation.join_admits, JoinAdmits::Contact);
    assert_eq!(upo.opportunity.publication, Publication::Office);
    assert_eq!(parties(&upo), [vec![Party::Host], vec![Party::Office]]);
    assert_eq!(upo.evaluation.due_days, 15);
    assert_eq!(upo.account.credentials, Credentials::UserSetsAfterEmailCode);
    assert_eq!(upo.state_label("convention", "submitted", Language::It), "In approvazione");
    assert_eq!(upo.state_label("project", "pending", Language::It), "In attesa di approvazione");
}

#[test]
fn digspes_is_a_department_of_upo_that_decides_some_things_itself() {
    let profiles = shipped();
    let digspes = profiles.department("upo", "digspes").expect("is shipped");
    assert_eq!(digspes.slug(), "upo");
    assert_eq!(digspes.department.as_ref().map(|one| (one.slug.as_str(), one.page)), Some(("digspes", true)));
    assert_eq!(digspes.office_email(), "stage.digspes@ateneo.example");
    assert_eq!(digspes.account.login_suffix, "@esterni.uniupo.it");
    assert_eq!(digspes.accreditation.steps, institution("upo").accreditation.steps);
    assert_eq!(digspes.accreditation.submit_event_label.it, "Invio all'ateneo per approvazione");
    assert_eq!(digspes.convention.document, DocumentSource::Office);
    assert!(digspes.convention.signatures[0].methods.contains(&SignatureMethod::HandwrittenScan));
    assert_eq!(digspes.project.approvals[0][0].mode, ApprovalMode::Sign);
    assert_eq!(digspes.project.signatures.len(), 3);
    assert_eq!(digspes.session.idle_minutes, 30);
    assert_eq!(digspes.identity.tint_dark, "#501235");
    assert_eq!(profiles.institution("digspes"), None);
}

#[test]
fn a_case_follows_its_handling_department_and_otherwise_the_institution() {
    let profiles = shipped();
    let document = |department| profiles.effective("upo", department).map(|profile| profile.convention.document);
    assert_eq!(document(Some("digspes")), Some(DocumentSource::Office));
    assert_eq!(document(Some("disei")), Some(DocumentSource::Portal));
    assert_eq!(document(Some("nowhere")), Some(DocumentSource::Portal));
    assert_eq!(document(None), Some(DocumentSource::Portal));
    assert_eq!(profiles.effective("nowhere", None), None);
}

#[test]
fn ecampus_asks_for_the_association_and_the_legal_representative_at_once() {
    let ecampus = institution("ecampus");
    assert_eq!(
        slugs(&ecampus),
        ["nazione", "identificativi", "azienda", "referente", "sede-operativa", "rappresentante", "utente", "riepilogo"]
    );
    let page = ecampus.accreditation.page_of("azienda").expect("has it");
    assert_eq!(page.parts, [Part::Company, Part::Association, Part::LegalSeat]);
    assert_eq!(ecampus.accreditation.page_containing(Part::LegalSeat).map(|page| page.slug()), Some("azienda"));
    assert_eq!(ecampus.accreditation.page_of("sede-legale"), None);
    assert!(!ecampus.accreditation.has_part(Part::Privacy));
    assert_eq!(ecampus.accreditation.legal_rep_due, LegalRepDue::Accreditation);
    assert_eq!(ecampus.accreditation.title(Part::UserName, Language::It), Some("Scegliere un nome utente"));
    assert_eq!(ecampus.opportunity.publication, Publication::Direct);
    assert_eq!(ecampus.convention.document, DocumentSource::HostUpload);
    assert_eq!(parties(&ecampus), [vec![Party::Host], vec![Party::Trainee], vec![Party::AcademicTutor, Party::Office]]);
}

#[test]
fn unimi_is_active_when_the_host_signed_and_wants_three_copies() {
    let unimi = institution("unimi");
    assert_eq!(unimi.convention.active_when, ActiveWhen::HostSigned);
    assert_eq!(parties(&unimi), [vec![Party::Host], vec![Party::AcademicTutor]]);
    assert_eq!(unimi.project.physical_copies, 3);
    assert_eq!(unimi.project.activation, Activation::Office);
    assert!(unimi.project.placement_required);
    assert_eq!(unimi.lifecycle.notice_days[&LifecycleRequest::Suspend], 7);
    assert_eq!(unimi.lifecycle.notice_days[&LifecycleRequest::EarlyEnd], 3);
    assert_eq!(unimi.lifecycle.requests.len(), 4);
    assert_eq!(unimi.state_label("convention", "awaiting_signatures", Language::It), "Approvata non attiva");
}

#[test]
fn alternanza_is_a_school_network_led_by_the_principal() {
    let alternanza = institution("alternanza");
    assert_eq!(alternanza.identity.kind, InstitutionKind::SchoolNetwork);
    let signers: Vec<Role> = alternanza.convention.signatures.iter().map(|step| step.role).collect();
    assert_eq!(signers, [Role::Principal, Role::LegalRep]);
    assert_eq!(alternanza.convention.active_when, ActiveWhen::Generated);
    assert_eq!(alternanza.account.login.iter().collect::<Vec<_>>(), [&Login::Oidc]);
    assert_eq!(alternanza.list.page_size, 10);
    assert_eq!(alternanza.state_label("convention", "awaiting_signatures_1", Language::It), "Firmata DS");
    assert_eq!(slugs(&alternanza), slugs(&institution("upo")));
}

#[test]
fn a_state_without_own_words_has_the_canonical_ones() {
    let upo = institution("upo");
    for (state, it, en) in [
        ("unconfirmed", "Da confermare", "To be confirmed"),
        ("submitted", "Richiesta inviata", "Request sent"),
        ("integration", "Da integrare", "To be completed"),
        ("accredited", "Accreditata", "Accredited"),
        ("rejected", "Rifiutata", "Refused"),
        ("withdrawn", "Ritirata", "Withdrawn"),
        ("suspended", "Sospesa", "Suspended"),
        ("revoked", "Revocata", "Revoked"),
    ] {
        assert_eq!(upo.state_label("accreditation", state, Language::It), it);
        assert_eq!(upo.state_label("accreditation", state, Language::En), en);
    }
    assert_eq!(upo.state_label("accreditation", "unheard_of", Language::It), "unheard_of");
}

#[test]
fn every_state_of_the_machines_has_a_label() {
    let known = |object| states_of(object).collect::<Vec<_>>();
    let accreditation: Vec<_> = domain::accreditation::state::State::ALL.iter().map(|state| state.code()).collect();
    assert_eq!(known("accreditation"), accreditation);
    let contact: Vec<_> = domain::accreditation::contact_state::ContactState::ALL.iter().map(|state| state.code()).collect();
    assert_eq!(known("contact"), contact);
    let account: Vec<_> = domain::account::state::State::ALL.iter().map(|state| state.code()).collect();
    assert_eq!(known("account"), account);
}

#[test]
fn the_tints_are_those_of_the_mock_ups() {
    for (slug, tint, dark, soft) in [
        ("upo", "#74204d", "#501235", "#f5ecf1"),
        ("ecampus", "#00625c", "#004540", "#e5f2f1"),
        ("unimi", "#2b3f8f", "#1c2b68", "#ebedf7"),
        ("alternanza", "#8f3d0d", "#672a06", "#f9eee7"),
    ] {
        let identity = institution(slug).identity;
        assert_eq!((identity.tint.as_str(), identity.tint_dark.as_str(), identity.tint_soft.as_str()), (tint, dark, soft));
    }
}

#[test]
fn contrast_and_hue_are_computed_as_in_the_mock_ups() {
    for (one, other, expected) in [
        ("#17395c", "#ffffff", 11.8),
        ("#74204d", "#ffffff", 10.2),
        ("#00625c", "#ffffff", 7.2),
        ("#501235", "#f5ecf1", 12.3),
        ("#672a06", "#f9eee7", 9.6),
    ] {
        let found = contrast(one, other).expect("are colours");
        assert!((found - expected).abs() < 0.06, "{one} on {other}: {found}");
    }
    assert_eq!(hue_distance("#ff0000", "#00ffff"), Some(180.0));
    assert_eq!(hue_distance("#ff0000", "red"), None);
}

#[test]
fn a_sixth_profile_needs_one_file_and_nothing_else() {
    let sixth = with("");
    let mut files: Vec<(&str, &str)> = embedded().to_vec();
    files.push(("collina.toml", &sixth));
    let profiles = loaded(&files);
    let collina = profiles.institution("collina").expect("is there");
    assert_eq!(profiles.institutions().len(), 5);
    assert_eq!(slugs(collina), slugs(&institution("upo")));
    assert_eq!(collina.identity.areas.len(), 14);
    assert_eq!(collina.identity.tint_dark, "#10273f");
    assert!(contrast(&collina.identity.tint_dark, &collina.identity.tint_soft).is_some_and(|value| value > 7.0));
    assert_eq!(collina.state_label("project", "pending", Language::En), "To be approved");
    assert!(collina.accreditation.approval);
    assert_eq!(collina.rules.len(), 38);
}

#[test]
fn pages_are_walked_in_order() {
    let wizard = institution("upo").accreditation;
    assert_eq!(wizard.first().map(|page| page.slug()), Some("nazione"));
    assert_eq!(wizard.next("nazione").map(|page| page.slug()), Some("azienda"));
    assert_eq!(wizard.previous("azienda").map(|page| page.slug()), Some("nazione"));
    assert_eq!(wizard.previous("nazione"), None);
    assert_eq!(wizard.next("riepilogo"), None);
    assert_eq!(wizard.next("identificativi"), None);
}

#[test]
fn a_profile_travels_as_json() {
    for profile in shipped().all() {
        let json = serde_json::to_string(profile).expect("can be written");
        assert_eq!(&serde_json::from_str::<Profile>(&json).expect("can be read"), profile);
    }
}
