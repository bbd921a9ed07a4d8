//! One component per file. Texts come from `i18n`, addresses from `routes`.

mod button;
mod check_field;
mod choice_field;
mod crumbs;
mod dialog;
mod draft_mark;
mod empty;
mod error_note;
mod error_summary;
mod error_view;
mod field;
mod file_field;
mod footer;
mod frame;
mod header;
mod icon;
mod kept;
mod link;
mod live_mark;
mod menu;
mod note;
mod page;
mod pager;
mod select_field;
mod session;
mod state_tag;
#[cfg(feature = "ssr")]
mod suggest_field;
mod text_area_field;
mod text_field;

pub use button::SubmitButton;
pub use check_field::{BoxesField, CheckField};
pub use choice_field::ChoiceField;
pub use crumbs::{Crumb, Crumbs};
pub use dialog::Dialog;
pub use draft_mark::{DraftMark, DraftState};
pub use empty::Empty;
pub use error_note::ErrorNote;
pub use error_summary::ErrorSummary;
pub use error_view::ErrorView;
#[cfg(feature = "ssr")]
pub use field::FieldMessage;
pub use field::{FieldFrame, FieldSpec, Need, problem_of};
pub use file_field::FileField;
pub use footer::Footer;
pub use frame::{FrameData, FrameResources, find_institution, institution_at_hand, own_institution, own_session, use_frame};
pub use header::Header;
pub use icon::{Icon, Mark, Shape};
pub use kept::kept;
pub use link::PlainLink;
pub use live_mark::{LiveMark, LiveState};
pub use menu::Menu;
pub use note::Note;
pub use page::{Page, PageTitle};
pub use pager::Pager;
pub use select_field::SelectField;
#[cfg(feature = "ssr")]
pub use session::{Ended, LogInAgain, Warning};
pub use session::{SessionDialogs, SessionGuard, login_failure, use_session_guard};
pub use state_tag::{StateTag, Tone, accreditation_tone};
#[cfg(feature = "ssr")]
pub use suggest_field::SuggestField;
pub use text_area_field::TextAreaField;
pub use text_field::{PasswordField, TextField};
