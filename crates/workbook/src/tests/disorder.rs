//! Any number of edits by people who mean well, in any order: no value and no passage ever goes to another row.

use super::edited::{Edited, HEAD, ID, Put, VALUE, edited, edited_told};
use super::{amount, cases, form, uid};
use crate::{Content, Fit, Return, ReturnRow, RowId, Sending, Words, match_lost, read_return, row_token};
use domain::{Field, Passage, Uid};
use proptest::prelude::*;

/// What may be done to the table.
#[derive(Clone, Debug)]
enum Edit {
    Swap(usize, usize),
    Sort(usize),
    Delete(usize),
    Copy(usize, usize),
    Insert(usize, f64),
    MoveColumn(usize, usize),
    AddColumn(usize),
    RenameColumns,
    DropColumn(usize),
    ClearId(usize),
    CopyId(usize, usize),
    ForeignRow(usize, usize),
    /// Two rows change places in one column alone: that of the names, or in other cases that of the ids.
    Shift(usize, usize),
    /// 序号 are given anew, from 1.
    Renumber,
    /// Somebody spaces a name out.
    Space(usize),
    Above(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let n = 0usize..12;
    let two = || (0usize..12, 0usize..12);
    prop_oneof![
        4 => two().prop_map(|(one, two)| Edit::Swap(one, two)),
        1 => n.clone().prop_map(Edit::Sort),
        2 => two().prop_map(|(from, to)| Edit::MoveColumn(from, to)),
        1 => n.clone().prop_map(Edit::Delete),
        1 => two().prop_map(|(from, to)| Edit::Copy(from, to)),
        1 => (n.clone(), 0.0..9.0).prop_map(|(at, value)| Edit::Insert(at, value)),
        1 => n.clone().prop_map(Edit::AddColumn),
        1 => Just(Edit::RenameColumns),
        1 => n.clone().prop_map(Edit::DropColumn),
        1 => n.clone().prop_map(Edit::ClearId),
        1 => two().prop_map(|(from, to)| Edit::CopyId(from, to)),
        1 => two().prop_map(|(from, to)| Edit::ForeignRow(from, to)),
        2 => two().prop_map(|(one, two)| Edit::Shift(one, two)),
        1 => Just(Edit::Renumber),
        1 => n.clone().prop_map(Edit::Space),
        1 => n.prop_map(Edit::Above),
    ]
}

/// A table under edit, with the columns that tell its rows apart wherever they are.
struct Table {
    edited: Edited,
    /// The rows as they were sent.
    sent: Vec<(Uid, Words)>,
    number: Option<usize>,
    name: Option<usize>,
    id: Option<usize>,
    value: Option<usize>,
    is_told: bool,
    /// Which of names and ids is shifted alone. Both, one after the other, would be a shift of the values.
    shifts_ids: bool,
}

/// A few names and measures, so that many rows are alike.
fn alike() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let measure = proptest::sample::select(vec!["1. 扩大供给", "2. 规范管理", "3. 社区办托", ""]);
    let name = proptest::sample::select(vec!["1. 新增托位", "新增托位", "新增托位数", "备案率", "机构备案率"]);
    proptest::collection::vec((measure, name), 5)
}

impl Table {
    /// Each row's value says which row it belongs to. The rows' measures and names are these, if any are given.
    fn new(is_told: bool, shifts_ids: bool, words: &[(&str, &str)]) -> Table {
        let mut edited = if is_told { edited_told() } else { edited() };
        edited.head = HEAD;
        let uids: Vec<Uid> = if is_told { (11..=15).map(uid).collect() } else { (1..=5).map(uid).collect() };
        for ((n, row), (measure, name)) in edited.rows.iter_mut().enumerate().zip(words) {
            (row[1], row[2]) = (if is_told { row[1].clone() } else { (*measure).into() }, (*name).into());
            row[ID] = row_token(form().exchange, uids[n], name).as_str().into();
        }
        for (n, row) in edited.rows.iter_mut().enumerate() {
            row[VALUE] = Put::Number(n as f64 + 1000.0);
        }
        let text = |put: &Put| if let Put::Text(text) = put { text.clone() } else { String::new() };
        let said = |(n, row): (usize, &Vec<Put>)| {
            let measure = if is_told { String::new() } else { text(&row[1]) };
            (uids[n], Words { number: (n + 1).to_string(), measure, name: text(&row[2]) })
        };
        let sent = edited.rows.iter().enumerate().map(said).collect();
        Table { edited, sent, number: Some(0), name: Some(2), id: Some(ID), value: Some(VALUE), is_told, shifts_ids }
    }

