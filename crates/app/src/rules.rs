//! The rules the ledger judges by: read, changed.

use crate::wire::{Nothing, RulesSet, RulesView};
use crate::{ApiError, App};
use domain::Amount;
use domain::judge::{self, PRESETS, Rules};
use store::{OperationKind, Store};

/// Where the rules lie among the settings.
const KEY: &str = "rules";

/// Returns the rules of a ledger; those the program comes with where none were set.
pub(crate) fn of(store: &Store) -> Result<Rules, ApiError> {
    let Some(text) = store.setting(KEY)? else { return Ok(Rules::default()) };
    let rules: Option<Rules> = serde_json::from_str(&text).ok().filter(Rules::hold);
    rules.ok_or_else(|| ApiError::unreadable("台账里的评判规则读不出来").hint("在“设置”里重新选一套规则"))
}

/// Returns the rules as the settings show them.
///
/// # Errors
/// Where no ledger is open.
pub fn show(app: &mut App, _: Nothing) -> Result<RulesView, ApiError> {
    let store = app.store()?;
    Ok(view(&of(store).unwrap_or_default()))
}

/// Changes rules; what is absent stays.
///
/// # Errors
/// Where a number is none or the rules cannot hold together; then nothing is written.
pub fn set(app: &mut App, set: RulesSet) -> Result<RulesView, ApiError> {
    let mut rules = of(app.store()?).unwrap_or_default();
    if let Some(name) = &set.preset {
        let found = PRESETS.iter().find(|(preset, _)| preset == name);
        let names: Vec<&str> = PRESETS.iter().map(|(name, _)| *name).collect();
        let unknown = || ApiError::invalid(format!("没有“{name}”这套规则")).hint(format!("现有：{}", names.join("、")));
        rules.thresholds = found.ok_or_else(unknown)?.1;
    }
    number(&set.yellow_over, "黄灯界限", &mut rules.thresholds.yellow_over)?;
    number(&set.red_over, "红灯界限", &mut rules.thresholds.red_over)?;
    number(&set.full_mark, "满分", &mut rules.score.full_mark)?;
    number(&set.bonus_cap, "加分上限", &mut rules.score.bonus_cap)?;
    number(&set.penalty_cap, "扣分上限", &mut rules.score.penalty_cap)?;
    rules.time = set.time.unwrap_or(rules.time);
    rules.combining = set.combining.unwrap_or(rules.combining);
    if !rules.hold() {
        let error =
            ApiError::invalid("这套规则不成立：黄灯界限在0到100之间，红灯界限不小于黄灯界限，满分是100或1000，加分扣分上限不超过满分");
        return Err(error.hint("请改正后再保存"));
    }
    let text = serde_json::to_string(&rules).map_err(|error| ApiError::internal(error.to_string()))?;
    let operation = app.operation(OperationKind::Setting, format!("修改评判规则：{}", said(&rules)));
    app.store_mut()?.transact(operation, |w| w.set_setting(KEY, Some(&text)))?;
    Ok(view(&rules))
}

fn number(typed: &Option<String>, name: &str, into: &mut f64) -> Result<(), ApiError> {
    if let Some(text) = typed {
        *into = Amount::parse(text).map_err(|error| ApiError::invalid(format!("{name}：{error}")))?.get();
    }
    Ok(())
}

/// Returns the rules in a sentence.
pub(crate) fn said(rules: &Rules) -> String {
    let preset = rules.preset().map_or_else(|| "自定".to_owned(), str::to_owned);
    let (yellow, red) = (judge::number(rules.thresholds.yellow_over), judge::number(rules.thresholds.red_over));
    format!(
        "{preset}，落后超过{yellow}个百分点黄灯、超过{red}个百分点红灯；时间{}；举措亮灯{}；满分{}",
        rules.time.zh(),
        rules.combining.zh(),
        judge::number(rules.score.full_mark)
    )
}

fn view(rules: &Rules) -> RulesView {
    RulesView {
        preset: rules.preset().map(str::to_owned),
        presets: PRESETS.iter().map(|(name, _)| (*name).to_owned()).collect(),
        yellow_over: rules.thresholds.yellow_over,
        red_over: rules.thresholds.red_over,
        time: rules.time,
        combining: rules.combining,
        full_mark: rules.score.full_mark,
        bonus_cap: rules.score.bonus_cap,
        penalty_cap: rules.score.penalty_cap,
        said: said(rules),
    }
}
