use domain::language::Language;
use domain::profile::{Rule, RuleValue, Severity};

use super::{instead, loaded, with};

/// A second institution that extends the sixth.
const CHILD: &str = r##"
slug = "valle"
extends = "collina"
name = "Università della Valle"
short_name = "UniValle"
tax_code = "91000138882"
address = "Via del Fiume 2, 28100 Novara"
sender = "stage@valle.example"
tint = "#2b3f8f"
helpdesk.email = "aiuto@valle.example"
"##;

#[test]
fn an_institution_takes_over_policy_but_not_identity() {
    let parent = with(
        r#"
        lead = "La collina"
        [[departments]]
        slug = "nord"
        name = "Nord"
        short_name = "N"
        email = "nord@collina.example"
        [session]
        idle_minutes = 20
        [file]
        max_mb = 5
        "#,
    );
    let child = format!("{CHILD}\n[file]\nmax_mb = 7\n");
    let profiles = loaded(&[("valle.toml", &child), ("collina.toml", &parent)]);
    let valle = profiles.institution("valle").expect("is there");
    assert_eq!((valle.session.idle_minutes, valle.file.max_mb), (20, 7));
    assert_eq!(valle.identity.departments, []);
    assert_eq!(valle.identity.lead.it, "");
    assert_eq!(valle.identity.tint, "#2b3f8f");
    assert_ne!(valle.identity.tint_dark, profiles.institution("collina").expect("is there").identity.tint_dark);
}

#[test]
fn tables_are_merged_key_by_key_and_lists_are_replaced() {
    let parent = with(
        r#"
        [lifecycle.notice_days]
        suspend = 10
        [evaluation]
        reminders = [1, 2]
        [labels.project]
        pending = { it = "In attesa", en = "Waiting" }
        draft = { it = "Minuta", en = "Minutes" }
        "#,
    );
    let child = format!("{CHILD}\n[evaluation]\nreminders = [5]\n[labels.project]\ndraft = \"Schizzo\"\n");
    let profiles = loaded(&[("collina.toml", &parent), ("valle.toml", &child)]);
    let valle = profiles.institution("valle").expect("is there");
    assert_eq!(valle.evaluation.reminders, [5]);
    assert_eq!(valle.evaluation.due_days, 15);
    assert_eq!(valle.state_label("project", "pending", Language::En), "Waiting");
    assert_eq!(valle.state_label("project", "draft", Language::En), "Schizzo");
}

#[test]
fn a_department_in_the_list_can_carry_its_overrides() {
    let text = with(
        r#"
        [[departments]]
        slug = "nord"
        name = "Nord"
        short_name = "N"
        email = "nord@collina.example"
        overrides = { convention = { lapse_days = 30 } }
        [[departments]]
        slug = "sud"
        name = "Sud"
        short_name = "S"
        email = "sud@collina.example"
        "#,
    );
    let profiles = loaded(&[("collina.toml", &text)]);
    let days = |department| profiles.department("collina", department).map(|profile| profile.convention.lapse_days);
    assert_eq!((days("nord"), days("sud"), days("est")), (Some(30), Some(90), None));
    assert_eq!(profiles.institution("collina").map(|profile| profile.convention.lapse_days), Some(90));
}

#[test]
fn two_institutions_may_have_a_department_of_the_same_name() {
    let department = |institution: &str| {
        format!("[[departments]]\nslug = \"nord\"\nname = \"Nord\"\nshort_name = \"N\"\nemail = \"nord@{institution}.example\"\n")
    };
    let collina = with(&department("collina"));
    let valle = format!("{CHILD}\n{}", department("valle"));
    let file = "slug = \"nord\"\ndepartment_of = \"valle\"\nsession.idle_minutes = 15\n";
    let profiles = loaded(&[("collina.toml", &collina), ("nord.toml", file), ("valle.toml", &valle)]);
    let minutes = |institution| profiles.department(institution, "nord").map(|profile| profile.session.idle_minutes);
    assert_eq!((minutes("collina"), minutes("valle")), (Some(30), Some(15)));
}

#[test]
fn one_half_of_a_rule_can_be_changed() {
    let text = with("[rules.R-15]\nvalue = 12\n[rules.R-31]\nseverity = \"off\"\n");
    let profiles = loaded(&[("collina.toml", &text)]);
    let collina = profiles.institution("collina").expect("is there");
    assert_eq!(collina.rule("R-15"), Some(&Rule { value: RuleValue::Number(12), severity: Severity::Warn }));
    assert_eq!(collina.rule("R-31"), Some(&Rule { value: RuleValue::Number(25), severity: Severity::Off }));
}

#[test]
fn positions_come_before_slugs() {
    let first = instead("slug = \"collina\"", "slug = \"zeta\"\nposition = 1");
    let profiles = loaded(&[("collina.toml", &with("")), ("zeta.toml", &first)]);
    let slugs: Vec<&str> = profiles.institutions().iter().map(|profile| profile.slug()).collect();
    assert_eq!(slugs, ["zeta", "collina"]);
}
