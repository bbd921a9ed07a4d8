//! *Convenzioni*: the host's own, and all that an institution has.

use domain::access::{Action, Scope};
use domain::convention::view::{ConventionRow, ConventionsView};
use domain::convention::{Shown, State};
use domain::ids::{ConventionId, InstitutionId, OrganisationId};
use domain::language::Language;
use domain::list::{Count, ListQuery};
use domain::profile::Profile;
use i18n::choice::choice;
use i18n::fill_in;
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Select};

use super::case::{KIND, kind_of, number_of, state_of};
use super::words;
use crate::entity::convention::{self, Column};
use crate::list::export::{Cell, Exported, Format, Names, export_rows};
use crate::list::{self, Kind, List, Sort};
use crate::organisation::own_host;
use crate::{Answer, Ctx, search};

/// The list of conventions.
const CONVENTIONS: List<Column> = List {
    id: Column::Id,
    sorts: &[
        Sort { code: "waiting", column: Column::WaitingSince, kind: Kind::Instant },
        Sort { code: "host", column: Column::HostSort, kind: Kind::Text },
        Sort { code: "stipulated", column: Column::StipulatedSort, kind: Kind::Text },
        Sort { code: "expires", column: Column::ExpiresSort, kind: Kind::Text },
        Sort { code: "kind", column: Column::KindSort, kind: Kind::Text },
        Sort { code: "protocol", column: Column::ProtocolSort, kind: Kind::Text },
        Sort { code: "number", column: Column::NumberSort, kind: Kind::Number },
    ],
    default: "-waiting",
};

/// The same, as the office reads it: who waits longest comes first.
const QUEUE: List<Column> = List { id: CONVENTIONS.id, sorts: CONVENTIONS.sorts, default: "waiting" };

/// Whose list it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Host,
    Office,
}

impl Side {
    fn list(self) -> &'static List<Column> {
        match self {
            Self::Host => &CONVENTIONS,
            Self::Office => &QUEUE,
        }
    }
}

/// One page of a list of conventions. Errors: SignIn, Denied, NotFound.
pub async fn conventions(ctx: &Ctx, slug: &str, side: Side, query: &ListQuery) -> Answer<ConventionsView> {
    let reader = Reader::of(ctx, slug, side).await?;
    let db = &ctx.backend.db;
    let page = list::page(db, side.list(), reader.rows(db, query).await?, query).await?;
    let wider = if page.rows.is_empty() { reader.wider(db, query).await? } else { None };
    Ok(ConventionsView {
        page: list::map(page, |row| reader.row(row)),
        wider,
        states: reader.states(),
        can_propose: reader.can_propose,
        now: ctx.now(),
    })
}

/// Everything the list shows for a query, as a file. Errors: SignIn, Denied, NotFound.
pub async fn export(ctx: &Ctx, slug: &str, side: Side, query: &ListQuery, format: Format) -> Answer<Exported> {
    let reader = Reader::of(ctx, slug, side).await?;
    let language = ctx.visitor.language;
    let scope = reader.rows(&ctx.backend.db, query).await?;
    let names = Names {
        file: format!("{}-{slug}", words::FILE_NAME.get(language)),
        sheet: words::SHEET.get(language),
        columns: &words::COLUMNS.map(|word| word.get(language)),
    };
    export_rows(ctx, side.list(), scope, query, names, (format, language), |row| cells(&reader.row(row), language)).await
}

fn cells(row: &ConventionRow, language: Language) -> Vec<Cell> {
    vec![
        Cell::Text(row.number.clone()),
        Cell::Text(row.host_name.clone()),
        Cell::Date(row.stipulated_on),
        Cell::Date(row.expires_on),
        Cell::Text(row.kind.map(|kind| choice("convention_kind", kind.code(), language)).unwrap_or_default().to_owned()),
        Cell::Text(row.protocol.clone()),
        Cell::Text(row.label.clone()),
    ]
}

/// Who reads which rows.
struct Reader<'a> {
    ctx: &'a Ctx,
    slug: &'a str,
    institution: InstitutionId,
    profile: &'a Profile,
    /// The host whose list it is.
    host: Option<OrganisationId>,
    can_propose: bool,
}

