//! What a page may do. A change here is a decision: change `security.json` with it, and say why in the commit.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::files;

const AGREED: &str = include_str!("security.json");

/// Returns how the window's security settings differ from those agreed.
pub fn policy_changed(root: &Path) -> Result<Vec<String>> {
    let settings = fs::read_to_string(root.join("tauri.conf.json")).context("cannot read tauri.conf.json")?;
    let settings: Value = serde_json::from_str(&settings).context("tauri.conf.json is not JSON")?;
    let agreed: Value = serde_json::from_str(AGREED).context("security.json is not JSON")?;
    let mut found = differences(&agreed, &settings["app"]["security"]);
    // A file here would be a second place for capabilities, which the agreed settings do not show.
    for folder in ["capabilities", "src-tauri/capabilities"] {
        if root.join(folder).exists() {
            found.push(format!("{folder}/ exists; capabilities stand in tauri.conf.json only"));
        }
    }
    Ok(found)
}

fn differences(agreed: &Value, set: &Value) -> Vec<String> {
    let empty = serde_json::Map::new();
    let (agreed, set) = (agreed.as_object().unwrap_or(&empty), set.as_object().unwrap_or(&empty));
    let names = agreed.keys().chain(set.keys().filter(|name| !agreed.contains_key(*name)));
    let differing = names.filter(|name| agreed.get(*name) != set.get(*name));
    differing.map(|name| format!("tauri.conf.json: app.security.{name} differs from xtask/src/tidy/security.json")).collect()
}

/// Returns commands of the shell besides `call`, and plug-ins.
pub fn more_than_one_command(root: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for (name, text) in files(root, "src-tauri", |name| name.ends_with(".rs"))? {
        let commands = text.matches("#[tauri::command").count();
        if commands > usize::from(name == "src-tauri/call.rs") {
            found.push(format!("{name} has {commands} commands; requests go through `call`"));
        }
        if text.contains("tauri_plugin_") {
            found.push(format!("{name} uses a plug-in"));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_changed_added_or_missing_setting_is_named() {
        let agreed = json!({ "csp": "default-src 'self'", "freezePrototype": true });
        assert_eq!(differences(&agreed, &agreed).len(), 0);
        assert_eq!(differences(&agreed, &json!({ "csp": "default-src *", "devCsp": null })).len(), 3);
    }
}
