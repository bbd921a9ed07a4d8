//! The access table of the code. It is compared with the permission matrix, which is kept apart, by a test.

use super::Action::{self, *};
use super::Role::{self, *};

/// Who is meant by an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody, signed in or not.
    Anyone,
    /// Everybody with a session.
    SignedIn,
    /// Everybody with that role.
    A(Role),
}

/// How far an entry reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// No subject, or one found by a secret the person holds (cookie, code, link).
    Any,
    /// The account's own record.
    OwnAccount,
    /// The own organisation, at any institution.
    OwnOrganisation,
    /// The departments of the membership in its institution.
    Department,
    /// The whole institution, whatever the membership's departments.
    Institution,
}

use Reach::*;
use Who::*;

/// One action and everybody who may do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub action: Action,
    pub who: &'static [(Who, Reach)],
}

const ANYONE: &[(Who, Reach)] = &[(Anyone, Any)];
const ONESELF: &[(Who, Reach)] = &[(SignedIn, OwnAccount)];
const STAFF: &[(Who, Reach)] = &[(A(Office), Institution), (A(Admin), Institution)];
const HOST_AND_STAFF: &[(Who, Reach)] =
    &[(A(Contact), OwnOrganisation), (A(LegalRep), OwnOrganisation), (A(Office), Institution), (A(Admin), Institution)];

/// Whoever compiles projects: the host, the office for its departments, a school for its students.
const COMPILERS: &[(Who, Reach)] = &[
    (A(Contact), OwnOrganisation),
    (A(LegalRep), OwnOrganisation),
    (A(HostTutor), OwnOrganisation),
    (A(Office), Department),
    (A(Admin), Institution),
    (A(Principal), Institution),
];
/// Whoever decides for the promoter about a project.
const PROJECT_OFFICE: &[(Who, Reach)] = &[(A(Office), Department), (A(Admin), Institution), (A(Principal), Institution)];
const DEPARTMENT_STAFF: &[(Who, Reach)] = &[(A(Office), Department), (A(Admin), Institution)];
/// Whoever decides for the promoter about a convention, which holds for all departments.
const CONVENTION_OFFICE: &[(Who, Reach)] = &[(A(Office), Institution), (A(Admin), Institution), (A(Principal), Institution)];
const CONVENTION_PROPOSERS: &[(Who, Reach)] = &[
    (A(Contact), OwnOrganisation),
    (A(LegalRep), OwnOrganisation),
    (A(Office), Institution),
    (A(Admin), Institution),
    (A(Principal), Institution),
];
/// Everybody who is a party of a project, each on what is theirs.
const PARTIES: &[(Who, Reach)] = &[
    (A(Contact), OwnOrganisation),
    (A(LegalRep), OwnOrganisation),
    (A(HostTutor), OwnAccount),
    (A(Trainee), OwnAccount),
    (A(AcademicTutor), OwnAccount),
    (A(Office), Department),
    (A(Admin), Institution),
    (A(Principal), Institution),
    (A(SchoolTutor), OwnAccount),
    (A(Guardian), OwnAccount),
];
const ATTACHERS: &[(Who, Reach)] = &[
    (A(Contact), OwnOrganisation),
    (A(LegalRep), OwnOrganisation),
    (A(HostTutor), OwnOrganisation),
    (A(Trainee), OwnAccount),
    (A(AcademicTutor), OwnAccount),
    (A(Office), Department),
    (A(Admin), Institution),
    (A(Principal), Institution),
];

