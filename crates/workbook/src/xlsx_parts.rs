//! The parts of an Excel workbook that belong to its sheets, found as the workbook says.

use crate::Error;
use crate::xml::{Piece, attribute, part, walk};
use std::collections::HashMap;
use std::io::Cursor;
use zip::ZipArchive;

/// A workbook's container, with the names of its parts and the part of each sheet.
pub struct Parts<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The names as they are, by the names as others refer to them.
    names: HashMap<String, String>,
    sheets: HashMap<String, String>,
}

/// What a part refers to.
struct Relation {
    id: String,
    /// The last word of its kind: comments, threadedComment, worksheet.
    kind: String,
    part: String,
}

impl<'a> Parts<'a> {
    /// Opens the container; a workbook that does not say where its sheets are has none here.
    ///
    /// # Errors
    /// If it is no container.
    pub fn open(bytes: &'a [u8]) -> Result<Parts<'a>, Error> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Error::Broken(error.to_string()))?;
        let names = zip.file_names().flatten().map(|name| (plain(&name), name.to_string())).collect();
        let mut parts = Parts { zip, names, sheets: HashMap::new() };
        parts.sheets = parts.list_sheets().unwrap_or_default();
        Ok(parts)
    }

    /// Returns the part of a sheet; none if the workbook does not say.
    pub fn sheet(&self, name: &str) -> Option<String> {
        self.sheets.get(name).cloned()
    }

    /// Returns true if a part may hold notes.
    pub fn have_notes(&self) -> bool {
        self.names.keys().any(|name| name.contains("comment"))
    }

    /// Returns the text of a part.
    ///
    /// # Errors
    /// If there is none, or it cannot be unpacked or is no UTF-8.
    pub fn text(&mut self, name: &str) -> Result<String, Error> {
        let missing = || Error::Broken(format!("没有部件“{name}”"));
        let real = self.names.get(&plain(name)).cloned().ok_or_else(missing)?;
        part(&mut self.zip, &real)?.ok_or_else(missing)
    }

    /// Returns the parts that a part refers to by a relation of this kind.
    ///
    /// # Errors
    /// If what it refers to cannot be read.
    pub fn related(&mut self, of: &str, kind: &str) -> Result<Vec<String>, Error> {
        let all = self.relations(of)?;
        Ok(all.into_iter().filter(|one| one.kind == kind).map(|one| one.part).collect())
    }

    fn list_sheets(&mut self) -> Result<HashMap<String, String>, Error> {
        let book = self.related("", "officeDocument")?.pop().unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let parts: HashMap<String, String> = self.relations(&book)?.into_iter().map(|one| (one.id, one.part)).collect();
        let mut sheets = HashMap::new();
        walk(&self.text(&book)?, &mut |piece| {
            if let Piece::Open(tag) = piece
                && tag.local_name().as_ref() == "sheet"
                && let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "id"))
                && let Some(part) = parts.get(&id)
            {
                sheets.insert(name, part.clone());
            }
            Ok(())
        })?;
        Ok(sheets)
    }

    fn relations(&mut self, of: &str) -> Result<Vec<Relation>, Error> {
        let (folder, file) = of.rsplit_once('/').map_or(("", of), |(folder, file)| (folder, file));
        let list = format!("{folder}/_rels/{file}.rels");
        if !self.names.contains_key(&plain(&list)) {
            return Ok(Vec::new());
        }
        let mut relations = Vec::new();
        walk(&self.text(&list)?, &mut |piece| {
            if let Piece::Open(tag) = piece
                && tag.local_name().as_ref() == "Relationship"
                && let (Some(id), Some(kind), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Type"), attribute(tag, "Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id, kind, part: resolved(folder, &target) });
            }
            Ok(())
        })?;
        Ok(relations)
    }
}

/// Returns a part's name as others refer to it: slashes, and no difference of case.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// Returns the part that a relation in a folder points to.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_point_from_their_folder_or_from_the_top() {
        for (target, part) in [
            ("../comments1.xml", "xl/comments1.xml"),
            ("/xl/comments1.xml", "xl/comments1.xml"),
            ("..\\comments\\c.xml", "xl/comments/c.xml"),
            ("./a.xml", "xl/worksheets/a.xml"),
            ("../../../../x.xml", "x.xml"),
        ] {
            assert_eq!(resolved("xl/worksheets", target), part);
        }
    }
}
