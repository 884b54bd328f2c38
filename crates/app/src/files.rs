//! Files written: never a half one, never over another that was not named, and of many into one folder all or none.

use crate::ApiError;
use crate::error::file_error;
use crate::work::Work;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Makes the folder where there is none, writes a file for each, and tells how far it has come. What was written says where it lies.
///
/// # Errors
/// Where the folder cannot be made, a file cannot be written, or the person stops it: then none is left behind.
pub(crate) fn write_each<T, W: AsRef<Path>>(
    work: &Arc<Work>,
    folder: &Path,
    all: &[T],
    name: impl Fn(&T) -> String,
    write: impl Fn(&T) -> Result<W, ApiError>,
) -> Result<Vec<W>, ApiError> {
    std::fs::create_dir_all(folder).map_err(|error| file_error("打开文件夹", folder, &error))?;
    let work = work.begin(all.len());
    let mut written = Vec::with_capacity(all.len());
    for one in all {
        match work.step(&name(one)).and_then(|()| write(one)) {
            Ok(file) => written.push(file),
            Err(error) => {
                take_away(&written);
                return Err(error);
            }
        }
    }
    Ok(written)
}

/// Takes files away again. One that cannot be removed was written whole; the message that follows names what failed.
pub(crate) fn take_away(written: &[impl AsRef<Path>]) {
    written.iter().for_each(|file| drop(std::fs::remove_file(file)));
}

/// Returns the path of a name in a folder that is not taken: a number is added rather than a file replaced.
pub(crate) fn free_name(folder: &Path, name: &str) -> PathBuf {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "xlsx"));
    let path = |n: u32| folder.join(if n == 1 { name.to_owned() } else { format!("{stem}（{n}）.{ending}") });
    (1..).map(path).find(|path| !path.exists()).expect("there are endlessly many names")
}

/// Writes a file beside its name, waits until it is on the disk, and renames it: never a half file under a final name.
pub(crate) fn write_aside(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let aside = path.with_extension("tmp~");
    let written = std::fs::File::create(&aside).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    let done = written.and_then(|()| std::fs::rename(&aside, path));
    if done.is_err() {
        let _ = std::fs::remove_file(&aside);
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_half_way_leaves_what_was_there_before() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("材料");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("一.txt"), "人的文件").unwrap();
        let work = Arc::new(Work::default());
        let write = |refused: &'static str| {
            let folder = &folder;
            move |name: &&str| match *name {
                name if name == refused => Err(ApiError::invalid("写不了")),
                name => {
                    let path = free_name(folder, &format!("{name}.txt"));
                    write_aside(&path, b"ours").map(|()| path).map_err(|_| ApiError::invalid("写不了"))
                }
            }
        };
        let names = || {
            let mut all: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
            all.sort();
            all
        };
        assert!(write_each(&work, &folder, &["一", "二", "三"], |name| (*name).to_owned(), write("三")).is_err());
        assert_eq!(names(), ["一.txt"]);
        let written = write_each(&work, &folder, &["一", "二"], |name| (*name).to_owned(), write("")).unwrap();
        assert_eq!((names(), written.len()), (vec!["一.txt".into(), "一（2）.txt".into(), "二.txt".into()], 2));
        assert_eq!(std::fs::read(folder.join("一.txt")).unwrap(), "人的文件".as_bytes(), "what a person had stays as it was");
        assert_eq!(work.progress(), None, "it is over");
    }
}
