//! Addresses of web pages that others typed, before they become links.

const LONGEST: usize = 500;

/// The http(s) address in `text`, or `None`. A name without a scheme ("www.exemple.fr/lieu") gets
/// `http://`, which sites that have https redirect. Other schemes, blanks, controls, quotes and
/// angle brackets, and addresses with a user name are refused.
pub fn parse_website(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = match text.split_once("://") {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => ("http".to_owned(), text),
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end)?;
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || "\"'<>\\^`{|}".contains(c);
    let fits = matches!(scheme.as_str(), "http" | "https")
        && text.len() <= LONGEST
        && is_host(host)
        && !path.contains(forbidden);
    fits.then(|| format!("{scheme}://{}{path}", host.to_lowercase()))
}

/// A name with a dot in it, perhaps with a port.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let label = |l: &str| {
        let edge = l.starts_with('-') || l.ends_with('-');
        !l.is_empty() && !edge && l.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    name.contains('.') && name.split('.').all(label) && port.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_become_links() {
        for (text, website) in [
            ("https://www.8fablab.fr", Some("https://www.8fablab.fr")),
            (" HTTP://Latelier.IN/a?b=c#d ", Some("http://latelier.in/a?b=c#d")),
            ("www.mollans.info", Some("http://www.mollans.info")),
            ("https://le-lab.fab-manager.com/#!/", Some("https://le-lab.fab-manager.com/#!/")),
            ("http://exemple.fr:8080/", Some("http://exemple.fr:8080/")),
            ("https://café.example/é", Some("https://café.example/é")),
            ("", None),
            ("javascript:alert(1)", None),
            ("javascript://exemple.fr/%0aalert(1)", None),
            ("ftp://exemple.fr", None),
            ("mailto:nom@exemple.fr", None),
            ("nom@exemple.fr", None),
            ("https://nom:secret@exemple.fr/", None),
            ("https://exemple.fr/\" onclick=\"x", None),
            ("http://localhost/", None),
            ("http://-.fr", None),
            ("pas de site", None),
            ("exemple.fr et autre.fr", None),
        ] {
            assert_eq!(parse_website(text).as_deref(), website, "{text:?}");
        }
        assert_eq!(parse_website(&format!("https://exemple.fr/{}", "a".repeat(500))), None);
    }
}
