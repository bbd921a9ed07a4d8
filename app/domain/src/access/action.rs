//! Everything a server function or a plain route does.

use serde::{Deserialize, Serialize};

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// What somebody asks to do. Every action has exactly one row in the table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Action { $($(#[$doc])* #[serde(rename = $code)] $name,)* }

        impl Action {
            /// Every action, in the order of the table.
            pub const ALL: &'static [Action] = &[$(Action::$name,)*];

            /// The stable word of the action.
            pub fn code(self) -> &'static str {
                match self { $(Action::$name => $code,)* }
            }

            /// The action of a word.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Action::$name),)* _ => None }
            }
        }
    };
}

actions! {
    /// Doors, privacy and the other pages without a subject; language; health.
    PublicPage = "public_page",
    /// Accounts, mails and clock of the demo mode; elsewhere the routes do not exist.
    SeeDemo = "see_demo",
    /// Municipalities and states as one types.
    SearchPlaces = "search_places",

    /// Log in with name and password.
    LogIn = "log_in",
    LogOut = "log_out",
    /// Ask for the link that sets a password, and use it.
    RecoverPassword = "recover_password",
    /// Ask for the user names of an address.
    RecoverUserName = "recover_user_name",
    /// Have the code sent, enter it, set the password.
    EnterCode = "enter_code",
    /// Whether a user name is free: the one answer that tells.
    CheckUserName = "check_user_name",
    /// Keep the session alive (`session/touch`).
    TouchSession = "touch_session",
    /// *Gestione profili*.
    ChooseProfile = "choose_profile",
    /// Own e-mail, password, language.
    ManageAccount = "manage_account",

    /// Open the wizard, begin a draft.
    StartAccreditation = "start_accreditation",
    /// Write the draft whose cookie one holds.
    SaveDraft = "save_draft",
    /// Continue a draft by its mailed link.
    ResumeDraft = "resume_draft",
    /// Confirm the summary, or go back to it.
    ConfirmAccreditation = "confirm_accreditation",
    /// The state of the request one made oneself, before one is anything's contact.
    SeeOwnRequest = "see_own_request",
    /// Ask a further institution for a host one has already.
    RequestAccreditationElsewhere = "request_accreditation_elsewhere",
    /// Answer a request for integration; change identifiers afterwards.
    CorrectAccreditation = "correct_accreditation",
    WithdrawAccreditation = "withdraw_accreditation",

    /// The office's list.
    SeeAccreditationQueue = "see_accreditation_queue",
    /// The same list as a file.
    ExportAccreditations = "export_accreditations",
    /// One request with its checks.
    ReviewAccreditation = "review_accreditation",
    /// Ask for integration, approve, reject.
    DecideAccreditation = "decide_accreditation",
    /// Suspend, reinstate.
    SuspendAccreditation = "suspend_accreditation",
    RevokeAccreditation = "revoke_accreditation",
    /// Say that two hosts are not the same.
    DismissDuplicate = "dismiss_duplicate",

    /// The host's reserved area.
    SeeOwnArea = "see_own_area",
    SeeOrganisation = "see_organisation",
    EditOrganisation = "edit_organisation",
    /// Admit, refuse or disable a further contact.
    AdmitContact = "admit_contact",
    /// Own data as a contact or tutor.
    EditOwnContact = "edit_own_contact",
    /// *Contatti azienda*: the host's contacts and tutors.
    SeeContacts = "see_contacts",
    /// Invite a tutor or a further contact by e-mail.
    InviteContact = "invite_contact",
    /// *Sedi di attività*: link a tutor to seats.
    LinkTutor = "link_tutor",
    /// Add, change or close a seat.
    EditSeat = "edit_seat",

    /// One convention, its documents, the list of them.
    SeeConvention = "see_convention",
    /// Propose, edit, submit, withdraw, give notice.
    ProposeConvention = "propose_convention",
    /// Put a signed copy in place, one's own or one received on paper.
    UploadSignedConvention = "upload_signed_convention",
    /// Sign for one of the parties.
    SignConvention = "sign_convention",
    /// Return, reject, approve.
    DecideConvention = "decide_convention",
    /// Record the protocol number, look at the signatures, activate.
    ActivateConvention = "activate_convention",
    TerminateConvention = "terminate_convention",
    /// Make a read-only alias of an active convention with the same host.
    AssociateConvention = "associate_convention",

    /// Students, teachers, courses, departments.
    SeeRegistry = "see_registry",
    ImportRegistry = "import_registry",
    /// Invite a student or teacher of the registry to the portal.
    InvitePerson = "invite_person",
    /// Find one student by the exact matricola.
    SearchStudent = "search_student",
    SeeInsurance = "see_insurance",
    ManageInsurance = "manage_insurance",

    /// The case file of a traineeship, its documents, the list of them.
    SeeProject = "see_project",
    /// *Avvio stage studente noto*.
    StartProject = "start_project",
    /// Fill the wizard, delete a draft.
    CompileProject = "compile_project",
    /// Fill or check the part of the form that is one's own.
    FillOwnPart = "fill_own_part",
    /// Ask for approval, recall.
    SubmitProject = "submit_project",
    /// Approve or not approve, in one's turn.
    ApproveProject = "approve_project",
    /// What the office alone decides: reject finally, revoke, replace a tutor, correct, re-date, annul, extend.
    DecideProject = "decide_project",
    /// Confirm dates, record documents, activate, resume.
    ActivateProject = "activate_project",
    CloseProject = "close_project",
    /// Tell the office at once about an accident.
    ReportAccident = "report_accident",
    AddAttachment = "add_attachment",
    DeleteAttachment = "delete_attachment",
    /// History of a host's accreditation.
    SeeHistory = "see_history",
    /// The staff's first page.
    SeeOffice = "see_office",
    /// The event stream of an institution, narrowed by the scope of who listens.
    Live = "live",

    /// What is due: expiries, unlocking, mail.
    RunTimers = "run_timers",
}
