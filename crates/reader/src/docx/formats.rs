//! Numbers as Word's lists write them.

/// Writes a number in one of Word's formats.
pub fn written(n: u32, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseDigitalTenThousand"
        | "koreanCounting" => chinese(n),
        "ideographDigital" | "taiwaneseDigital" | "koreanDigital" => digits(n, "〇一二三四五六七八九"),
        "chineseLegalSimplified" | "ideographLegalTraditional" => digits(n, "零壹贰叁肆伍陆柒捌玖"),
        "ideographTraditional" => one_of(n, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => one_of(n, "子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" | "ideographEnclosedCircle" => {
            if (1..=20).contains(&n) {
                char::from_u32(0x245f + n).map_or_else(|| n.to_string(), String::from)
            } else {
                format!("（{n}）")
            }
        }
        "decimalEnclosedParen" => format!("（{n}）"),
        "decimalEnclosedFullstop" => format!("{n}."),
        "decimalFullWidth" | "decimalFullWidth2" => digits(n, "０１２３４５６７８９"),
        "decimalZero" => format!("{n:02}"),
        "upperLetter" => letter(n, b'A'),
        "lowerLetter" => letter(n, b'a'),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        _ => n.to_string(),
    }
}

fn digits(n: u32, set: &str) -> String {
    let set: Vec<char> = set.chars().collect();
    n.to_string().bytes().map(|b| set[usize::from(b - b'0')]).collect()
}

fn one_of(n: u32, set: &str) -> String {
    set.chars().nth((n as usize).wrapping_sub(1)).map_or_else(|| n.to_string(), String::from)
}

fn letter(n: u32, first: u8) -> String {
    match n {
        1..=26 => char::from(first + (n - 1) as u8).to_string(),
        _ => n.to_string(),
    }
}

fn roman(n: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&n) {
        return n.to_string();
    }
    let (mut rest, mut out) = (n, String::new());
    for (value, sign) in STEPS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

/// Writes 12 as 十二 and 105 as 一百零五.
fn chinese(n: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if n == 0 || n >= 10_000 {
        return n.to_string();
    }
    let mut out = String::new();
    let mut gap = false;
    for (scale, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = n / scale % 10;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        // 十二, not 一十二.
        if !(digit == 1 && scale == 10 && out.is_empty()) {
            out.push_str(DIGITS[digit as usize]);
        }
        out.push_str(word);
    }
    out
}
