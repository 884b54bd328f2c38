//! What a number format says of the number: a percentage, a day.

/// Returns true if numbers are shown times a hundred: a % outside quotes, in the format for positive numbers.
pub fn is_percent(format: &str) -> bool {
    signs(format).any(|sign| sign == '%')
}

/// Returns true if numbers are shown as days or times.
pub fn is_date(format: &str) -> bool {
    let signs: String = signs(format).collect::<String>().to_ascii_lowercase();
    !signs.contains("general") && !signs.contains(['0', '#', '?']) && signs.contains(['y', 'm', 'd', 'h', 's'])
}

/// Returns true if a format that programs have built in shows days or times.
pub fn is_built_in_date(id: u16) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// Returns the signs of the format for positive numbers that mean something: outside quotes and brackets.
fn signs(format: &str) -> impl Iterator<Item = char> {
    let (mut quoted, mut escaped, mut bracket) = (false, false, false);
    let meaning = move |c: char| match c {
        _ if escaped => {
            escaped = false;
            None
        }
        '\\' | '_' | '*' if !quoted => {
            escaped = true;
            None
        }
        '"' => {
            quoted = !quoted;
            None
        }
        '[' if !quoted => {
            bracket = true;
            None
        }
        ']' if !quoted => {
            bracket = false;
            None
        }
        _ if quoted || bracket => None,
        c => Some(c),
    };
    format.chars().filter_map(meaning).take_while(|c| *c != ';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_percentages_are_told_from_numbers() {
        for format in ["yyyy-mm-dd", "m\"月\"d\"日\"", "[$-804]yyyy\"年\"m\"月\";@", "h:mm:ss", "d.m.yyyy hh:mm"] {
            assert!(is_date(format) && !is_percent(format), "{format}");
        }
        for format in ["", "General", "0.00", "#,##0", "0\"日\"", "[Red]0", "0\\d", "@"] {
            assert!(!is_date(format) && !is_percent(format), "{format}");
        }
        for format in ["0%", "0.00%;[Red]-0.00%", "[Blue]0.0%"] {
            assert!(is_percent(format) && !is_date(format), "{format}");
        }
        assert!(!is_percent("0\"%\"") && !is_percent("0\\%") && !is_percent("0;0%"));
    }
}
