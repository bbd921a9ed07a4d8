//! The closed vocabularies of the profile keys. A word that is not here is refused when the profile is loaded.

use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $first:ident $(, $other:ident)* $(,)? })*) => {$(
        $(#[$doc])* #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { #[default] $first $(, $other)* }
    )*};
}

vocabulary! {
    /// When the legal representative must be complete.
    LegalRepDue { Convention, Accreditation }
    /// Who admits a further contact of a host.
    JoinAdmits { Contact, Office }
    /// How a new account gets its password.
    Credentials { UserSetsAfterEmailCode, ShownOnce, Emailed, ExternalIdentity }
    /// A way of logging in.
    Login { Password, EmailLink, Oidc }
    /// Who makes the PDF of a convention that is signed.
    DocumentSource { Portal, Office, HostUpload }
    /// When a convention is active.
    ActiveWhen { AllSigned, HostSigned, Generated }
    /// Whether a convention renews itself.
    TacitRenewal { HostChoice, On, Off }
    /// Who publishes an opportunity.
    Publication { Office, Direct }
    /// How a training project begins.
    StartMode { KnownStudent, FromApplication, SchoolAssigned }
    /// A party of a training project.
    Party { Host, HostTutor, Trainee, AcademicTutor, Office, Principal, SchoolTutor, Guardian }
    /// How a party agrees to a project.
    ApprovalMode { Approve, Sign }
    /// When the content of a project is fixed.
    ContentLock { FirstSubmission, FirstApproval }
    /// How a project becomes active.
    Activation { AutoOnStart, Office }
    /// What a refusal does to the approvals already given.
    RejectPolicy { ToDraftReset, ToDraftKeep }
    /// How a document is signed.
    SignatureMethod { Pades, Cades, HandwrittenScan, PortalOtp }
    /// What a host can ask for during a traineeship.
    LifecycleRequest { Suspend, Extend, EarlyEnd, Cancel }
    /// The legal kind of a traineeship.
    ProjectKind { Curricular, Extracurricular, Pcto }
    /// What follows when a rule is broken.
    Severity { Block, Warn, Off }
}
