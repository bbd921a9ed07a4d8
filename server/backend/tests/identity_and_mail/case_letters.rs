//! Samples of the letters about conventions and projects.

use backend::mail::Kind;
use backend::mail::facts::*;
use chrono::{Days, NaiveDate};
use domain::access::Role;
use domain::convention::ConventionKind;
use domain::profile::{LifecycleRequest, SignatureMethod};
use serde_json::Value;

use crate::mail_templates::{HOST, REASON, at, sample};

type Sample = (Kind, Value);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn of_conventions() -> Vec<Sample> {
    let (host, number, link) = (HOST.to_owned(), "2026/118".to_owned(), "/upo/convenzioni/118".to_owned());
    let mut all = Vec::new();
    for (kind, months, digital_signature) in [
        (ConventionKind::Curricular, 36, true),
        (ConventionKind::Extracurricular, 1, false),
        (ConventionKind::Both, 12, true),
        (ConventionKind::School, 12, true),
    ] {
        let area = "Scienze economiche e statistiche".into();
        all.push(sample(ConventionAsked { host: host.clone(), kind, months, area, digital_signature, link: link.clone() }));
    }
    let every =
        vec![SignatureMethod::Pades, SignatureMethod::Cades, SignatureMethod::HandwrittenScan, SignatureMethod::PortalOtp];
    let of_upo = (every, Some(16), Some("protocollo@pec.upo.example".to_owned()));
    for (methods, stamp_duty, pec) in [of_upo, (vec![SignatureMethod::Pades], None, None)] {
        all.push(sample(ConventionToSign {
            number: number.clone(),
            host: host.clone(),
            methods,
            deadline: day("2027-02-16"),
            stamp_duty,
            pec,
            document: "/upo/documenti/0f1e".into(),
            link: link.clone(),
        }));
    }
    for (event, number, reason, signatures_cleared) in [
        (SentBack::Returned, None, Some(REASON), false),
        (SentBack::Returned, Some(&number), Some(REASON), true),
        (SentBack::Rejected, None, Some(REASON), false),
        (SentBack::Lapsed, Some(&number), None, true),
    ] {
        all.push(sample(ConventionSentBack {
            event,
            number: number.cloned(),
            host: host.clone(),
            reason: reason.map(str::to_owned),
            signatures_cleared,
            link: link.clone(),
        }));
    }
    for (accepted, on_paper, checks) in [
        (true, false, vec!["Il documento è quello emesso dal portale", "Il certificato è del firmatario"]),
        (true, true, vec![]),
        (false, false, vec!["Il documento è stato cambiato dopo l’emissione"]),
    ] {
        all.push(sample(SignedCopy {
            number: number.clone(),
            host: host.clone(),
            signer: Role::LegalRep,
            accepted,
            on_paper,
            checks: checks.into_iter().map(str::to_owned).collect(),
            link: link.clone(),
        }));
    }
    let expiry = Some(day("2029-11-18"));
    for (event, expires_on, reason) in [
        (TermEvent::Activated, expiry, None),
        (TermEvent::Activated, None, None),
        (TermEvent::Expiring, expiry, None),
        (TermEvent::Expired, expiry, None),
        (TermEvent::Renewed, expiry, None),
        (TermEvent::NoticeGiven, expiry, None),
        (TermEvent::Terminated, expiry, Some(REASON)),
    ] {
        all.push(sample(ConventionTerm {
            event,
            number: number.clone(),
            host: host.clone(),
            protocol: "0001234/2026".into(),
            expires_on,
            reason: reason.map(str::to_owned),
            link: link.clone(),
        }));
    }
    all
}

fn project() -> ProjectFacts {
    ProjectFacts {
        number: "2026/41".into(),
        host: HOST.into(),
        trainee: "Giulia Bianchi".into(),
        starts_on: day("2027-03-01"),
        ends_on: day("2027-06-30"),
        host_tutor: "Marco Verdi".into(),
        tutor: Some("Anna Neri".into()),
        link: "/upo/progetti/41".into(),
    }
}

pub fn of_projects() -> Vec<Sample> {
    let mut all = vec![
        sample(ProjectOpened { number: "2026/41".into(), host: HOST.into(), link: "/upo/progetti/41".into() }),
        sample(ProjectNews { event: ProjectEvent::ToApprove, project: ProjectFacts { tutor: None, ..project() } }),
        sample(Resumption { resumes_on: day("2027-05-03"), project: project() }),
        sample(Questionnaire { due_on: day("2027-07-15"), project: project() }),
        sample(Accident {
            number: "2026/41".into(),
            host: HOST.into(),
            reported_at: at(),
            deadline: at().checked_add_days(Days::new(2)).unwrap(),
            link: "/upo/progetti/41".into(),
        }),
    ];
    for event in [
        ProjectEvent::ToApprove,
        ProjectEvent::Approved,
        ProjectEvent::Lapsed,
        ProjectEvent::Cancelled,
        ProjectEvent::NearEnd,
        ProjectEvent::Attested,
    ] {
        all.push(sample(ProjectNews { event, project: project() }));
    }
    for (decision, who, role, reason) in [
        (ProjectDecision::Approved, "Anna Neri", Role::AcademicTutor, None),
        (ProjectDecision::Refused, "Giulia Bianchi", Role::Trainee, Some(REASON)),
        (ProjectDecision::Rejected, "Carla Gallo", Role::Office, Some(REASON)),
        (ProjectDecision::Revoked, "Carla Gallo", Role::Office, Some(REASON)),
        (ProjectDecision::Recalled, "Rosanna Tibaldi", Role::Contact, None),
    ] {
        let reason = reason.map(str::to_owned);
        all.push(sample(ProjectDecided { decision, who: who.into(), role, reason, project: project() }));
    }
    for (copies, signatures) in [(3, false), (0, true), (3, true)] {
        let (place, deadline) = ("Ufficio stage, via Duomo 6, Vercelli".into(), day("2027-02-26"));
        all.push(sample(ProjectDocuments { copies, place, signatures, deadline, project: project() }));
    }
    for (protocol, communication) in [(Some("0001300/2027".to_owned()), true), (None, false)] {
        all.push(sample(ProjectActive {
            insurance: vec!["INAIL: gestione per conto dello Stato".into(), "RC: polizza 4471, Assicura & C. S.p.A.".into()],
            protocol,
            communication,
            document: "/upo/documenti/0f1e".into(),
            project: project(),
        }));
    }
    for (event, channel) in [
        (CommunicationEvent::Start, Some("Gestione online delle comunicazioni obbligatorie, Piemonte".to_owned())),
        (CommunicationEvent::Extension, None),
        (CommunicationEvent::EarlyEnd, None),
    ] {
        all.push(sample(Communication { event, deadline: day("2027-02-28"), channel, project: project() }));
    }
    for (request, approved, until, reason) in [
        (LifecycleRequest::Suspend, true, Some(day("2027-05-31")), None),
        (LifecycleRequest::Suspend, true, None, None),
        (LifecycleRequest::Extend, true, None, None),
        (LifecycleRequest::EarlyEnd, true, None, None),
        (LifecycleRequest::Cancel, true, None, None),
        (LifecycleRequest::Suspend, false, None, Some(REASON)),
        (LifecycleRequest::Extend, false, None, Some(REASON)),
        (LifecycleRequest::EarlyEnd, false, None, Some(REASON)),
        (LifecycleRequest::Cancel, false, None, Some(REASON)),
    ] {
        let (effective_on, reason) = (day("2027-05-03"), reason.map(str::to_owned));
        all.push(sample(RequestOutcome { request, approved, effective_on, until, reason, project: project() }));
    }
    all
}
