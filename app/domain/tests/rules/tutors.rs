use domain::profile::ProjectKind;
use domain::rules::{Level, Reason, Remedy, r14, r15};

use super::{others, profile, span};

#[test]
fn r14_a_host_tutor_follows_three_more_warn_or_block() {
    let span = span("2026-12-01", "2027-02-28");
    let level = |count, kind| r14(&others(count, "2026-12-31", "2027-01-01"), span, kind, &profile()).map(|one| one.level);
    for kind in [ProjectKind::Curricular, ProjectKind::Extracurricular, ProjectKind::Pcto] {
        assert_eq!(level(2, kind), None, "{kind:?}");
    }
    assert_eq!(level(3, ProjectKind::Curricular), Some(Level::Warning));
    assert_eq!(level(3, ProjectKind::Pcto), Some(Level::Warning));
    assert_eq!(level(3, ProjectKind::Extracurricular), Some(Level::Block));
    assert_eq!(r14(&others(3, "2027-03-01", "2027-06-30"), span, ProjectKind::Curricular, &profile()), None);
}

#[test]
fn r15_a_promoter_tutor_follows_twenty() {
    let span = span("2026-12-01", "2027-02-28");
    let found = |count| r15(&others(count, "2026-12-01", "2027-01-01"), span, &profile());
    assert_eq!(found(19), None);
    let one = found(20).expect("is too many");
    assert_eq!((one.level, one.reason), (Level::Warning, Reason::TutorFull { limit: 20, trainees: 21 }));
    assert_eq!(one.remedy, Remedy::OtherTutor);
}