    fn columns(&mut self) -> [&mut Option<usize>; 4] {
        [&mut self.number, &mut self.name, &mut self.id, &mut self.value]
    }

    /// Edits the table, but for what leaves nothing that could tell the rows apart.
    fn edit_all(&mut self, edits: Vec<Edit>) {
        let any = |is: fn(&Edit) -> bool| edits.iter().any(is);
        let (drops, renumbers) = (any(|edit| matches!(edit, Edit::DropColumn(_))), any(|edit| matches!(edit, Edit::Renumber)));
        for edit in edits {
            // Whoever shifts ids or names and then deletes the names, or shifts names and numbers the rows anew, leaves
            // nothing to compare with.
            let shifts = matches!(edit, Edit::Shift(..) | Edit::CopyId(..));
            if shifts && (drops || (renumbers && !self.shifts_ids)) {
                continue;
            }
            let before = self.edited.rows.clone();
            self.edit(edit);
            if shifts && self.has_id_of_a_namesake() {
                self.edited.rows = before;
            }
        }
    }

    /// An id beside its own name, in the row of another that has that name too: nobody could tell.
    fn has_id_of_a_namesake(&self) -> bool {
        let (Some(name), Some(id), Some(value)) = (self.name, self.id, self.value) else { return false };
        let plain = |put: &Put| format!("{put:?}").replace(' ', "");
        let bears = |row: &[Put], n: usize| {
            let (sent, words) = &self.sent[n];
            row[id] == row_token(form().exchange, *sent, &words.name).as_str().into()
                && plain(&row[name]) == plain(&words.name.as_str().into())
                && row[value] != Put::Number(n as f64 + 1000.0)
        };
        self.edited.rows.iter().any(|row| (0..self.sent.len()).any(|n| bears(row, n)))
    }

    fn edit(&mut self, edit: Edit) {
        let rows = self.edited.rows.len();
        let columns = self.edited.headings.len();
        match edit {
            Edit::Swap(one, two) if rows > 0 => self.edited.rows.swap(one % rows, two % rows),
            Edit::Sort(by) => self.edited.rows.sort_by_key(|row| format!("{:?}", row.get(by % columns))),
            Edit::Delete(at) if rows > 0 => drop(self.edited.rows.remove(at % rows)),
            Edit::Copy(from, to) if rows > 0 => self.edited.rows.insert(to % rows, self.edited.rows[from % rows].clone()),
            Edit::Insert(at, value) => self.edited.rows.insert(at % (rows + 1), vec![Put::Number(value); columns]),
            Edit::MoveColumn(from, to) => {
                let (from, to) = (from % columns, to % columns);
                self.edited.headings.swap(from, to);
                self.edited.rows.iter_mut().for_each(|row| row.swap(from, to));
                for at in self.columns().into_iter().flatten() {
                    *at = if *at == from {
                        to
                    } else if *at == to {
                        from
                    } else {
                        *at
                    };
                }
            }
            Edit::AddColumn(at) => {
                let at = at % columns;
                self.edited.headings.insert(at, format!("附加{columns}"));
                self.edited.rows.iter_mut().for_each(|row| row.insert(at, Put::Number(3.0)));
                self.columns().into_iter().flatten().filter(|place| **place >= at).for_each(|place| *place += 1);
            }
            Edit::RenameColumns => {
                let told =
                    [("重点任务", "工作任务"), ("进展情况", "工作进展（9月）"), ("存在问题", "困难和问题"), ("下步措施", "下一步 打算")];
                let entered = [("指标", "指标 名称"), ("本期值", "本期完成值（累计）"), ("备注", "情况说明"), ("分子", "分子数")];
                for (old, new) in if self.is_told { told } else { entered } {
                    self.edited.headings.iter_mut().filter(|heading| *heading == old).for_each(|heading| *heading = new.into());
                }
            }
            Edit::Above(lines) => self.edited.lines_above = lines,
            Edit::Renumber => {
                let Some(number) = self.number else { return };
                (1..).zip(&mut self.edited.rows).for_each(|(n, row)| row[number] = Put::Number(f64::from(n)));
            }
            Edit::Space(at) if rows > 0 => {
                let Some(name) = self.name else { return };
                if let Put::Text(text) = &mut self.edited.rows[at % rows][name] {
                    *text = format!(" {} ", text.replace("托位", "托 位"));
                }
            }
            Edit::DropColumn(at) if columns > 4 => {
                let at = at % columns;
                self.edited.headings.remove(at);
                self.edited.rows.iter_mut().for_each(|row| drop(row.remove(at)));
                for place in self.columns() {
                    *place = place.filter(|place| *place != at).map(|place| place - usize::from(place > at));
                }
            }
            edit => self.edit_ids(edit),
        }
    }

