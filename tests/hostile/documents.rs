//! Documents that nobody would write, made from a number: the same number, the same document.

/// A kind of hostile document: its name with an extension, and how it is made.
type Kind = (&'static str, fn(&mut Noise, usize) -> Vec<u8>);

/// Every kind.
pub(crate) const KINDS: [Kind; 38] = [
    ("brackets-open.txt", |_, size| {
        repeat("(six [soldiers {", size)
    }),
    ("brackets-nested.txt", |_, size| {
        nested("(", "six were killed", ")", size)
    }),
    ("quotes-unbalanced.txt", |_, size| {
        repeat("“Six were killed, ‘he said ", size)
    }),
    ("quotes-nested.txt", |_, size| {
        nested("\"he said ", "six were killed", "\"", size)
    }),
    ("digits.txt", |_, size| repeat("7", size)),
    ("digits-grouped.txt", |_, size| repeat("1,234.", size)),
    ("numerals.txt", |_, size| {
        repeat("six hundred and twenty ", size)
    }),
    ("ranges.txt", |_, size| repeat("30-35 or 40 to ", size)),
    ("hedges.txt", |_, size| {
        repeat("at least more than nearly ", size)
    }),
    ("zero-width.txt", |_, size| {
        repeat("s\u{200b}i\u{200d}x\u{feff} d\u{2060}ied ", size)
    }),
    ("directions.txt", |_, size| {
        repeat("\u{202e}six \u{2067}قتل\u{2069} died\u{202c} ", size)
    }),
    ("combining.txt", |_, size| {
        repeat("e\u{301}\u{327}\u{323}", size)
    }),
    ("emoji.txt", |_, size| {
        repeat("👩\u{200d}👩\u{200d}👧\u{200d}👦🏽 died ", size)
    }),
    ("one-line.txt", |_, size| {
        repeat("Six soldiers were killed in Idlib on Monday, and ", size)
    }),
    ("one-sentence.txt", |_, size| repeat("soldiers ", size)),
    ("commas.txt", |_, size| repeat(", ", size)),
    ("full-stops.txt", |_, size| repeat(". ", size)),
    ("lines.txt", |_, size| repeat("\n", size)),
    ("dashes.txt", |_, size| repeat("– killed — ", size)),
    ("said.txt", |_, size| repeat("said he said that ", size)),
    ("names.txt", |_, size| {
        repeat("Ahmad Abu Said al-Khatib of Idlib ", size)
    }),
    ("lists.txt", |_, size| {
        repeat("Idlib, Syria, Ankara, Turkey and ", size)
    }),
    ("dates.txt", |_, size| {
        repeat("3 February 2020, Monday last week since ", size)
    }),
    ("capitals.txt", |_, size| {
        repeat("SIX SOLDIERS KILLED ", size)
    }),
    ("claims-of-one-event.txt", |noise, size| claims(noise, size)),
    ("front-matter-open.md", |_, size| {
        repeat("---\ntitle: x\n", size)
    }),
    ("markdown.md", |_, size| repeat("> # **[six](x) _", size)),
    ("noise.txt", |noise, size| noise.bytes(size)),
    ("letters.txt", |noise, size| noise.letters(size)),
    ("page-deep.html", |_, size| repeat("<div><p>six", size)),
    ("page-unclosed.html", |_, size| {
        repeat("<html><a href=\"<p>Six died", size)
    }),
    ("page-tables.html", |_, size| {
        repeat("<table><tr><td><b><i>Six died</td>", size)
    }),
    ("lines-deep.jsonl", |_, size| nested("[", "6", "]", size)),
    ("lines-broken.jsonl", |_, size| {
        repeat("{\"text\": \"Six died\", \"text\n", size)
    }),
    ("feed-entities.xml", |_, size| entities(size)),
    ("snapshot.mhtml", |_, size| mail(size)),
    ("office.docx", |noise, size| {
        [b"PK\x03\x04".to_vec(), noise.bytes(size)].concat()
    }),
    ("paper.pdf", |noise, size| {
        [b"%PDF-1.7\n".to_vec(), noise.bytes(size)].concat()
    }),
];

/// Numbers that look like chance (xorshift), the same in each run.
pub(crate) struct Noise(u64);

impl Noise {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn bytes(&mut self, size: usize) -> Vec<u8> {
        let numbers = std::iter::repeat_with(|| self.next().to_le_bytes());
        numbers.flatten().take(size).collect()
    }

    fn letters(&mut self, size: usize) -> Vec<u8> {
        let mut text = String::new();
        while text.len() < size {
            let number = self.next() as u32 % 0x11_0000;
            text.push(char::from_u32(number).unwrap_or(' '));
        }
        text.into_bytes()
    }
}

/// A piece of text again and again, up to about this size.
fn repeat(piece: &str, size: usize) -> Vec<u8> {
    piece.repeat(size / piece.len() + 1).into_bytes()
}

fn nested(open: &str, inside: &str, close: &str, size: usize) -> Vec<u8> {
    let depth = size / (open.len() + close.len()) + 1;
    [open.repeat(depth), inside.to_owned(), close.repeat(depth)]
        .concat()
        .into_bytes()
}

/// Different tolls of one clash.
fn claims(noise: &mut Noise, size: usize) -> Vec<u8> {
    let mut text = "Clash in Idlib\n\n4 February 2020\n\n".to_owned();
    while text.len() < size {
        let toll = noise.next() % 100_000;
        text.push_str(&toll.to_string());
        text.push_str(" soldiers were killed in Idlib on Monday, officials said. ");
    }
    text.into_bytes()
}

/// Entities that grow when they are resolved.
fn entities(size: usize) -> Vec<u8> {
    let mut xml = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel>".to_owned();
    while xml.len() < size {
        xml.push_str("<item><title>&b;&#x110000;</title><description>&b;&lt;p&gt;Six");
    }
    xml.into_bytes()
}

/// A mail of parts within parts, none of which ends.
fn mail(size: usize) -> Vec<u8> {
    let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n";
    let part = "--x\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n";
    [head.as_bytes(), &repeat(part, size)].concat()
}
