//! One engine for every list: whitelisted columns, keyset paging in both directions, a bounded count. Source: design 7.
//!
//! A list is described once by a [`List`]; its rows come from any `Select` (scope, filters, search), so that what is shown,
//! counted and exported is the same. No `OFFSET`: the thousandth page costs what the first does.

mod cursor;
pub mod export;
mod sheet;

use domain::list::{Count, ListPage, ListQuery};
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Func, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ModelTrait, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};

use crate::Answer;
use cursor::{Cursor, Position};

/// Rows are counted up to here; beyond it people read «10.000+».
pub const COUNTED: i64 = 10_000;

/// What a sorted column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Folded in Rust and compared byte by byte.
    Text,
    Number,
    Instant,
}

/// A column people can sort by. It must never be null.
#[derive(Debug, Clone, Copy)]
pub struct Sort<C> {
    /// As in the address.
    pub code: &'static str,
    pub column: C,
    pub kind: Kind,
}

/// One list: its key and what it can be sorted by.
#[derive(Debug)]
pub struct List<C: 'static> {
    /// Breaks ties.
    pub id: C,
    pub sorts: &'static [Sort<C>],
    /// As in the address: a code, with `-` before it if it descends.
    pub default: &'static str,
}

/// The order in which rows are read.
#[derive(Debug, Clone)]
struct Ordering<C> {
    column: C,
    kind: Kind,
    descends: bool,
    /// As in the address.
    sort: String,
}

impl<C: Copy + 'static> List<C> {
    /// The order asked for; an unknown column is the default order.
    fn ordering(&self, query: &ListQuery) -> Option<Ordering<C>> {
        let default = ListQuery { sort: self.default.to_owned(), ..Default::default() };
        [query, &default].into_iter().find_map(|asked| {
            let (code, descends) = asked.sort_column();
            let sort = self.sorts.iter().find(|sort| sort.code == code)?;
            Some(Ordering { column: sort.column, kind: sort.kind, descends, sort: asked.sort.clone() })
        })
    }
}

/// One page of the rows of `scope`, in the order asked for.
pub async fn page<E: EntityTrait>(
    db: &impl ConnectionTrait,
    list: &List<E::Column>,
    scope: Select<E>,
    query: &ListQuery,
) -> Answer<ListPage<E::Model>>
where
    E::Column: Copy,
{
    let counting = count(db, list, scope.clone());
    let Some(ordering) = list.ordering(query) else {
        return Ok(ListPage { rows: Vec::new(), next: None, previous: None, count: counting.await? });
    };
    let size = query.page_size();
    let cursor = Cursor::read(&query.page, &ordering.sort, size);
    let reader = Reader { list, ordering: &ordering, size };
    let reading = async {
        match &cursor {
            None => reader.first(db, scope).await,
            Some(cursor) if cursor.backwards => reader.backwards(db, scope, &cursor.position).await,
            Some(cursor) => reader.forwards(db, scope, &cursor.position).await,
        }
    };
    let (count, found) = futures::try_join!(counting, reading)?;
    Ok(ListPage { rows: found.rows, next: found.next, previous: found.previous, count })
}

/// The next `limit` rows after `last` (or the first ones), in the order asked for: how a whole list is read, piece by piece.
pub async fn after<E: EntityTrait>(
    db: &impl ConnectionTrait,
    list: &List<E::Column>,
    scope: Select<E>,
    query: &ListQuery,
    last: Option<&E::Model>,
    limit: u64,
) -> Answer<Vec<E::Model>>
where
    E::Column: Copy,
{
    let Some(ordering) = list.ordering(query) else { return Ok(Vec::new()) };
    let reader = Reader { list, ordering: &ordering, size: 0 };
    let position = last.map(|row| reader.position(row));
    Ok(reader.rows(scope, position.as_ref(), false).limit(limit).all(db).await?)
}

