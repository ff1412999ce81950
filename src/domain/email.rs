//! E-mail addresses as people type them. Knows nothing of mailboxes: only a letter that arrives
//! proves an address.

/// An address that a letter can be sent to: `local@host`, in lower case, at most 254 bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailAddress(String);

/// RFC 5321, 4.5.3.1.3: a path is 256 octets with its brackets.
const LONGEST: usize = 254;
/// RFC 5321, 4.5.3.1.1.
const LONGEST_LOCAL: usize = 64;

impl EmailAddress {
    /// `None` for what no mail system would take. Quoted local parts and address literals, which
    /// nobody types, are refused too.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let (local, host) = text.rsplit_once('@')?;
        let fits = text.len() <= LONGEST && local.len() <= LONGEST_LOCAL;
        (fits && is_local(local) && is_host(host)).then_some(Self(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address for a page that somebody else may look at: "c…@exemple.fr".
    pub fn masked(&self) -> String {
        format!("{}…@{}", self.0.chars().take(1).collect::<String>(), self.host())
    }

    /// The part after the `@`.
    pub fn host(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, host)| host)
    }
}

/// RFC 5322 `dot-atom`, with the letters of RFC 6531.
fn is_local(local: &str) -> bool {
    let is_atom = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom))
}

fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        let ends = |c: Option<char>| c.is_some_and(|c| c != '-');
        label.len() <= 63
            && ends(label.chars().next())
            && ends(label.chars().last())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    host.contains('.') && host.split('.').all(label)
}

impl std::fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_what_a_letter_can_be_sent_to() {
        for (typed, parsed) in [
            (" Camille.Roux@Exemple.FR ", "camille.roux@exemple.fr"),
            ("a+b@c-d.example", "a+b@c-d.example"),
            ("éloïse@exemple.fr", "éloïse@exemple.fr"),
            ("x@sous.domaine.exemple.fr", "x@sous.domaine.exemple.fr"),
        ] {
            assert_eq!(EmailAddress::parse(typed).as_ref().map(EmailAddress::as_str), Some(parsed));
        }
        for refused in [
            "",
            "camille",
            "@exemple.fr",
            "camille@",
            "camille@exemple",
            "a@b@",
            "a b@exemple.fr",
            "a..b@exemple.fr",
            ".a@exemple.fr",
            "a@-b.fr",
            "a@b..fr",
            "a@exemple.fr\r\nBcc: x@y.fr",
            "<a@exemple.fr>",
            "a@[127.0.0.1]",
        ] {
            assert_eq!(EmailAddress::parse(refused), None, "{refused:?}");
        }
        assert_eq!(EmailAddress::parse(&format!("{}@exemple.fr", "a".repeat(65))), None);
        assert_eq!(EmailAddress::parse(&format!("a@{}fr", "exemple.".repeat(32))), None);
    }
}
