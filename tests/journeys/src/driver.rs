//! A WebDriver session on the shell.

use std::collections::HashMap;
use std::fs::File;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::http;

/// The name under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A driver with its one session; ending it closes the window.
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
}

/// A refusal by the driver: its code and its words.
#[derive(Debug)]
pub struct Refused {
    pub code: String,
    pub message: String,
}

impl Driver {
    /// Starts WebKitWebDriver, which starts `shell` with the same environment; what both print goes to `log`.
    pub fn start(shell: &Path, environment: &HashMap<&str, String>, log: File) -> Driver {
        let port = free_port();
        let errors = log.try_clone().expect("a log file can be shared");
        let process = Command::new("WebKitWebDriver")
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .envs(environment)
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors)
            .spawn()
            .expect("WebKitWebDriver starts (Debian: apt-get install webkit2gtk-driver)");
        let mut driver = Driver { process, port, session: String::new() };
        driver.wait_for_port();
        let browser = json!({ "binary": shell, "args": [] });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": browser } } });
        let session = driver.send("POST", "/session", Some(&wanted)).expect("the window opens");
        driver.session = session["sessionId"].as_str().expect("a session has an id").to_owned();
        driver
    }

    /// Gives a command of the session.
    pub fn post(&self, command: &str, body: Value) -> Result<Value, Refused> {
        self.send("POST", &format!("/session/{}/{command}", self.session), Some(&body))
    }

    /// Asks something of the session.
    pub fn get(&self, question: &str) -> Result<Value, Refused> {
        self.send("GET", &format!("/session/{}/{question}", self.session), None)
    }

    /// Returns the first element a CSS selector finds.
    pub fn find(&self, css: &str) -> Result<String, Refused> {
        let found = self.post("element", json!({ "using": "css selector", "value": css }))?;
        Ok(found[ELEMENT].as_str().expect("a found element has an id").to_owned())
    }

    /// Closes the window and ends the driver; the driver closes the window with the session, so that comes first.
    pub fn end(&mut self) {
        let _ = self.send("DELETE", &format!("/session/{}", self.session), None);
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refused> {
        let (status, mut answer) = http::send(self.port, method, path, body)
            .map_err(|error| Refused { code: "no answer".into(), message: format!("{method} {path}: {error}") })?;
        let value = answer["value"].take();
        if status == 200 {
            return Ok(value);
        }
        let word = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        Err(Refused { code: word("error"), message: word("message") })
    }

    fn wait_for_port(&self) {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            assert!(started.elapsed() < Duration::from_secs(20), "WebKitWebDriver does not listen on its port");
            sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.end();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("a bound port has a number").port()
}
