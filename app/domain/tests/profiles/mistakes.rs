use domain::profile::{ProfileError, load_all};

use super::{SIXTH, instead, with};

fn mistakes(files: &[(&str, &str)]) -> Vec<(String, String, String)> {
    let errors = load_all(files).expect_err("has a mistake");
    errors.into_iter().map(|ProfileError { file, key, reason }| (file, key, reason)).collect()
}

/// Asserts that the file has exactly one mistake, at `key`, whose reason contains `words`.
fn refused(text: &str, key: &str, words: &str) {
    let all = mistakes(&[("prova.toml", text)]);
    let [(file, found, reason)] = all.as_slice() else { panic!("not one mistake: {all:#?}") };
    assert_eq!((file.as_str(), found.as_str()), ("prova.toml", key), "{reason}");
    assert!(reason.contains(words), "{reason}");
}

#[test]
fn broken_toml_is_named_with_its_file() {
    refused("slug = ", "", "");
}

#[test]
fn an_unknown_key_is_refused_wherever_it_stands() {
    refused(&format!("colour = 1\n{SIXTH}"), "colour", "unknown field");
    refused(&with("[accreditation]\napprovall = true"), "accreditation.approvall", "unknown field");
    refused(&with("[lifecycle.notice_days]\nholiday = 1"), "lifecycle.notice_days", "unknown variant `holiday`");
    refused(&with("[reports]\nmonthly = true"), "reports", "unknown field");
    refused(&with("[identity]\nslug = 'x'"), "identity", "unknown field");
    refused(&with("[accreditation.titles]\nhobby = 'x'"), "accreditation.titles", "unknown variant `hobby`");
}

#[test]
fn a_value_of_the_wrong_kind_is_refused() {
    refused(&with("[session]\nidle_minutes = 'half an hour'"), "session.idle_minutes", "invalid type");
    refused(&with("[labels.project]\ndraft = { it = 'solo' }"), "labels.project.draft", "a text is written");
}

#[test]
fn roles_and_parties_must_exist() {
    refused(&with("[project]\napprovals = [['host'], ['janitor']]"), "project.approvals", "unknown variant `janitor`");
    refused(&with("[convention]\nsignatures = [{ role = 'boss' }]"), "convention.signatures.role", "unknown variant `boss`");
    refused(&with("[account]\nsecond_factor = ['boss']"), "account.second_factor", "unknown variant `boss`");
    refused(&with("[project]\nlink_approval = ['boss']"), "project.link_approval", "unknown variant `boss`");
}

#[test]
fn parties_of_a_school_do_not_exist_at_a_university() {
    refused(&with("[project]\napprovals = [['host'], ['principal']]"), "project.approvals", "only a school");
    refused(&with("[convention]\napprovals = ['principal']"), "convention.approvals", "only a school");
    let signatures = "[convention]\nsignatures = [{ role = 'principal' }, { role = 'legal_rep' }]";
    refused(&with(signatures), "convention.signatures", "only a school");
}

#[test]
fn states_and_objects_of_labels_must_exist() {
    refused(&with("[labels.accreditation]\nforgotten = 'x'"), "labels.accreditation.forgotten", "no such state");
    refused(&with("[labels.coffee]\ndraft = 'x'"), "labels.coffee.draft", "no such state");
    refused(&with("[labels.project]\ndraft = ''"), "labels.project.draft", "is empty");
}

#[test]
fn rules_must_exist_and_keep_their_shape() {
    refused(&with("[rules.R-99]\nvalue = 1\nseverity = 'warn'"), "rules.R-99", "no such rule");
    refused(&with("[rules.R-04]\nvalue = 1"), "rules.R-04.value", "another shape");
    refused(&with("[rules.R-04]\nseverity = 'maybe'"), "rules.R-04.severity", "unknown variant");
    refused(&with("[rules.R-04]\nvalue = 'x'"), "rules.R-04.value", "a rule's value is");
}

#[test]
fn approval_groups_are_not_empty_and_name_a_party_once() {
    refused(&with("[project]\napprovals = []"), "project.approvals", "nobody would approve");
    refused(&with("[project]\napprovals = [['host'], []]"), "project.approvals", "a group is empty");
    refused(&with("[project]\napprovals = [['host'], ['host']]"), "project.approvals", "more than once");
}

#[test]
fn signatures_must_be_possible() {
    let step = |step: &str| with(&format!("[convention]\nsignatures = [{{ role = 'legal_rep' }}, {step}]"));
    let key = "convention.signatures";
    refused(&step("{ role = 'promoter_signatory', methods = [] }"), key, "can never be done");
    refused(&step("{ role = 'office' }"), key, "signs nothing");
    refused(&step("{ role = 'trainee', methods = ['wax'] }"), "convention.signatures.methods", "unknown variant `wax`");
    let twice = with("[convention]\nsignatures = [{ role = 'legal_rep' }, { role = 'legal_rep' }]");
    assert!(mistakes(&[("prova.toml", &twice)]).iter().all(|(_, at, reason)| at == key && reason.contains("more than once")));
}

