//! What changed since the period before.

use super::{Judged, lights};
use crate::refs::measure_ref;
use crate::wire::{Lights, LightsChange, Turn, Turned, Turns};
use domain::judge::Light;

/// Returns in which way a light changed, if it did.
fn turn(before: Light, after: Light) -> Option<Turn> {
    match (before, after) {
        _ if before == after => None,
        (Light::Grey, _) => Some(Turn::Lit),
        (_, Light::Grey) => Some(Turn::Dark),
        _ if after > before => Some(Turn::Worse),
        _ => Some(Turn::Better),
    }
}

fn turn_of(one: &Judged) -> Option<Turn> {
    turn(one.before?.0, one.now.light)
}

/// Returns how many measures turned in which way.
pub(super) fn count<'a>(judged: impl IntoIterator<Item = &'a Judged<'a>>) -> Turns {
    let mut turns = Turns::default();
    for turn in judged.into_iter().filter_map(turn_of) {
        *match turn {
            Turn::Worse => &mut turns.worse,
            Turn::Dark => &mut turns.dark,
            Turn::Better => &mut turns.better,
            Turn::Lit => &mut turns.lit,
        } += 1;
    }
    turns
}

/// Returns how many more of each light there are than before.
pub(super) fn change(judged: &[Judged]) -> LightsChange {
    let mut before = Lights::default();
    judged.iter().filter_map(|one| one.before).for_each(|(light, _)| before.count(light));
    let now = lights(judged);
    let more = |now: u32, before: u32| now as i32 - before as i32;
    LightsChange {
        done: more(now.done, before.done),
        green: more(now.green, before.green),
        yellow: more(now.yellow, before.yellow),
        red: more(now.red, before.red),
        grey: more(now.grey, before.grey),
    }
}

/// Returns the measures whose light changed: worsened ones first, among them the worst now; then those without a light.
pub(super) fn turned(judged: &[Judged]) -> Vec<Turned> {
    let one = |one: &Judged| {
        let (before, before_word) = one.before?;
        let after = one.now.light;
        let grey = |light: Light, word: Option<&str>| word.filter(|_| light == Light::Grey).map(str::to_owned);
        let reason = one.now.worst().map(|(row, standing)| format!("{}：{}", row.data.indicator.name, standing.judgement.reason));
        Some(Turned {
            measure: measure_ref(&one.measure.measure),
            turn: turn(before, after)?,
            before,
            before_word: grey(before, before_word),
            after,
            after_word: grey(after, one.now.word()),
            reason: reason.unwrap_or_default(),
        })
    };
    let mut turned: Vec<Turned> = judged.iter().filter_map(one).collect();
    turned.sort_by_key(|one| (one.turn, std::cmp::Reverse(one.after)));
    turned
}

#[cfg(test)]
mod tests {
    use super::*;
    use Light::*;

    #[test]
    fn a_light_gets_worse_or_better_goes_out_or_on() {
        let turns = [(Green, Red), (Done, Green), (Yellow, Grey), (Red, Yellow), (Green, Done), (Grey, Done), (Red, Red), (Grey, Grey)];
        let want =
            [Some(Turn::Worse), Some(Turn::Worse), Some(Turn::Dark), Some(Turn::Better), Some(Turn::Better), Some(Turn::Lit), None, None];
        assert_eq!(turns.map(|(before, after)| turn(before, after)), want);
    }
}
