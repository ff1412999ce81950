//! Mails that are signed. Here it is seen that they carry a signature over what they must; written to
//! `target/mails` beside their public keys, they are verified by other people's software
//! (`tests/readers/run`).

use std::fs;
use std::path::Path;

use vigie::jobs::Delivery;
use vigie::mail::Signer;

use crate::delivery::{config, send_letter, send_to_many, service};
use crate::smtp::{MailServer, Mood, Received};
use crate::support::TestApp;

/// Made for these tests alone.
const KEYS: [(&str, &str); 2] = [
    ("rsa", include_str!("../support/dkim-rsa.pem")),
    ("ed25519", include_str!("../support/dkim-ed25519.pem")),
];

fn signed(app: &TestApp, pem: &str) -> (Vec<Received>, Signer) {
    let signer = || Signer::of_pem(pem.as_bytes(), "essai", Some("exemple.fr")).unwrap();
    let server = MailServer::start(Mood::Kind);
    let service = service(app, config(app, &server)).signing(Some(signer()));
    Delivery::new(service, "https://vigie.example").round(&|| true).unwrap();
    (server.received(), signer())
}

#[test]
fn mails_are_signed_over_what_counts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/mails");
    fs::create_dir_all(&folder).unwrap();
    for (name, pem) in KEYS {
        let app = TestApp::on_sqlite();
        send_letter(&app, "connexion", "camille@exemple.fr");
        send_to_many(&app, 2);
        let (received, signer) = signed(&app, pem);
        assert_eq!(received.len(), 3);
        fs::write(folder.join(format!("{name}.record.txt")), signer.record()).unwrap();
        for (n, mail) in received.iter().enumerate() {
            let header = mail.data.strip_prefix("DKIM-Signature: ").unwrap();
            let end =
                header.match_indices("\r\n").map(|(at, _)| at).find(|at| !header[at + 2..].starts_with('\t'));
            let (header, rest) = header.split_at(end.unwrap());
            let header: String = header.split_whitespace().collect();
            assert!(
                header.contains(&format!("a={name}-sha256;c=relaxed/relaxed;d=exemple.fr;s=essai;")),
                "{header}"
            );
            let copy = rest.contains("List-Id: ");
            for (signed, expected) in [
                ("from:from:to:subject:date:message-id:mime-version", true),
                ("list-unsubscribe:list-unsubscribe-post;", copy),
                ("reply-to", copy && rest.contains("anais@exemple.fr")),
            ] {
                assert_eq!(header.contains(signed), expected, "{signed}: {header}");
            }
            fs::write(folder.join(format!("{name}-{n}.eml")), &mail.data).unwrap();
        }
    }
}
