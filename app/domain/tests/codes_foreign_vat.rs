//! V-VIES. Source: domain reference 5.

use domain::check::Problem;
use domain::codes::ForeignVat;

/// The country a number with a prefix comes from.
fn country(number: &str) -> &str {
    match &number[..2] {
        "EL" => "GR",
        prefix => prefix,
    }
}

const RIGHT: &str = "ATU58202938 BE0110655224 BG686028113 CY10990569I CZ08142912 DE414240403 DK46574257 EE108627686 EL462269100 \
                     ESB21053988 FI53746500 FR84879308807 HR34375297794 HU45007604 IE7723224P IT35784690584 LT589566415 LU31510040 \
                     LV49515476399 MT24710131 NL964399908B01 PL0818979512 PT534245587 RO97358495 SE554786596301 SI48717584 \
                     SK8929300864 XI223704491";

#[test]
fn a_right_number_is_accepted_without_a_word() {
    for text in RIGHT.split_whitespace() {
        let number = ForeignVat::parse(country(text), text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        assert_eq!((number.as_str(), number.checksum_differs()), (text, false));
    }
}

#[test]
fn the_prefix_may_be_missing() {
    for text in RIGHT.split_whitespace() {
        assert_eq!(ForeignVat::parse(country(text), &text[2..].to_lowercase()).unwrap().as_str(), text);
    }
}

#[test]
fn a_wrong_checksum_is_a_warning() {
    for text in "ATU58202939 BE0110655225 DE414240404 DK46574258 FR84879308808 HR34375297795 PL0818979513 PT534245588 RO97358496 \
                 SI48717585 SK8929300865 LU31510041"
        .split_whitespace()
    {
        assert!(ForeignVat::parse(country(text), text).unwrap().checksum_differs(), "{text}");
    }
}

#[test]
fn any_other_last_digit_is_noticed_where_one_digit_checks() {
    for text in "BG686028113 CZ08142912 EE108627686 EL462269100 FI53746500 HU45007604 IT35784690584 LT589566415 LV49515476399 \
                 MT24710131 XI223704491"
        .split_whitespace()
    {
        let (rest, last) = text.split_at(text.len() - 1);
        for digit in (0..10).map(|digit| digit.to_string()).filter(|digit| digit != last) {
            assert!(ForeignVat::parse(country(text), &format!("{rest}{digit}")).unwrap().checksum_differs(), "{rest}{digit}");
        }
    }
}

#[test]
fn a_wrong_form_is_refused() {
    for (country, text) in [
        ("AT", "AT58202938"),
        ("BE", "BE2110655224"),
        ("CY", "CY10990569"),
        ("DE", "DE41424040"),
        ("DK", "DK4657425"),
        ("GR", "GR462269100"),
        ("FR", "FRIO879308807"),
        ("HR", "HR3437529779"),
        ("SE", "SE554786596302"),
        ("PL", "PL081897951"),
        ("XI", "XI22370449"),
        ("RO", "RO1"),
        ("DE", "US123456789"),
        ("DE", ""),
        ("ES", "ES210539881"),
        ("ES", "ES2105398"),
    ] {
        assert_eq!(ForeignVat::parse(country, text), Err(Problem::ForeignVatForm), "{text}");
    }
}

#[test]
fn the_other_kinds_of_a_country_have_their_own_checksums() {
    for text in [
        // a citizen, a foreigner, a company with a letter
        "ES54362315K",
        "ESX2482300W",
        "ESP2345671H",
        // the old form and the one with two letters at the end
        "IE8D79739I",
        "IE6433435OA",
        // letters in the key
        "FR83404833048",
        "FR40303265045",
        "FRK7399859412",
        // since 2020 for persons
        "NL002455799B11",
        "CZ7103192745",
        "BG7523169263",
        "LV16117519997",
        "LT100001919017",
        "XIGD001",
        "XIHA599",
    ] {
        let number = ForeignVat::parse(country(text), text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        assert!(!number.checksum_differs(), "{text}");
    }
    for text in ["ES54362315A", "ESX2482300A", "IE6433435AA", "FRK7399859413", "CZ7103192746", "XIGD501", "XIHA499"] {
        assert!(ForeignVat::parse(country(text), text).unwrap().checksum_differs(), "{text}");
    }
}

#[test]
fn outside_the_union_only_length_and_characters_count() {
    for (country, text, stored) in [
        ("US", "us123456789", "US123456789"),
        ("CH", "CHE-123.456.788", "CHE-123.456.788"),
        ("GB", "GB 123 4567 89", "GB123456789"),
        ("SM", "SM12345", "SM12345"),
    ] {
        let number = ForeignVat::parse(country, text).unwrap();
        assert_eq!((number.as_str(), number.checksum_differs()), (stored, false));
    }
    for text in ["", "12", "123456789012345678901", "12_34", "１２３４"] {
        assert_eq!(ForeignVat::parse("US", text), Err(Problem::ForeignVatForm), "{text}");
    }
}

#[test]
fn northern_ireland_is_recognised_by_its_prefix() {
    assert!(ForeignVat::parse("GB", "XI223704492").unwrap().checksum_differs());
    assert_eq!(ForeignVat::parse("EL", "462269100").unwrap().as_str(), "EL462269100");
}
