//! How wide the columns of a printed table are, and which stand beside each other.

use super::INSET;
use crate::typeface::{Weight, width};

/// A column of words is not made narrower than this (em).
const NARROWEST: f32 = 5.0;
/// Type is made smaller down to this share of its size before columns go on sheets of their own.
const SMALLEST: f32 = 0.7;
/// What rounding may take (em).
const SPARE: f32 = 0.05;

/// Columns that stand beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub columns: Vec<Column>,
    /// What the type is multiplied by.
    pub scale: f32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Which it is.
    pub at: usize,
    /// In ems of the group's type.
    pub width: f32,
    /// Numbers end at the right.
    pub is_number: bool,
}

/// A column as its content wants it.
#[derive(Clone, Copy)]
struct Wish {
    at: usize,
    natural: f32,
    least: f32,
    is_number: bool,
}

/// Returns the columns in groups that fit a width (em of the standard type). Each group begins with the first column.
pub fn groups(heads: &[String], rows: &[Vec<String>], room: f32) -> Vec<Group> {
    let wishes: Vec<Wish> = (0..heads.len()).map(|at| wish(at, &heads[at], rows)).collect();
    let least = |wishes: &[Wish]| wishes.iter().map(|wish| wish.least).sum::<f32>();
    if least(&wishes) <= room / SMALLEST {
        return vec![group(&wishes, room)];
    }
    let first = wishes[0];
    let mut groups = Vec::new();
    let mut beside = vec![first];
    for wish in &wishes[1..] {
        if beside.len() > 1 && least(&beside) + wish.least > room / SMALLEST {
            groups.push(group(&beside, room));
            beside = vec![first];
        }
        beside.push(*wish);
    }
    groups.push(group(&beside, room));
    groups
}

fn wish(at: usize, head: &str, rows: &[Vec<String>]) -> Wish {
    let cells = || rows.iter().map(|row| row[at].as_str()).filter(|words| !words.is_empty());
    let is_number = cells().next().is_some() && cells().all(is_number);
    let widest = |words: &str, weight| words.split('\n').map(|line| width(line, weight)).fold(0.0, f32::max);
    let content = cells().map(|words| widest(words, Weight::Regular)).fold(0.0, f32::max);
    let natural = widest(head, Weight::Bold).max(content) + 2.0 * INSET + SPARE;
    // A number is never broken; its head may be.
    let least = if is_number { content + 2.0 * INSET + SPARE } else { natural.min(NARROWEST) };
    Wish { at, natural, least: least.max(2.0 * INSET + 1.0 + SPARE), is_number }
}

/// 1066, −3.5, 41.0%, 0.4‰, and the dash that stands for none.
fn is_number(words: &str) -> bool {
    let digits = words.trim_start_matches(['-', '−', '+']).trim_end_matches(['%', '％', '‰']);
    words == "—" || (!digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.'))
}

/// Gives each column what it wants, or, where there is no room for that, the same most to all that want more.
fn group(wishes: &[Wish], room: f32) -> Group {
    let least: f32 = wishes.iter().map(|wish| wish.least).sum();
    let scale = (room / least).clamp(SMALLEST, 1.0);
    let room = room / scale;
    let given = |most: f32| wishes.iter().map(move |wish| wish.natural.min(most).max(wish.least));
    // Halving the span finds the most that fits; forty times is finer than a thousandth of a letter.
    let (mut low, mut high) = (0.0, room);
    for _ in 0..40 {
        let most = (low + high) / 2.0;
        if given(most).sum::<f32>() <= room { low = most } else { high = most }
    }
    let widths: Vec<f32> = given(low).collect();
    // What is left over goes to the words.
    let left = (room - widths.iter().sum::<f32>()).max(0.0);
    let wordy: f32 = wishes.iter().zip(&widths).filter(|(wish, _)| !wish.is_number).map(|(_, width)| width).sum();
    let share = |wish: &Wish, width: f32| if wish.is_number || wordy == 0.0 { 0.0 } else { left * width / wordy };
    let columns = wishes.iter().zip(&widths);
    let columns = columns.map(|(wish, width)| Column { at: wish.at, width: width + share(wish, *width), is_number: wish.is_number });
    Group { columns: columns.collect(), scale }
}
