//! A number as its cell shows it: 46387 in a date format is a day, 0.8 in a percentage format is 80%.

/// Which day is day 0 of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Epoch {
    /// The usual one.
    From1900,
    /// That of old Macintosh workbooks.
    From1904,
}

/// Returns a built-in format by its number.
pub fn built_in(id: u32) -> &'static str {
    match id {
        1 | 37 | 38 => "0",
        2 | 39 | 40 | 43 | 44 | 4 | 7 | 8 => "0.00",
        3 | 5 | 6 | 41 | 42 => "0",
        9 => "0%",
        10 => "0.00%",
        14..=16 | 22 | 30 => "yyyy-m-d",
        17 | 27 | 36 | 50 | 52 | 57 => "yyyy年m月",
        28 | 29 | 51 | 53 | 54 | 58 => "m月d日",
        31 => "yyyy年m月d日",
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => "h:mm",
        _ => "",
    }
}

/// Returns a number as a format shows it. Thousands are not parted, and days are written in the two ways that plans use.
pub fn shown(value: f64, format: &str, epoch: Epoch) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let section = section(format, value);
    let form = Form::read(&section);
    if form.is_date() {
        return form.date(value, epoch).unwrap_or_else(|| plain(value));
    }
    match form.is_number {
        true => form.number(value, section != first_section(format)),
        false => plain(value),
    }
}

/// Returns a number as it is, at the 15 digits that spreadsheet programs keep.
pub fn plain(value: f64) -> String {
    let kept = kept(value);
    if kept == 0.0 { "0".to_owned() } else { kept.to_string() }
}

fn kept(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}

