//! A member changes how they are called, and the language of their mail.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::{Scope, Transaction};
use crate::domain::member::PersonName;
use crate::domain::policy::{Action, Actor};
use crate::i18n::Locale;
use crate::store::{accounts, profiles};

pub fn rename_account(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    name: &PersonName,
    locale: Locale,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    accounts::set_name(tx, member, name, locale, now)?;
    profiles::take_name(tx, member, now)?;
    // The name stands wherever the member is shown.
    tx.raise(Scope::Everything);
    Ok(())
}
