//! What a password must be. Source: domain reference 8.

use crate::check::{Checker, FieldError, Problem};

/// Fewest characters of a password that stands alone.
pub const MIN: i64 = 12;
/// Fewest characters where a second factor is asked as well.
pub const MIN_WITH_SECOND_FACTOR: i64 = 8;
/// Most characters: bounds the work of hashing, not the choice.
pub const MAX: i64 = 200;

/// The problems of a password typed twice; `is_common` says whether the packaged list holds it.
/// There are no composition rules: length and rarity are what helps.
pub fn check(password: &str, again: &str, with_second_factor: bool, is_common: bool) -> Vec<FieldError> {
    let mut checker = Checker::default();
    if let Some(problem) = problem(password, with_second_factor, is_common) {
        checker.add("password", problem);
    } else if again != password {
        checker.add("again", Problem::PasswordsDiffer);
    }
    checker.into_errors()
}

fn problem(password: &str, with_second_factor: bool, is_common: bool) -> Option<Problem> {
    let min = if with_second_factor { MIN_WITH_SECOND_FACTOR } else { MIN };
    let length = i64::try_from(password.chars().count()).unwrap_or(i64::MAX);
    if password.is_empty() {
        Some(Problem::Missing)
    } else if length < min {
        Some(Problem::PasswordShort { min })
    } else if length > MAX {
        Some(Problem::TooLong { max: MAX })
    } else if is_common {
        Some(Problem::PasswordCommon)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(password: &str, again: &str, second: bool, common: bool) -> Vec<(String, Problem)> {
        check(password, again, second, common).into_iter().map(|error| (error.field, error.problem)).collect()
    }

    fn of_password(problem: Problem) -> Vec<(String, Problem)> {
        vec![("password".into(), problem)]
    }

    #[test]
    fn twelve_characters_of_any_kind_are_enough() {
        assert_eq!(problems("            ", "            ", false, false), []);
        assert_eq!(problems("àèìòùàèìòùàè", "àèìòùàèìòùàè", false, false), []);
    }

    #[test]
    fn eleven_are_not_and_are_counted_as_characters() {
        assert_eq!(problems("àèìòùàèìòùà", "àèìòùàèìòùà", false, false), of_password(Problem::PasswordShort { min: 12 }));
    }

    #[test]
    fn with_a_second_factor_eight_are_enough_and_seven_are_not() {
        assert_eq!(problems("ponte-qu", "ponte-qu", true, false), []);
        assert_eq!(problems("ponte-q", "ponte-q", true, false), of_password(Problem::PasswordShort { min: 8 }));
    }

    #[test]
    fn two_hundred_are_the_most() {
        let longest = "x".repeat(200);
        assert_eq!(problems(&longest, &longest, false, false), []);
        let longer = "x".repeat(201);
        assert_eq!(problems(&longer, &longer, false, false), of_password(Problem::TooLong { max: 200 }));
    }

    #[test]
    fn a_common_password_is_refused() {
        assert_eq!(problems("password1234", "password1234", false, true), of_password(Problem::PasswordCommon));
    }

    #[test]
    fn the_second_must_be_the_first() {
        assert_eq!(
            problems("quattro-ponti", "quattro-ponte", false, false),
            vec![("again".to_owned(), Problem::PasswordsDiffer)]
        );
    }

    #[test]
    fn an_empty_one_is_missing() {
        assert_eq!(problems("", "", false, false), of_password(Problem::Missing));
    }
}
