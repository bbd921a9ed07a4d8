//! A student's number. Source: domain reference 2.10 `matricola`.

use crate::check::Problem;

code! {
    /// Four to twelve letters and digits, as the registry writes them.
    Matricola
}

impl Matricola {
    /// The number, blanks removed; letters stay as they are written. Error: `Matricola`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let number: String = text.split_whitespace().collect();
        let fits = (4..=12).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if fits { Ok(Self(number)) } else { Err(Problem::Matricola) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matricola_has_four_to_twelve_letters_and_digits() {
        for (text, number) in
            [("20012345", "20012345"), (" 2001 2345 ", "20012345"), ("ab12", "ab12"), ("123456789012", "123456789012")]
        {
            assert_eq!(Matricola::parse(text).map(String::from), Ok(number.to_owned()), "{text}");
        }
        for text in ["", "123", "1234567890123", "2001-2345", "200123４5", "2001%", "città"] {
            assert_eq!(Matricola::parse(text), Err(Problem::Matricola), "{text}");
        }
    }
}
