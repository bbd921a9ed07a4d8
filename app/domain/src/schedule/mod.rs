//! When a trainee is at the host's: hours of the week and their sum over a period. Only calendar days and minutes of the wall
//! clock: a day on which the clocks change counts what stands on the wall. Source: domain reference 2.10 `hours_week`,
//! `time_bands`, `closures`.

mod bands;
mod holidays;
mod total;
mod week;

pub use bands::{Band, bands};
pub use holidays::{easter, is_holiday};
pub use total::{Closed, Closure, DAYS_MAX, Total};
pub use week::{DAYS, Week};