fn sections(format: &str) -> Vec<String> {
    let (mut out, mut quoted, mut escaped) = (vec![String::new()], false, false);
    for c in format.chars().take(256) {
        if c == ';' && !quoted && !escaped {
            out.push(String::new());
            continue;
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        if let Some(last) = out.last_mut() {
            last.push(c);
        }
    }
    out
}

fn first_section(format: &str) -> String {
    sections(format).swap_remove(0)
}

/// Returns the part of a format for positive numbers, negative ones, or zero.
fn section(format: &str, value: f64) -> String {
    let mut all = sections(format);
    let at = match all.len() {
        // Conditions like [>100] are not weighed: the first part is for them all.
        _ if format.contains("[>") || format.contains("[<") || format.contains("[=") => 0,
        2.. if value < 0.0 => 1,
        3.. if value == 0.0 => 2,
        _ => 0,
    };
    all.swap_remove(at)
}

/// What a format's section is made of.
#[derive(Default)]
struct Form {
    prefix: String,
    suffix: String,
    is_number: bool,
    decimals: Option<usize>,
    /// Digits behind the point that are shown only where there are some (#).
    optional: usize,
    percent: bool,
    thousands: u32,
    year: bool,
    day: bool,
    /// m beside y or d is a month, beside h or s minutes.
    m: bool,
    time: bool,
    chinese: bool,
}

impl Form {
    fn read(section: &str) -> Form {
        let mut form = Form::default();
        let mut chars = section.chars().peekable();
        let mut quoted = false;
        while let Some(c) = chars.next() {
            match c {
                '"' => quoted = !quoted,
                c if quoted => form.literal(c),
                '\\' | '!' => {
                    if let Some(c) = chars.next() {
                        form.literal(c);
                    }
                }
                '_' | '*' => drop(chars.next()),
                '[' => {
                    let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    form.time |= matches!(inside.to_ascii_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss");
                    inside
                        .strip_prefix('$')
                        .and_then(|sign| sign.split('-').next())
                        .into_iter()
                        .flat_map(str::chars)
                        .for_each(|c| form.literal(c));
                }
                '0' | '#' | '?' => {
                    form.is_number = true;
                    form.suffix.clear();
                    if let Some(decimals) = &mut form.decimals {
                        *decimals += 1;
                        form.optional = if c == '0' { 0 } else { form.optional + 1 };
                    }
                }
                '.' if form.decimals.is_none() => form.decimals = Some(0),
                ',' if form.is_number => {
                    let ends = !matches!(chars.peek(), Some('0' | '#' | '?' | ','));
                    form.thousands += u32::from(ends);
                }
                '%' | '％' => {
                    form.percent = true;
                    form.literal('%');
                }
                'y' | 'Y' | 'e' | 'E' if !form.is_number => form.year = true,
                'd' | 'D' => form.day = true,
                'm' | 'M' => form.m = true,
                'h' | 'H' | 's' | 'S' => form.time = true,
                'G' | 'g' if section.to_ascii_lowercase().contains("general") => {
                    form.is_number = true;
                    form.optional = usize::MAX;
                    chars.by_ref().take(6).for_each(drop);
                }
                c => form.literal(c),
            }
        }
        form
    }

    fn literal(&mut self, c: char) {
        self.chinese |= c == '年' || c == '月';
        if self.is_number { self.suffix.push(c) } else { self.prefix.push(c) }
    }

    fn is_date(&self) -> bool {
        !self.is_number && (self.year || self.day || self.m || self.time)
    }

    fn number(&self, value: f64, own_sign: bool) -> String {
        let scaled = kept(value) * if self.percent { 100.0 } else { 1.0 } / 1000f64.powi(self.thousands as i32);
        let size = kept(scaled).abs();
        let written = match self.optional {
            usize::MAX => plain(size),
            optional => {
                let decimals = self.decimals.unwrap_or(0).min(15);
                let scale = 10f64.powi(decimals as i32);
                let rounded = if size < 1e12 { (kept(size * scale)).round() / scale } else { size };
                let mut written = format!("{rounded:.decimals$}");
                for _ in 0..optional.min(decimals) {
                    if written.ends_with('0') {
                        written.pop();
                    }
                }
                written.trim_end_matches('.').to_owned()
            }
        };
        // A section for negative numbers writes their sign itself, mostly as a bracket: it is a minus to us.
        let brackets = own_sign && self.prefix.contains('(');
        let sign = if value < 0.0 && !self.prefix.contains('-') && written.bytes().any(|b| (b'1'..=b'9').contains(&b)) { "-" } else { "" };
        let (prefix, suffix) = match brackets {
            true => (self.prefix.replace('(', ""), self.suffix.replace(')', "")),
            false => (self.prefix.clone(), self.suffix.clone()),
        };
        format!("{}{sign}{written}{}", prefix.trim_start(), suffix.trim_end())
    }

    fn date(&self, value: f64, epoch: Epoch) -> Option<String> {
        let days = match epoch {
            Epoch::From1904 => value + 1462.0,
            Epoch::From1900 => value,
        };
        if !(0.0..2_958_466.0).contains(&days) {
            return None;
        }
        let minutes = ((days.fract() * 1440.0).round() as u32).min(1439);
        let time = format!("{}:{:02}", minutes / 60, minutes % 60);
        if !self.year && !self.day && (self.time || !self.m) {
            return Some(time);
        }
        // Day 60 is the 29 February 1900 that never was; behind it the count is one too high.
        let whole = days.floor() as u64;
        let whole = if whole > 60 { whole - 1 } else { whole };
        let date = chrono::NaiveDate::from_ymd_opt(1899, 12, 31)?.checked_add_days(chrono::Days::new(whole))?;
        let format = match (self.year, self.m, self.day) {
            (true, true, true) | (true, false, true) if self.chinese => "%Y年%-m月%-d日",
            (true, _, true) => "%Y-%m-%d",
            (true, true, false) => "%Y年%-m月",
            (true, false, false) => "%Y年",
            (false, true, false) => "%-m月",
            (false, ..) => "%-m月%-d日",
        };
        let shown = date.format(format).to_string();
        Some(if self.time && minutes > 0 { format!("{shown} {time}") } else { shown })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_their_formats_say() {
        for (value, format, expected) in [
            (0.8, "0%", "80%"),
            (0.285, "0%", "29%"),
            (0.9756, "0.0%", "97.6%"),
            (0.1 + 0.2, "", "0.3"),
            (35.0, "General", "35"),
            (35.0, "General\"家\"", "35家"),
            (80.0, "\"≥\"0.##\"%\"", "≥80%"),
            (1_234_567.0, "#,##0", "1234567"),
            (1_234_567.0, "#,##0,", "1235"),
            (2.5, "0.00_ ", "2.50"),
            (2.5, "0.00;(0.00)", "2.50"),
            (-2.5, "0.00_);(0.00)", "-2.50"),
            (-2.5, "0.0", "-2.5"),
            (-0.001, "0.0", "0.0"),
            (12.0, "0\"家\"", "12家"),
            (46387.0, "yyyy-mm-dd", "2026-12-31"),
            (46387.0, "yyyy/m/d;@", "2026-12-31"),
            (46387.0, "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "2026年12月31日"),
            (46387.0, "yyyy\"年\"m\"月\"", "2026年12月"),
            (46387.0, "m\"月\"d\"日\"", "12月31日"),
            (46387.75, "yyyy-m-d h:mm", "2026-12-31 18:00"),
            (0.5, "h:mm:ss", "12:00"),
            (f64::NAN, "0", ""),
            (1e300, "0.00", &format!("{:.2}", 1e300)),
            (-5.0, "yyyy-mm-dd", "-5"),
        ] {
            assert_eq!(shown(value, format, Epoch::From1900), expected, "{value} {format}");
        }
        assert_eq!(shown(44925.0, built_in(14), Epoch::From1904), "2026-12-31");
        assert_eq!(shown(1.0, "yyyy-m-d", Epoch::From1900), "1900-01-01");
    }
}
