//! Days and months.

words! {
    SECONDS: "{n} secondi", "{n} seconds";
    MONDAY: "lunedì", "Monday";
    TUESDAY: "martedì", "Tuesday";
    WEDNESDAY: "mercoledì", "Wednesday";
    THURSDAY: "giovedì", "Thursday";
    FRIDAY: "venerdì", "Friday";
    SATURDAY: "sabato", "Saturday";
    SUNDAY: "domenica", "Sunday";
    JANUARY: "gennaio", "January";
    FEBRUARY: "febbraio", "February";
    MARCH: "marzo", "March";
    APRIL: "aprile", "April";
    MAY: "maggio", "May";
    JUNE: "giugno", "June";
    JULY: "luglio", "July";
    AUGUST: "agosto", "August";
    SEPTEMBER: "settembre", "September";
    OCTOBER: "ottobre", "October";
    NOVEMBER: "novembre", "November";
    DECEMBER: "dicembre", "December";
    TODAY: "oggi", "today";
    YESTERDAY: "ieri", "yesterday";
}

/// Days of the week, Monday first.
pub const WEEKDAYS: [crate::Word; 7] = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY];
/// Months, January first.
pub const MONTHS: [crate::Word; 12] =
    [JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER];
