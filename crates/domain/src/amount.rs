//! Numbers as offices write them.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A finite number. There is no way to make one that is NaN or infinite.
#[derive(Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "f64", into = "f64")]
#[ts(as = "f64")]
pub struct Amount(f64);

/// A text that is no number, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Nothing was written.
    #[error("没有填数字")]
    Empty,
    /// The text is not one number.
    #[error("“{0}”不是数字，请只填一个数，如 35、1.8万、80%")]
    NotANumber(String),
    /// The number is too large to be kept exactly.
    #[error("“{0}”太大，超出可以保存的范围")]
    TooLarge(String),
}

/// Above this a number is a typing error: no office counts to a thousand trillion.
const LARGEST: f64 = 1e15;

impl Amount {
    /// Zero.
    pub const ZERO: Amount = Amount(0.0);
    /// One.
    pub const ONE: Amount = Amount(1.0);

    /// Returns the number, unless it is NaN, infinite or beyond what is kept exactly (10¹⁵).
    pub fn new(value: f64) -> Option<Amount> {
        // Adding zero turns −0 into 0, so that equal amounts print alike.
        (value.is_finite() && value.abs() <= LARGEST).then_some(Amount(value + 0.0))
    }

    /// Returns the number.
    pub fn get(self) -> f64 {
        self.0
    }

    /// Returns true if both agree in 12 significant digits: as much as survives a spreadsheet program.
    pub fn same(self, other: Amount) -> bool {
        (self.0 - other.0).abs() <= 1e-12 * self.0.abs().max(other.0.abs())
    }

    /// Reads one number, with or without a multiplier (千, 万, 亿), per cent or per mille sign.
    ///
    /// `80%` is 80: percentages are kept in percent. For the unit of measure see [`Quantity::parse`].
    ///
    /// # Errors
    /// [`AmountError`] if the text is empty, not exactly one number, or too large.
    pub fn parse(text: &str) -> Result<Amount, AmountError> {
        let Quantity { value, unit } = Quantity::parse(text)?;
        match unit.as_str() {
            "" | "%" | "‰" => Ok(value),
            unit => scale_of(unit)
                .filter(|(_, rest)| rest.is_empty())
                .and_then(|(scale, _)| value.times(scale))
                .ok_or_else(|| AmountError::NotANumber(text.to_owned())),
        }
    }

    /// Returns the amount times a factor, rounded to the 15 digits a decimal fraction keeps.
    pub fn times(self, factor: f64) -> Option<Amount> {
        Amount::new(round_to_15_digits(self.0 * factor))
    }
}

/// A number and its unit of measure as written: 1.8 and 万人次.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number in front of the unit.
    pub value: Amount,
    /// What follows it, 万 and 亿 included; empty if nothing does.
    pub unit: String,
}

impl Quantity {
    /// Reads a number followed by a unit of measure: `1.8万人次`, `８０％`, `-3`, `1,200张`, `1/10万`.
    ///
    /// Full-width characters count as their ASCII forms, and thousands separators are accepted where they part
    /// groups of three digits. White space may stand anywhere but between digits: `35 40` is not 3540.
    ///
    /// # Errors
    /// [`AmountError`] if the text does not begin with a number, has digits after its unit, or is too large.
    pub fn parse(text: &str) -> Result<Quantity, AmountError> {
        if parts_digits(text) {
            return Err(AmountError::NotANumber(text.to_owned()));
        }
        let narrow: String = text.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
        if narrow.is_empty() {
            return Err(AmountError::Empty);
        }
        let wrong = || AmountError::NotANumber(text.to_owned());
        let end = narrow
            .char_indices()
            .find(|(i, c)| !(c.is_ascii_digit() || matches!(c, '.' | ',') || (*i == 0 && matches!(c, '+' | '-'))))
            .map_or(narrow.len(), |(i, _)| i);
        let (digits, unit) = narrow.split_at(end);
        let digits = ungrouped(digits).ok_or_else(wrong)?;
        let value: f64 = digits.parse().map_err(|_| wrong())?;
        let value = Amount::new(value).ok_or_else(|| AmountError::TooLarge(text.to_owned()))?;
        let per_population = unit.strip_prefix('/').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if !per_population && unit.chars().any(|c| c.is_ascii_digit()) {
            return Err(wrong());
        }
        Ok(Quantity { value, unit: unit.to_owned() })
    }

