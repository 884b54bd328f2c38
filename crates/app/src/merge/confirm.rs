//! Rows that have lost their ids: what they probably are, and what a person has confirmed them to be.
//!
//! Nothing is taken from such a row before a person has said which indicator or measure it is; then it is a row like any other.

use super::Merging;
use super::bearing::{Post, PostOffice, period_of};
use super::compare::{Came, Incoming};
use super::sheet::{filled, raw};
use crate::shown::moment;
use crate::wire::{ConfirmedRow, ExchangeChoice, FileProposal, MergeConfirm, MergeReport, RowCandidate, RowFit, RowProposal, RowWords};
use crate::{ApiError, App};
use chrono::FixedOffset;
use domain::{Field, Passage, Uid};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use store::{Exchange, MeasureRow, Store, Stored};
use workbook::{Fit, Lost, Return, ReturnRow, RowId, Sending, Words};

/// What a person has confirmed of the files in hand.
#[derive(Clone, Default)]
pub(crate) struct Confirmed {
    /// Which sending a file answers that does not say.
    pub(crate) exchanges: HashMap<usize, Uid>,
    /// What a row is, by its key.
    pub(crate) rows: HashMap<String, Uid>,
}

impl Confirmed {
    /// Returns a file as if its confirmed rows had their ids.
    pub(crate) fn applied<'a>(&self, file: usize, content: &'a Return) -> Cow<'a, Return> {
        let own = format!("{file}:");
        if !self.rows.keys().any(|key| key.starts_with(&own)) {
            return Cow::Borrowed(content);
        }
        let mut content = content.clone();
        self.place(file, &mut content.rows);
        self.place(file, &mut content.told);
        Cow::Owned(content)
    }

    fn place<K: Ord>(&self, file: usize, rows: &mut [ReturnRow<K>]) {
        for row in rows {
            if let Some(uid) = self.rows.get(&row_key(file, row)) {
                row.id = RowId::Known(*uid);
            }
        }
    }
}

/// Returns the key of a row.
pub(crate) fn row_key<K: Ord>(file: usize, row: &ReturnRow<K>) -> String {
    format!("{file}:{}!{}", row.sheet, row.row_number)
}

/// Finds what the rows without ids of a file may be; none if every row that holds something has its id.
pub(crate) fn proposal(
    post: &mut PostOffice<'_>,
    file: usize,
    incoming: &Incoming,
    known: Option<&Stored<Exchange>>,
    confirmed: &Confirmed,
    offset: FixedOffset,
) -> Result<Option<FileProposal>, ApiError> {
    let Ok(Came::Workbook(content)) = &incoming.content else { return Ok(None) };
    let any_lost = content.rows.iter().any(ReturnRow::is_lost) || content.told.iter().any(ReturnRow::is_lost);
    // A form of another ledger says so; only one that says nothing may be anybody's.
    let says_nothing = content.exchange.is_none();
    if !any_lost || (known.is_none() && !says_nothing) {
        return Ok(None);
    }
    let choices = if says_nothing { possible(post, incoming, content)? } else { Vec::new() };
    let exchange = known.cloned().or_else(|| if let [one] = choices.as_slice() { Some(one.clone()) } else { None });
    if exchange.is_none() && choices.is_empty() {
        return Ok(None);
    }
    let rows = match &exchange {
        Some(exchange) => rows(post.store, file, content, exchange, confirmed)?,
        None => Vec::new(),
    };
    let exchanges = choices.iter().map(|choice| described(post, choice, offset)).collect::<Result<_, ApiError>>()?;
    Ok(Some(FileProposal {
        file: incoming.name.clone(),
        file_at: file as u32,
        exchanges,
        exchange: exchange.map(|exchange| exchange.data.uid),
        rows,
    }))
}

