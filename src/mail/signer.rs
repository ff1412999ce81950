//! Signs mails for a domain (DKIM: RFC 6376, RFC 8463), so that whoever gets one knows that it comes
//! from there and was not altered. The key is shown to nobody, nor is it in any log.

use std::path::Path;

use data_encoding::BASE64;
use lettre::address::Envelope;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject;

use super::canonical::{body_hash, fields, relaxed};

/// What a signature covers, where it is there. `From` stands twice in the list: a second one cannot
/// be added.
const SIGNED: &[&str] = &[
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Reply-To",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

/// The key of a domain, and where its public half is looked up: `SELECTOR._domainkey.DOMAIN`.
pub struct Signer {
    key: Key,
    selector: String,
    /// `None`: that of each mail's sender.
    domain: Option<String>,
}

enum Key {
    Ed25519(Ed25519KeyPair),
    Rsa(Box<RsaKeyPair>),
}

/// Why there is no key to sign with.
#[derive(Debug)]
pub enum KeyError {
    Unreadable(std::io::Error),
    /// No PEM with a private key.
    NotPem,
    /// Neither Ed25519 nor RSA of 2,048 bits or more.
    Unfit,
}

impl Signer {
    /// # Errors
    /// The file does not hold a key that mails can be signed with.
    pub fn read(file: &Path, selector: &str, domain: Option<&str>) -> Result<Self, KeyError> {
        let pem = std::fs::read(file).map_err(KeyError::Unreadable)?;
        Self::of_pem(&pem, selector, domain)
    }

    /// # Errors
    /// See [`Self::read`].
    pub fn of_pem(pem: &[u8], selector: &str, domain: Option<&str>) -> Result<Self, KeyError> {
        let key = match PrivateKeyDer::from_pem_slice(pem).map_err(|_| KeyError::NotPem)? {
            PrivateKeyDer::Pkcs8(der) => {
                let der = der.secret_pkcs8_der();
                match Ed25519KeyPair::from_pkcs8_maybe_unchecked(der) {
                    Ok(key) => Key::Ed25519(key),
                    Err(_) => rsa(RsaKeyPair::from_pkcs8(der))?,
                }
            }
            PrivateKeyDer::Pkcs1(der) => rsa(RsaKeyPair::from_der(der.secret_pkcs1_der()))?,
            _ => return Err(KeyError::Unfit),
        };
        Ok(Self { key, selector: selector.to_owned(), domain: domain.map(str::to_owned) })
    }

    /// The domain that answers for a mail with this envelope.
    fn domain<'a>(&'a self, envelope: &'a Envelope) -> &'a str {
        let of_sender = || envelope.from().map_or("", |from| from.domain());
        self.domain.as_deref().unwrap_or_else(of_sender)
    }

    /// The header that signs this mail, with its line end: it stands before all others.
    pub fn header(&self, mail: &[u8], envelope: &Envelope) -> String {
        let (head, body) = parts(mail);
        let fields = fields(head);
        let found = SIGNED.iter().filter_map(|name| {
            fields
                .iter()
                .rev()
                .find(|field| field.name.eq_ignore_ascii_case(name))
                .map(|field| (*name, field))
        });
        let mut covered = String::with_capacity(1_024);
        let mut names = String::from("from");
        for (name, field) in found {
            names.push(':');
            names.push_str(&name.to_ascii_lowercase());
            covered.push_str(&field.relaxed());
            covered.push_str("\r\n");
        }
        let value = format!(
            "v=1; a={}; c=relaxed/relaxed; d={};\r\n\ts={}; h={names};\r\n\tbh={};\r\n\tb=",
            self.algorithm(),
            self.domain(envelope),
            self.selector,
            BASE64.encode(body_hash(body).as_ref()),
        );
        covered.push_str(&relaxed("dkim-signature", &value));
        let mut header = format!("DKIM-Signature: {value}");
        for (n, piece) in BASE64.encode(&self.sign(covered.as_bytes())).as_bytes().chunks(72).enumerate() {
            if n > 0 {
                header.push_str("\r\n\t");
            }
            header.push_str(&String::from_utf8_lossy(piece));
        }
        header.push_str("\r\n");
        header
    }

    fn sign(&self, covered: &[u8]) -> Vec<u8> {
        match &self.key {
            // RFC 8463: what is signed is the hash.
            Key::Ed25519(key) => key.sign(digest(&SHA256, covered).as_ref()).as_ref().to_vec(),
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                // The buffer has the length of the key, the only thing that can be wrong.
                let _ = key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), covered, &mut signature);
                signature
            }
        }
    }

    fn algorithm(&self) -> &'static str {
        match &self.key {
            Key::Ed25519(_) => "ed25519-sha256",
            Key::Rsa(_) => "rsa-sha256",
        }
    }

    /// The bits of an RSA key; `None` for an Ed25519 key, which some large providers do not know yet.
    pub fn rsa_bits(&self) -> Option<usize> {
        match &self.key {
            Key::Ed25519(_) => None,
            Key::Rsa(key) => Some(key.public().modulus_len() * 8),
        }
    }

    /// The name of the TXT record, for mails from `sender_domain`.
    pub fn record_name(&self, sender_domain: &str) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain.as_deref().unwrap_or(sender_domain))
    }

    /// What the TXT record says.
    pub fn record(&self) -> String {
        match &self.key {
            Key::Ed25519(key) => {
                format!("v=DKIM1; k=ed25519; p={}", BASE64.encode(key.public_key().as_ref()))
            }
            Key::Rsa(key) => {
                format!("v=DKIM1; k=rsa; p={}", BASE64.encode(&subject_public_key(key.public_key().as_ref())))
            }
        }
    }
}

