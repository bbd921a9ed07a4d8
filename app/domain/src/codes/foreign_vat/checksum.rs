//! The national checksums of VAT numbers. The shape has been checked before; here only the arithmetic.

use crate::codes::company_tax_code::{doubled, has_vat_check_digit};
use crate::codes::control_letter::control_letter;
use crate::codes::shape::{digits, is_digits};

/// Whether the body of a number of the country with that prefix has its checksum right, or the country none we know.
pub(super) fn is_right(prefix: &str, body: &str) -> bool {
    let d = digits(body);
    match prefix {
        "AT" => austria(&d),
        "BE" => number(&d[..8]) % 97 + number(&d[8..]) == 97,
        "BG" => bulgaria(&d),
        "CY" => body.ends_with(control_letter(&body[..8])),
        "CZ" => czechia(&d),
        "DE" | "HR" => iso_7064_mod_11_10(&d),
        "DK" => weighted(&d, &[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11),
        "EE" => weighted(&d, &[3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10),
        "EL" => weighted(&d, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == d[8],
        "ES" => spain(body),
        "FI" => weighted(&d, &[7, 9, 10, 5, 8, 4, 2, 1]).is_multiple_of(11),
        "FR" => france(body),
        "HU" => weighted(&d, &[9, 7, 3, 1, 9, 7, 3, 1]).is_multiple_of(10),
        "IE" => ireland(body),
        "IT" => has_vat_check_digit(body),
        "LT" => lithuania(&d),
        "LU" => number(&d[..6]) % 89 == number(&d[6..]),
        "LV" => latvia(&d),
        "MT" => weighted(&d, &[3, 4, 6, 7, 8, 9, 10, 1]).is_multiple_of(37),
        "NL" => netherlands(body),
        "PL" => weighted(&d, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == d[9],
        "PT" => (11 - weighted(&d, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == d[8],
        "RO" => romania(&d),
        "SE" => luhn(&d[..10]),
        "SI" => slovenia(&d),
        "SK" => number(&d).is_multiple_of(11),
        "XI" => northern_ireland(body, &d),
        _ => true,
    }
}

/// The digits times their weights, added; digits without a weight do not count.
fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// The digits read as one number (at most twelve of them).
fn number(digits: &[u32]) -> u64 {
    digits.iter().fold(0, |number, digit| number * 10 + u64::from(*digit))
}

/// The rule of Luhn, check digit last.
fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits.iter().rev().enumerate().map(|(at, d)| if at % 2 == 0 { *d } else { doubled(*d) }).sum();
    sum.is_multiple_of(10)
}

fn iso_7064_mod_11_10(d: &[u32]) -> bool {
    let Some((check, rest)) = d.split_last() else { return false };
    let product = rest.iter().fold(10, |product, digit| match (product + digit) % 10 {
        0 => 20 % 11,
        sum => sum * 2 % 11,
    });
    (product + check) % 10 == 1
}

fn austria(d: &[u32]) -> bool {
    let sum: u32 = d[..7].iter().enumerate().map(|(at, d)| if at % 2 == 0 { *d } else { doubled(*d) }).sum();
    (10 - (sum + 4) % 10) % 10 == d[7]
}

/// Nine digits: a company. Ten: a person, a foreigner or neither, each with a rule of its own.
fn bulgaria(d: &[u32]) -> bool {
    if d.len() == 9 {
        let check = match weighted(d, &[1, 2, 3, 4, 5, 6, 7, 8]) % 11 {
            10 => weighted(d, &[3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10,
            rest => rest,
        };
        return check == d[8];
    }
    let person = weighted(d, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10;
    let foreigner = weighted(d, &[21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10;
    let other = (11 - weighted(d, &[4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
    [person, foreigner, other].contains(&d[9])
}

/// Nine digits belong to persons born before 1954, whose numbers have no check digit.
fn czechia(d: &[u32]) -> bool {
    match d.len() {
        8 => {
            let check = (11 - weighted(d, &[8, 7, 6, 5, 4, 3, 2]) % 11) % 11;
            (if check == 0 { 1 } else { check % 10 }) == d[7]
        }
        10 => number(&d[..9]) % 11 % 10 == number(&d[9..]),
        _ => true,
    }
}

/// A citizen, a foreigner or a company, by the first character.
fn spain(body: &str) -> bool {
    const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    let (first, last) = (body.as_bytes()[0], body.as_bytes()[8]);
    let middle = number(&digits(&body[1..8]));
    let letter = |n: u64| LETTERS[(n % 23) as usize] == last;
    match first {
        b'0'..=b'9' => letter(u64::from(first - b'0') * 10_000_000 + middle),
        b'X'..=b'Z' => letter(u64::from(first - b'X') * 10_000_000 + middle),
        b'K' | b'L' | b'M' => letter(middle),
        _ => spanish_company(&body[1..]),
    }
}

/// Seven digits and their check, as a digit or a letter.
fn spanish_company(rest: &str) -> bool {
    let seven = digits(&rest[..7]);
    let sum: u32 = seven.iter().enumerate().map(|(at, d)| if at % 2 == 0 { doubled(*d) } else { *d }).sum();
    let check = ((10 - sum % 10) % 10) as usize;
    [b"0123456789"[check], b"JABCDEFGHI"[check]].contains(&rest.as_bytes()[7])
}

/// The two characters in front check the nine digits, which follow Luhn (not in Monaco, whose begin with 000).
fn france(body: &str) -> bool {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let siren = &body[2..];
    if !siren.starts_with("000") && !luhn(&digits(siren)) {
        return false;
    }
    let siren = number(&digits(siren));
    if let Ok(key) = body[..2].parse::<u64>() {
        return (siren * 100 + 12) % 97 == key;
    }
    let place = |at: usize| ALPHABET.find(&body[at..=at]).unwrap_or_default() as u64;
    // both forms count from 0A and A0; letters take 24 values after a digit, any character 34 after a letter
    let (radix, first) = if body.starts_with(|c: char| c.is_ascii_digit()) { (24, 10) } else { (34, 100) };
    let key = (place(0) * radix + place(1)).checked_sub(first);
    key.is_some_and(|key| (siren + 1 + key / 11) % 11 == key % 11)
}

/// In the old form the second character is a letter or sign and the first digit counts last.
fn ireland(body: &str) -> bool {
    const LETTERS: &[u8; 23] = b"WABCDEFGHIJKLMNOPQRSTUV";
    let old = !body.as_bytes()[1].is_ascii_digit();
    let seven = if old { format!("0{}{}", &body[2..7], &body[..1]) } else { body[..7].to_owned() };
    let second = body.as_bytes().get(8).map_or(0, |letter| u32::from(letter % 32)) * 9;
    let sum = weighted(&digits(&seven), &[8, 7, 6, 5, 4, 3, 2]) + second;
    LETTERS[(sum % 23) as usize] == body.as_bytes()[7]
}

fn lithuania(d: &[u32]) -> bool {
    let Some((last, rest)) = d.split_last() else { return false };
    let sum = |shift: usize| rest.iter().enumerate().map(|(at, d)| (1 + (at + shift) % 9) as u32 * d).sum::<u32>() % 11;
    let check = match sum(0) {
        10 => sum(2) % 10,
        rest => rest,
    };
    check == *last
}

/// Companies begin with 4 or more; personal codes that begin with 32 have no check digit.
fn latvia(d: &[u32]) -> bool {
    if d[0] > 3 {
        return weighted(d, &[9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3;
    }
    d[..2] == [3, 2] || (1 + weighted(d, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10 == d[10]
}

/// Either the elder rule over nine digits or, since 2020, the remainder by 97 of the whole.
fn netherlands(body: &str) -> bool {
    let d = digits(&body[..9]);
    let elder = is_digits(&body[..9], 9, 9) && weighted(&d, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11 == d[8];
    let value = |c: char| match c {
        '+' => Some(36),
        '*' => Some(37),
        c => c.to_digit(36),
    };
    let whole = "NL".chars().chain(body.chars()).filter_map(value);
    elder || whole.fold(0, |rest, value| (rest * if value > 9 { 100 } else { 10 } + value) % 97) == 1
}

/// Zeros in front are left out of the number but count for the weights.
fn romania(d: &[u32]) -> bool {
    let mut ten = vec![0; 10 - d.len()];
    ten.extend(d);
    weighted(&ten, &[7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10 % 11 % 10 == ten[9]
}

fn slovenia(d: &[u32]) -> bool {
    match 11 - weighted(d, &[8, 7, 6, 5, 4, 3, 2]) % 11 {
        10 => d[7] == 0,
        check => check == d[7],
    }
}

/// Departments (GD) end below 500, health authorities (HA) from 500 on.
fn northern_ireland(body: &str, d: &[u32]) -> bool {
    match &body[..2] {
        "GD" => number(d) < 500,
        "HA" => number(d) >= 500,
        _ => [0, 42, 55].contains(&(weighted(d, &[8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97)),
    }
}