    fn edit_ids(&mut self, edit: Edit) {
        let rows = self.edited.rows.len();
        let Some(id) = self.id.filter(|_| rows > 0) else { return };
        match edit {
            Edit::ClearId(at) => self.edited.rows[at % rows][id] = Put::Nothing,
            Edit::CopyId(from, to) if self.shifts_ids => self.edited.rows[to % rows][id] = self.edited.rows[from % rows][id].clone(),
            Edit::ForeignRow(of, at) => {
                let (row, words) = self.sent[of % 5].clone();
                self.edited.rows[at % rows][id] = row_token(uid(99), row, &words.name).as_str().into();
            }
            Edit::Shift(one, two) => {
                // Without the names nobody could tell.
                let Some(name) = self.name else { return };
                let column = if self.shifts_ids { id } else { name };
                let (one, two) = (one % rows, two % rows);
                let kept = self.edited.rows[one][column].clone();
                self.edited.rows[one][column] = self.edited.rows[two][column].clone();
                self.edited.rows[two][column] = kept;
            }
            _ => {}
        }
    }
}

/// How the file as a whole comes back.
#[derive(Clone, Debug)]
enum Whole {
    /// As it is.
    Kept,
    /// The heading of the ids is gone; the hidden sheet says the exchange.
    HeadingLost,
    /// The rows were copied into a new workbook without the heading and without the hidden sheet.
    CopiedIntoNew,
    /// The column of ids was deleted; the hidden sheet says the exchange.
    IdsDeleted,
    /// Only what is seen was copied into a new workbook: no ids, and nothing that says the exchange.
    SeenCopied,
    /// The sheet was copied within the workbook.
    SheetCopied,
}

fn read(table: &Table, whole: &Whole) -> Result<Return, crate::Error> {
    let mut edited = table.edited.clone();
    if let (Whole::HeadingLost | Whole::CopiedIntoNew, Some(id)) = (whole, table.id) {
        edited.headings[id] = String::new();
    }
    if let (Whole::IdsDeleted | Whole::SeenCopied, Some(id)) = (whole, table.id) {
        edited.headings.remove(id);
        edited.rows.iter_mut().for_each(|row| drop(row.remove(id)));
    }
    if matches!(whole, Whole::HeadingLost | Whole::IdsDeleted) {
        edited.origin_sheet = Some(uid(100).to_string());
    }
    if matches!(whole, Whole::SheetCopied) {
        let mut book = rust_xlsxwriter::Workbook::new();
        edited.write_sheet(&mut book, "填报表");
        edited.write_sheet(&mut book, "填报表 (2)");
        return read_return(&book.save_to_buffer().unwrap());
    }
    read_return(&edited.write())
}

fn whole() -> impl Strategy<Value = Whole> {
    proptest::sample::select(vec![
        Whole::Kept,
        Whole::Kept,
        Whole::HeadingLost,
        Whole::CopiedIntoNew,
        Whole::IdsDeleted,
        Whole::SeenCopied,
        Whole::SheetCopied,
    ])
}

