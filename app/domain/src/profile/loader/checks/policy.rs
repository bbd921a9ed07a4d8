//! Whether every state can be reached by somebody who exists here, and whether numbers make sense.

use super::{Problems, is_school};
use crate::access::Role;
use crate::profile::{ActiveWhen, DocumentSource, Party, Profile, RuleValue, SignatureStep, default_rules, states_of};

pub(super) fn check(profile: &Profile, problems: &mut Problems) {
    account(profile, problems);
    approvals(profile, problems);
    signatures("convention.signatures", &profile.convention.signatures, profile, problems);
    signatures("project.signatures", &profile.project.signatures, profile, problems);
    activation(profile, problems);
    numbers(profile, problems);
    labels(profile, problems);
    rules(profile, problems);
}

fn account(profile: &Profile, problems: &mut Problems) {
    let suffix = &profile.account.login_suffix;
    let shaped = suffix.is_empty() || (suffix.starts_with('@') && suffix.len() > 1 && !suffix.contains(char::is_whitespace));
    problems.require(shaped, "account.login_suffix", "is empty or begins with @");
    problems.require(!profile.account.login.is_empty(), "account.login", "nobody could log in");
    let machine = profile.account.second_factor.contains(&Role::System);
    problems.require(!machine, "account.second_factor", "the installation does not log in");
}

fn approvals(profile: &Profile, problems: &mut Problems) {
    const PROJECT: &str = "project.approvals";
    const CONVENTION: &str = "convention.approvals";
    let groups = &profile.project.approvals;
    problems.require(!groups.is_empty(), PROJECT, "nobody would approve");
    problems.require(groups.iter().all(|group| !group.is_empty()), PROJECT, "a group is empty");
    let parties: Vec<Party> = groups.iter().flatten().map(|approval| approval.party).collect();
    for (index, party) in parties.iter().enumerate() {
        problems.require(!parties[..index].contains(party), PROJECT, "a party stands more than once");
        problems.require(is_school(profile) || !is_of_school(*party), PROJECT, "only a school has this party");
    }
    let steps = &profile.convention.approvals;
    let twice = steps.iter().enumerate().any(|(index, party)| steps[..index].contains(party));
    problems.require(!twice, CONVENTION, "a party stands more than once");
    for party in steps {
        let decides = matches!(party, Party::Office | Party::Principal);
        problems.require(decides, CONVENTION, "a convention is approved by the office or the principal");
        problems.require(is_school(profile) || !is_of_school(*party), CONVENTION, "only a school has this party");
    }
}

fn is_of_school(party: Party) -> bool {
    matches!(party, Party::Principal | Party::SchoolTutor | Party::Guardian)
}

fn signatures(key: &str, steps: &[SignatureStep], profile: &Profile, problems: &mut Problems) {
    for step in steps {
        let signs = !matches!(step.role, Role::System | Role::Office | Role::Admin);
        problems.require(signs, key, "this role signs nothing");
        let of_school = matches!(step.role, Role::Principal | Role::SchoolTutor | Role::Guardian);
        problems.require(is_school(profile) || !of_school, key, "only a school has this role");
        problems.require(!step.methods.is_empty(), key, "a step without methods can never be done");
        let twice = steps.iter().filter(|other| other.role == step.role).count() > 1;
        problems.require(!twice, key, "a role stands more than once");
    }
}

fn activation(profile: &Profile, problems: &mut Problems) {
    let steps = &profile.convention.signatures;
    let by_host = steps.iter().any(|step| step.role.is_of_host());
    let reachable = match profile.convention.active_when {
        ActiveWhen::HostSigned => by_host,
        ActiveWhen::AllSigned | ActiveWhen::Generated => steps.iter().any(|step| step.required),
    };
    let uploaded = profile.convention.document == DocumentSource::HostUpload;
    let host_first = steps.first().is_some_and(|step| step.role.is_of_host());
    let key = "convention.document";
    problems.require(!uploaded || host_first, key, "what the host uploads carries the host's signature: it is the first");
    let has_start = !profile.project.start_modes.is_empty();
    problems.require(has_start, "project.start_modes", "no project could begin");
    problems.require(reachable, "convention.active_when", "with these signatures no convention would become active");
}

fn numbers(profile: &Profile, problems: &mut Problems) {
    for (key, value, least, most) in [
        ("session.idle_minutes", profile.session.idle_minutes, 10, 480),
        ("file.max_mb", profile.file.max_mb, 1, 100),
        ("convention.renewal_months", profile.convention.renewal_months, 1, 60),
        ("convention.notice_days", profile.convention.notice_days, 0, 365),
        ("convention.lapse_days", profile.convention.lapse_days, 1, 365),
        ("project.physical_copies", profile.project.physical_copies, 0, 10),
        ("evaluation.due_days", profile.evaluation.due_days, 1, 365),
    ] {
        let fits = (least..=most).contains(&value);
        problems.require(fits, key, &format!("{value} is not between {least} and {most}"));
    }
    let size = crate::list::PAGE_SIZES.contains(&profile.list.page_size);
    problems.require(size, "list.page_size", "is not 10, 25 or 50");
    let tolerance = profile.project.cfu_tolerance;
    problems.require(tolerance > 0.0 && tolerance <= 2.0, "project.cfu_tolerance", "is not between 0 and 2");
    let notice = profile.lifecycle.notice_days.values().all(|days| (0..=365).contains(days));
    problems.require(notice, "lifecycle.notice_days", "is not between 0 and 365");
    let rising = |days: &[i64]| days.windows(2).all(|pair| pair[0] < pair[1]);
    problems.require(rising(&profile.evaluation.reminders), "evaluation.reminders", "the days do not rise");
    problems.require(rising(&profile.cob.remind), "cob.remind", "the days do not rise");
}

fn labels(profile: &Profile, problems: &mut Problems) {
    for (object, states) in &profile.labels {
        for (state, text) in states {
            let key = format!("labels.{object}.{state}");
            problems.require(states_of(object).any(|known| known == state), &key, "there is no such state");
            problems.require(!text.it.is_empty() && !text.en.is_empty(), &key, "is empty");
        }
    }
}

fn rules(profile: &Profile, problems: &mut Problems) {
    let known = default_rules();
    for (id, rule) in &profile.rules {
        let key = format!("rules.{id}");
        match known.get(id) {
            None => problems.add(key, "there is no such rule"),
            Some(default) => {
                let same = shape(&default.value) == shape(&rule.value);
                problems.require(same, &format!("{key}.value"), "has another shape than the rule's default");
            }
        }
    }
}

/// How many numbers; none for a plain yes or no.
fn shape(value: &RuleValue) -> Option<usize> {
    match value {
        RuleValue::Flag(_) => None,
        RuleValue::Number(_) => Some(1),
        RuleValue::Numbers(numbers) => Some(numbers.len()),
    }
}
