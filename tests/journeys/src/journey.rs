//! What a person does in the window.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::display::{Display, Picture};
use crate::driver::{Driver, Refused};
use crate::home::Home;
use crate::screens::Screen;
use crate::target;

/// How long anything may take to show; generous, because a slow machine must not fail a journey.
const PATIENCE: Duration = Duration::from_secs(20);

/// One person in front of one window, with a home folder of their own.
///
/// Every step waits until it can be done, and fails with a picture in `target/journeys/` when that takes too long.
pub struct Journey {
    // Dropped in this order: the window closes before its display goes and its home is removed.
    driver: Driver,
    display: Display,
    home: Home,
    name: String,
}

/// A key that is not a letter.
#[expect(missing_docs, reason = "they say what is printed on them")]
#[derive(Clone, Copy)]
pub enum Key {
    Enter,
    Escape,
    Tab,
    Up,
    Down,
    Left,
    Right,
    F2,
    F5,
    F6,
    F8,
    F11,
    Home,
    End,
    PageDown,
    PageUp,
    Delete,
    Backspace,
    F4,
    Control,
    Shift,
    Alt,
}

impl Journey {
    /// Opens the window for the first time on a fresh computer.
    pub fn open(name: &str) -> Journey {
        target::start_log(name);
        Journey::open_on(name, Display::start())
    }

    /// Opens the window for the first time on a fresh computer with a projector beside it.
    pub fn open_beside_wall(name: &str) -> Journey {
        target::start_log(name);
        Journey::open_on(name, Display::with_two_screens(target::log(name)))
    }

    fn open_on(name: &str, display: Display) -> Journey {
        let home = Home::fresh();
        let driver = start(name, &home, &display);
        let journey = Journey { driver, display, home, name: name.to_owned() };
        journey.resize(1366, 768);
        journey
    }

    /// Closes the window and opens it again, as the same person on the same computer.
    pub fn reopen(&mut self) {
        self.driver.end();
        self.driver = start(&self.name, &self.home, &self.display);
        self.resize(1366, 768);
    }

    /// Starts the program and opens the sample, which shows its measures.
    pub fn of_sample(name: &str) -> Journey {
        let journey = Journey::open(name);
        journey.open_sample();
        journey
    }

    /// Opens the sample from the first page.
    pub fn open_sample(&self) {
        self.wait_for_text(".start h1", "从哪里开始");
        self.press(Key::Enter);
        self.wait_for_text("main", "做实家庭医生签约服务");
    }

    /// Goes to a view by its place in the rail.
    pub fn go(&self, view: &str) {
        self.click(&format!(".rail button[title^='{view}']"));
        self.wait_for_text(".rail [aria-current=page]", view);
    }

    /// Returns the person's home folder, for files to open and to look at.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Clicks the element that a CSS selector finds.
    pub fn click(&self, css: &str) {
        self.step(&format!("click {css}"), || {
            let element = self.driver.find(css)?;
            self.driver.post(&format!("element/{element}/click"), json!({}))
        });
    }

    /// Types text into a field, after what is there.
    pub fn enter(&self, css: &str, text: &str) {
        self.step(&format!("type into {css}"), || {
            let element = self.driver.find(css)?;
            self.driver.post(&format!("element/{element}/value"), json!({ "text": text }))
        });
    }

    /// Empties a field.
    pub fn clear(&self, css: &str) {
        self.step(&format!("clear {css}"), || {
            let element = self.driver.find(css)?;
            self.driver.post(&format!("element/{element}/clear"), json!({}))
        });
    }

    /// Presses a key where the focus is.
    pub fn press(&self, key: Key) {
        self.keys(&key.code().to_string());
    }

    /// Presses a key while others are held.
    pub fn press_held(&self, held: &[Key], key: Key) {
        self.chord(held, key.code());
    }

