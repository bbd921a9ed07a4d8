//! Lengths in months, first and last day counted.

use chrono::{Datelike, Months, NaiveDate};

/// The last day of `months` months that begin on `start`: from 1 March twelve months end on the last of February, from the
/// 15th on the 14th, and from a day the last month does not have on its last.
pub fn last_day_of_months(start: NaiveDate, months: i64) -> NaiveDate {
    let months = Months::new(u32::try_from(months).unwrap_or_default());
    let Some(same_day) = start.checked_add_months(months) else { return NaiveDate::MAX };
    if same_day.day() == start.day() { same_day.pred_opt().unwrap_or(same_day) } else { same_day }
}
