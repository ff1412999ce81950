//! Somebody asks for an account. Nothing is opened yet: a letter asks them to confirm the address,
//! or says that it has an account. From outside both look the same.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::{Error, Result};
use super::limit;
use crate::db::{Error as DbError, Transaction};
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::domain::member::{PersonName, SignupRule};
use crate::i18n::Locale;
use crate::mail::accounts;
use crate::store::outbox::{self, NewMail};
use crate::store::tokens::{self, NewToken};
use crate::store::{members, network_rules};

/// What is asked for.
pub struct SignUp<'a> {
    pub name: &'a PersonName,
    pub email: &'a EmailAddress,
    /// Language of the page that was filled in.
    pub locale: Locale,
    /// PHC text; `None`: will sign in by mail.
    pub password_hash: Option<&'a str>,
    /// The place that the person comes to.
    pub place: Option<i64>,
    /// Address of the client, for the limits.
    pub client: &'a str,
}

/// What waits with the link until the address is confirmed.
#[derive(Serialize, Deserialize)]
pub(super) struct Pending {
    pub name: String,
    pub english: bool,
    pub password_hash: Option<String>,
    pub place: Option<i64>,
}

pub fn sign_up(tx: &mut Transaction<'_>, new: &SignUp<'_>, now: DateTime<Utc>) -> Result<()> {
    if network_rules::find(tx)?.signup == SignupRule::ByInvitation {
        return Err(Error::Forbidden);
    }
    limit::LETTERS_TO_ADDRESS.count(tx, new.email.as_str(), now)?;
    limit::LETTERS_OF_CLIENT.count(tx, new.client, now)?;
    let known = members::by_email(tx, new.email)?;
    let letter = match &known {
        Some(_) => accounts::already_member(),
        None => {
            let pending = Pending {
                name: new.name.to_string(),
                english: new.locale == Locale::En,
                password_hash: new.password_hash.map(str::to_owned),
                place: new.place,
            };
            let payload =
                serde_json::to_string(&pending).map_err(|e| DbError::corrupt("sign-up", e.to_string()))?;
            let token = NewToken {
                purpose: LinkPurpose::SignUp.code(),
                member: None,
                email: new.email.as_str(),
                payload: &payload,
                lasts: LinkPurpose::SignUp.lasts(),
            };
            accounts::confirm_signup(&tokens::issue(tx, &token, now)?)
        }
    };
    let mail = NewMail {
        kind: "sign-up",
        once_key: None,
        recipient: new.email.as_str(),
        recipient_name: known.as_ref().map_or(new.name.as_str(), |member| &member.name),
        locale: known.as_ref().map_or(new.locale, members::MemberRow::locale),
        member: known.as_ref().map(|member| member.id),
        letter: &letter,
    };
    outbox::enqueue(tx, &mail, now)?;
    Ok(())
}
