//! Embeds the pages of `ui/` and the rules of `tauri.conf.json` into the window.

fn main() {
    // Naming the one command makes it need a permission like any other, instead of being open to every page.
    let manifest = tauri_build::AppManifest::new().commands(&["call"]);
    // Embedded here and not by a macro, so that a changed page is embedded anew.
    let context = tauri_build::CodegenContext::new();
    let attributes = tauri_build::Attributes::new().app_manifest(manifest).codegen(context);
    tauri_build::try_build(attributes).expect("the window's pages and rules can be embedded");
}
