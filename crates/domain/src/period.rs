//! Periods (期次): months, quarters, halves and years of the calendar.

use chrono::{Datelike, Days, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Granularity {
    /// 月.
    Month,
    /// 季度.
    Quarter,
    /// 半年.
    Half,
    /// 年.
    Year,
}

impl Granularity {
    /// Returns how many months such a period has.
    pub fn months(self) -> u32 {
        match self {
            Granularity::Month => 1,
            Granularity::Quarter => 3,
            Granularity::Half => 6,
            Granularity::Year => 12,
        }
    }
}

/// A month, quarter, half or year of the calendar.
///
/// Written `2024-06`, `2024-Q2`, `2024-H1`, `2024`. Ordered by its end, longer periods after shorter ones.
///
/// ```
/// use domain::Period;
/// let june: Period = "2024-06".parse().unwrap();
/// assert_eq!(june.end().to_string(), "2024-06-30");
/// assert_eq!(june.zh(), "2024年6月");
/// assert_eq!(june.next().to_string(), "2024-07");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ts_rs::TS)]
#[ts(as = "String")]
pub struct Period {
    granularity: Granularity,
    year: i32,
    /// Counted from 0 within the year.
    index: u32,
}

/// A text that names no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}”不是期次。月写作 2024-06，季度写作 2024-Q2，半年写作 2024-H1，年写作 2024")]
pub struct PeriodError(pub String);

/// The years a plan can speak of; others are typing errors.
const YEARS: std::ops::RangeInclusive<i32> = 1949..=2100;

impl Period {
    /// Returns the month of that year (1–12), if there is one.
    pub fn month(year: i32, month: u32) -> Option<Period> {
        Period::of(Granularity::Month, year, month.checked_sub(1)?)
    }

    /// Returns the period of this length that contains the day.
    pub fn containing(granularity: Granularity, day: NaiveDate) -> Option<Period> {
        Period::of(granularity, day.year(), day.month0() / granularity.months())
    }

    /// Returns the period of this length in a year, counted from 0, if there is one.
    pub fn of(granularity: Granularity, year: i32, index: u32) -> Option<Period> {
        (YEARS.contains(&year) && index < 12 / granularity.months()).then_some(Period { granularity, year, index })
    }

    /// Returns the periods of this length that have a part in the days from `start` to `due`; the one of `start` in any case.
    ///
    /// None only outside the years a period can have.
    pub fn over(granularity: Granularity, start: NaiveDate, due: NaiveDate) -> impl Iterator<Item = Period> {
        let first = Period::containing(granularity, start);
        std::iter::successors(first, |period| Some(period.next())).take_while(move |period| Some(*period) == first || period.start() <= due)
    }

    /// Returns how long the period is.
    pub fn granularity(self) -> Granularity {
        self.granularity
    }

    /// Returns the calendar year it lies in.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Returns its first day.
    pub fn start(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.index * self.granularity.months() + 1, 1).expect("a month of 1–12 has a first day")
    }

    /// Returns its last day.
    pub fn end(self) -> NaiveDate {
        self.next().start() - Days::new(1)
    }

    /// Returns the period of the same length after it.
    pub fn next(self) -> Period {
        let per_year = 12 / self.granularity.months();
        let index = self.index + 1;
        Period { granularity: self.granularity, year: self.year + (index / per_year) as i32, index: index % per_year }
    }

    /// Returns the period of the same length before it.
    pub fn previous(self) -> Period {
        let per_year = 12 / self.granularity.months();
        match self.index.checked_sub(1) {
            Some(index) => Period { index, ..self },
            None => Period { granularity: self.granularity, year: self.year - 1, index: per_year - 1 },
        }
    }

    /// Returns the number of its last month, counted through all years: to compare without a calendar.
    fn last_month(self) -> i32 {
        self.year * 12 + ((self.index + 1) * self.granularity.months()) as i32
    }

    /// Returns true if both end on the same day: June, the second quarter, the first half.
    pub fn ends_with(self, other: Period) -> bool {
        self.last_month() == other.last_month()
    }

    /// Returns true if it ends no later than the other.
    pub fn ends_by(self, other: Period) -> bool {
        self.last_month() <= other.last_month()
    }

    /// Returns true if every day of `other` lies in this period.
    pub fn contains(self, other: Period) -> bool {
        other.ends_by(self)
            && self.last_month() - self.granularity.months() as i32 <= other.last_month() - other.granularity.months() as i32
    }

    /// Returns the name an official uses: 2024年6月, 2024年第二季度, 2024年上半年, 2024年.
    pub fn zh(self) -> String {
        let Period { year, index, .. } = self;
        match self.granularity {
            Granularity::Month => format!("{year}年{}月", index + 1),
            Granularity::Quarter => format!("{year}年第{}季度", ["一", "二", "三", "四"][index as usize]),
            Granularity::Half => format!("{year}年{}半年", ["上", "下"][index as usize]),
            Granularity::Year => format!("{year}年"),
        }
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Period) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Period) -> std::cmp::Ordering {
        (self.last_month(), self.granularity).cmp(&(other.last_month(), other.granularity))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Period { year, index, .. } = self;
        match self.granularity {
            Granularity::Month => write!(f, "{year}-{:02}", index + 1),
            Granularity::Quarter => write!(f, "{year}-Q{}", index + 1),
            Granularity::Half => write!(f, "{year}-H{}", index + 1),
            Granularity::Year => write!(f, "{year}"),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Period, PeriodError> {
        let wrong = || PeriodError(text.to_owned());
        let (year, rest) = match text.trim().split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text.trim(), None),
        };
        if year.len() != 4 {
            return Err(wrong());
        }
        let year = year.parse().map_err(|_| wrong())?;
        let number = |digits: &str| {
            digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u32>().ok()).flatten().and_then(|n| n.checked_sub(1))
        };
        match rest {
            None => Period::of(Granularity::Year, year, 0),
            Some(rest) => match rest.as_bytes() {
                [b'Q' | b'q', _] => number(&rest[1..]).and_then(|n| Period::of(Granularity::Quarter, year, n)),
                [b'H' | b'h', _] => number(&rest[1..]).and_then(|n| Period::of(Granularity::Half, year, n)),
                [_] | [_, _] => number(rest).and_then(|n| Period::of(Granularity::Month, year, n)),
                _ => None,
            },
        }
        .ok_or_else(wrong)
    }
}

impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Period, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, start: &str, end: &str, zh: &str) {
        let period: Period = text.parse().unwrap();
        assert_eq!((period.start().to_string().as_str(), period.end().to_string().as_str(), period.zh().as_str()), (start, end, zh));
        assert_eq!(period.to_string().parse::<Period>().unwrap(), period);
        assert_eq!(period.next().previous(), period);
        assert_eq!(period.previous().next(), period);
        assert_eq!(Period::containing(period.granularity(), period.end()), Some(period));
    }

    #[test]
    fn periods_are_read_and_written() {
        check("2024-02", "2024-02-01", "2024-02-29", "2024年2月");
        check("2024-12", "2024-12-01", "2024-12-31", "2024年12月");
        check("2024-Q4", "2024-10-01", "2024-12-31", "2024年第四季度");
        check("2024-h1", "2024-01-01", "2024-06-30", "2024年上半年");
        check("2024", "2024-01-01", "2024-12-31", "2024年");
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in ["", "2024-13", "2024-0", "2024-Q5", "2024-H3", "24-06", "2024-06-01", "2024年6月", "1900-01", "2024-+1", "２０２４-06"]
        {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn what_ends_on_the_same_day_is_known_without_a_calendar() {
        let all: Vec<Period> = ["2023-12", "2023", "2024-01", "2024-Q1", "2024-03", "2024-06", "2024-Q2", "2024-H1", "2024-12", "2024"]
            .map(|code| code.parse().unwrap())
            .to_vec();
        for a in &all {
            for b in &all {
                assert_eq!((a.ends_with(*b), a.ends_by(*b)), (a.end() == b.end(), a.end() <= b.end()), "{a} {b}");
                assert_eq!(a.contains(*b), a.start() <= b.start() && b.end() <= a.end(), "{a} {b}");
                assert_eq!(a.cmp(b), (a.end(), a.granularity()).cmp(&(b.end(), b.granularity())), "{a} {b}");
            }
        }
    }

    #[test]
    fn the_periods_over_a_time_are_those_it_has_a_part_in() {
        let over = |length, start: &str, due: &str| {
            let periods = Period::over(length, start.parse().unwrap(), due.parse().unwrap());
            periods.map(|period| period.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(over(Granularity::Month, "2023-12-26", "2024-02-01"), "2023-12 2024-01 2024-02");
        assert_eq!(over(Granularity::Quarter, "2024-03-31", "2024-07-01"), "2024-Q1 2024-Q2 2024-Q3");
        assert_eq!(over(Granularity::Year, "2024-05-01", "2024-06-30"), "2024");
        assert_eq!(over(Granularity::Month, "2024-05-01", "2024-03-01"), "2024-05", "what is due before it starts has its first");
    }

    #[test]
    fn a_quarter_contains_its_months_and_comes_after_them() {
        let quarter: Period = "2024-Q2".parse().unwrap();
        let june: Period = "2024-06".parse().unwrap();
        assert!(quarter.contains(june) && !june.contains(quarter));
        assert!(quarter > june && quarter < june.next());
    }
}
