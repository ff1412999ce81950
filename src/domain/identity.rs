//! Who somebody is to a provider of accounts elsewhere, and why that may not open an account here.

use super::email::EmailAddress;
use super::member::PersonName;

/// What a provider vouches for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Address of the provider.
    pub issuer: String,
    /// The name that it never gives to anybody else.
    pub subject: String,
    /// `None`: it knows none, or has not verified it.
    pub email: Option<EmailAddress>,
    /// `None`: it knows none that is a person's name.
    pub name: Option<PersonName>,
}

impl Identity {
    /// How a new account at `email` is called until its person says otherwise.
    pub fn name_at(&self, email: &EmailAddress) -> Option<PersonName> {
        let words = |text: &str| text.replace(|c: char| !c.is_alphanumeric(), " ");
        let local = email.as_str().split('@').next().unwrap_or_default();
        let from_address =
            || PersonName::parse(&words(local)).or_else(|| PersonName::parse(&words(email.host())));
        self.name.clone().or_else(from_address)
    }
}

/// Why an identity that belongs to no account opens none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityError {
    /// Its provider vouches for no address.
    NoAddress,
    /// One joins this network by invitation.
    ByInvitation,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nameless_person_is_called_after_the_address() {
        let mut identity =
            Identity { issuer: String::new(), subject: String::new(), email: None, name: None };
        for (email, name) in [
            ("camille.roux@exemple.fr", "camille roux"),
            ("camille@exemple.fr", "camille"),
            ("1234@exemple.fr", "exemple fr"),
        ] {
            let email = EmailAddress::parse(email).unwrap();
            assert_eq!(identity.name_at(&email).unwrap().as_str(), name);
        }
        identity.name = PersonName::parse("Camille Roux");
        let email = EmailAddress::parse("c@exemple.fr").unwrap();
        assert_eq!(identity.name_at(&email).unwrap().as_str(), "Camille Roux");
    }
}
