//! Comma, semicolon or tab separated values: told from plain text by every record having the same fields.

/// The most fields of a record, as many as a sheet has columns; further ones are left out.
pub const MOST_FIELDS: usize = 16_384;

/// Records looked at to find the delimiter.
const LOOKED_AT: usize = 60;

/// Returns the delimiter of a text that is a table; none for plain text.
pub fn delimiter(text: &str) -> Option<char> {
    if let Some(named) = text.strip_prefix("sep=") {
        return named.chars().next().filter(|c| [',', ';', '\t'].contains(c));
    }
    ['\t', ',', ';'].into_iter().find(|delimiter| is_table(text, *delimiter))
}

/// Returns true if the records have the same number of fields, but for a title above and short ones.
fn is_table(text: &str, delimiter: char) -> bool {
    let records: Vec<Vec<String>> =
        Records::new(text, delimiter).filter(|record| record.iter().any(|field| !field.is_empty())).take(LOOKED_AT).collect();
    let counts: Vec<usize> = records.iter().map(Vec::len).filter(|count| *count > 1).collect();
    let Some(width) = counts.iter().copied().max_by_key(|width| (counts.iter().filter(|c| *c == width).count(), *width)) else {
        return false;
    };
    let same = counts.iter().filter(|count| **count == width).count();
    let Some(head) = records.iter().find(|record| record.len() == width) else { return false };
    let headings = head.iter().all(|field| field.chars().count() <= 20 && !field.contains(['。', '；']));
    match width {
        // One comma a line may be chance: then every line must have it.
        2 => same >= 3 && same == records.len() && headings && head.iter().all(|field| !field.is_empty()),
        _ => same >= 2 && same * 10 >= counts.len() * 8 && same * 10 >= records.len() * 6 && headings,
    }
}

/// The records of a table; quoted fields may hold delimiters, line breaks and doubled quotes.
pub struct Records<'a> {
    rest: &'a str,
    delimiter: char,
    /// The last record has its end: no quotation mark is open, and a line end stands behind it.
    is_whole: bool,
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut record = Vec::new();
        loop {
            let (field, end) = self.field();
            if record.len() < MOST_FIELDS {
                record.push(field);
            }
            if end != Some(self.delimiter) {
                return Some(record);
            }
        }
    }
}

impl<'a> Records<'a> {
    /// Returns the records of a text; a line `sep=;` above them is left out.
    pub fn new(text: &'a str, delimiter: char) -> Records<'a> {
        let rest = match text.strip_prefix("sep=") {
            Some(rest) => rest.split_once('\n').map_or("", |(_, table)| table),
            None => text,
        };
        Records { rest, delimiter, is_whole: true }
    }

    /// Returns true if the record read last has its end: no quotation mark is open, and a line end stands behind it.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Takes a field, and says what ended it.
    fn field(&mut self) -> (String, Option<char>) {
        let mut field = String::new();
        let mut closed = true;
        if let Some(mut inside) = self.rest.strip_prefix('"') {
            closed = false;
            while let Some((before, behind)) = inside.split_once('"') {
                closed = true;
                field.push_str(before);
                inside = behind;
                match inside.strip_prefix('"') {
                    Some(behind) => {
                        field.push('"');
                        inside = behind;
                        closed = false;
                    }
                    None => break,
                }
            }
            self.rest = inside;
        }
        let at = self.rest.find([self.delimiter, '\n']).unwrap_or(self.rest.len());
        field.push_str(self.rest[..at].trim_end_matches('\r'));
        let end = self.rest[at..].chars().next();
        self.is_whole = closed && end.is_some();
        self.rest = &self.rest[(at + end.map_or(0, char::len_utf8))..];
        (field.trim().to_owned(), end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_told_from_text() {
        for (text, expected) in [
            ("序号,任务,单位\n1,新建站点,市卫健委\n", Some(',')),
            ("序号;任务;单位\n1;新建站点;市卫健委\n", Some(';')),
            ("云州市任务分解表\n序号\t任务\t单位\n1\t新建站点\t市卫健委\n2\t\t\n", Some('\t')),
            ("任务,单位\n甲,乙\n丙,丁\n", Some(',')),
            ("sep=;\na;b", Some(';')),
            ("一、总体要求\n到2026年,新建3家,改造2家。\n完成率达到80%,比上年提高。\n", None),
            ("1.\t任务\n2.\t又一任务,含逗号\n", None),
            ("", None),
        ] {
            assert_eq!(delimiter(text), expected, "{text}");
        }
    }

    #[test]
    fn a_table_that_was_cut_off_is_noticed() {
        let whole = |text| {
            let mut records = Records::new(text, ',');
            records.by_ref().for_each(drop);
            records.is_whole()
        };
        assert!(whole("a,b\n1,\"2\"\n") && whole("sep=,\na,b\n") && whole(""));
        assert!(!whole("a,b\n1,2") && !whole("a,b\n1,\"2\n") && !whole("a,b\n1,\"2\"\""));
    }
}
