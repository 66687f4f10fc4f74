//! Numbers: figures, and the words that stand for them.

/// `11,500`, `11.5`; `None` for what is no plain figure (`1.2.3`).
pub fn figure(digits: &str) -> Option<f64> {
    let trimmed = digits.trim_end_matches(['.', ',']);
    let grouped = trimmed.split(',').skip(1).all(|g| g.split('.').next().is_some_and(|g| g.len() == 3));
    if grouped { decimal(&trimmed.replace(',', "")) } else { decimal(&trimmed.replacen(',', ".", 1)) }
}

/// The value of digits with at most one decimal point; `None` for anything else. Exact to fifteen digits. Not `parse`: its table of powers
/// would be ten kilobytes of the module.
pub fn decimal(digits: &str) -> Option<f64> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all = whole.bytes().chain(part.bytes()).try_fold(None, |value, byte| {
        byte.is_ascii_digit().then(|| Some(value.unwrap_or(0.0) * 10.0 + f64::from(byte - b'0')))
    });
    Some(all?? / 10f64.powi(i32::try_from(part.len()).ok()?))
}

/// What a number word under a hundred stands for (“twelve”, “forty”).
pub fn spelled(form: &str) -> Option<f64> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let at = |list: &[&str]| list.iter().position(|&n| n == form).map(|i| i as f64);
    at(&ONES).or_else(|| at(&TENS).map(|i| (i + 2.0) * 10.0))
}

/// What a word multiplies the number before it by.
pub fn multiplier(form: &str) -> Option<f64> {
    match form {
        "hundred" => Some(1e2),
        "thousand" => Some(1e3),
        "million" | "mn" => Some(1e6),
        "billion" | "bn" => Some(1e9),
        "trillion" | "tn" => Some(1e12),
        "dozen" => Some(12.0),
        _ => None,
    }
}

/// From the third on; “first” and “second” are mostly no figures.
pub fn ordinal(form: &str) -> Option<f64> {
    const WORDS: [&str; 10] =
        ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
    if let Some(i) = WORDS.iter().position(|&w| w == form) {
        return Some(i as f64 + 3.0);
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|s| form.strip_suffix(s))?;
    digits.parse::<u32>().ok().map(f64::from)
}
