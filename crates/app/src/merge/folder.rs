//! Folders of returned workbooks: which of their files are read.

use crate::host::Pick;
use crate::shown::name_of;
use std::path::{Path, PathBuf};

/// A file to be read, and what it is called where it is shown.
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    /// Its name, after that of the folder within the one that was chosen.
    pub(crate) name: String,
}

/// What lies in files and folders a person named.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) files: Vec<Found>,
    /// What is not read, each in a few words.
    pub(crate) skipped: Vec<String>,
}

/// More names than these nobody reads.
const MOST_SKIPPED: usize = 50;

/// Returns the files to be read. A file that was named is read whatever it is, and refused by name if it is no workbook. Of a
/// folder the files with a workbook's ending are read, by name, and those of the folders in it, as units' returns are
/// collected; what lies deeper is named. Lock files of spreadsheet programs and files of the system are passed over.
pub(crate) fn gather(paths: &[PathBuf]) -> Gathered {
    let mut gathered = Gathered::default();
    for path in paths {
        if path.is_dir() {
            let before = gathered.files.len();
            gathered.folder(path, "", true);
            if gathered.files.len() == before {
                gathered.skipped.push(format!("文件夹“{}”里没有填报表", name_of(path)));
            }
        } else {
            gathered.files.push(Found { path: path.clone(), name: name_of(path) });
        }
    }
    if gathered.skipped.len() > MOST_SKIPPED {
        let more = gathered.skipped.len() - MOST_SKIPPED;
        gathered.skipped.truncate(MOST_SKIPPED);
        gathered.skipped.push(format!("还有{more}个"));
    }
    gathered
}

impl Gathered {
    fn folder(&mut self, folder: &Path, within: &str, go_deeper: bool) {
        let mut entries: Vec<PathBuf> = match std::fs::read_dir(folder) {
            Ok(entries) => entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect(),
            Err(error) => return self.skipped.push(format!("文件夹“{}”打不开（{error}）", name_of(folder))),
        };
        entries.sort();
        let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.into_iter().partition(|path| path.is_dir());
        for path in files.into_iter().filter(|path| !is_passed_over(&name_of(path))) {
            let name = format!("{within}{}", name_of(&path));
            if has_workbook_ending(&path) {
                self.files.push(Found { path, name });
            } else {
                self.skipped.push(format!("{name}（不是填报表）"));
            }
        }
        for path in folders.into_iter().filter(|path| !is_passed_over(&name_of(path))) {
            let name = name_of(&path);
            if go_deeper {
                self.folder(&path, &format!("{name}/"), false);
            } else {
                self.skipped.push(format!("{within}{name}（文件夹套得太深，没有打开）"));
            }
        }
    }
}

/// Returns true for a file whose ending is a workbook's or a package's.
pub(crate) fn has_workbook_ending(path: &Path) -> bool {
    has_ending(path, Pick::Workbook)
}

/// Returns true for a file with an ending of that kind, in whatever case.
pub(crate) fn has_ending(path: &Path, what: Pick) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| what.filter().1.contains(&ending.as_str()))
}

/// Returns true for what programs and systems leave beside files: nobody sent it.
fn is_passed_over(name: &str) -> bool {
    // ~$ is Excel's and WPS's lock, .~lock. LibreOffice's; a leading dot hides files of the system.
    name.starts_with("~$") || name.starts_with('.') || ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lay(folder: &Path, names: &[&str]) {
        for name in names {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, b"x").unwrap();
        }
    }

    fn names(gathered: &Gathered) -> Vec<&str> {
        gathered.files.iter().map(|found| found.name.as_str()).collect()
    }

    #[test]
    fn a_folder_gives_its_workbooks_by_name_and_those_one_level_down() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path();
        lay(
            folder,
            &[
                "b.xlsx",
                "a.XLS",
                "c.et",
                "d.ydpkg",
                "说明.docx",
                "~$b.xlsx",
                ".~lock.b.xlsx#",
                "Thumbs.db",
                ".DS_Store",
                "县区/东湖.ods",
                "县区/更深/丢.xlsx",
                "空的/x.txt",
                "像文件.xlsx/里面.csv",
            ],
        );
        let gathered = gather(&[folder.to_path_buf()]);
        assert_eq!(names(&gathered), ["a.XLS", "b.xlsx", "c.et", "d.ydpkg", "像文件.xlsx/里面.csv", "县区/东湖.ods"]);
        assert_eq!(gathered.skipped, ["说明.docx（不是填报表）", "县区/更深（文件夹套得太深，没有打开）", "空的/x.txt（不是填报表）"]);
    }

    #[test]
    fn a_file_that_was_named_is_read_whatever_it_is_and_an_empty_folder_is_named() {
        let place = tempfile::tempdir().unwrap();
        lay(place.path(), &["说明.docx"]);
        let (named, missing, folder) = (place.path().join("说明.docx"), place.path().join("没有.xlsx"), place.path().join("空"));
        std::fs::create_dir(&folder).unwrap();
        let gathered = gather(&[named, folder, missing]);
        assert_eq!(names(&gathered), ["说明.docx", "没有.xlsx"]);
        assert_eq!(gathered.skipped, ["文件夹“空”里没有填报表"]);
    }

    #[test]
    fn of_many_other_files_the_first_are_named() {
        let place = tempfile::tempdir().unwrap();
        let photos: Vec<String> = (0..52).map(|n| format!("{n:02}.jpg")).collect();
        lay(place.path(), &photos.iter().map(String::as_str).collect::<Vec<_>>());
        // 52 pictures and the sentence that there is no workbook.
        let skipped = gather(&[place.path().to_path_buf()]).skipped;
        assert_eq!((skipped.len(), skipped[50].as_str()), (51, "还有3个"));
        std::fs::remove_file(place.path().join("00.jpg")).unwrap();
        std::fs::remove_file(place.path().join("01.jpg")).unwrap();
        std::fs::remove_file(place.path().join("02.jpg")).unwrap();
        assert_eq!(gather(&[place.path().to_path_buf()]).skipped.len(), 50);
    }
}