impl<'a> Reader<'a> {
    async fn of(ctx: &'a Ctx, slug: &'a str, side: Side) -> Answer<Self> {
        let (institution, profile) = ctx.backend.institution(slug, None)?;
        if side == Side::Office {
            ctx.may(Action::SeeOffice, &Scope::institution(institution))?;
            ctx.may(Action::SeeConvention, &Scope::institution(institution))?;
            return Ok(Self { ctx, slug, institution, profile, host: None, can_propose: false });
        }
        let host = own_host(ctx, slug, Action::SeeConvention).await?;
        host.may(ctx, Action::SeeConvention)?;
        let may_propose = host.may(ctx, Action::ProposeConvention).is_ok();
        let accredited = super::case::is_accredited(&ctx.backend.db, institution, host.id).await?;
        let can_propose = may_propose && accredited;
        Ok(Self { ctx, slug, institution, profile: host.profile, host: Some(host.id), can_propose })
    }

    /// The rows that the list shows for a query: its filter and its words.
    async fn rows(&self, db: &impl ConnectionTrait, query: &ListQuery) -> Answer<Select<convention::Entity>> {
        let institution = self.institution.0;
        let rows = match search::matches(db, KIND, self.institution, &query.q).await? {
            // The institution stands in an expression, so that the engines begin with the few rows found.
            Some(found) => convention::Entity::find().filter(Column::Id.is_in(found)).filter(
                Expr::expr(Func::coalesce([Column::InstitutionId.into_expr(), Column::InstitutionId.into_expr()]))
                    .eq(institution),
            ),
            None => convention::Entity::find().filter(Column::InstitutionId.eq(institution)),
        };
        let rows = match self.host {
            Some(host) => rows.filter(Column::OrganisationId.eq(host.0)),
            // A draft is its host's alone.
            None => rows.filter(Column::State.ne(State::Draft.code())),
        };
        Ok(match (State::from_code(&query.state), query.state.as_str(), self.host) {
            (Some(state), ..) => rows.filter(Column::State.eq(state.code())),
            (None, "", None) => rows.filter(Column::State.eq(State::Submitted.code())),
            (None, ..) => rows,
        })
    }

    /// The same list with one filter less, the first that finds something; none if there is none to take away.
    async fn wider(&self, db: &impl ConnectionTrait, query: &ListQuery) -> Answer<Option<(ListQuery, Count)>> {
        let asked = ListQuery { page: String::new(), ..query.clone() };
        let every_state = ListQuery { state: "all".to_owned(), ..asked.clone() };
        let no_words = ListQuery { q: String::new(), ..asked.clone() };
        let mut found = None;
        for wider in [every_state, no_words].into_iter().filter(|wider| *wider != asked && !is_default(&asked)) {
            let count = list::count(db, &CONVENTIONS, self.rows(db, &wider).await?).await?;
            let is_enough = count.rows > 0;
            found = Some((wider, count));
            if is_enough {
                break;
            }
        }
        Ok(found)
    }

    fn states(&self) -> Vec<(String, String)> {
        let is_there = |state: &&State| self.host.is_some() || **state != State::Draft;
        let pair = |state: &State| {
            let label = self.profile.state_label(KIND, state.code(), self.ctx.visitor.language);
            (state.code().to_owned(), fill_in(label, &[("n", "")]).trim_end().to_owned())
        };
        State::ALL.iter().filter(is_there).map(pair).collect()
    }

    fn row(&self, row: convention::Model) -> ConventionRow {
        let state = state_of(&row).unwrap_or(State::Draft);
        let profile =
            self.ctx.backend.institution(self.slug, row.handling_department.as_deref()).map_or(self.profile, |(_, own)| own);
        // How many signatures there are is told by the convention itself: a list does not ask for each row.
        let shown = Shown { returned: row.returned, signatures: 0, expiring: row.expiring };
        ConventionRow {
            id: ConventionId(row.id),
            number: number_of(&row).map(|number| number.to_string()).unwrap_or_default(),
            kind: kind_of(&row),
            stipulated_on: row.stipulated_on,
            expires_on: row.expires_on,
            protocol: protocol(&row),
            state,
            label: label(&row, state, shown, profile, self.ctx.visitor.language),
            waiting_since: row.waiting_since,
            version: row.version,
            host_name: row.host_name,
        }
    }
}

fn is_default(query: &ListQuery) -> bool {
    query.state.is_empty() && query.q.trim().is_empty()
}

/// The state in the institution's words, with the number where they have a place for it.
pub(super) fn label(row: &convention::Model, state: State, shown: Shown, profile: &Profile, language: Language) -> String {
    let number = number_of(row).map(|number| number.to_string()).unwrap_or_default();
    fill_in(profile.state_label(KIND, state.label(shown), language), &[("n", &number)])
}

/// `0000001/2026`; empty before the activation.
pub(super) fn protocol(row: &convention::Model) -> String {
    let both = row.protocol_number.as_deref().zip(row.protocol_date);
    both.map(|(number, on)| format!("{number}/{}", chrono::Datelike::year(&on))).unwrap_or_default()
}