    /// Returns the quantity with 百, 千, 万 or 亿 in front of a counted unit multiplied out: 1.8万人次 is 18000人次.
    ///
    /// Money and areas keep theirs (5.34亿元): nobody reports a budget in single yuan.
    pub fn folded(&self) -> Quantity {
        match scale_of(&self.unit) {
            Some((scale, rest)) if !rest.is_empty() && !KEPT_IN_SCALE.iter().any(|kept| rest.starts_with(kept)) => {
                match self.value.times(scale) {
                    Some(value) => Quantity { value, unit: rest.to_owned() },
                    None => self.clone(),
                }
            }
            _ => self.clone(),
        }
    }

    /// Returns the number this quantity is in another unit of measure, if the two differ only by 百, 千, 万, 亿.
    ///
    /// A quantity without a unit is taken to be in the wanted one: `0.95万` in 人次 is 9500, and 30 in 万元 is 30. A bare
    /// multiplier is no percentage, and `3千` in 千瓦 may be either.
    pub fn in_unit(&self, wanted: &str) -> Option<Amount> {
        if self.unit.is_empty() || self.unit == wanted {
            return Some(self.value);
        }
        let (own, own_rest) = scale_of(&self.unit).unwrap_or((1.0, &self.unit));
        let (other, other_rest) = scale_of(wanted).unwrap_or((1.0, wanted));
        let bare = own_rest.is_empty() && is_counted(wanted) && !other_rest.starts_with(&self.unit);
        if bare || own_rest == other_rest { self.value.times(own / other) } else { None }
    }
}

/// Units that are customarily reported in 万 or 亿.
const KEPT_IN_SCALE: [&str; 8] = ["元", "美元", "平方", "平米", "㎡", "亩", "吨", "千瓦"];

/// Splits a leading multiplier off a unit: 万人次 → (10000, 人次).
fn scale_of(unit: &str) -> Option<(f64, &str)> {
    const SCALES: [(&str, f64); 7] = [("百万", 1e6), ("千万", 1e7), ("十万", 1e5), ("百", 1e2), ("千", 1e3), ("万", 1e4), ("亿", 1e8)];
    // 千瓦, 千米, 百分点 begin with the character but not with the multiplier.
    const WORDS: [&str; 6] = ["千瓦", "千米", "千克", "百分", "万分", "千分"];
    if WORDS.iter().any(|word| unit.starts_with(word)) {
        return None;
    }
    SCALES.iter().find_map(|(word, scale)| unit.strip_prefix(word).map(|rest| (*scale, rest)))
}

/// Returns false for units whose numbers are small by nature: percentages, points, cases per 100,000.
fn is_counted(unit: &str) -> bool {
    !unit.starts_with(['%', '％', '‰', '/']) && !["百分", "千分", "万分", "成"].iter().any(|word| unit.contains(word))
}

/// Returns true if white space stands between digits: two numbers, or two lines.
fn parts_digits(text: &str) -> bool {
    let is_part = |c: char| half_width(c).is_ascii_digit() || matches!(half_width(c), '.' | ',');
    let mut before = None;
    let mut space = false;
    for c in text.chars() {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if space && is_part(c) && before.is_some_and(is_part) {
            return true;
        }
        (before, space) = (Some(c), false);
    }
    false
}

/// Returns the ASCII form of a full-width character; other characters as they are.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).expect("the full-width block mirrors ASCII"),
        '−' | '﹣' => '-',
        _ => c,
    }
}

/// Returns digits without their thousands separators, or none if the separators stand elsewhere.
fn ungrouped(digits: &str) -> Option<String> {
    let whole = digits.split('.').next().unwrap_or_default().trim_start_matches(['+', '-']);
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    // 0,035 is no thousands: somebody writes commas for points.
    let fits = !grouped || ((1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3));
    let comma_in_fraction = digits.split_once('.').is_some_and(|(_, fraction)| fraction.contains(','));
    (fits && !comma_in_fraction).then(|| digits.replace(',', ""))
}

fn round_to_15_digits(value: f64) -> f64 {
    format!("{value:.14e}").parse().expect("a formatted number reads back")
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Writes the number as a person would: at most 10 decimals, no trailing zeros, no thousands separators.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.10}", self.0);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

impl TryFrom<f64> for Amount {
    type Error = AmountError;

    fn try_from(value: f64) -> Result<Amount, AmountError> {
        Amount::new(value).ok_or_else(|| AmountError::TooLarge(value.to_string()))
    }
}

impl From<Amount> for f64 {
    fn from(amount: Amount) -> f64 {
        amount.0
    }
}