/// How many rows there are, up to [`COUNTED`].
pub async fn count<E: EntityTrait>(db: &impl ConnectionTrait, list: &List<E::Column>, scope: Select<E>) -> Answer<Count>
where
    E::Column: Copy,
{
    let most = u64::try_from(COUNTED).unwrap_or_default() + 1;
    let rows = scope.select_only().column(list.id).limit(most).into_query();
    let counting = Query::select().expr_as(Func::count(Expr::col(Asterisk)), "counted").from_subquery(rows, "bounded").to_owned();
    let row = db.query_one(&counting).await?;
    let counted: i64 = row.map(|row| row.try_get("", "counted")).transpose()?.unwrap_or_default();
    Ok(Count { rows: Ord::min(counted, COUNTED), bounded: counted > COUNTED })
}

/// The same page with its rows made into something else.
pub fn map<A, B>(page: ListPage<A>, make: impl FnMut(A) -> B) -> ListPage<B> {
    let ListPage { rows, next, previous, count } = page;
    ListPage { rows: rows.into_iter().map(make).collect(), next, previous, count }
}

struct Found<M> {
    rows: Vec<M>,
    next: Option<String>,
    previous: Option<String>,
}

/// Reads the rows of one list in one order.
struct Reader<'a, E: EntityTrait> {
    list: &'a List<E::Column>,
    ordering: &'a Ordering<E::Column>,
    size: i64,
}

impl<E: EntityTrait> Reader<'_, E>
where
    E::Column: Copy,
{
    async fn first(&self, db: &impl ConnectionTrait, scope: Select<E>) -> Answer<Found<E::Model>> {
        let (rows, more) = self.some(db, scope, None, false).await?;
        Ok(Found { next: self.cursor(rows.last().filter(|_| more), false), previous: None, rows })
    }

    async fn forwards(&self, db: &impl ConnectionTrait, scope: Select<E>, position: &Position) -> Answer<Found<E::Model>> {
        let (rows, more) = self.some(db, scope, Some(position), false).await?;
        // Where the rows of the page are gone, the way back leads to the beginning.
        let previous = self.cursor(rows.first(), true).or(Some(String::new()));
        Ok(Found { next: self.cursor(rows.last().filter(|_| more), false), previous, rows })
    }

    /// A page short of rows is not shown: it begins anew, so that the first page is always full.
    async fn backwards(&self, db: &impl ConnectionTrait, scope: Select<E>, position: &Position) -> Answer<Found<E::Model>> {
        let (mut rows, more) = self.some(db, scope.clone(), Some(position), true).await?;
        if (rows.len() as i64) < self.size {
            return self.first(db, scope).await;
        }
        rows.reverse();
        let previous = self.cursor(rows.first().filter(|_| more), true);
        Ok(Found { next: self.cursor(rows.last(), false), previous, rows })
    }

    /// A page's rows from a position on, and whether there are more.
    async fn some(
        &self,
        db: &impl ConnectionTrait,
        scope: Select<E>,
        position: Option<&Position>,
        backwards: bool,
    ) -> Answer<(Vec<E::Model>, bool)> {
        let size = usize::try_from(self.size).unwrap_or_default();
        let mut rows = self.rows(scope, position, backwards).limit(size as u64 + 1).all(db).await?;
        let more = rows.len() > size;
        rows.truncate(size);
        Ok((rows, more))
    }

    fn rows(&self, scope: Select<E>, position: Option<&Position>, backwards: bool) -> Select<E> {
        let descends = self.ordering.descends != backwards;
        let scope = match position {
            Some(position) => {
                // One comparison of pairs, which both engines answer from the index.
                let here = Expr::tuple([self.ordering.column.into_expr(), self.list.id.into_expr()]);
                let there = Expr::tuple([Expr::val(position.value.clone()), Expr::val(position.id)]);
                scope.filter(if descends { here.lt(there) } else { here.gt(there) })
            }
            None => scope,
        };
        let order = if descends { Order::Desc } else { Order::Asc };
        scope.order_by(self.ordering.column, order.clone()).order_by(self.list.id, order)
    }

    fn position(&self, row: &E::Model) -> Position {
        Position { value: row.get(self.ordering.column), id: cursor::uuid_of(row.get(self.list.id)) }
    }

    fn cursor(&self, row: Option<&E::Model>, backwards: bool) -> Option<String> {
        let position = self.position(row?);
        let kind = self.ordering.kind;
        cursor::write(&Cursor { position, backwards }, kind, &self.ordering.sort, self.size)
    }
}
