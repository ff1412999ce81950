//! A device that keeps a passkey: it makes a key, asks its person, signs. It can be told to do
//! each of these wrongly.

use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Flags of authenticator data: the person touched it, and proved to be its person.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const HAS_KEY: u8 = 0x40;

#[derive(Clone)]
pub struct Authenticator {
    key: SigningKey,
    credential_id: Vec<u8>,
    user_handle: Vec<u8>,
    pub counter: u32,
    /// Asks who its person is.
    pub verifies: bool,
    /// Where its browser is.
    pub origin: String,
    /// For which site it signs.
    pub site: String,
}

impl Authenticator {
    /// The n-th device, in a browser at this site.
    pub fn new(n: u8, origin: &str) -> Self {
        Self {
            key: SigningKey::from_slice(&[n; 32]).unwrap(),
            credential_id: vec![n; 32],
            user_handle: Vec::new(),
            counter: 0,
            verifies: true,
            origin: origin.to_owned(),
            site: origin.split("://").nth(1).unwrap().split(':').next().unwrap().to_owned(),
        }
    }

    /// The device believes to be somebody else's.
    pub fn belong_to(&mut self, uid: &str) {
        self.user_handle = uid.as_bytes().to_vec();
    }

    /// Makes a passkey: the answer to these options.
    pub fn create(&mut self, options: &Value) -> String {
        assert_eq!(options["attestation"], "none");
        self.user_handle =
            BASE64URL_NOPAD.decode(options["user"]["id"].as_str().unwrap().as_bytes()).unwrap();
        let client = self.client_data("webauthn.create", options);
        let mut data = self.data(HAS_KEY);
        data.extend([0; 16]); // what kind of device it is: not told
        data.extend(u16::try_from(self.credential_id.len()).unwrap().to_be_bytes());
        data.extend(&self.credential_id);
        data.extend(self.public_key());
        // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}
        let mut object = vec![0xa3, 0x63];
        object.extend(b"fmt\x64none\x67attStmt\xa0\x68authData\x59");
        object.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        object.extend(data);
        let answer = json!({
            "id": BASE64URL_NOPAD.encode(&self.credential_id),
            "transports": ["internal"],
            "attestationObject": BASE64URL_NOPAD.encode(&object),
            "clientDataJSON": BASE64URL_NOPAD.encode(&client),
        });
        answer.to_string()
    }

    /// Signs: the answer to these options.
    pub fn get(&mut self, options: &Value) -> String {
        self.counter += 1;
        let client = self.client_data("webauthn.get", options);
        let data = self.data(0);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        let answer = json!({
            "id": BASE64URL_NOPAD.encode(&self.credential_id),
            "authenticatorData": BASE64URL_NOPAD.encode(&data),
            "signature": BASE64URL_NOPAD.encode(signature.to_der().as_bytes()),
            "clientDataJSON": BASE64URL_NOPAD.encode(&client),
            "userHandle": BASE64URL_NOPAD.encode(&self.user_handle),
        });
        answer.to_string()
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let said = json!({"type": kind, "challenge": options["challenge"], "origin": self.origin});
        said.to_string().into_bytes()
    }

    fn data(&self, more: u8) -> Vec<u8> {
        let verified = if self.verifies { VERIFIED } else { 0 };
        let mut data = Sha256::digest(self.site.as_bytes()).to_vec();
        data.push(PRESENT | verified | more);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        key.extend(point.x().unwrap().iter());
        key.extend([0x22, 0x58, 0x20]);
        key.extend(point.y().unwrap().iter());
        key
    }
}
