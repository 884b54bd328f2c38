//! Words that the descriptions and tables of several kinds share.

use crate::{Head, number, sign};
use domain::Amount;
use domain::judge::Light;

/// Returns a sentence under its title.
pub fn titled(head: &Head, parts: &[String]) -> String {
    let title = if head.title.is_empty() { String::new() } else { format!("{}：", head.title) };
    format!("{title}{}", parts.join("，"))
}

/// Returns how many have which light, worst first; none where nothing is judged.
pub fn lights(lights: impl Iterator<Item = Light> + Clone, counted: &str) -> Option<String> {
    let count = |of: Light| lights.clone().filter(|light| *light == of).count();
    let lit = |light: &Light| *light != Light::Grey && count(*light) > 0;
    let words: Vec<String> = sign::ORDER.into_iter().filter(lit).map(|light| format!("{}{}{counted}", light.zh(), count(light))).collect();
    (!words.is_empty()).then(|| words.join("、"))
}

/// How many names a sentence has room for.
const NAMED: usize = 5;

/// Returns names in a sentence; of many the first and how many there are: 甲、乙、丙、丁、戊等12个单位.
pub fn named(names: &[&str], counted: &str) -> String {
    match names {
        few if few.len() <= NAMED => few.join("、"),
        many => format!("{}等{}{counted}", many[..NAMED].join("、"), many.len()),
    }
}

/// Returns a column's head with its unit of measure.
pub fn column(name: &str, unit: &str) -> String {
    if unit.is_empty() { name.to_owned() } else { format!("{name}（{unit}）") }
}

/// Returns a number in a cell; empty for none.
pub fn figure(value: Option<Amount>) -> String {
    value.map_or(String::new(), |value| number::plain(value.get()))
}