#[test]
fn a_convention_must_be_able_to_become_active() {
    let by_host = "[convention]\nactive_when = 'host_signed'\nsignatures = [{ role = 'promoter_signatory' }]";
    refused(&with(by_host), "convention.active_when", "no convention would become active");
    refused(&with("[convention]\nsignatures = []"), "convention.active_when", "no convention would become active");
}

#[test]
fn a_party_approves_a_convention_once() {
    let school = "kind = 'school_network'\n[convention]\napprovals = ['principal', 'office', 'principal']";
    refused(&with(school), "convention.approvals", "more than once");
}

#[test]
fn what_the_host_uploads_is_signed_by_the_host_first() {
    let promoter_first =
        "[convention]\ndocument = 'host_upload'\nsignatures = [{ role = 'promoter_signatory' }, { role = 'legal_rep' }]";
    refused(&with(promoter_first), "convention.document", "it is the first");
}

#[test]
fn projects_begin_somehow() {
    refused(&with("[project]\nstart_modes = []"), "project.start_modes", "no project could begin");
    refused(&with("[project]\ntutor_by_office = 'yes'"), "project.tutor_by_office", "invalid type");
}

#[test]
fn mandatory_keys_are_asked_for() {
    refused(&instead("slug = \"collina\"", ""), "slug", "is missing");
    refused(&instead("short_name = \"UniCollina\"", ""), "short_name", "is missing");
    refused(&instead("tax_code = \"97735020584\"", ""), "tax_code", "is missing");
    refused(&instead("address = \"Via della Prova 1, 20126 Milano\"", ""), "address", "is missing");
    refused(&instead("sender = \"stage@collina.example\"", ""), "sender", "is missing");
    refused(&instead("helpdesk.email = \"aiuto@collina.example\"", ""), "helpdesk.email", "is missing");
    refused(&instead("tint = \"#17395c\"", ""), "tint", "#rrggbb");
}

#[test]
fn every_mistake_of_every_file_is_told_at_once() {
    let one = instead("tax_code = \"97735020584\"", "").replace("sender = \"stage@collina.example\"", "");
    let other = instead("slug = \"collina\"", "slug = \"valle\"").replace("#17395c", "#ffff00");
    let all = mistakes(&[("b.toml", &other), ("a.toml", &one)]);
    let places: Vec<(&str, &str)> = all.iter().map(|(file, key, _)| (file.as_str(), key.as_str())).collect();
    assert_eq!(places, [("a.toml", "sender"), ("a.toml", "tax_code"), ("b.toml", "tint")]);
}

#[test]
fn addresses_must_be_addresses() {
    refused(&with("").replace("stage@collina.example", "stage"), "sender", "not an e-mail address");
    refused(&with("").replace("aiuto@collina.example", "a@b@c.example"), "helpdesk.email", "not an e-mail address");
}

#[test]
fn words_of_the_address_table_cannot_be_slugs() {
    for word in [
        "accreditamento",
        "area",
        "ufficio",
        "opportunita",
        "documenti",
        "carica",
        "live",
        "scrivania",
        "accedi",
        "esci",
        "recupera-password",
        "recupera-utente",
        "profili",
        "account",
        "verifica-email",
        "lingua",
        "uso-del-portale",
        "privacy",
        "note-legali",
        "accessibilita",
        "healthz",
        "readyz",
        "metrics",
        "demo",
        "api",
    ] {
        refused(&with("").replace("collina\"\n", &format!("{word}\"\n")), "slug", "address of the portal");
        let department = format!("[[departments]]\nslug = \"{word}\"\nname = \"N\"\nshort_name = \"N\"\nemail = \"n@c.example\"");
        refused(&with(&department), &format!("departments.{word}"), "address of the portal");
    }
}

#[test]
fn a_slug_has_lower_case_letters_digits_and_single_hyphens() {
    for slug in ["Collina", "col lina", "-collina", "collina-", "col--lina", "città", "col/lina"] {
        refused(&with("").replace("\"collina\"", &format!("\"{slug}\"")), "slug", "lower-case");
    }
}

#[test]
fn a_slug_is_used_once() {
    let all = mistakes(&[("a.toml", SIXTH), ("b.toml", SIXTH)]);
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].0.as_str(), all[0].1.as_str()), ("b.toml", "slug"));
    let department = "[[departments]]\nslug = \"n\"\nname = \"N\"\nshort_name = \"N\"\nemail = \"n@c.example\"\n";
    refused(&with(&department.repeat(2)), "departments.n", "twice");
}