/// Returns the newest sendings a file may answer that does not say: of the unit it names, for the period it names.
fn possible(post: &mut PostOffice<'_>, incoming: &Incoming, content: &Return) -> Result<Vec<Stored<Exchange>>, ApiError> {
    let store = post.store;
    let mut units = HashSet::new();
    for name in &content.units {
        units.extend(store.unit_by_name(name)?.map(|unit| unit.id));
    }
    let mut around: Vec<&str> =
        content.rows.iter().map(|row| &row.sheet).chain(content.told.iter().map(|row| &row.sheet)).map(String::as_str).collect();
    around.push(&incoming.name);
    if units.is_empty() {
        let all = post.units()?;
        let named = |(_, name): &(&i64, &String)| around.iter().any(|text| text.contains(name.as_str()));
        // Of 东湖区卫生健康局 and 东湖区卫生健康局妇幼科 the longer is meant.
        let longest = all.iter().filter(named).max_by_key(|(_, name)| name.len());
        units.extend(longest.map(|(id, _)| *id));
    }
    let mut possible = Vec::new();
    for plan in store.plans()? {
        let current = post.of_plan(plan.id)?;
        for exchange in current.exchanges.iter().filter(|exchange| units.contains(&exchange.data.unit_id)) {
            let data = &exchange.data;
            let newest = current.newest(data.unit_id, data.period).is_some_and(|newest| newest.id == exchange.id);
            let said: Vec<_> = content.periods.iter().filter_map(|said| period_of(said, data.period.year())).collect();
            let fits = if said.is_empty() { in_words(&around, &current, exchange) } else { said.contains(&data.period) };
            if newest && fits {
                possible.push(exchange.clone());
            }
        }
    }
    Ok(possible)
}

/// Where a file names no period: the one in its name, or any.
fn in_words(around: &[&str], post: &Post, exchange: &Stored<Exchange>) -> bool {
    let names = |period: domain::Period| around.iter().any(|text| text.contains(&period.zh()));
    names(exchange.data.period) || !post.exchanges.iter().any(|other| names(other.data.period))
}

fn described(post: &mut PostOffice<'_>, choice: &Stored<Exchange>, offset: FixedOffset) -> Result<ExchangeChoice, ApiError> {
    let plan = post.store.plans()?.into_iter().find(|plan| plan.id == choice.data.plan_id);
    Ok(ExchangeChoice {
        exchange: choice.data.uid,
        plan: plan.map(|plan| plan.data.title).unwrap_or_default(),
        unit: post.unit(choice.data.unit_id)?,
        period: choice.data.period.zh(),
        sent_at: moment(choice.data.sent_at, offset),
    })
}

/// Returns what the rows without ids may be, those of figures first.
fn rows(
    store: &Store,
    file: usize,
    content: &Return,
    exchange: &Stored<Exchange>,
    confirmed: &Confirmed,
) -> Result<Vec<RowProposal>, ApiError> {
    let (figures, told) = sent_words(store, exchange)?;
    let in_file = InFile { file, is_said: content.exchange.is_some(), exchange: exchange.data.uid, confirmed };
    let mut rows = in_file.proposed(&content.rows, ReturnRow::<Field>::words, Field::zh, &figures);
    rows.extend(in_file.proposed(&content.told, ReturnRow::<Passage>::words, Passage::zh, &told));
    Ok(rows)
}

/// A file whose rows are looked for in a sending.
struct InFile<'a> {
    file: usize,
    /// True if the file itself says which sending it answers.
    is_said: bool,
    exchange: Uid,
    confirmed: &'a Confirmed,
}

