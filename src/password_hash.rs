//! Passwords as they are stored: argon2id, as PHC text. At most a few are worked out at once, so
//! that a rush of sign-ins takes neither all memory nor all threads.

use std::sync::{Condvar, Mutex, PoisonError};

use argon2::password_hash::{Output, PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::domain::password::{self, Password};

/// OWASP's first choice: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// 38 MiB at most; more at once would only wait for a processor.
const AT_ONCE: usize = 2;
/// Who comes when so many wait is told to come back.
const WAITING_AT_MOST: usize = 32;

/// What is checked when there is no account or it has no password: the same work, for nothing.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGF0IGFsbCBoZXJl$\
                       AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Too many passwords wait to be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy;

/// The PHC text of a password, with a salt of its own. Takes some hundredths of a second.
///
/// # Errors
/// Too many wait.
pub fn hash(password: &Password) -> Result<String, Busy> {
    let _turn = Turn::take()?;
    let mut salt = [0; 16];
    while getrandom::fill(&mut salt).is_err() {
        std::thread::yield_now();
    }
    let salt = SaltString::encode_b64(&salt).map_err(|_| Busy)?;
    let hashed = argon2id().hash_password(password.reveal().as_bytes(), &salt).map_err(|_| Busy)?;
    Ok(hashed.to_string())
}

/// Whether what was typed is the password of this PHC text. Without one it takes as long and says no.
///
/// # Errors
/// Too many wait.
pub fn verify(stored: Option<&str>, typed: &str) -> Result<bool, Busy> {
    // Nobody could choose it: long texts are not worth the work.
    if typed.chars().count() > Password::LONGEST {
        return Ok(false);
    }
    let _turn = Turn::take()?;
    let Ok(hashed) = PasswordHash::new(stored.unwrap_or(NOBODYS)) else { return Ok(false) };
    let typed = password::normal(typed);
    Ok(argon2id().verify_password(typed.as_bytes(), &hashed).is_ok() && stored.is_some())
}

fn argon2id() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(Output::MIN_LENGTH.max(32)));
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.unwrap_or_default())
}

static AT_WORK: Mutex<Crowd> = Mutex::new(Crowd { working: 0, waiting: 0 });
static TURN_ENDED: Condvar = Condvar::new();

struct Crowd {
    working: usize,
    waiting: usize,
}

/// The right to work, until it is dropped.
struct Turn;

impl Turn {
    fn take() -> Result<Self, Busy> {
        let mut crowd = AT_WORK.lock().unwrap_or_else(PoisonError::into_inner);
        if crowd.waiting >= WAITING_AT_MOST {
            return Err(Busy);
        }
        crowd.waiting += 1;
        while crowd.working >= AT_ONCE {
            crowd = TURN_ENDED.wait(crowd).unwrap_or_else(PoisonError::into_inner);
        }
        crowd.waiting -= 1;
        crowd.working += 1;
        Ok(Self)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).working -= 1;
        TURN_ENDED.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPED: &str = "une girafe mange du plâtre";

    #[test]
    fn a_password_is_known_again_and_another_is_not() {
        let hashed = hash(&Password::choose(TYPED, &[]).unwrap()).unwrap();
        assert!(hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$") && !hashed.contains("girafe"));
        assert_eq!(verify(Some(&hashed), TYPED), Ok(true));
        assert_eq!(verify(Some(&hashed), "une girafe mange du pla\u{302}tre"), Ok(true));
        assert_eq!(verify(Some(&hashed), "une girafe mange du platre"), Ok(false));
        assert_ne!(hash(&Password::choose(TYPED, &[]).unwrap()).unwrap(), hashed, "a salt of its own");
    }

    #[test]
    fn nobodys_password_is_worked_out_too() {
        assert!(PasswordHash::new(NOBODYS).is_ok_and(|nobodys| nobodys.hash.is_some()));
        assert_eq!(verify(None, TYPED), Ok(false));
        assert_eq!(verify(None, ""), Ok(false));
        assert_eq!(verify(Some("not a hash"), TYPED), Ok(false));
        assert_eq!(verify(None, &"x".repeat(10_000)), Ok(false));
    }
}
