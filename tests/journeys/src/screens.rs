//! Two screens side by side, as of a computer with a projector.

use x11rb::protocol::randr::{ConnectionExt as _, GetScreenResourcesReply, Rotation};
use x11rb::rust_connection::RustConnection;

/// A screen, in pixels of the display; both begin at its top.
#[derive(Clone, Copy)]
#[expect(missing_docs, reason = "they are what they are called")]
pub struct Screen {
    pub x: u16,
    pub width: u16,
    pub height: u16,
}

/// The presenter's.
pub const DESK: Screen = Screen { x: 0, width: 1368, height: 768 };
/// What the projector throws on the wall, of another shape than the presenter's.
pub const WALL: Screen = Screen { x: 1368, width: 1024, height: 768 };

/// A graphics card that has no connectors but outputs all the same.
pub const CONFIG: &str = r#"
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "any"
  DefaultDepth 24
EndSection
"#;

/// Puts the wall beside the desk.
pub fn set_up(server: &RustConnection, root: u32) {
    let all = resources(server, root);
    show(server, &all, 0, None);
    server
        .randr_set_screen_size(root, WALL.x + WALL.width, DESK.height, 600, 200)
        .expect("it is asked")
        .check()
        .expect("the display can be as large");
    for (n, screen) in [DESK, WALL].iter().enumerate() {
        let mode =
            all.modes.iter().find(|mode| (mode.width, mode.height) == (screen.width, screen.height)).expect("the card knows the size").id;
        server.randr_add_output_mode(all.outputs[n], mode).expect("it is asked").check().expect("the output can show it");
        show(server, &all, n, Some((*screen, mode)));
    }
    // Only when it is asked anew does the server notice that an output with a mode is a connected one.
    resources(server, root);
}

/// Takes the wall away, as pulling the plug does.
pub fn unplug(server: &RustConnection, root: u32) {
    show(server, &resources(server, root), 1, None);
}

fn resources(server: &RustConnection, root: u32) -> GetScreenResourcesReply {
    server.randr_get_screen_resources(root).expect("it is asked").reply().expect("the card has outputs")
}

/// Sets what an output shows.
fn show(server: &RustConnection, all: &GetScreenResourcesReply, output: usize, of: Option<(Screen, u32)>) {
    let (x, mode, outputs) = of.map_or((0, 0, Vec::new()), |(screen, mode)| (screen.x as i16, mode, vec![all.outputs[output]]));
    let asked = server.randr_set_crtc_config(all.crtcs[output], 0, all.config_timestamp, x, 0, mode, Rotation::ROTATE0, &outputs);
    asked.expect("it is asked").reply().expect("the output can be set");
}
