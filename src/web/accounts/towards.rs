//! Where a person was going when they were asked to sign in: an address of this site or none.

/// Longest address that is gone back to.
const LONGEST: usize = 2_000;

/// The local address, or nothing: never what a browser would read as another host.
pub fn local_address(text: &str) -> &str {
    let is_local = text.starts_with('/') && !text.starts_with("//") && !text.starts_with("/\\");
    let is_plain = text.len() <= LONGEST && text.bytes().all(|b| b.is_ascii_graphic());
    if is_local && is_plain { text } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_back_to_this_site_alone() {
        for local in ["/", "/lieux/la-fabrique?jour=2026-03-05", "/en/agenda"] {
            assert_eq!(local_address(local), local);
        }
        let long = format!("/{}", "a".repeat(LONGEST));
        for foreign in
            ["", "lieux", "//a.example", "/\\a.example", "https://a.example", "/a\r\nb", "/ a", &long]
        {
            assert_eq!(local_address(foreign), "", "{foreign:?}");
        }
    }
}
