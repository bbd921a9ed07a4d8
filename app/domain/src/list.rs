//! One list for all: what is asked of it, and one page of it. Source: design 7.

use serde::{Deserialize, Serialize};

/// Page sizes people can choose (domain reference 8).
pub const PAGE_SIZES: [i64; 3] = [10, 25, 50];

/// What a list is asked for; all of it stands in the address. Strings, because they come from a query.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    /// Words searched for («Cerca»).
    pub q: String,
    /// Filter by state code; empty is the list's default, `all` is no filter.
    pub state: String,
    /// Column code; `-` before it sorts descending. Empty is the list's default order.
    pub sort: String,
    /// 10, 25 or 50; anything else is 25.
    pub size: String,
    /// Opaque cursor of the page; empty is the first.
    pub page: String,
}

impl ListQuery {
    /// Rows per page.
    pub fn page_size(&self) -> i64 {
        self.size.parse().ok().filter(|size| PAGE_SIZES.contains(size)).unwrap_or(25)
    }

    /// The column and whether it descends.
    pub fn sort_column(&self) -> (&str, bool) {
        self.sort.strip_prefix('-').map_or((self.sort.as_str(), false), |column| (column, true))
    }
}

/// How many rows there are: counted up to a bound, beyond it «10.000+».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Count {
    pub rows: i64,
    /// There are more than `rows`.
    pub bounded: bool,
}

/// One page of a list, in the order asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListPage<Row> {
    pub rows: Vec<Row>,
    /// Cursor of the page after this one.
    pub next: Option<String>,
    /// Cursor of the page before this one; empty text is the first page.
    pub previous: Option<String>,
    pub count: Count,
}
