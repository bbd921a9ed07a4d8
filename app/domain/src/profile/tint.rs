//! The institution's colour and the two that follow from it. Source: mock-ups, tokens.

/// Red, green and blue of `#rrggbb`.
pub(super) fn parse(hex: &str) -> Option<[u8; 3]> {
    let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |range: std::ops::Range<usize>| u8::from_str_radix(&digits[range], 16).ok();
    Some([part(0..2)?, part(2..4)?, part(4..6)?])
}

/// Contrast of two colours `#rrggbb`, as WCAG computes it (1 to 21).
pub fn contrast(one: &str, other: &str) -> Option<f64> {
    let [one, other] = [luminance(parse(one)?) + 0.05, luminance(parse(other)?) + 0.05];
    Some(one.max(other) / one.min(other))
}

fn luminance(rgb: [u8; 3]) -> f64 {
    let linear = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// Degrees between the hues of two colours (0 to 180).
pub fn hue_distance(one: &str, other: &str) -> Option<f64> {
    let distance = (hue(parse(one)?) - hue(parse(other)?)).abs();
    Some(distance.min(360.0 - distance))
}

fn hue(rgb: [u8; 3]) -> f64 {
    let [r, g, b] = rgb.map(f64::from);
    let max = r.max(g).max(b);
    let spread = max - r.min(g).min(b);
    if spread == 0.0 {
        return 0.0;
    }
    let sixth = if max == r {
        ((g - b) / spread).rem_euclid(6.0)
    } else if max == g {
        (b - r) / spread + 2.0
    } else {
        (r - g) / spread + 4.0
    };
    sixth * 60.0
}

/// The tint at 69 % of its light: text on [`soft`].
#[cfg(feature = "loader")]
pub(super) fn dark(hex: &str) -> Option<String> {
    Some(written(parse(hex)?.map(|part| f64::from(part) * 0.69)))
}

/// The tint at 8.5 % on white: a background.
#[cfg(feature = "loader")]
pub(super) fn soft(hex: &str) -> Option<String> {
    Some(written(parse(hex)?.map(|part| 255.0 - (255.0 - f64::from(part)) * 0.085)))
}

#[cfg(feature = "loader")]
fn written(rgb: [f64; 3]) -> String {
    let [r, g, b] = rgb.map(|part| part.round().clamp(0.0, 255.0));
    format!("#{:02x}{:02x}{:02x}", r as u8, g as u8, b as u8)
}