impl From<u32> for Amount {
    fn from(count: u32) -> Amount {
        Amount(f64::from(count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str) -> String {
        match Quantity::parse(text) {
            Ok(q) => format!("{} {} = {} {}", q.value, q.unit, q.folded().value, q.folded().unit),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn quantities_are_read_with_their_unit() {
        assert_eq!(quantity("1.8万人次"), "1.8 万人次 = 18000 人次");
        assert_eq!(quantity("８０％"), "80 % = 80 %");
        assert_eq!(quantity("5.34亿元"), "5.34 亿元 = 5.34 亿元");
        assert_eq!(quantity("百万"), "“百万”不是数字，请只填一个数，如 35、1.8万、80%");
        assert_eq!(quantity("2百万人"), "2 百万人 = 2000000 人");
        assert_eq!(quantity("1,200 张"), "1200 张 = 1200 张");
        assert_eq!(quantity("12‰"), "12 ‰ = 12 ‰");
        assert_eq!(quantity("12.3/10万"), "12.3 /10万 = 12.3 /10万");
        assert_eq!(quantity("2.5个百分点"), "2.5 个百分点 = 2.5 个百分点");
        assert_eq!(quantity("300万千瓦时"), "300 万千瓦时 = 300 万千瓦时");
        assert_eq!(quantity("-3"), "-3  = -3 ");
    }

    #[test]
    fn what_is_not_one_number_is_refused_and_named() {
        for text in [
            "3 5", "35\n40", "1 234", "3 .5", "0,035", "00,123", "约230", "12,x", "1,20", "1.2.3", "3个5", "无", "1-2", "1.2,345", "12e5",
            "NaN", "inf", "--3",
        ] {
            assert_eq!(Amount::parse(text), Err(AmountError::NotANumber(text.into())), "{text}");
        }
        assert_eq!(Amount::parse("  "), Err(AmountError::Empty));
        assert_eq!(Amount::parse("1000000000000000"), Ok(Amount(1e15)));
        assert_eq!(Amount::parse("1000000000000001"), Err(AmountError::TooLarge("1000000000000001".into())));
    }

    #[test]
    fn amounts_keep_the_multiplier_and_drop_the_per_cent_sign() {
        for (text, value) in [("1.8万", 18000.0), ("80%", 80.0), ("３.５", 3.5), ("1，234.5", 1234.5), ("2亿", 2e8), ("0.29万", 2900.0)]
        {
            assert_eq!(Amount::parse(text).unwrap().get(), value, "{text}");
        }
    }

    #[test]
    fn a_quantity_is_put_into_the_unit_of_the_indicator() {
        let in_unit = |text: &str, unit| Quantity::parse(text).unwrap().in_unit(unit).map(Amount::get);
        assert_eq!(in_unit("0.95万", "人次"), Some(9500.0));
        assert_eq!(in_unit("0.95万人次", "人次"), Some(9500.0));
        assert_eq!(in_unit("30", "万元"), Some(30.0));
        assert_eq!(in_unit("3亿元", "万元"), Some(30000.0));
        for (text, unit) in [("3家", "人次"), ("1.8万", "%"), ("3万", "/10万"), ("5百", "个百分点"), ("3千", "千瓦"), ("3千", "千克")]
        {
            assert_eq!(in_unit(text, unit), None, "{text} in {unit}");
        }
        assert_eq!(in_unit("3万", "千瓦"), Some(30000.0));
        assert_eq!(in_unit("5百", "百人"), Some(5.0));
    }

    #[test]
    fn amounts_are_written_without_noise() {
        for (value, text) in [(0.1 + 0.2, "0.3"), (18000.0, "18000"), (-0.0, "0"), (1e15, "1000000000000000"), (-1e-12, "0")] {
            assert_eq!(Amount(value).to_string(), text);
        }
    }

    #[test]
    fn two_thirds_of_a_third_are_the_same_after_a_spreadsheet_rounded_them() {
        let (exact, rounded) = (Amount(2.0 / 3.0), Amount(0.666666666666667));
        assert!(exact.same(rounded) && !exact.same(Amount(0.66666667)));
        assert!(Amount::ZERO.same(Amount::ZERO) && !Amount::ZERO.same(Amount(1e-300)));
    }

    proptest::proptest! {
        #[test]
        fn parsing_never_panics_and_gives_finite_numbers(text in "\\PC{0,12}") {
            if let Ok(amount) = Amount::parse(&text) {
                assert!(amount.get().is_finite());
            }
        }

        #[test]
        fn what_is_written_reads_back(cents in -1_000_000_000_i64..1_000_000_000) {
            let amount = Amount(cents as f64 / 100.0);
            assert!(Amount::parse(&amount.to_string()).unwrap().same(amount));
        }
    }
}
