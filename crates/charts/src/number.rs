//! Numbers as they stand in a chart: short, and in 万 or 亿 where they are large.

/// Beyond so many decimals nobody counts the zeros.
const MOST_DECIMALS: usize = 8;

/// Returns the number as it stands in a sentence: two decimals, three digits where it is smaller than 1.
pub fn plain(value: f64) -> String {
    let decimals = finest(value);
    if decimals > MOST_DECIMALS { format!("{value:.2e}") } else { fixed(value, decimals) }
}

/// Returns how many decimals [`plain`] writes.
pub fn decimals(value: f64) -> usize {
    let finest = finest(value);
    if finest > MOST_DECIMALS { finest } else { fixed(value, finest).split_once('.').map_or(0, |(_, decimals)| decimals.len()) }
}

fn finest(value: f64) -> usize {
    if value == 0.0 || value.abs() >= 1.0 { 2 } else { (2 - value.abs().log10().floor() as i32) as usize }
}

/// Returns the number with at most so many decimals, without trailing zeros.
pub fn fixed(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// What all numbers of a chart are divided by, and what they are then counted in.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// 1, 1e4, 1e8 or 1e12.
    pub divisor: f64,
    /// The unit of measure with 万 or 亿 in front: 万人次.
    pub unit: String,
    /// What follows every number: % or nothing.
    pub suffix: String,
}

impl Scale {
    /// Returns the scale for numbers up to `largest` in a unit of measure.
    pub fn new(largest: f64, unit: &str) -> Scale {
        let per_cent = matches!(unit, "%" | "％" | "‰");
        let suffix = if per_cent { unit.to_owned() } else { String::new() };
        // 万 of 万元 is 亿元. Before other multipliers (百人, /10万) nothing is put.
        let (own, rest) = match unit.chars().next() {
            Some('万') => (1e4, &unit['万'.len_utf8()..]),
            Some('亿') => (1e8, &unit['亿'.len_utf8()..]),
            _ => (1.0, unit),
        };
        let scalable = !per_cent && !rest.starts_with(['百', '千', '万', '亿', '/', '‰', '%']);
        let (times, word) = match largest * own {
            _ if !scalable || largest < 1e6 => (
                own,
                if own == 1e4 {
                    "万"
                } else if own == 1e8 {
                    "亿"
                } else {
                    ""
                },
            ),
            total if total >= 1e13 => (1e12, "万亿"),
            total if total >= 1e9 => (1e8, "亿"),
            _ => (1e4, "万"),
        };
        Scale { divisor: times / own, unit: format!("{word}{rest}"), suffix }
    }

    /// Returns a value as it stands beside its dot, with so many decimals.
    pub fn label(&self, value: f64, decimals: usize) -> String {
        let number = value / self.divisor;
        let text = if decimals > MOST_DECIMALS { plain(number) } else { format!("{number:.decimals$}") };
        format!(
            "{}{}",
            if text.trim_start_matches('-').bytes().all(|b| b"0.".contains(&b)) { text.trim_start_matches('-') } else { &text },
            self.suffix
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, text) in
            [(1066.0, "1066"), (66.666666, "66.67"), (0.1 + 0.2, "0.3"), (-0.001234, "-0.00123"), (-0.0, "0"), (1e15, "1000000000000000")]
        {
            assert_eq!(plain(value), text);
        }
        assert_eq!(plain(1.5e-12), "1.50e-12");
        assert_eq!([35.0, 61.8, 66.666, 0.00123].map(decimals), [0, 1, 2, 5]);
        assert_eq!(Scale::new(62.0, "%").label(60.0, 1), "60.0%", "as exact as the values around it");
        assert_eq!(Scale::new(1.0, "").label(-0.01, 1), "0.0");
    }

    #[test]
    fn large_numbers_are_counted_in_wan_and_yi() {
        let check = |largest: f64, unit: &str| {
            let scale = Scale::new(largest, unit);
            format!("{}{}", scale.label(largest, decimals(largest / scale.divisor)), scale.unit)
        };
        assert_eq!(check(123456.0, "人次"), "123456人次");
        assert_eq!(check(1234567.0, "人次"), "123.46万人次");
        assert_eq!(check(1.5e9, "元"), "15亿元");
        assert_eq!(check(1e15, "元"), "1000万亿元");
        assert_eq!(check(35.0, "万元"), "35万元");
        assert_eq!(check(2.5e6, "万元"), "250亿元");
        assert_eq!(check(2e6, "/10万"), "2000000/10万");
        assert_eq!(check(80.0, "%"), "80%%", "the suffix, then the unit");
        assert_eq!(check(2e7, ""), "2000万");
    }
}
