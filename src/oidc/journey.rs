//! One way to a provider and back. All that must be known again on return comes from one secret,
//! which the browser keeps: nobody can finish what another browser began.

use openidconnect::{CsrfToken, Nonce, PkceCodeVerifier};

use crate::i18n::Locale;
use crate::secret::{Secret, same};

/// What goes along to the provider.
#[derive(Clone, Debug)]
pub struct Journey {
    secret: Secret,
    locale: Locale,
}

/// Ends the state of who reads English: one returns in the language in which one left, even to be
/// told that it took too long.
const ENGLISH: &str = ".en";

impl Journey {
    /// The journey under a secret that is used for nothing else.
    pub fn new(secret: Secret, locale: Locale) -> Self {
        Self { secret, locale }
    }

    /// The journey that a browser comes back from; `None` when it began in another, or never.
    pub fn returning(secret: Secret, state: &str) -> Option<Self> {
        let journey = Self::new(secret, Self::language_of(state));
        same(journey.state().secret(), state).then_some(journey)
    }

    /// The language in which a journey began. Proves nothing.
    pub fn language_of(state: &str) -> Locale {
        if state.ends_with(ENGLISH) { Locale::En } else { Locale::Fr }
    }

    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Comes back in the address: who sends it knows the secret, or was sent by who does.
    pub(super) fn state(&self) -> CsrfToken {
        let end = if self.locale == Locale::En { ENGLISH } else { "" };
        let purpose = format!("oidc state {}", self.locale.tag());
        CsrfToken::new(format!("{}{end}", self.secret.derive(&purpose)))
    }

    /// Comes back inside the signed identity, which is thereby for this journey alone.
    pub(super) fn nonce(&self) -> Nonce {
        Nonce::new(self.secret.derive("oidc nonce"))
    }

    /// Goes to the provider by its back door: a code that was overheard is worth nothing.
    pub(super) fn verifier(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(self.secret.derive("oidc verifier"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journey_is_known_again_by_its_own_browser() {
        for locale in Locale::ALL {
            let journey = Journey::new(Secret::new(), locale);
            let state = journey.state().secret().clone();
            let back = Journey::returning(journey.secret().clone(), &state).unwrap();
            assert_eq!((back.locale(), back.nonce().secret()), (locale, journey.nonce().secret()));
            assert!(Journey::returning(Secret::new(), &state).is_none());
            for other in ["", &state[1..], &format!("{state}.en"), journey.secret().reveal()] {
                assert!(Journey::returning(journey.secret().clone(), other).is_none(), "{other}");
            }
        }
    }

    #[test]
    fn nothing_that_is_sent_gives_the_rest_away() {
        let journey = Journey::new(Secret::new(), Locale::Fr);
        let (state, nonce, verifier) = (journey.state(), journey.nonce(), journey.verifier());
        assert_ne!(state.secret(), nonce.secret());
        assert_ne!(state.secret(), verifier.secret());
        assert_ne!(nonce.secret(), verifier.secret());
        // RFC 7636, 4.1: 43 to 128 characters.
        assert_eq!(verifier.secret().len(), 64);
    }
}