/// Returns the rows that are known with what is in their first entry column.
fn known<K: Ord>(rows: &[ReturnRow<K>], first: K) -> Vec<(Uid, Option<&Content>)> {
    let known = |row: &'_ ReturnRow<K>| if let RowId::Known(uid) = row.id { Some(uid) } else { None };
    rows.iter().filter_map(|row| Some((known(row)?, row.cells.get(&first).map(|cell| &cell.content)))).collect()
}

/// Says which of the known rows has another row's value.
fn misplaced(sent: &[(Uid, Words)], known: Vec<(Uid, Option<&Content>)>) -> Option<(Uid, Content)> {
    let own =
        |uid: Uid| Content::Number(amount(sent.iter().position(|(sent, _)| *sent == uid).expect("an id that was sent") as f64 + 1000.0));
    known.into_iter().find_map(|(uid, content)| content.filter(|content| **content != own(uid)).map(|content| (uid, content.clone())))
}

/// Gives every row that is exactly one of those sent its id, as a person who confirms them all, and returns how many there were.
fn confirm<K: Ord + Clone>(rows: &mut [ReturnRow<K>], words: fn(&ReturnRow<K>) -> Words, sending: &Sending<'_>) -> usize {
    let lost = match_lost(rows, words, sending);
    let exact = lost.iter().filter(|lost| lost.found.fit == Fit::Exact);
    let places: Vec<(u32, Uid)> = exact.map(|lost| (lost.row.row_number, sending.rows[lost.found.candidates[0]].0)).collect();
    for (at, uid) in &places {
        rows.iter_mut().filter(|row| row.row_number == *at).for_each(|row| row.id = RowId::Known(*uid));
    }
    places.len()
}

#[test]
fn what_was_only_copied_is_confirmed_whole() {
    for (is_told, whole) in
        [false, true].into_iter().flat_map(|told| [(told, Whole::SeenCopied), (told, Whole::IdsDeleted), (told, Whole::CopiedIntoNew)])
    {
        let table = Table::new(is_told, false, &[]);
        let mut back = read(&table, &whole).unwrap();
        let sending = Sending { exchange: form().exchange, is_said: back.exchange.is_some(), rows: &table.sent };
        let confirmed =
            confirm(&mut back.rows, ReturnRow::<Field>::words, &sending) + confirm(&mut back.told, ReturnRow::<Passage>::words, &sending);
        assert_eq!(confirmed, 5, "{is_told} {whole:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(300)))]

    #[test]
    fn no_disorder_gives_a_value_to_another_row(
        edits in proptest::collection::vec(edit(), 0..12),
        is_told in any::<bool>(),
        shifts_ids in any::<bool>(),
        whole in whole(),
        words in prop_oneof![Just(Vec::new()), alike()],
    ) {
        let mut table = Table::new(is_told, shifts_ids, &words);
        table.edit_all(edits);
        // A table without a header, or without any row that is still known, is as good an answer.
        let Ok(mut back) = read(&table, &whole) else { return Ok(()) };
        prop_assert_eq!(if is_told { back.rows.len() } else { back.told.len() }, 0);
        let both = |back: &Return| {
            let told = misplaced(&table.sent, known(&back.told, Passage::Progress));
            misplaced(&table.sent, known(&back.rows, Field::Value)).or(told)
        };
        prop_assert_eq!(both(&back), None);
        let any_known = !(known(&back.rows, Field::Value).is_empty() && known(&back.told, Passage::Progress).is_empty());
        prop_assert!(!any_known || matches!(whole, Whole::Kept | Whole::HeadingLost), "{:?}", whole);
        // Whoever confirms all that is exact gives no row another's value either, and none twice.
        let sending = Sending { exchange: form().exchange, is_said: back.exchange.is_some(), rows: &table.sent };
        confirm(&mut back.rows, ReturnRow::<Field>::words, &sending);
        confirm(&mut back.told, ReturnRow::<Passage>::words, &sending);
        prop_assert_eq!(both(&back), None, "confirmed");
        let mut ids: Vec<Uid> = known(&back.rows, Field::Value).into_iter().chain(known(&back.told, Passage::Progress)).map(|(uid, _)| uid).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), all, "two rows for one");
    }
}
