//! Files that begin like a picture and are something else as well, for a program that reads them
//! from the end or does not mind what comes first. Written anew, nothing of it would remain; it is
//! refused all the same, for nobody sends such a file by accident.

/// Whether the file is also an archive (ZIP, Java), a PDF document or a web page. Each sign is
/// long or exact enough not to be met in a photo.
pub fn opens_as_something_else(bytes: &[u8]) -> bool {
    let start = bytes.get(..1_024).unwrap_or(bytes).to_ascii_lowercase();
    let says = |sign: &[u8]| memchr::memmem::find(&start, sign).is_some();
    says(b"%pdf-") || says(b"<html") || says(b"<script") || says(b"<!doctype") || ends_as_archive(bytes)
}

/// A ZIP archive is read from its end: a record of 22 bytes and a comment up to the last byte.
fn ends_as_archive(bytes: &[u8]) -> bool {
    const RECORD: usize = 22;
    let tail = bytes.get(bytes.len().saturating_sub(RECORD + 65_535)..).unwrap_or(bytes);
    memchr::memmem::find_iter(tail, b"PK\x05\x06").any(|at| {
        let comment = tail.get(at + RECORD - 2..at + RECORD).and_then(|length| length.try_into().ok());
        comment.is_some_and(|length| at + RECORD + usize::from(u16::from_le_bytes(length)) == tail.len())
    })
}

/// The container of Apple's phones (ISO 23008-12): `ftyp` and one of its brands.
pub fn is_heic(bytes: &[u8]) -> bool {
    let brand = |at: usize| bytes.get(at..at + 4).unwrap_or_default();
    brand(4) == b"ftyp"
        && [b"heic", b"heix", b"heim", b"hevc", b"mif1", b"msf1"].iter().any(|b| brand(8) == *b)
}
