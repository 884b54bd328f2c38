//! What a file in hand is to what was sent and what came back before: current or out of date, fitting or not.

use super::compare::{Came, Incoming};
use crate::ApiError;
use crate::shown::moment;
use chrono::FixedOffset;
use domain::{Granularity, Period, Uid};
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;
use store::{Exchange, Return, Store, Stored};
use workbook::{ProblemCode, RowId};

/// What was sent for a plan, and what came back, newest first; found by unit and period, for a thousand units ask in turn.
pub(crate) struct Post {
    pub(crate) exchanges: Vec<Stored<Exchange>>,
    pub(crate) returns: Vec<Stored<Return>>,
    sent: HashMap<(i64, Period), Vec<usize>>,
    came: HashMap<i64, Vec<usize>>,
}

/// The post of each plan, read once.
pub(crate) struct PostOffice<'a> {
    pub(crate) store: &'a Store,
    offset: FixedOffset,
    plans: HashMap<i64, Rc<Post>>,
    units: Option<Rc<HashMap<i64, String>>>,
}

/// What one file is to its exchange.
#[derive(Default)]
pub(crate) struct Bearing {
    /// It answers an earlier sending than the newest to its unit for its period: when the newest was sent.
    pub(crate) outdated: Option<String>,
    /// It is older than a return that was merged: in a few words, which and why.
    pub(crate) older: Option<String>,
    /// What in it does not fit its exchange, in a sentence.
    pub(crate) mismatch: Option<String>,
}

impl Bearing {
    /// Returns true for a file that is no current answer.
    pub(crate) fn is_old(&self) -> bool {
        self.outdated.is_some() || self.older.is_some()
    }
}

impl Post {
    fn new(exchanges: Vec<Stored<Exchange>>, returns: Vec<Stored<Return>>) -> Post {
        let (mut sent, mut came) = (HashMap::<_, Vec<usize>>::new(), HashMap::<_, Vec<usize>>::new());
        for (at, exchange) in exchanges.iter().enumerate() {
            sent.entry((exchange.data.unit_id, exchange.data.period)).or_default().push(at);
        }
        for (at, back) in returns.iter().enumerate() {
            came.entry(back.data.exchange_id.unwrap_or_default()).or_default().push(at);
        }
        Post { exchanges, returns, sent, came }
    }

    /// Returns the newest workbook sent to a unit for a period.
    pub(crate) fn newest(&self, unit: i64, period: Period) -> Option<&Stored<Exchange>> {
        self.of(unit, period).max_by_key(|exchange| (exchange.data.sent_at, exchange.id))
    }

    /// Returns the workbooks sent to a unit for a period.
    pub(crate) fn of(&self, unit: i64, period: Period) -> impl Iterator<Item = &Stored<Exchange>> {
        self.sent.get(&(unit, period)).into_iter().flatten().map(|at| &self.exchanges[*at])
    }

    /// Returns the returns of a unit for a period, newest first, each with the exchange it answers.
    pub(crate) fn returned(&self, unit: i64, period: Period) -> Vec<(&Stored<Exchange>, &Stored<Return>)> {
        let came = |exchange: &Stored<Exchange>| self.came.get(&exchange.id).into_iter().flatten().map(|at| &self.returns[*at]);
        let mut returned: Vec<_> = self.of(unit, period).flat_map(|exchange| came(exchange).map(move |back| (exchange, back))).collect();
        returned.sort_by_key(|(_, back)| std::cmp::Reverse(back.id));
        returned
    }
}

