//! The outline of a JPEG file, read from its markers alone (ITU-T T.81, annex B): the decoder
//! fills what is missing with grey and unpacks however many passes a file asks for; we do not.

/// More passes over a picture than any program writes (ten are usual) are there to keep us busy.
const MOST_SCANS: usize = 64;

/// What the markers tell of a whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    scans: usize,
}

impl Outline {
    /// Memory that decoding takes: three bytes of colour, and six of coefficients that wait for
    /// the last scan where there are several.
    pub fn bytes_a_pixel(self) -> u64 {
        if self.scans > 1 { 9 } else { 3 }
    }
}

/// `None` when the file ends before its picture does, or is a heap of scans.
pub fn outline(bytes: &[u8]) -> Option<Outline> {
    const START_OF_SCAN: u8 = 0xda;
    const END_OF_IMAGE: u8 = 0xd9;
    let (mut at, mut scans) = (2, 0);
    loop {
        let marker = next_marker(bytes, &mut at)?;
        match marker {
            END_OF_IMAGE if scans > 0 => return Some(Outline { scans }),
            END_OF_IMAGE => return None,
            START_OF_SCAN if scans == MOST_SCANS => return None,
            START_OF_SCAN => {
                scans += 1;
                at += segment_length(bytes, at)?;
            }
            _ => at += segment_length(bytes, at)?,
        }
    }
}

/// The next marker that begins a segment, leaving `at` behind it: skips compressed data, where
/// `ff 00` is a plain `ff` and `ff d0` to `ff d7` only keep step.
fn next_marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    loop {
        let rest = bytes.get(*at..)?;
        let found = memchr::memchr(0xff, rest)?;
        let code = *rest.get(found + 1)?;
        // A run of ff is filling: the last of them counts.
        *at += found + if code == 0xff { 1 } else { 2 };
        if !matches!(code, 0x00 | 0x01 | 0xd0..=0xd8 | 0xff) {
            return Some(code);
        }
    }
}

/// The length of the segment whose length field stands at `at`, that field included.
fn segment_length(bytes: &[u8], at: usize) -> Option<usize> {
    let field = bytes.get(at..at + 2)?.try_into().ok()?;
    let length = usize::from(u16::from_be_bytes(field));
    (length >= 2).then_some(length)
}
