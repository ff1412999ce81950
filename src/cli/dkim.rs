//! `vigie dkim new-key` and `vigie dkim record`: the key that mails are signed with, and what the DNS
//! must say of it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, anyhow};
use clap::{Args, Subcommand};
use data_encoding::BASE64;
use rsa::pkcs8::{EncodePrivateKey, LineEnding};

use super::{Outcome, say};
use crate::config::{Config, Flags};
use crate::mail::Signer;

#[derive(Debug, Subcommand)]
pub enum DkimCommand {
    /// Make a key in a new file that only its owner reads, and say what to set and to publish
    NewKey(NewKeyArgs),
    /// Say the DNS records that go with the settings
    Record,
}

#[derive(Debug, Args)]
pub struct NewKeyArgs {
    /// Where the key is written: a file that does not exist
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Short and fast, but Gmail and Outlook do not check it yet [default: RSA of 2048 bits]
    #[arg(long)]
    ed25519: bool,
}

pub fn run(command: &DkimCommand) -> Outcome {
    match command {
        DkimCommand::NewKey(args) => new_key(args),
        DkimCommand::Record => {
            let config = Config::read(&Flags::default())?;
            let Some(file) = &config.dkim_key else {
                return Err(anyhow!("no key is set: make one with vigie dkim new-key FILE"));
            };
            publish(&signer(&config, file)?, &config);
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The signer that the settings name; `None`: mails are not signed.
pub fn of_settings(config: &Config) -> anyhow::Result<Option<Signer>> {
    config.dkim_key.as_deref().map(|file| signer(config, file)).transpose()
}

fn signer(config: &Config, file: &Path) -> anyhow::Result<Signer> {
    Signer::read(file, &config.dkim_selector, config.dkim_domain.as_deref())
        .with_context(|| format!("mails cannot be signed with the key in {}", file.display()))
}

fn new_key(args: &NewKeyArgs) -> Outcome {
    let config = Config::read(&Flags::default())?;
    let file = &args.file;
    let pem = if args.ed25519 { ed25519()? } else { rsa()? };
    private_file(file, &pem).with_context(|| format!("cannot write the key to {}", file.display()))?;
    let signer = signer(&config, file)?;
    say::line(format_args!(
        "The key is in {}. Set VIGIE_DKIM_KEY to it, once this is published:",
        file.display()
    ));
    publish(&signer, &config);
    Ok(ExitCode::SUCCESS)
}

/// An existing key is not written over: mails on their way are checked with it.
fn private_file(file: &Path, pem: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(file)?;
    out.write_all(pem.as_bytes())?;
    out.sync_all()
}

fn rsa() -> anyhow::Result<String> {
    let key = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2_048)?;
    Ok(key.to_pkcs8_pem(LineEnding::LF)?.to_string())
}

/// PKCS #8 around 32 random bytes (RFC 8410), as other programs read it too.
fn ed25519() -> anyhow::Result<String> {
    const HEAD: [u8; 16] = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|cause| anyhow!("no random bytes: {cause}"))?;
    let der = [HEAD.as_slice(), &seed].concat();
    Ok(format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", BASE64.encode(&der)))
}

fn publish(signer: &Signer, config: &Config) {
    let domain = config.mail_from.as_ref().map_or("example.org", |sender| sender.address.host());
    say::line(format_args!("{} TXT {}", signer.record_name(domain), in_strings(&signer.record())));
}

/// A TXT record in strings of at most 255 characters.
pub fn in_strings(record: &str) -> String {
    let pieces: Vec<String> = record
        .as_bytes()
        .chunks(255)
        .map(|piece| format!("\"{}\"", String::from_utf8_lossy(piece)))
        .collect();
    pieces.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_and_read_and_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("dkim.pem");
        private_file(&file, &ed25519().unwrap()).unwrap();
        assert!(Signer::read(&file, "vigie", None).unwrap().record().starts_with("v=DKIM1; k=ed25519; p="));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert!(private_file(&file, "").is_err());
        let signer = Signer::of_pem(rsa().unwrap().as_bytes(), "vigie", Some("exemple.fr")).unwrap();
        assert_eq!(signer.rsa_bits(), Some(2_048));
        let record = signer.record();
        // SubjectPublicKeyInfo of 2048 bits.
        assert!(
            record.starts_with("v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA"),
            "{record}"
        );
        let strings = in_strings(&record);
        assert!(strings.split("\" \"").all(|piece| piece.len() <= 257), "{strings}");
        assert_eq!(strings.replace("\" \"", "").trim_matches('"'), record);
    }
}