    /// Types a letter while keys are held: a shortcut.
    pub fn chord(&self, held: &[Key], key: char) {
        let down = |key: char| json!({ "type": "keyDown", "value": key });
        let up = |key: char| json!({ "type": "keyUp", "value": key });
        let pressed = held.iter().map(|key| down(key.code()));
        let released = held.iter().rev().map(|key| up(key.code()));
        let actions: Vec<Value> = pressed.chain([down(key), up(key)]).chain(released).collect();
        let keyboard = json!([{ "type": "key", "id": "keyboard", "actions": actions }]);
        self.step("press keys", || self.driver.post("actions", json!({ "actions": keyboard })));
    }

    /// Types text where the focus is, key by key.
    pub fn keys(&self, text: &str) {
        let mut actions = Vec::new();
        for key in text.chars() {
            actions.push(json!({ "type": "keyDown", "value": key }));
            actions.push(json!({ "type": "keyUp", "value": key }));
        }
        let keyboard = json!([{ "type": "key", "id": "keyboard", "actions": actions }]);
        self.step("press keys", || self.driver.post("actions", json!({ "actions": keyboard })));
    }

    /// Returns the visible text of an element.
    pub fn text(&self, css: &str) -> String {
        let text = self.step(&format!("read {css}"), || {
            let element = self.driver.find(css)?;
            self.driver.get(&format!("element/{element}/text"))
        });
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Returns how many elements a CSS selector finds now.
    pub fn count(&self, css: &str) -> u64 {
        let found = self.run("return document.querySelectorAll(arguments[0]).length", &[json!(css)]);
        found.as_u64().expect("a length is a number")
    }

    /// Loads the page anew and waits until it has: what is asked next is asked of the new page.
    pub fn reload(&self) {
        self.step("load the page anew", || self.driver.post("refresh", json!({})));
    }

    /// Runs a script in the page and returns its value; a script that throws fails the journey.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let body = json!({ "script": script, "args": arguments });
        self.driver.post("execute/sync", body).unwrap_or_else(|refused| self.fail(script, &refused))
    }

    /// Runs a script that calls its last argument with a value when it is done, and returns that.
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Value {
        let body = json!({ "script": script, "args": arguments });
        self.driver.post("execute/async", body).unwrap_or_else(|refused| self.fail(script, &refused))
    }

    /// Asks the program what a page would ask, and returns the answer; for what a journey needs before it begins.
    pub fn ask(&self, name: &str, request: Value) -> Value {
        let script = "const [name, request, done] = arguments;
            window.__TAURI__.core.invoke('call', { name, request }).then(done, (error) => done({ refused: error.message }));";
        let answer = self.run_async(script, &[json!(name), request]);
        assert_eq!(answer.get("refused"), None, "{name}");
        answer
    }

    /// Waits until an element shows a text.
    pub fn wait_for_text(&self, css: &str, wanted: &str) {
        let script = "return document.querySelector(arguments[0])?.textContent.includes(arguments[1]) ?? false";
        self.wait_until(&format!("{css} shows {wanted}"), || self.run(script, &[json!(css), json!(wanted)]) == json!(true));
    }

    /// Waits until something holds.
    pub fn wait_until(&self, what: &str, mut holds: impl FnMut() -> bool) {
        let started = Instant::now();
        while !holds() {
            if started.elapsed() > PATIENCE {
                let never = Refused { code: "timeout".into(), message: format!("not within {PATIENCE:?}") };
                self.fail(what, &never);
            }
            sleep(Duration::from_millis(50));
        }
    }

    /// Answers the next file dialog: paths to choose, or none to cancel.
    pub fn answer_dialog(&self, paths: &[&Path]) {
        self.home.answer_dialog(paths);
    }

    /// Sets the size of the window.
    pub fn resize(&self, width: u32, height: u32) {
        self.step("resize", || self.driver.post("window/rect", json!({ "width": width, "height": height })));
    }

    /// Chooses the language of the window: zh or en.
    pub fn speak(&self, language: &str) {
        self.run(
            "const select = document.querySelector('.language select'); select.value = arguments[0]; select.dispatchEvent(new Event('change'))",
            &[json!(language)],
        );
    }

