//! The address of a new account is confirmed: the account is opened, or waits to be welcomed.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::open_account::{NewAccount, open_account};
use super::sign_up::Pending;
use super::use_link::{Used, opened_a_moment_ago, use_link};
use crate::db::{Error as DbError, Transaction};
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::domain::member::PersonName;
use crate::i18n::Locale;
use crate::secret::Secret;
use crate::store::members::{self, MemberRow};
use crate::store::tokens::TokenRow;

/// Opens the account that the link confirms; gives its row.
///
/// # Errors
/// [`Error::DeadLink`] when it was used, has expired, or the address has an account meanwhile.
pub fn confirm_signup(tx: &mut Transaction<'_>, secret: &Secret, now: DateTime<Utc>) -> Result<MemberRow> {
    match use_link(tx, secret, LinkPurpose::SignUp, now)? {
        Used::Now(token) => open(tx, &token, now),
        Used::AMomentAgo(token) => opened_a_moment_ago(tx, &token),
    }
}

/// The account as it was asked for.
fn open(tx: &mut Transaction<'_>, token: &TokenRow, now: DateTime<Utc>) -> Result<MemberRow> {
    let pending: Pending =
        serde_json::from_str(&token.payload).map_err(|e| DbError::corrupt("sign-up", e.to_string()))?;
    let (Some(email), Some(name)) = (EmailAddress::parse(&token.email), PersonName::parse(&pending.name))
    else {
        return Err(DbError::corrupt("sign-up", &token.email).into());
    };
    if members::by_email(tx, &email)?.is_some() {
        return Err(Error::DeadLink);
    }
    let account = NewAccount {
        email: &email,
        name: &name,
        locale: if pending.english { Locale::En } else { Locale::Fr },
        password_hash: pending.password_hash,
        place: pending.place,
    };
    open_account(tx, account, now)
}
