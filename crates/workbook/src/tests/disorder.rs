//! Any number of edits by people who mean well, in any order: no value and no passage ever goes to another row.

use super::edited::{Edited, ID, Put, VALUE, edited, edited_told, told_measures};
use super::{amount, cases, form, uid};
use crate::{Content, Return, RowId, read_return, row_token};
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
        1 => n.prop_map(Edit::Above),
    ]
}

/// A table under edit, with its columns of names and ids wherever they are.
struct Table {
    edited: Edited,
    name: Option<usize>,
    id: Option<usize>,
    value: Option<usize>,
    is_told: bool,
    /// Which of names and ids is shifted alone. Both, one after the other, would be a shift of the values.
    shifts_ids: bool,
}

impl Table {
    /// Each row's value says which row it belongs to.
    fn new(is_told: bool, shifts_ids: bool) -> Table {
        let mut edited = if is_told { edited_told() } else { edited() };
        for (n, row) in edited.rows.iter_mut().enumerate() {
            row[VALUE] = Put::Number(n as f64 + 1000.0);
        }
        Table { edited, name: Some(2), id: Some(ID), value: Some(VALUE), is_told, shifts_ids }
    }

    fn columns(&mut self) -> [&mut Option<usize>; 3] {
        [&mut self.name, &mut self.id, &mut self.value]
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
                let (row, name) = sent(self.is_told)[of % 5].clone();
                self.edited.rows[at % rows][id] = row_token(uid(99), row, &name).as_str().into();
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

/// Returns the rows as they were sent: ids and names.
fn sent(is_told: bool) -> Vec<(Uid, String)> {
    match is_told {
        true => told_measures().into_iter().map(|one| (one.row, format!("{} {}", one.number, one.title))).collect(),
        false => form().rows.into_iter().map(|row| (row.row, row.indicator_name)).collect(),
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
    /// The sheet was copied within the workbook.
    SheetCopied,
}

fn read(table: &Table, whole: &Whole) -> Result<Return, crate::Error> {
    let mut edited = table.edited.clone();
    if let (Whole::HeadingLost | Whole::CopiedIntoNew, Some(id)) = (whole, table.id) {
        edited.headings[id] = String::new();
    }
    if matches!(whole, Whole::HeadingLost) {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(300)))]

    #[test]
    fn no_disorder_gives_a_value_to_another_row(
        edits in proptest::collection::vec(edit(), 0..12),
        is_told in any::<bool>(),
        shifts_ids in any::<bool>(),
        whole in prop_oneof![3 => Just(Whole::Kept), 1 => Just(Whole::HeadingLost), 1 => Just(Whole::CopiedIntoNew), 1 => Just(Whole::SheetCopied)],
    ) {
        let mut table = Table::new(is_told, shifts_ids);
        let names_dropped_later = edits.iter().any(|edit| matches!(edit, Edit::DropColumn(_)));
        for edit in edits {
            // Whoever shifts ids or names and then deletes the names leaves nothing to compare with.
            if names_dropped_later && matches!(edit, Edit::Shift(..) | Edit::CopyId(..)) {
                continue;
            }
            table.edit(edit);
        }
        // A table without a header, or without any row that is still known, is as good an answer.
        let Ok(back) = read(&table, &whole) else { return Ok(()) };
        let rows = back.rows.iter().map(|row| (&row.id, row.cells.get(&Field::Value)));
        let told = back.told.iter().map(|row| (&row.id, row.cells.get(&Passage::Progress)));
        let others = if is_told { back.rows.len() } else { back.told.len() };
        prop_assert_eq!(others, 0);
        for (id, cell) in rows.chain(told) {
            let RowId::Known(id) = *id else { continue };
            prop_assert!(!matches!(whole, Whole::CopiedIntoNew | Whole::SheetCopied), "{id}");
            let n = sent(is_told).iter().position(|(sent, _)| *sent == id).expect("an id that was sent");
            if let Some(cell) = cell {
                prop_assert_eq!(&cell.content, &Content::Number(amount(n as f64 + 1000.0)));
            }
        }
    }
}
