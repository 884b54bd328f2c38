//! Rules about the pages in `ui/`.

use std::path::Path;

use anyhow::Result;

use super::files;

/// Returns pages that escape the type checker or know the shell.
pub fn broken(root: &Path) -> Result<Vec<String>> {
    let pages = files(root, "ui", |name| !name.starts_with("ui/vendor/") && is_text(name))?;
    Ok(pages.iter().flat_map(|(name, text)| objections(name, text)).collect())
}

fn is_text(name: &str) -> bool {
    [".js", ".ts", ".html", ".css"].iter().any(|ending| name.ends_with(ending))
}

fn objections(name: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if name.ends_with(".js") && !text.starts_with("// @ts-check") {
        found.push(format!("{name} does not begin with // @ts-check"));
    }
    if name != "ui/backend.js" && text.contains("__TAURI") {
        found.push(format!("{name} knows the shell; ask ui/backend.js"));
    }
    if text.contains("@ts-ignore") || text.contains("@ts-nocheck") {
        found.push(format!("{name} switches the type checker off"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_escapes_the_checks_is_named() {
        assert_eq!(objections("ui/backend.js", "// @ts-check\n__TAURI__").len(), 0);
        assert_eq!(objections("ui/main.js", "__TAURI__").len(), 2);
        assert_eq!(objections("ui/main.js", "// @ts-check\n// @ts-ignore").len(), 1);
        assert_eq!(objections("ui/index.html", "<!doctype html>").len(), 0);
    }
}
