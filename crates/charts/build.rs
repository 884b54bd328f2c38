//! Hands the fonts in `assets/fonts` to the crate, and says how to fetch them where they are missing.

use std::path::Path;

fn main() {
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it for build scripts");
    for (variable, file) in [("FONT_REGULAR", "NotoSansSC-Regular.ttf"), ("FONT_BOLD", "NotoSansSC-Bold.ttf")] {
        let path = Path::new(&root).join("../../assets/fonts").join(file);
        println!("cargo::rerun-if-changed={}", path.display());
        if path.is_file() {
            println!("cargo::rustc-env={variable}={}", path.display());
        } else {
            println!("cargo::error=缺少字体 assets/fonts/{file}，请先运行 cargo xtask setup (font missing, run: cargo xtask setup)");
        }
    }
}
