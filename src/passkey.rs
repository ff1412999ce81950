//! Passkeys: what is asked of a browser when one is made or used, and whether what comes back was
//! signed by it, here and now. The ceremonies are those of the `passkey-auth` crate.

use data_encoding::BASE64URL_NOPAD;
use passkey_auth::{
    Attachment, AuthenticationResponse, AuthenticationState, CosePublicKey, CredentialId, PasskeyCredential,
    RegistrationResponse, RegistrationState, Webauthn,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::config::host_of;

/// The passkeys of one site. They hold for its host name, whatever becomes of the rest.
#[derive(Clone, Debug)]
pub struct Passkeys(Webauthn);

/// A ceremony that has begun: what the browser is asked, and what the answer is measured by.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ceremony {
    /// Options of `navigator.credentials`, with bytes in base64url.
    pub options: Value,
    state: Value,
}

/// What is kept of a passkey. There is no secret in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownKey {
    /// As the device names it, in base64url.
    pub credential_id: String,
    /// COSE, in base64url.
    pub public_key: String,
    /// Of the last signature; 0 where the device does not count.
    pub counter: u32,
}

/// The answer was not made by the key, for this ceremony, at this site, by a person who was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotProved(pub String);

impl Passkeys {
    /// Those of the site at this origin; `None` where its host is no name, which browsers refuse.
    pub fn at(origin: &str, network: &str) -> Option<Self> {
        let host = host_of(origin);
        let name = host.split(':').next().unwrap_or_default();
        let is_name = !host.starts_with('[') && name.contains(|c: char| c.is_ascii_alphabetic());
        is_name.then(|| {
            let site = Webauthn::new(name, network, origin);
            Self(
                site.require_user_verification(true)
                    .require_user_handle(true)
                    .strict_base64(true)
                    .authenticator_attachment(Attachment::Any),
            )
        })
    }

    /// Asks a browser to make a passkey for the member of this uid, on a device that has none of
    /// theirs yet.
    pub fn ask_for_new(&self, uid: &str, (email, name): (&str, &str), theirs: &[KnownKey]) -> Ceremony {
        let theirs: Vec<_> =
            theirs.iter().filter_map(|key| CredentialId::from_b64url(&key.credential_id).ok()).collect();
        let (challenge, state) = self.0.start_registration(uid.as_bytes(), email, name, &theirs);
        let mut options = json!(challenge);
        // One signs in by it without saying who one is: the device must remember that too.
        if let Some(wanted) = options.get_mut("authenticatorSelection").and_then(Value::as_object_mut) {
            wanted.insert("residentKey".to_owned(), json!("required"));
            wanted.insert("requireResidentKey".to_owned(), json!(true));
        }
        Ceremony { options, state: json!(state) }
    }

    /// The passkey that a browser made.
    pub fn made(&self, ceremony: &Ceremony, answer: &str) -> Result<KnownKey, NotProved> {
        let state: RegistrationState = read(&ceremony.state.to_string())?;
        let answer: RegistrationResponse = read(answer)?;
        let made = self.0.finish_registration(&state, &answer).map_err(not_proved)?;
        Ok(KnownKey {
            credential_id: made.id.to_b64url(),
            public_key: BASE64URL_NOPAD.encode(made.public_key_cose.as_bytes()),
            counter: made.counter,
        })
    }

    /// Asks a browser to sign by any passkey that it has for this site.
    pub fn ask_for_any(&self) -> Ceremony {
        let (challenge, state) = self.0.start_authentication(&[]);
        Ceremony { options: json!(challenge), state: json!(state) }
    }

    /// How the key of an answer is named, so that it can be looked up. Proves nothing.
    pub fn named(answer: &str) -> Option<String> {
        read::<AuthenticationResponse>(answer).ok().map(|answer| answer.id)
    }

    /// Whether an answer was signed by this key of the member of this uid; gives the new counter.
    pub fn used(
        &self,
        ceremony: &Ceremony,
        answer: &str,
        uid: &str,
        key: &KnownKey,
    ) -> Result<u32, NotProved> {
        let state: AuthenticationState = read(&ceremony.state.to_string())?;
        let state = AuthenticationState { user_handle: Some(uid.as_bytes().to_vec()), ..state };
        let answer: AuthenticationResponse = read(answer)?;
        let public_key = BASE64URL_NOPAD.decode(key.public_key.as_bytes()).map_err(not_proved)?;
        let key = PasskeyCredential {
            id: CredentialId::from_b64url(&key.credential_id).map_err(not_proved)?,
            public_key_cose: CosePublicKey(public_key),
            counter: key.counter,
            transports: Vec::new(),
            aaguid: [0; 16],
        };
        Ok(self.0.finish_authentication(&state, &answer, &key).map_err(not_proved)?.new_counter)
    }
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, NotProved> {
    serde_json::from_str(text).map_err(not_proved)
}

fn not_proved(cause: impl std::fmt::Display) -> NotProved {
    NotProved(cause.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_hold_for_host_names() {
        for (origin, has) in [
            ("https://vigie.example", true),
            ("http://localhost:8080", true),
            ("http://127.0.0.1:8080", false),
            ("http://[::1]:8080", false),
        ] {
            assert_eq!(Passkeys::at(origin, "Réseau").is_some(), has, "{origin}");
        }
    }

    #[test]
    fn a_browser_is_asked_for_a_key_that_knows_its_person() {
        let site = Passkeys::at("https://vigie.example:8443", "Réseau").unwrap();
        let known = KnownKey { credential_id: "AQID".to_owned(), public_key: String::new(), counter: 0 };
        let asked = site.ask_for_new("u-1", ("camille@exemple.fr", "Camille"), &[known]).options;
        assert_eq!(asked["rp"]["id"], "vigie.example");
        assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
        assert_eq!(asked["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(asked["excludeCredentials"][0]["id"], "AQID");
        let asked = site.ask_for_any();
        assert_eq!(asked.options["userVerification"], "required");
        assert!(asked.options.get("allowCredentials").is_none());
        assert!(site.made(&asked, "{}").is_err() && Passkeys::named("nonsense").is_none());
    }
}
