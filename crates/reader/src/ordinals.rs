//! What a printed number counts: 12 of （十二）.

use crate::targets::chinese::{chinese_value, is_numeral};

/// Returns the numbers a printed number consists of, from the outside in: 12 of （十二）, 2, 1 and 4 of 2.1.4, 3 of ③ and of ３. What is
/// no number falls away; one beyond nine digits is none.
pub fn ordinals(printed: &str) -> Vec<u32> {
    let chars: Vec<char> = printed.chars().collect();
    let kind = |c: char| match c {
        '①'..='⑳' => 1,
        c if digit(c).is_some() => 2,
        c if is_numeral(c) => 3,
        _ => 0,
    };
    chars.chunk_by(|a, b| kind(*a) == kind(*b) && kind(*a) != 1).filter_map(|run| number(run, kind(run[0]))).collect()
}

fn number(run: &[char], kind: u8) -> Option<u32> {
    match kind {
        1 => Some(run[0] as u32 - '①' as u32 + 1),
        2 if run.len() <= 9 => Some(run.iter().filter_map(|c| digit(*c)).fold(0, |number, digit| number * 10 + digit)),
        3 => chinese_value(run).filter(|value| *value < 1e9 && value.fract() == 0.0).map(|value| value as u32),
        _ => None,
    }
}

fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(c as u32 - '０' as u32),
        c => c.to_digit(10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_however_they_are_printed() {
        let cases: [(&str, &[u32]); 14] = [
            ("12", &[12]),
            ("（十二）", &[12]),
            ("十二", &[12]),
            ("二十", &[20]),
            ("一百零三", &[103]),
            ("12-3", &[12, 3]),
            ("2.1.4", &[2, 1, 4]),
            ("（３）", &[3]),
            ("⑳", &[20]),
            ("①②", &[1, 2]),
            ("项目十一", &[11]),
            ("三（2）", &[3, 2]),
            ("A", &[]),
            ("1234567890", &[]),
        ];
        for (printed, wanted) in cases {
            assert_eq!(ordinals(printed), wanted, "{printed}");
        }
    }

    proptest! {
        #[test]
        fn anything_is_read_without_a_fault(printed in ".{0,20}", numerals in "[一二两三四五六七八九十百千万亿零〇]{0,20}") {
            ordinals(&printed);
            ordinals(&numerals);
        }

        #[test]
        fn digits_mean_what_they_say(number in 0_u32..1_000_000_000) {
            prop_assert_eq!(ordinals(&number.to_string()), [number]);
        }
    }
}