fn rsa(key: Result<RsaKeyPair, ring::error::KeyRejected>) -> Result<Key, KeyError> {
    key.map(|key| Key::Rsa(Box::new(key))).map_err(|_| KeyError::Unfit)
}

/// Header and body of a mail, at its first empty line.
fn parts(mail: &[u8]) -> (&[u8], &[u8]) {
    let at = memchr::memmem::find(mail, b"\r\n\r\n").map_or(mail.len(), |at| at + 2);
    let (head, rest) = mail.split_at(at);
    (head, rest.strip_prefix(b"\r\n").unwrap_or(rest))
}

/// An RSA public key as records hold it (RFC 5280, SubjectPublicKeyInfo).
fn subject_public_key(pkcs1: &[u8]) -> Vec<u8> {
    // SEQUENCE { OID rsaEncryption, NULL }
    const ALGORITHM: &[u8] = &[0x30, 13, 0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 0x05, 0];
    let mut bits = vec![0];
    bits.extend_from_slice(pkcs1);
    let mut inner = ALGORITHM.to_vec();
    inner.extend(der(0x03, &bits));
    der(0x30, &inner)
}

/// A tagged value of up to 65,535 bytes.
fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let [.., high, low] = content.len().to_be_bytes();
    let mut out = match (high, low) {
        (0, 0..128) => vec![tag, low],
        (0, _) => vec![tag, 0x81, low],
        _ => vec![tag, 0x82, high, low],
    };
    out.extend_from_slice(content);
    out
}

/// Shows no key.
impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signer")
            .field("algorithm", &self.algorithm())
            .field("selector", &self.selector)
            .field("domain", &self.domain)
            .finish_non_exhaustive()
    }
}

/// For operators.
impl std::fmt::Display for KeyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreadable(cause) => write!(f, "it cannot be read: {cause}"),
            Self::NotPem => f.write_str("it holds no private key in PEM"),
            Self::Unfit => f.write_str("its key is neither Ed25519 nor RSA of 2048 bits or more"),
        }
    }
}

