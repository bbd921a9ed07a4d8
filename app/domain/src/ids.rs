//! Keys: UUIDv7 made in Rust, one newtype per object, so that no two can be confused.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
        impl From<Uuid> for $name { fn from(id: Uuid) -> Self { Self(id) } }
    )*};
}

id! {
    /// An institution (university or school network).
    InstitutionId,
    /// A person's account.
    AccountId,
    /// A role of an account in an institution or an organisation.
    MembershipId,
    /// A host: company or body, one per installation.
    OrganisationId,
    /// The accreditation of one host at one institution.
    AccreditationId,
    /// A contact (*referente*, tutor, administrative) of a host.
    ContactId,
    /// A seat of a host.
    SeatId,
    /// A convention of a host with an institution.
    ConventionId,
    /// A signed copy of a document.
    SignatureId,
    /// A training project.
    ProjectId,
    /// A student or teacher of an institution's registry.
    RegistryPersonId,
    /// An insurance position.
    InsuranceId,
    /// An uploaded file with its checks.
    AttachmentId,
    /// Unfinished input.
    DraftId,
    /// A file somebody sent.
    FileId,
    /// One row of a case's history.
    EventId,
    /// One message to one recipient.
    MessageId,
}