/// Every action's row. Accreditations and hosts are institution-wide: the office of any department handles them.
pub const TABLE: &[Row] = &[
    Row { action: PublicPage, who: ANYONE },
    Row { action: SeeDemo, who: ANYONE },
    Row { action: SearchPlaces, who: ANYONE },
    Row { action: LogIn, who: ANYONE },
    Row { action: LogOut, who: ANYONE },
    Row { action: RecoverPassword, who: ANYONE },
    Row { action: RecoverUserName, who: ANYONE },
    Row { action: EnterCode, who: ANYONE },
    Row { action: CheckUserName, who: ANYONE },
    Row { action: TouchSession, who: ONESELF },
    Row { action: ChooseProfile, who: ONESELF },
    Row { action: ManageAccount, who: ONESELF },
    Row { action: StartAccreditation, who: ANYONE },
    Row { action: SaveDraft, who: ANYONE },
    Row { action: ResumeDraft, who: ANYONE },
    Row { action: ConfirmAccreditation, who: ANYONE },
    Row { action: SeeOwnRequest, who: ONESELF },
    Row { action: RequestAccreditationElsewhere, who: HOST_AND_STAFF },
    Row { action: CorrectAccreditation, who: HOST_AND_STAFF },
    Row { action: WithdrawAccreditation, who: HOST_AND_STAFF },
    Row { action: SeeAccreditationQueue, who: STAFF },
    Row { action: ExportAccreditations, who: STAFF },
    Row { action: ReviewAccreditation, who: STAFF },
    Row { action: DecideAccreditation, who: STAFF },
    Row { action: SuspendAccreditation, who: STAFF },
    Row { action: RevokeAccreditation, who: &[(A(Admin), Institution)] },
    Row { action: DismissDuplicate, who: STAFF },
    Row {
        action: SeeOwnArea,
        who: &[(A(Contact), OwnOrganisation), (A(LegalRep), OwnOrganisation), (A(HostTutor), OwnOrganisation)],
    },
    Row {
        action: SeeOrganisation,
        who: &[
            (A(Contact), OwnOrganisation),
            (A(LegalRep), OwnOrganisation),
            (A(HostTutor), OwnOrganisation),
            (A(Office), Institution),
            (A(Admin), Institution),
            (A(Principal), Institution),
        ],
    },
    Row { action: EditOrganisation, who: HOST_AND_STAFF },
    Row { action: AdmitContact, who: HOST_AND_STAFF },
    Row {
        action: EditOwnContact,
        who: &[
            (A(HostTutor), OwnAccount),
            (A(Contact), OwnOrganisation),
            (A(LegalRep), OwnOrganisation),
            (A(Office), Institution),
            (A(Admin), Institution),
        ],
    },
    Row {
        action: SeeHistory,
        who: &[
            (A(Contact), OwnOrganisation),
            (A(LegalRep), OwnOrganisation),
            (A(HostTutor), OwnOrganisation),
            (A(Trainee), OwnAccount),
            (A(AcademicTutor), OwnAccount),
            (A(Office), Department),
            (A(Admin), Institution),
            (A(Principal), OwnAccount),
        ],
    },
    Row { action: SeeContacts, who: HOST_AND_STAFF },
    Row { action: InviteContact, who: HOST_AND_STAFF },
    Row { action: LinkTutor, who: HOST_AND_STAFF },
    Row { action: EditSeat, who: HOST_AND_STAFF },
    Row {
        action: SeeConvention,
        who: &[
            (A(Contact), OwnOrganisation),
            (A(LegalRep), OwnOrganisation),
            (A(HostTutor), OwnOrganisation),
            (A(Office), Institution),
            (A(Admin), Institution),
            (A(Principal), Institution),
            (A(PromoterSignatory), Institution),
        ],
    },
    Row { action: ProposeConvention, who: CONVENTION_PROPOSERS },
    Row { action: UploadSignedConvention, who: CONVENTION_PROPOSERS },
    Row {
        action: SignConvention,
        who: &[(A(LegalRep), OwnOrganisation), (A(PromoterSignatory), Institution), (A(Principal), Institution)],
    },
    Row { action: DecideConvention, who: CONVENTION_OFFICE },
    Row { action: ActivateConvention, who: CONVENTION_OFFICE },
    Row { action: TerminateConvention, who: CONVENTION_OFFICE },
    Row { action: AssociateConvention, who: CONVENTION_OFFICE },
    Row { action: SeeRegistry, who: DEPARTMENT_STAFF },
    Row { action: ImportRegistry, who: &[(A(Office), Department), (A(Admin), Institution), (A(System), Any)] },
    Row { action: InvitePerson, who: DEPARTMENT_STAFF },
    Row {
        action: SearchStudent,
        who: &[
            (A(Contact), OwnOrganisation),
            (A(HostTutor), OwnOrganisation),
            (A(Office), Department),
            (A(Admin), Institution),
            (A(Principal), Institution),
        ],
    },
    Row { action: SeeInsurance, who: DEPARTMENT_STAFF },
    Row { action: ManageInsurance, who: DEPARTMENT_STAFF },
    Row { action: SeeProject, who: PARTIES },
    Row { action: StartProject, who: COMPILERS },
    Row { action: CompileProject, who: COMPILERS },
    Row { action: FillOwnPart, who: &[(A(HostTutor), OwnAccount), (A(Trainee), OwnAccount), (A(AcademicTutor), OwnAccount)] },
    Row { action: SubmitProject, who: COMPILERS },
    Row {
        action: ApproveProject,
        who: &[
            (A(Contact), OwnOrganisation),
            (A(LegalRep), OwnOrganisation),
            (A(HostTutor), OwnOrganisation),
            (A(Trainee), OwnAccount),
            (A(AcademicTutor), OwnAccount),
            (A(Office), Department),
            (A(Admin), Institution),
            (A(Principal), Institution),
            (A(SchoolTutor), OwnAccount),
            (A(Guardian), OwnAccount),
        ],
    },
    Row { action: DecideProject, who: PROJECT_OFFICE },
    Row { action: ActivateProject, who: PROJECT_OFFICE },
    Row { action: CloseProject, who: PROJECT_OFFICE },
    Row { action: ReportAccident, who: PARTIES },
    Row { action: AddAttachment, who: ATTACHERS },
    Row { action: DeleteAttachment, who: ATTACHERS },
    Row { action: SeeOffice, who: STAFF },
    Row { action: Live, who: &[(SignedIn, Any)] },
    Row { action: RunTimers, who: &[(A(System), Any)] },
];

impl Row {
    /// The row of `action`.
    pub fn of(action: Action) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.action == action)
    }
}

/// The roles an action is open to, whatever the subject; empty where everybody may.
pub fn roles_of(action: Action) -> impl Iterator<Item = Role> {
    Row::of(action).into_iter().flat_map(|row| row.who).filter_map(|(who, _)| match who {
        A(role) => Some(*role),
        Anyone | SignedIn => None,
    })
}