impl std::error::Error for KeyError {}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8463, A.2: a mail signed by others, with a key that is printed there.
    const EXAMPLE: &str = "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n d=football.example.com; i=@football.example.com;\r\n q=dns/txt; s=brisbane; t=1528637909; h=from : to :\r\n subject : date : message-id : from : subject : date;\r\n bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus\r\n Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==\r\nFrom: Joe SixPack <joe@football.example.com>\r\nTo: Suzie Q <suzie@shopping.example.net>\r\nSubject: Is dinner ready?\r\nDate: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)\r\nMessage-ID: <20030712040037.46341.5F8J@football.example.com>\r\n\r\nHi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";
    const EXAMPLE_SEED: &str = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
    const EXAMPLE_PUBLIC: &str = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    fn ed25519_pem() -> String {
        let mut der = vec![0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
        der.extend(BASE64.decode(EXAMPLE_SEED.as_bytes()).unwrap());
        format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", BASE64.encode(&der))
    }

    /// Checks the first signature of a mail with an Ed25519 key.
    fn verifies(mail: &str, public: &[u8]) -> bool {
        let (head, body) = parts(mail.as_bytes());
        let fields = fields(head);
        let (_, value) = fields[0].raw().split_once(':').unwrap();
        let plain: String = value.chars().filter(|c| !c.is_whitespace()).collect();
        let tag = |name: &str| {
            plain.split(';').find_map(|tag| tag.strip_prefix(&format!("{name}="))).unwrap().to_owned()
        };
        let mut covered = String::new();
        let mut left: Vec<_> = fields.iter().skip(1).collect();
        for name in tag("h").split(':') {
            // From the bottom up, each once.
            if let Some(at) = left.iter().rposition(|field| field.name.eq_ignore_ascii_case(name)) {
                covered.push_str(&left.remove(at).relaxed());
                covered.push_str("\r\n");
            }
        }
        let at = value.find("b=/").or(value.rfind("b=")).unwrap() + 2;
        covered.push_str(&relaxed("dkim-signature", &value[..at]));
        let key = ring::signature::UnparsedPublicKey::new(&ring::signature::ED25519, public);
        let signature = BASE64.decode(tag("b").as_bytes()).unwrap();
        tag("bh") == BASE64.encode(body_hash(body).as_ref())
            && key.verify(digest(&SHA256, covered.as_bytes()).as_ref(), &signature).is_ok()
    }

    #[test]
    fn what_others_signed_is_read_as_they_meant_it() {
        let public = BASE64.decode(EXAMPLE_PUBLIC.as_bytes()).unwrap();
        assert!(verifies(EXAMPLE, &public));
        assert!(!verifies(&EXAMPLE.replace("hungry", "thirsty"), &public));
        assert!(!verifies(&EXAMPLE.replace("dinner", "lunch"), &public));
    }

    #[test]
    fn what_is_signed_verifies_and_what_was_altered_does_not() {
        let signer = Signer::of_pem(ed25519_pem().as_bytes(), "été", None).unwrap();
        let (_, unsigned) = EXAMPLE.split_once("==\r\n").unwrap();
        let from = "joe@football.example.com".parse().unwrap();
        let envelope = Envelope::new(Some(from), vec!["suzie@shopping.example.net".parse().unwrap()]);
        let signed = format!("{}{unsigned}", signer.header(unsigned.as_bytes(), &envelope.unwrap()));
        assert!(signed.contains("d=football.example.com;"));
        let public = BASE64.decode(EXAMPLE_PUBLIC.as_bytes()).unwrap();
        assert!(verifies(&signed, &public), "{signed}");
        for (from, to) in [("Joe SixPack", "Joe"), ("Suzie Q", "Suzie"), ("Hi.", "Ho."), ("21:00", "22:00")] {
            assert!(!verifies(&signed.replace(from, to), &public), "{from}");
        }
        // What relays do on the way is no alteration.
        assert!(verifies(&signed.replace("Subject: Is", "SUBJECT:   Is").replace("yet?", "yet?  "), &public));
        assert!(
            !verifies(&signed.replace("To: S", "From: x@y.example\r\nTo: S"), &public),
            "a second sender"
        );
    }

    #[test]
    fn records_hold_the_public_half_and_nothing_shows_the_other() {
        let signer = Signer::of_pem(ed25519_pem().as_bytes(), "v1", None).unwrap();
        assert_eq!(signer.record(), format!("v=DKIM1; k=ed25519; p={EXAMPLE_PUBLIC}"));
        assert_eq!(signer.record_name("exemple.fr"), "v1._domainkey.exemple.fr");
        assert!(!format!("{signer:?}").contains("nWGx"));
        assert!(matches!(Signer::of_pem(b"-----BEGIN", "v1", None), Err(KeyError::NotPem)));
        let empty = b"-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n";
        assert!(matches!(Signer::of_pem(empty, "v1", None), Err(KeyError::Unfit)));
    }
}