impl InFile<'_> {
    /// Returns what the rows of one kind without ids may be: `words` is what a row says of itself, `zh` the name of a cell.
    fn proposed<K: Ord + Copy>(
        &self,
        rows: &[ReturnRow<K>],
        words: fn(&ReturnRow<K>) -> Words,
        zh: fn(K) -> &'static str,
        sent: &[(Uid, Words)],
    ) -> Vec<RowProposal> {
        let own: HashSet<Uid> = rows.iter().filter_map(|row| if let RowId::Known(uid) = row.id { Some(uid) } else { None }).collect();
        let sending = Sending { exchange: self.exchange, is_said: self.is_said, rows: sent };
        let lost = workbook::match_lost(rows, words, &sending);
        let proposed = lost.into_iter().map(|Lost { row, found }| {
            let key = row_key(self.file, row);
            let candidate = |at: &usize| {
                let (uid, words) = &sent[*at];
                RowCandidate { indicator: *uid, words: shown(words), taken: own.contains(uid) || self.taken_by_another(&key, *uid) }
            };
            RowProposal {
                sheet: row.sheet.clone(),
                row: row.row_number,
                words: shown(&words(row)),
                filled: filled_in(row, zh),
                fit: match found.fit {
                    Fit::Exact => RowFit::Exact,
                    Fit::Similar => RowFit::Similar,
                    Fit::Several => RowFit::Several,
                    Fit::None => RowFit::None,
                },
                candidates: found.candidates.iter().map(candidate).collect(),
                confirmed: self.confirmed.rows.get(&key).copied(),
                key,
            }
        });
        proposed.collect()
    }

    fn taken_by_another(&self, key: &str, uid: Uid) -> bool {
        let prefix = format!("{}:", self.file);
        self.confirmed.rows.iter().any(|(other, taken)| other != key && *taken == uid && other.starts_with(&prefix))
    }
}

/// The rows of a sheet as they were worded, in the order of the form.
type SentWords = Vec<(Uid, Words)>;

/// Returns what was sent: the rows of figures, and those that are told in.
fn sent_words(store: &Store, exchange: &Stored<Exchange>) -> Result<(SentWords, SentWords), ApiError> {
    let measures = store.measures(exchange.data.plan_id)?;
    let named = |row: &MeasureRow| format!("{} {}", row.measure.number.as_deref().unwrap_or_default(), row.measure.title).trim().to_owned();
    let names: HashMap<i64, String> = measures.iter().map(|row| (row.id, named(row))).collect();
    let sent: HashSet<i64> = store.exchange_cells(exchange.id)?.into_iter().map(|cell| cell.indicator_id).collect();
    let rows = store.indicators(exchange.data.plan_id)?.into_iter().filter(|row| sent.contains(&row.id));
    let figures = (1..).zip(rows).map(|(number, row): (usize, _)| {
        let measure = row.data.measure_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
        (row.data.uid, Words { number: number.to_string(), measure, name: row.data.indicator.name })
    });
    let sent: HashSet<i64> = store.exchange_texts(exchange.id)?.into_iter().map(|text| text.measure_id).collect();
    let rows = measures.iter().filter(|row| sent.contains(&row.id));
    let told = (1..)
        .zip(rows)
        .map(|(number, row): (usize, _)| (row.measure.uid, Words { number: number.to_string(), measure: String::new(), name: named(row) }));
    Ok((figures.collect(), told.collect()))
}

fn shown(words: &Words) -> RowWords {
    RowWords { number: words.number.clone(), measure: words.measure.clone(), indicator: words.name.clone() }
}

fn filled_in<K: Ord + Copy>(row: &ReturnRow<K>, zh: fn(K) -> &'static str) -> String {
    let cells = row.cells.iter().filter(|(_, cell)| filled(cell));
    cells.map(|(key, cell)| format!("{} {}", zh(*key), raw(cell))).collect::<Vec<_>>().join("，")
}

/// Takes what a person says of the rows of a file, and returns the preview with them in their places; nothing is written.
pub(crate) fn confirm(app: &mut App, request: MergeConfirm) -> Result<MergeReport, ApiError> {
    let file = request.file_at as usize;
    let offset = *app.host.now().offset();
    let merging = app.merging.as_ref().ok_or_else(|| ApiError::not_found("没有待合并的填报表").hint("先添加收到的文件"))?;
    let mut confirmed = merging.confirmed.clone();
    if let Some(exchange) = request.exchange {
        // What was confirmed against another sending is not said of this one.
        if confirmed.exchanges.insert(file, exchange) != Some(exchange) {
            let prefix = format!("{file}:");
            confirmed.rows.retain(|key, _| !key.starts_with(&prefix));
        }
    }
    let mut post = PostOffice::new(app.store()?, offset);
    let proposal = proposal_of(&mut post, merging, &confirmed, file, offset)?;
    let exchange = proposal.exchange.ok_or_else(|| ApiError::invalid("还不知道这份表是哪一次发出的").hint("先选定单位和期次"))?;
    if !proposal.exchanges.is_empty() && !proposal.exchanges.iter().any(|choice| choice.exchange == exchange) {
        return Err(ApiError::not_found("这份表不可能是那一次发出的"));
    }
    let own_row = |uid| merging.files.get(file).is_some_and(|incoming| incoming.has_row(uid));
    for row in &request.rows {
        confirm_row(&proposal, row, &own_row, &mut confirmed)?;
    }
    let own = format!("{file}:");
    if !proposal.exchanges.is_empty() && confirmed.rows.keys().any(|key| key.starts_with(&own)) {
        confirmed.exchanges.insert(file, exchange);
    }
    if let Some(merging) = &mut app.merging {
        merging.confirmed = confirmed;
    }
    super::show(app, crate::wire::Nothing {})?.ok_or_else(|| ApiError::internal("预览不见了"))
}

