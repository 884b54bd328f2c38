//! The window's types, generated: `ui/types/api.d.ts` is rewritten by the test below when it is stale.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use ts_rs::{Config, TS, TypeVisitor};

/// The declarations collected so far, by name.
#[derive(Default)]
pub(crate) struct Types {
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
    config: Config,
}

impl Types {
    /// Adds a type and everything it is made of.
    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) {
        self.visit::<T>();
    }

    /// Returns the name of a type in TypeScript.
    pub(crate) fn name<T: TS>(&self) -> String {
        T::name(&self.config)
    }

    /// Returns the whole file: types, then the table of commands.
    pub(crate) fn text(&self, commands: &[(&[&str], &str, String, String)]) -> String {
        let mut text = String::from("// Generated from crates/app/src/wire by its tests. Do not edit: the test rewrites it.\n\n");
        for declaration in self.declarations.values() {
            text += &format!("{declaration}\n\n");
        }
        text += "/** The command table: what each command takes and gives. */\nexport interface Commands {\n";
        for (docs, name, request, response) in commands {
            let docs = docs.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
            text += &format!("  /** {docs} */\n  {name}: {{ request: {request}; response: {response} }};\n");
        }
        text + "}\n"
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        // Only types of ours have a path to be exported to; numbers, lists and the like are TypeScript's own.
        if T::output_path().is_some() {
            let docs = T::docs().map(|docs| docs.trim_end().to_owned() + "\n").unwrap_or_default();
            self.declarations.insert(T::ident(&self.config), format!("{docs}export {}", T::decl(&self.config)));
        }
    }
}

#[test]
fn the_windows_types_are_those_of_the_command_table() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/types/api.d.ts");
    let wanted = crate::commands::type_script();
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    if found.replace("\r\n", "\n") != wanted {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, wanted).unwrap();
        panic!("ui/types/api.d.ts was stale and has been rewritten: look at the difference and run the tests again");
    }
}