#[test]
fn steps_contain_what_a_registration_needs_and_end_with_the_summary() {
    let steps = |pages: &str| with(&format!("[accreditation]\nsteps = {pages}"));
    let key = "accreditation.steps";
    let all = "['country','ids'],['company'],['legal_seat'],['contact'],['user_name'],['summary']";
    for part in ["company", "legal_seat", "contact", "user_name"] {
        let text = all.replace(&format!("['{part}'],"), "");
        refused(&steps(&format!("[{text}]")), key, "is missing");
    }
    refused(&steps(&format!("[{}]", all.replace("['company']", "['company'],['company']"))), key, "more than once");
    refused(&steps(&format!("[{}]", all.replace("['company']", "['company'],[]"))), key, "has no part");
    refused(&steps(&format!("[{all},['privacy']]")), key, "last page");
    refused(&steps(&format!("[{}]", all.replace("['user_name'],['summary']", "['user_name','summary']"))), key, "alone");
    refused(&steps(&format!("[['company'],{}]", all.replace("['company'],", ""))), key, "come first");
    refused(&steps("[['hobby']]"), key, "unknown variant `hobby`");
}

#[test]
fn what_is_due_at_accreditation_is_asked_there() {
    let steps = "steps = [['country','ids'],['company'],['legal_seat'],['contact'],['user_name'],['summary']]";
    let text = with(&format!("[accreditation]\nlegal_rep_due = 'accreditation'\n{steps}"));
    refused(&text, "accreditation.legal_rep_due", "no step asks");
    refused(&with("[accreditation.titles]\nassociation = 'x'"), "accreditation.titles.associazione", "no step asks");
}

#[test]
fn a_tint_is_dark_enough_and_not_the_colour_of_errors() {
    refused(&instead("#17395c", "#7a9cc0"), "tint", "contrast with white");
    refused(&instead("#17395c", "#8f0d1f"), "tint", "colour of errors");
    refused(&instead("tint = \"#17395c\"", "tint = \"#17395c\"\ntint_dark = \"#808080\""), "tint_dark", "less than 7");
    refused(&instead("tint = \"#17395c\"", "tint = \"#17395c\"\ntint_soft = \"grey\""), "tint_dark", "#rrggbb");
}

#[test]
fn numbers_have_bounds() {
    refused(&with("[session]\nidle_minutes = 0"), "session.idle_minutes", "not between");
    refused(&with("[file]\nmax_mb = 1000"), "file.max_mb", "not between");
    refused(&with("[project]\ncfu_tolerance = 0.0"), "project.cfu_tolerance", "not between");
    refused(&with("[list]\npage_size = 12"), "list.page_size", "10, 25 or 50");
    refused(&with("[evaluation]\nreminders = [5, 5]"), "evaluation.reminders", "do not rise");
    refused(&with("[account]\nlogin_suffix = 'uniupo'"), "account.login_suffix", "begins with @");
    refused(&with("[account]\nlogin = []"), "account.login", "nobody could log in");
}

#[test]
fn what_is_extended_must_exist_and_have_an_end() {
    refused(&format!("extends = \"nowhere\"\n{SIXTH}"), "extends", "no institution «nowhere»");
    let one = format!("extends = \"valle\"\n{SIXTH}");
    let other = format!("extends = \"collina\"\n{}", instead("slug = \"collina\"", "slug = \"valle\""));
    let all = mistakes(&[("a.toml", &one), ("b.toml", &other)]);
    assert_eq!(all.len(), 2);
    assert!(all.iter().all(|(_, key, reason)| key == "extends" && reason.contains("circle")), "{all:#?}");
    refused(&format!("extends = \"collina\"\n{SIXTH}"), "extends", "circle");
}

#[test]
fn a_department_belongs_to_the_institution_that_declares_it() {
    let file = |lines: &str| format!("slug = \"nord\"\n{lines}\n");
    let declared = "[[departments]]\nslug = \"nord\"\nname = \"N\"\nshort_name = \"N\"\nemail = \"n@c.example\"\n";
    let check = |institution: &str, department: &str, key: &str, words: &str| {
        let all = mistakes(&[("collina.toml", institution), ("nord.toml", department)]);
        assert_eq!((all.len(), all[0].0.as_str(), all[0].1.as_str()), (1, "nord.toml", key), "{all:#?}");
        assert!(all[0].2.contains(words), "{all:#?}");
    };
    check(SIXTH, &file("department_of = \"collina\""), "slug", "declares no department");
    check(SIXTH, &file("department_of = \"nowhere\""), "department_of", "no institution «nowhere»");
    let extends = file("department_of = \"collina\"\nextends = \"valle\"");
    check(&with(declared), &extends, "extends", "its own institution");
    let both = with(&format!("{declared}overrides = {{ session = {{ idle_minutes = 20 }} }}\n"));
    check(&both, &file("department_of = \"collina\""), "slug", "overrides for «nord» already");
}

#[test]
fn overrides_are_checked_like_a_file() {
    let department = "[[departments]]\nslug = \"nord\"\nname = \"N\"\nshort_name = \"N\"\nemail = \"n@c.example\"\n";
    let over = |table: &str| with(&format!("{department}overrides = {table}\n"));
    refused(&over("{ sesion = {} }"), "departments.nord.overrides.sesion", "unknown field");
    refused(&over("{ session = { idle_minutes = 1 } }"), "session.idle_minutes", "not between");
}
