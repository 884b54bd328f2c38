//! Decks kept under a name.

use super::make;
use crate::wire::{DeckInfo, DeckSave, Nothing, OfDeck};
use crate::{ApiError, App, plans};
use domain::Uid;
use store::{Deck, OperationKind, Store, Stored};

/// The longest name of a deck.
const NAME: usize = 60;
/// The longest words to say at a slide.
const TALK: usize = 4000;

/// Keeps which slides a deck has in which order, and what to say at them in a period.
///
/// # Errors
/// Where the name is missing, too long or taken, no slide is chosen, one is not there in the period, or the words are too long.
pub fn save(app: &mut App, save: DeckSave) -> Result<DeckInfo, ApiError> {
    let made = make(app, save.plan, save.period, false)?;
    let name = save.name.trim().to_owned();
    if name.is_empty() {
        return Err(ApiError::invalid("幻灯还没有名称").hint("写一个名称，例如：月度例会"));
    }
    if name.chars().count() > NAME {
        return Err(ApiError::invalid(format!("幻灯名称最多{NAME}个字，现在有{}个字", name.chars().count())).hint("请缩短名称"));
    }
    let mut slides: Vec<String> = Vec::new();
    for key in &save.slides {
        // A further page goes wherever its first one goes.
        let of = made.iter().find(|one| one.key == *key).map(|one| one.of.clone().unwrap_or_else(|| key.clone()));
        let key = of.unwrap_or_else(|| key.clone());
        if !slides.contains(&key) {
            slides.push(key);
        }
    }
    if slides.is_empty() {
        return Err(ApiError::invalid("一张幻灯也没有选").hint("至少勾选一张幻灯"));
    }
    for talk in &save.talk {
        let length = talk.text.chars().count();
        if length > TALK {
            return Err(ApiError::invalid(format!("一张幻灯的讲解要点最多{TALK}个字，“{}”有{length}个字", talk.key)).hint("请精简"));
        }
    }
    let store = app.store()?;
    let plan = plans::plan(store, save.plan)?;
    let known = save.deck.map(|uid| of_plan(store, plan.id, uid)).transpose()?;
    let before = known.as_ref().map(|deck| store.deck_slides(deck.id)).transpose()?.unwrap_or_default();
    // A slide that is not there in this period may have been chosen in another.
    if let Some(key) = slides.iter().find(|key| !made.iter().any(|one| one.key == **key) && !before.contains(key)) {
        return Err(super::missing(key));
    }
    if let Some(taken) = store.decks(plan.id)?.iter().find(|one| one.data.name == name && Some(one.data.uid) != save.deck) {
        return Err(ApiError::invalid(format!("这份计划已经有名为“{}”的幻灯", taken.data.name)).hint("换一个名称，或者打开它再保存"));
    }
    let label = format!("保存幻灯“{name}”（{}张）", slides.len());
    let operation = app.operation(OperationKind::Edit, label);
    let uid = known.as_ref().map_or_else(|| app.new_uid(), |deck| deck.data.uid);
    app.store_mut()?.transact(operation, |w| -> Result<(), ApiError> {
        let id = match &known {
            Some(deck) => {
                w.rename_deck(deck.id, &name)?;
                deck.id
            }
            None => w.insert_deck(&Deck { uid, plan_id: plan.id, name: name.clone() })?,
        };
        w.set_deck_slides(id, &slides)?;
        for talk in &save.talk {
            let text = talk.text.trim();
            w.set_deck_talk(id, &talk.key, save.period, (!text.is_empty()).then_some(text))?;
        }
        Ok(())
    })?;
    Ok(DeckInfo { id: uid, name, slides: slides.len() as u32 })
}

/// Takes a deck away.
///
/// # Errors
/// Where it is not there any more.
pub fn delete(app: &mut App, of: OfDeck) -> Result<Nothing, ApiError> {
    let deck = app.store()?.deck(of.deck)?.ok_or_else(gone)?;
    let operation = app.operation(OperationKind::Edit, format!("删除幻灯“{}”", deck.data.name));
    app.store_mut()?.transact(operation, |w| w.delete_deck(deck.id).map_err(ApiError::from))?;
    Ok(Nothing {})
}

/// Returns the deck of a plan that an id or a name means.
///
/// # Errors
/// Where there is none.
pub fn named(app: &App, plan: Uid, text: &str) -> Result<Uid, ApiError> {
    let (store, text) = (app.store()?, text.trim());
    let plan = plans::plan(store, plan)?;
    let decks = store.decks(plan.id)?;
    let found = decks.iter().find(|one| one.data.name == text || one.data.uid.to_string() == text);
    found.map(|one| one.data.uid).ok_or_else(|| {
        let names: Vec<&str> = decks.iter().map(|one| one.data.name.as_str()).collect();
        let hint = if names.is_empty() {
            "这份计划还没有保存过幻灯".to_owned()
        } else {
            format!("已保存的有：{}", names.join("、"))
        };
        ApiError::not_found(format!("没有名为“{text}”的幻灯")).hint(hint)
    })
}

/// Returns a deck of a plan.
pub(super) fn of_plan(store: &Store, plan_id: i64, uid: Uid) -> Result<Stored<Deck>, ApiError> {
    store.deck(uid)?.filter(|deck| deck.data.plan_id == plan_id).ok_or_else(gone)
}

fn gone() -> ApiError {
    ApiError::not_found("这套幻灯已经删除").hint("请另选一套，或者用程序建议的幻灯")
}