fn proposal_of(
    post: &mut PostOffice<'_>,
    merging: &Merging,
    confirmed: &Confirmed,
    file: usize,
    offset: FixedOffset,
) -> Result<FileProposal, ApiError> {
    let nothing = || ApiError::not_found("这份文件里没有要确认的行");
    let incoming = merging.files.get(file).ok_or_else(nothing)?;
    let known = super::compare::answered(post.store, file, incoming, confirmed)?;
    proposal(post, file, incoming, known.as_ref(), confirmed, offset)?.ok_or_else(nothing)
}

/// Takes one confirmation; `answered` is true of what has a row of its own in the file.
fn confirm_row(
    proposal: &FileProposal,
    said: &ConfirmedRow,
    answered: &dyn Fn(Uid) -> bool,
    confirmed: &mut Confirmed,
) -> Result<(), ApiError> {
    let row = proposal.rows.iter().find(|row| row.key == said.key);
    let row = row.ok_or_else(|| ApiError::not_found("这份文件里没有这一行，或它不用确认"))?;
    let Some(indicator) = said.indicator else {
        confirmed.rows.remove(&said.key);
        return Ok(());
    };
    let Some(candidate) = row.candidates.iter().find(|candidate| candidate.indicator == indicator) else {
        return Err(ApiError::not_found(format!("工作表“{}”第{}行不能确认为这一项", row.sheet, row.row)));
    };
    let prefix = format!("{}:", proposal.file_at);
    let twice = confirmed.rows.iter().any(|(key, taken)| *key != said.key && *taken == indicator && key.starts_with(&prefix));
    if twice || answered(indicator) {
        let name = &candidate.words.indicator;
        let error = ApiError::invalid(format!("工作表“{}”第{}行：“{name}”已经有别的行了", row.sheet, row.row));
        return Err(error.hint("一个指标或任务只能对应一行；请先取消那一行的确认，或跳过这一行"));
    }
    confirmed.rows.insert(said.key.clone(), indicator);
    Ok(())
}

/// Confirms every row whose number and wording are exactly those of one indicator or measure, as the user has asked for.
///
/// # Errors
/// What the ledger has to say.
pub fn confirm_exact(app: &mut App) -> Result<MergeReport, ApiError> {
    let mut report = super::show(app, crate::wire::Nothing {})?.ok_or_else(|| ApiError::not_found("没有待合并的填报表"))?;
    let mut exact: BTreeMap<u32, Vec<ConfirmedRow>> = BTreeMap::new();
    for proposal in report.proposals.iter().filter(|proposal| proposal.exchange.is_some()) {
        let rows = proposal.rows.iter().filter(|row| row.fit == RowFit::Exact && row.confirmed.is_none());
        let rows: Vec<_> = rows.map(|row| ConfirmedRow { key: row.key.clone(), indicator: Some(row.candidates[0].indicator) }).collect();
        if !rows.is_empty() {
            exact.insert(proposal.file_at, rows);
        }
    }
    for (file_at, rows) in exact {
        report = confirm(app, MergeConfirm { file_at, exchange: None, rows })?;
    }
    Ok(report)
}