    /// Saves what the window shows as `target/journeys/NAME.png`.
    pub fn screenshot(&self, name: &str) -> PathBuf {
        // The picture is of the last frame drawn, so what has just changed must be drawn first.
        self.run_async("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))", &[]);
        let picture = self.step("take a picture", || self.driver.get("screenshot"));
        let file = target::picture(name);
        fs::write(&file, base64(picture.as_str().unwrap_or_default())).expect("a picture can be saved");
        file
    }

    /// Returns what is to be seen on a screen, whichever window it is of.
    pub fn picture(&self, of: Screen) -> Picture {
        self.display.picture(of)
    }

    /// Saves what is to be seen on a screen as `target/journeys/NAME.png`.
    pub fn save_picture(&self, of: Screen, name: &str) {
        self.picture(of).save(&target::picture(name));
    }

    /// Takes the projector away.
    pub fn unplug(&self) {
        self.display.unplug();
    }

    /// Returns what the pages' security policy has refused since the window opened.
    pub fn policy_violations(&self) -> Vec<String> {
        let refused = self.run("return globalThis.refusedByPolicy", &[]);
        let refused = refused.as_array().expect("a window driven by a test keeps a list of refusals");
        refused.iter().map(|refusal| refusal.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Writes a line into the journey's log, for a person to read.
    pub fn note(&self, line: &str) {
        use std::io::Write;
        writeln!(target::log(&self.name), "{line}").expect("a log can be written");
        println!("{line}");
    }

    fn step(&self, what: &str, mut attempt: impl FnMut() -> Result<Value, Refused>) -> Value {
        let started = Instant::now();
        loop {
            match attempt() {
                Ok(value) => return value,
                Err(refused) if refused.passes() && started.elapsed() < PATIENCE => sleep(Duration::from_millis(50)),
                Err(refused) => self.fail(what, &refused),
            }
        }
    }

    fn fail(&self, what: &str, refused: &Refused) -> ! {
        if let Ok(picture) = self.driver.get("screenshot") {
            let file = target::picture(&format!("{}-failed", self.name));
            let _ = fs::write(file, base64(picture.as_str().unwrap_or_default()));
        }
        panic!("{}: could not {what}: {} {} (see target/journeys/{0}-failed.png and {0}.log)", self.name, refused.code, refused.message);
    }
}

impl Refused {
    /// Returns whether waiting may help: the element is not there yet, hidden, covered, or was just drawn anew.
    fn passes(&self) -> bool {
        let passing = ["no such element", "element not interactable", "element click intercepted", "stale element reference"];
        passing.contains(&self.code.as_str())
    }
}

impl Key {
    fn code(self) -> char {
        match self {
            Key::Enter => '\u{E007}',
            Key::Escape => '\u{E00C}',
            Key::Tab => '\u{E004}',
            Key::Up => '\u{E013}',
            Key::Down => '\u{E015}',
            Key::Left => '\u{E012}',
            Key::Right => '\u{E014}',
            Key::F2 => '\u{E032}',
            Key::F5 => '\u{e035}',
            Key::F6 => '\u{E036}',
            Key::F8 => '\u{E038}',
            Key::F11 => '\u{E03B}',
            Key::Home => '\u{E011}',
            Key::End => '\u{E010}',
            Key::PageDown => '\u{E00F}',
            Key::PageUp => '\u{E00E}',
            Key::Backspace => '\u{e003}',
            Key::Delete => '\u{E017}',
            Key::F4 => '\u{E034}',
            Key::Control => '\u{E009}',
            Key::Shift => '\u{E008}',
            Key::Alt => '\u{E00A}',
        }
    }
}

fn start(name: &str, home: &Home, display: &Display) -> Driver {
    Driver::start(&target::built_shell(), &home.environment(&display.name), target::log(name))
}

/// Returns the bytes of a base64 text; pictures come so, and a crate for these lines is not worth its upkeep.
fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0);
    for letter in text.bytes() {
        let Some(value) = LETTERS.iter().position(|known| *known == letter) else { continue };
        bits = bits << 6 | value as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    bytes
}
