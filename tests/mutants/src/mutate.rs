//! Damage: what disks, mail, other programs and people with bad intentions do to a file.

use crate::documents::Document;

/// Numbers that come from a seed: the same seed, the same damage.
pub struct Random(u64);

impl Random {
    /// Returns the numbers of a seed.
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Returns a number below another; 0 below 0.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let (a, b) = (self.below(length + 1), self.below(length + 1));
        // Short ones more often than long ones.
        let end = if self.below(4) == 0 { a.max(b) } else { (a.min(b) + self.below(40)).min(length) };
        a.min(b).min(end)..end
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

/// Returns the file of a document, damaged once or a few times; other documents lend pieces.
pub fn mutated(document: &Document, others: &[(&str, Document)], random: &mut Random) -> Vec<u8> {
    // A file that cannot even be opened tests little: the damage goes inside, mostly.
    let inside = random.below(5) > 0;
    let mut document = if inside { document.clone() } else { Document::Bytes(document.file()) };
    let times = 1 + random.below(4);
    for _ in 0..times {
        let lent = others[random.below(others.len())].1.clone();
        match &mut document {
            Document::Bytes(bytes) | Document::Stream(bytes) => damage(bytes, &lent.file(), random),
            Document::Package(parts) => damage_part(parts, &lent, random),
        }
    }
    document.file()
}

fn damage_part(parts: &mut Vec<(String, Vec<u8>)>, lent: &Document, random: &mut Random) {
    let at = random.below(parts.len());
    match random.below(24) {
        0 if parts.len() > 1 => drop(parts.remove(at)),
        1 => {
            let other = random.below(parts.len());
            let content = parts[other].1.clone();
            parts[at].1 = content;
        }
        2 => parts.push((parts[at].0.to_uppercase(), parts[at].1.clone())),
        _ => {
            let content = match lent {
                Document::Package(others) => others[random.below(others.len())].1.clone(),
                other => other.file(),
            };
            damage(&mut parts[at].1, &content, random);
        }
    }
}

/// What breaks parsers: ends of ranges, half tags, signs with a meaning.
const SCRAPS: [&str; 42] = [
    "<",
    ">",
    "\"",
    "&",
    "&#0;",
    "&#x110000;",
    "<![CDATA[",
    "<!--",
    "-->",
    "<!DOCTYPE a [<!ENTITY x \"y\">]>",
    "</w:p>",
    "<w:tbl>",
    "<w:tc>",
    "<w:tr>",
    "</w:tbl>",
    "<w:txbxContent>",
    "<w:gridSpan w:val=\"4294967295\"/>",
    "<c r=\"XFD1048576\"><v>1e308</v></c>",
    "<row r=\"4294967295\">",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "<table:table-cell table:number-columns-repeated=\"4294967295\"><text:p>x</text:p></table:table-cell>",
    "<td rowspan=99999999 colspan=99999999>",
    "<table>",
    "\0",
    "\u{fffd}",
    "\u{ffff}",
    "\u{feff}",
    "\u{202e}",
    "\u{10ffff}",
    "\r",
    " | ",
    "(wèi)",
    "?xún)",
    "??h",
    "（",
    "）",
    "《",
    "责任单位：",
    "2026年",
    "100%",
    "=\r\n",
    "endobj",
];

const NUMBERS: [&str; 14] = [
    "0",
    "-1",
    "1",
    "255",
    "256",
    "65535",
    "65536",
    "2147483647",
    "2147483648",
    "4294967295",
    "4294967296",
    "18446744073709551616",
    "1e308",
    "99999999999999999999999999",
];

fn damage(bytes: &mut Vec<u8>, lent: &[u8], random: &mut Random) {
    match random.below(13) {
        0 => bytes.truncate(random.below(bytes.len())),
        1 | 2 => {
            for _ in 0..=random.below(8) {
                let at = random.below(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = if random.below(2) == 0 { *byte ^ (1 << random.below(8)) } else { random.below(256) as u8 };
                }
            }
        }
        3 => drop(bytes.drain(random.range(bytes.len()))),
        4 => {
            let piece = bytes[random.range(bytes.len())].to_vec();
            insert(bytes, &piece.repeat(1 + random.below(6)), random);
        }
        5 => {
            let piece = lent[random.range(lent.len())].to_vec();
            let gone = random.range(bytes.len());
            bytes.splice(gone, piece);
        }
        6 | 7 => insert(bytes, random.one(&SCRAPS).as_bytes(), random),
        8 => number(bytes, random),
        9 => swap_tags(bytes, random),
        10 => nest(bytes, random),
        11 => {
            let length = [1, 50, 3000][random.below(3)];
            insert(bytes, random.one(&SCRAPS).repeat(length).as_bytes(), random);
        }
        _ => {
            let other = random.range(bytes.len());
            bytes[other].reverse();
        }
    }
}

fn insert(bytes: &mut Vec<u8>, piece: &[u8], random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    bytes.splice(at..at, piece.iter().copied());
}

/// Writes a number nobody expects in place of one that stands there.
fn number(bytes: &mut Vec<u8>, random: &mut Random) {
    let from = random.below(bytes.len());
    let Some(start) = (from..bytes.len()).find(|at| bytes[*at].is_ascii_digit()) else { return };
    let end = (start..bytes.len()).find(|at| !bytes[*at].is_ascii_digit()).unwrap_or(bytes.len());
    bytes.splice(start..end, random.one(&NUMBERS).bytes());
}

/// Returns where a tag stands behind a random place.
fn tag(bytes: &[u8], random: &mut Random) -> Option<std::ops::Range<usize>> {
    let from = random.below(bytes.len());
    let start = from + bytes[from.min(bytes.len())..].iter().position(|byte| *byte == b'<')?;
    let end = start + bytes[start..].iter().position(|byte| *byte == b'>')? + 1;
    Some(start..end)
}

fn swap_tags(bytes: &mut Vec<u8>, random: &mut Random) {
    let (Some(a), Some(b)) = (tag(bytes, random), tag(bytes, random)) else { return };
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    if first.end > second.start {
        return;
    }
    let swapped = [&bytes[second.clone()], &bytes[first.end..second.start], &bytes[first.clone()]].concat();
    bytes.splice(first.start..second.end, swapped);
}

/// Opens a tag or a bracket very often.
fn nest(bytes: &mut Vec<u8>, random: &mut Random) {
    let times = [20, 300, 5000, 60_000][random.below(4)];
    let opened = match tag(bytes, random) {
        Some(tag) => bytes[tag].to_vec(),
        None => random.one(&["（", "<div>", "[", "<<", "> ", "<table><tr><td>"]).as_bytes().to_vec(),
    };
    let at = random.below(bytes.len() + 1);
    bytes.splice(at..at, opened.repeat(times.min(2_000_000 / opened.len().max(1))));
}