impl<'a> PostOffice<'a> {
    /// Returns the post of a ledger, of which nothing is read yet; `offset` is that of the clock here.
    pub(crate) fn new(store: &'a Store, offset: FixedOffset) -> PostOffice<'a> {
        PostOffice { store, offset, plans: HashMap::new(), units: None }
    }

    /// Returns the post of a plan.
    pub(crate) fn of_plan(&mut self, plan: i64) -> Result<Rc<Post>, ApiError> {
        if let Some(post) = self.plans.get(&plan) {
            return Ok(post.clone());
        }
        let post = Rc::new(Post::new(self.store.exchanges(plan)?, self.store.returns(plan)?));
        self.plans.insert(plan, post.clone());
        Ok(post)
    }

    /// Returns the names of the units of the ledger.
    pub(crate) fn units(&mut self) -> Result<Rc<HashMap<i64, String>>, ApiError> {
        if self.units.is_none() {
            let units = self.store.units()?.into_iter().map(|row| (row.id, row.unit.name)).collect();
            self.units = Some(Rc::new(units));
        }
        Ok(self.units.clone().unwrap_or_default())
    }

    /// Returns the name of a unit.
    pub(crate) fn unit(&mut self, id: i64) -> Result<String, ApiError> {
        Ok(self.units()?.get(&id).cloned().unwrap_or_default())
    }

    /// Returns what a file that answers an exchange is to it.
    pub(crate) fn bearing(
        &mut self,
        file: &Incoming,
        content: &workbook::Return,
        exchange: &Stored<Exchange>,
    ) -> Result<Bearing, ApiError> {
        let post = self.of_plan(exchange.data.plan_id)?;
        let (unit, period) = (exchange.data.unit_id, exchange.data.period);
        let newest = post.newest(unit, period).filter(|newest| newest.id != exchange.id);
        Ok(Bearing {
            outdated: newest.map(|newest| moment(newest.data.sent_at, self.offset)),
            older: self.older(&post, file, exchange),
            mismatch: self.mismatch(content, exchange)?,
        })
    }

    /// A file is older than a return that was merged for the same unit and period if it was saved before it; where the moments
    /// are equal or one is not known, if it answers an earlier sending, or if the same bytes were merged before that return.
    fn older(&self, post: &Post, file: &Incoming, exchange: &Stored<Exchange>) -> Option<String> {
        let own = file.saved_at(self.offset);
        let returned = post.returned(exchange.data.unit_id, exchange.data.period);
        let before = returned.iter().find(|(_, back)| back.data.sha256 == file.sha256).map(|(_, back)| back.id);
        let newer = returned.iter().find(|(answered, back)| {
            let by_time = own.zip(back.data.saved_at).map(|(own, saved)| own.cmp(&saved)).filter(|order| order.is_ne());
            let later = by_time.map_or_else(
                || {
                    (answered.data.sent_at, answered.id) > (exchange.data.sent_at, exchange.id)
                        || before.is_some_and(|before| before < back.id)
                },
                |order| order.is_lt(),
            );
            later && back.data.sha256 != file.sha256
        });
        newer.map(|(_, back)| match (own, back.data.saved_at) {
            (Some(own), Some(saved)) if own < saved => format!("已合并的“{}”保存于{}", back.data.file_name, moment(saved, self.offset)),
            _ => format!("“{}”已在{}合并", back.data.file_name, moment(back.data.received_at, self.offset)),
        })
    }

    fn mismatch(&mut self, content: &workbook::Return, exchange: &Stored<Exchange>) -> Result<Option<String>, ApiError> {
        if content.problems.iter().any(|problem| problem.code == ProblemCode::ExchangeDisagrees) {
            return Ok(Some("文件里有不同的交换编号，可能由几份表拼成".to_owned()));
        }
        for name in &content.units {
            // A name nobody goes by may be an abbreviation, or what the unit was called before.
            if let Some(named) = self.store.unit_by_name(name)?.filter(|named| named.id != exchange.data.unit_id) {
                let sent_to = self.unit(exchange.data.unit_id)?;
                return Ok(Some(format!("表里写的填报单位是“{}”，这份表发给“{sent_to}”", named.data.name)));
            }
        }
        let period = exchange.data.period;
        if let Some(other) = content.periods.iter().find_map(|said| period_of(said, period.year()).filter(|said| *said != period)) {
            return Ok(Some(format!("表里写的期次是{}，这份表是{}的", other.zh(), period.zh())));
        }
        let ids = || content.rows.iter().map(|row| &row.id).chain(content.told.iter().map(|row| &row.id));
        let known = ids().any(|id| matches!(id, RowId::Known(_)));
        Ok((!known && ids().next().is_some()).then(|| "没有一行对得上发出的指标或任务".to_owned()))
    }

    /// Returns which workbook a file that could not be read was, by its name alone: the newest whose name it bears.
    pub(crate) fn by_file_name(&mut self, plan: i64, name: &str) -> Result<Option<Stored<Exchange>>, ApiError> {
        let post = self.of_plan(plan)?;
        let stem = stem(name);
        // Programs add “（2）”, “ - 副本” and the like to the end.
        let bears = |exchange: &&Stored<Exchange>| stem.starts_with(&self::stem(&exchange.data.file_name));
        Ok(post.exchanges.iter().filter(bears).max_by_key(|exchange| (exchange.data.file_name.len(), exchange.data.sent_at)).cloned())
    }
}

/// Returns a period written as a code or in words, of these years or those next to them.
pub(crate) fn period_of(said: &str, year: i32) -> Option<Period> {
    let said: String = said.chars().filter(|c| !c.is_whitespace()).collect();
    if let Ok(period) = said.parse() {
        return Some(period);
    }
    let granularities = [Granularity::Month, Granularity::Quarter, Granularity::Half, Granularity::Year];
    let of_year = |year: i32| {
        let of =
            move |granularity: Granularity| (0..12 / granularity.months()).filter_map(move |index| Period::of(granularity, year, index));
        granularities.into_iter().flat_map(of)
    };
    (year - 5..=year + 5).flat_map(of_year).find(|period| period.zh() == said)
}

fn stem(name: &str) -> String {
    Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

impl Incoming {
    /// Returns true if a workbook has a row of its own, with a good id, for an indicator or a measure.
    pub(crate) fn has_row(&self, of: Uid) -> bool {
        let Ok(Came::Workbook(content)) = &self.content else { return false };
        let mut ids = content.rows.iter().map(|row| &row.id).chain(content.told.iter().map(|row| &row.id));
        ids.any(|id| *id == RowId::Known(of))
    }

    /// Returns who saved the file last, as it says itself.
    pub(crate) fn saved_by(&self) -> Option<String> {
        match self.content.as_ref().ok()? {
            Came::Workbook(content) => content.saved.by.clone(),
            Came::Package(cover, _) => Some(cover.made_by.clone()),
        }
    }

    /// Returns when the file was saved last, as it says itself, in milliseconds since 1970.
    pub(crate) fn saved_at(&self, offset: FixedOffset) -> Option<i64> {
        match self.content.as_ref().ok()? {
            Came::Workbook(content) => content.saved.at.and_then(|at| at.millis(offset)),
            Came::Package(cover, _) => Some(cover.made_at),
        }
    }
}
