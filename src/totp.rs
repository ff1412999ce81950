//! Codes of six digits that change every half minute (TOTP, RFC 6238, with SHA-1 as every app works
//! them out). Knows neither accounts nor the clock.

use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, Mac as _};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sha1::Sha1;

use crate::secret;

/// How long a code is shown, in seconds.
pub const STEP_SECONDS: i64 = 30;
/// How many steps a phone's clock may be early or late.
const DRIFT: i64 = 1;

/// What an account and an app both know. The 160 bits that RFC 4226 recommends.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret([u8; 20]);

impl TotpSecret {
    /// A new one.
    pub fn new() -> Self {
        Self(secret::random())
    }

    /// Reads what [`Self::base32`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        BASE32_NOPAD.decode(text.as_bytes()).ok()?.try_into().ok().map(Self)
    }

    /// As apps take it and as it is stored.
    pub fn base32(&self) -> String {
        BASE32_NOPAD.encode(&self.0)
    }

    /// As a person types it into an app: in groups of four.
    pub fn in_groups(&self) -> String {
        let letters: Vec<char> = self.base32().chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// The address that apps read from a QR code: names the site and the account there.
    pub fn link(&self, issuer: &str, account: &str) -> String {
        let escaped = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let (issuer, account) = (escaped(issuer), escaped(account));
        format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}", self.base32())
    }

    /// The step whose code was typed, if it is one of those that may be on the phone now.
    pub fn step_of(&self, typed: &str, now: DateTime<Utc>) -> Option<i64> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let here = step_at(now);
        (here - DRIFT..=here + DRIFT).find(|step| secret::same(&self.code(*step), &digits))
    }

    /// The code of a step.
    pub fn code(&self, step: i64) -> String {
        // HMAC fills its key with zeros up to a block of SHA-1.
        let mut block = [0; 64];
        block.iter_mut().zip(self.0).for_each(|(to, from)| *to = from);
        let mut mac = <Hmac<Sha1> as hmac::digest::KeyInit>::new((&block).into());
        mac.update(&step.to_be_bytes());
        let digest = mac.finalize().into_bytes();
        let offset = usize::from(digest.last().copied().unwrap_or_default() & 0xf);
        let bytes = digest.iter().skip(offset).take(4);
        let number = bytes.fold(0_u32, |number, byte| (number << 8) | u32::from(*byte)) & 0x7fff_ffff;
        format!("{:06}", number % 1_000_000)
    }
}

impl Default for TotpSecret {
    fn default() -> Self {
        Self::new()
    }
}

/// Never in logs.
impl std::fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

/// The step that an instant belongs to.
pub fn step_at(now: DateTime<Utc>) -> i64 {
    now.timestamp().div_euclid(STEP_SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    /// Appendix B of RFC 6238 for SHA-1, its last six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = TotpSecret(*b"12345678901234567890");
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(secret.code(step_at(at(seconds))), code);
        }
    }

    #[test]
    fn a_code_is_good_half_a_minute_early_and_late() {
        let (secret, now) = (TotpSecret::new(), at(1_800_000_000));
        let here = step_at(now);
        for (step, wanted) in
            [(-2, None), (-1, Some(here - 1)), (0, Some(here)), (1, Some(here + 1)), (2, None)]
        {
            let code = secret.code(here + step);
            // One in a million is also the code of a neighbour.
            let twin = (here - 1..=here + 1).find(|other| secret.code(*other) == code);
            assert_eq!(secret.step_of(&code, now), wanted.or(twin), "{step}");
        }
        let code = secret.code(here);
        let (left, right) = code.split_at(3);
        assert_eq!(secret.step_of(&format!(" {left}\u{a0}{right} "), now), secret.step_of(&code, now));
        for nonsense in ["", "12345", "abcdef", "1234567"] {
            assert_eq!(secret.step_of(nonsense, now), None);
        }
    }

    #[test]
    fn a_secret_is_read_back_shown_in_groups_and_hidden() {
        let secret = TotpSecret(*b"12345678901234567890");
        assert_eq!(TotpSecret::parse(&secret.base32()), Some(secret.clone()));
        assert_eq!(secret.in_groups(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            secret.link("Réseau d’ici", "a@b.fr"),
            "otpauth://totp/R%C3%A9seau%20d%E2%80%99ici:a%40b%2Efr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=R%C3%A9seau%20d%E2%80%99ici"
        );
        assert_eq!(format!("{secret:?}"), "TotpSecret(…)");
        assert!(TotpSecret::parse("GEZD").is_none() && TotpSecret::parse("é").is_none());
        assert_ne!(TotpSecret::new(), TotpSecret::new());
    }
}
