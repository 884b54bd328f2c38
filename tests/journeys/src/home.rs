//! The home folder of a person who has never used the program.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A home folder, gone when dropped.
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// Returns a home with nothing in it but the folders every desktop makes.
    pub fn fresh() -> Home {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        for name in ["cache", "config", "data", "run"] {
            fs::create_dir(folder.path().join(name)).expect("a folder can be made");
        }
        Home { folder }
    }

    /// Returns where it lies.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Adds the answer to the next file dialog; the shell reads the file anew at each.
    pub fn answer_dialog(&self, paths: &[&Path]) {
        let mut answers = fs::read_to_string(self.answers()).unwrap_or_default();
        let paths: Vec<&str> = paths.iter().map(|path| text(path)).collect();
        let line = if paths.is_empty() { "-".to_owned() } else { paths.join("\t") };
        writeln!(answers, "{line}").expect("text can be appended to");
        fs::write(self.answers(), answers).expect("answers can be written");
    }

    /// Returns an environment with this home, no desktop services, and a window that may be driven.
    pub fn environment(&self, display: &str) -> HashMap<&'static str, String> {
        let inside = |name: &str| text(&self.path().join(name)).to_owned();
        HashMap::from([
            ("DISPLAY", display.to_owned()),
            ("GDK_BACKEND", "x11".into()),
            ("LC_ALL", "C.UTF-8".into()),
            ("USER", "测试员".into()),
            ("HOME", text(self.path()).to_owned()),
            ("XDG_CACHE_HOME", inside("cache")),
            ("XDG_CONFIG_HOME", inside("config")),
            ("XDG_DATA_HOME", inside("data")),
            ("XDG_RUNTIME_DIR", inside("run")),
            ("TAURI_AUTOMATION", "true".into()),
            ("TAURI_WEBVIEW_AUTOMATION", "true".into()),
            ("YAODIAN_DIALOG_ANSWERS", text(&self.answers()).to_owned()),
            // Without these two WebKit and GTK start helpers that outlive the journey.
            ("DBUS_SESSION_BUS_ADDRESS", "disabled:".into()),
            ("NO_AT_BRIDGE", "1".into()),
        ])
    }

    fn answers(&self) -> PathBuf {
        self.path().join("dialog-answers.txt")
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a test's path is text")
}
