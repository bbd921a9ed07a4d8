//! Identifiers and their algorithms. Source: domain reference 5.
//!
//! Each is a newtype over its normalised text; holding one means that it was checked.

/// A newtype over the normalised text of a checked identifier. Its `parse` is written beside it.
macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The normalised text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }
    };
}
pub(crate) use code;

pub mod ateco;
pub mod company_tax_code;
mod control_letter;
mod domain_name;
pub mod email;
pub mod foreign_vat;
pub mod iban;
pub mod inail;
pub mod ipa;
pub mod matricola;
pub mod person_tax_code;
pub mod phone;
pub mod postal_code;
pub mod protocol;
pub mod province;
pub mod sdi;
mod shape;
pub mod website;

pub use ateco::Ateco;
pub use company_tax_code::{CompanyTaxCode, VatNumber};
pub use email::Email;
pub use foreign_vat::ForeignVat;
pub use iban::{Iban, IbanProblem};
pub use inail::InailPat;
pub use ipa::IpaCode;
pub use matricola::Matricola;
pub use person_tax_code::{Declared, Decoded, PersonTaxCode, Sex};
pub use phone::Phone;
pub use postal_code::PostalCode;
pub use protocol::Protocol;
pub use province::Province;
pub use sdi::SdiCode;
pub use website::Website;

/// Whether `text` has the form of a cadastral code: a letter and three digits.
pub fn is_belfiore(text: &str) -> bool {
    shape::fits(text, "addd")
}
