//! Whom letters come from.

use crate::domain::email::EmailAddress;

/// An address, and perhaps a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    pub address: EmailAddress,
    /// May be empty: then the network's name stands there.
    pub name: String,
}

impl Sender {
    /// `bonjour@exemple.fr` or `Tiers-lieux de la Drôme <bonjour@exemple.fr>`, the name perhaps in
    /// quotes.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (name, address) = match text.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
            Some((name, address)) => (name.trim().trim_matches('"').trim(), address),
            None => ("", text),
        };
        let clean = !name.contains(['<', '>', '"']) && !name.chars().any(char::is_control);
        Some(Self { address: EmailAddress::parse(address).filter(|_| clean)?, name: name.to_owned() })
    }

    /// The sender of a network that set none: nobody reads this mailbox.
    pub fn of_host(host: &str) -> Option<Self> {
        Some(Self { address: EmailAddress::parse(&format!("ne-pas-repondre@{host}"))?, name: String::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_is_an_address_with_or_without_a_name() {
        for (text, name, address) in [
            ("bonjour@exemple.fr", "", "bonjour@exemple.fr"),
            ("<bonjour@exemple.fr>", "", "bonjour@exemple.fr"),
            (" Le réseau <Bonjour@exemple.fr> ", "Le réseau", "bonjour@exemple.fr"),
            ("\"Réseau, Drôme\" <a@b.fr>", "Réseau, Drôme", "a@b.fr"),
        ] {
            let sender = Sender::parse(text).unwrap();
            assert_eq!((sender.name.as_str(), sender.address.as_str()), (name, address));
        }
        for refused in ["", "Réseau", "Réseau <a@b>", "a\r\nb <a@b.fr>", "a <b> <a@b.fr>", "a@b.fr>"] {
            assert_eq!(Sender::parse(refused), None, "{refused:?}");
        }
    }
}
