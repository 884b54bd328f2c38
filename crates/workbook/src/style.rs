//! How cells look: printed-table plain, entry cells tinted.

use domain::{Amount, Role};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const SONG: &str = "宋体";
/// The typeface of titles.
pub const HEI: &str = "黑体";
const GB2312_CHARSET: u8 = 134;

/// People unprotect sheets, so what may be filled in is marked by colour too.
const ENTRY: Color = Color::RGB(0xFFF8DC);
const HEADER: Color = Color::RGB(0xD9D9D9);
const NOT_ASKED: Color = Color::RGB(0xF2F2F2);

/// The formats of a form.
pub struct Styles {
    pub title: Format,
    pub line: Format,
    pub line_entry: Format,
    pub header: Format,
    pub text: Format,
    pub centred: Format,
    pub leading: Format,
    pub number: Format,
    pub rounded: Format,
    pub entry_number: Format,
    pub entry_text: Format,
    pub not_asked: Format,
    pub id: Format,
}

impl Styles {
    pub fn new() -> Styles {
        let boxed = song(10.5).set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter).set_text_wrap();
        let entry = boxed.clone().set_background_color(ENTRY).set_unlocked();
        Styles {
            title: Format::new()
                .set_font_name(HEI)
                .set_font_charset(GB2312_CHARSET)
                .set_font_size(18)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap(),
            line: song(10.5).set_align(FormatAlign::VerticalCenter).set_text_wrap(),
            line_entry: song(10.5).set_align(FormatAlign::VerticalCenter).set_background_color(ENTRY).set_unlocked(),
            header: boxed.clone().set_bold().set_align(FormatAlign::Center).set_background_color(HEADER),
            text: boxed.clone(),
            centred: boxed.clone().set_align(FormatAlign::Center),
            leading: boxed.clone().set_align(FormatAlign::Center).set_bold(),
            // Without wrapping, a long fraction is rounded to the column for the eye.
            number: boxed.clone().set_align(FormatAlign::Right).unset_text_wrap(),
            rounded: boxed.clone().set_align(FormatAlign::Right).unset_text_wrap().set_num_format("0.00"),
            entry_number: entry.clone().set_align(FormatAlign::Right).unset_text_wrap(),
            entry_text: entry,
            not_asked: boxed.set_background_color(NOT_ASKED),
            id: song(8.0).set_font_color(Color::Gray),
        }
    }
}

impl Styles {
    /// Returns the format of a number that is only shown: no more than two decimals.
    pub fn shown(&self, amount: Option<Amount>) -> &Format {
        let fits = |amount: Amount| (amount.get() * 100.0).round() / 100.0 == amount.get();
        if amount.is_none_or(fits) { &self.number } else { &self.rounded }
    }

    /// Returns the format of a unit's part in a measure: 牵头 stands out.
    pub fn role(&self, label: &str) -> &Format {
        if label == Role::Lead.zh() { &self.leading } else { &self.centred }
    }
}

/// Returns the standard font at a size.
pub fn song(size: f64) -> Format {
    Format::new().set_font_name(SONG).set_font_charset(GB2312_CHARSET).set_font_size(size)
}
