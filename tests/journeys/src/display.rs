//! A display nobody looks at.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MOTION_NOTIFY_EVENT};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use crate::screens::{self, Screen};

/// How long a screen may take to show something else.
const PATIENCE: Duration = Duration::from_secs(10);

/// An X server in memory, gone when dropped.
pub struct Display {
    server: Child,
    /// Its name for `DISPLAY`, such as `:3`.
    pub name: String,
}

/// What is to be seen on a screen.
pub struct Picture {
    /// How many pixels it is wide.
    pub width: u32,
    /// How many pixels it is high.
    pub height: u32,
    /// Red, green and blue of each pixel, line by line.
    pub rgb: Vec<u8>,
}

impl Display {
    /// Starts a server with one screen.
    pub fn start() -> Display {
        let screen = ["-screen", "0", "1920x1200x24", "-nolisten", "tcp"];
        // It says of every number that is taken that it is.
        Display::serve(Command::new("Xvfb").args(screen).stderr(Stdio::null()), "Xvfb starts (Debian: apt-get install xvfb)")
    }

    /// Starts a server with two screens side by side, which can be taken away as one pulls a plug; Xvfb has but one.
    pub fn with_two_screens(log: File) -> Display {
        let config = NamedTempFile::new().expect("a file can be made");
        std::fs::write(config.path(), screens::CONFIG).expect("a file can be written");
        let mut server = Command::new("/usr/lib/xorg/Xorg");
        // `-noreset`: without it what was set up would be gone with the first who leaves.
        server.args(["-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts", "-logfile", "/dev/null", "-config"]).arg(config.path());
        server.stderr(log);
        let display = Display::serve(&mut server, "Xorg starts (Debian: apt-get install xserver-xorg-core xserver-xorg-video-dummy)");
        let (server, root) = display.connect();
        screens::set_up(&server, root);
        display
    }

    fn serve(command: &mut Command, starts: &str) -> Display {
        let command = command.args(["-displayfd", "1"]).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut server = command.spawn().expect(starts);
        let mut number = String::new();
        let stdout = server.stdout.as_mut().expect("stdout was asked for");
        BufReader::new(stdout).read_line(&mut number).expect("an X server says its display number");
        assert!(!number.trim().is_empty(), "the X server ended without a display");
        Display { server, name: format!(":{}", number.trim()) }
    }

    /// Takes the second screen away.
    pub fn unplug(&self) {
        let (server, root) = self.connect();
        screens::unplug(&server, root);
    }

    /// Returns what is to be seen on a screen, whichever window it is of.
    pub fn picture(&self, of: Screen) -> Picture {
        let (server, root) = self.connect();
        let asked = server.get_image(ImageFormat::Z_PIXMAP, root, of.x as i16, 0, of.width, of.height, u32::MAX);
        let image = asked.expect("it is asked").reply().expect("the screen can be read");
        let rgb = image.data.chunks_exact(4).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect();
        Picture { width: of.width.into(), height: of.height.into(), rgb }
    }

    /// Presses a key as the keyboard does, where the pointer is, and returns how long it takes until a screen shows something else;
    /// none where it does not.
    pub fn time_to_change(&self, of: Screen, keysym: u32) -> Option<Duration> {
        let (server, root) = self.connect();
        let (first, last) = (server.setup().min_keycode, server.setup().max_keycode);
        let keys = server.get_keyboard_mapping(first, last - first + 1).expect("it is asked").reply().expect("there is a keyboard");
        let mut codes = keys.keysyms.chunks(keys.keysyms_per_keycode.into());
        let code = first + codes.position(|signs| signs.first() == Some(&keysym)).expect("the keyboard has the key") as u8;
        // A part says as much as the whole, and is read in less than a millisecond.
        let part = || server.get_image(ImageFormat::Z_PIXMAP, root, of.x as i16 + 30, 70, 600, 300, u32::MAX);
        let look = || part().expect("it is asked").reply().expect("the screen can be read").data;
        let press = |kind, code, x| server.xtest_fake_input(kind, code, 0, root, x, 400, 0).expect("it is sent");
        press(MOTION_NOTIFY_EVENT, 0, of.x as i16 + 500);
        let before = look();
        let pressed = Instant::now();
        press(KEY_PRESS_EVENT, code, 0);
        press(KEY_RELEASE_EVENT, code, 0);
        server.flush().expect("it is sent");
        while look() == before {
            if pressed.elapsed() > PATIENCE {
                return None;
            }
        }
        Some(pressed.elapsed())
    }

    fn connect(&self) -> (RustConnection, u32) {
        let (server, screen) = x11rb::connect(Some(&self.name)).expect("the display can be spoken to");
        let root = server.setup().roots[screen].root;
        (server, root)
    }
}

impl Picture {
    /// Writes it as a PNG.
    pub fn save(&self, path: &Path) {
        let file = File::create(path).expect("a picture can be saved");
        let mut png = png::Encoder::new(file, self.width, self.height);
        png.set_color(png::ColorType::Rgb);
        png.write_header().and_then(|mut png| png.write_image_data(&self.rgb)).expect("a picture can be saved");
    }

    /// Returns whether it shows something else, and not the same with edges smoothed otherwise.
    pub fn differs(&self, other: &Picture) -> bool {
        let apart = self.rgb.iter().zip(&other.rgb).filter(|(a, b)| a.abs_diff(**b) > 96).count();
        apart * 10_000 > self.rgb.len()
    }

    /// Returns how much of it is lighter than grey, of 1.
    pub fn light(&self) -> f64 {
        let light = self.rgb.chunks_exact(3).filter(|pixel| pixel.iter().all(|part| *part > 128)).count();
        light as f64 / f64::from(self.width * self.height)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
