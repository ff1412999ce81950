//! A digest in words: the part that readers share as a mailing with marks, and what fills them for
//! one reader. Told what to say by the domain; knows no database.

mod own;
mod row;
mod subject;
mod whole;

use super::mailing::{Copy, Fill, MailingList, mark};
use super::sheet::Letterhead;
use crate::i18n::Locale;

pub use own::{Newcomer, Private, copy};
pub use whole::{Shown, mailing};

/// Names of the marks that each reader fills.
const HELLO: &str = "hello";
const GOING: &str = "going";
const PEOPLE: &str = "people";
const MANAGE: &str = "manage";
const LEAVE: &str = "leave";

/// What every digest of a list says beside its content.
#[derive(Clone, Copy, Debug)]
pub struct DigestHead<'a> {
    pub network: &'a str,
    /// Scheme and host of the site, without a final slash.
    pub origin: &'a str,
    pub locale: Locale,
    pub list: MailingList,
}

impl DigestHead<'_> {
    /// The whole address of a local one, in the language of the reader.
    fn absolute(&self, path: &str) -> String {
        let Self { network, origin, locale, .. } = *self;
        Letterhead { network, origin, locale, to_member: true }.absolute(path)
    }

    /// Where a reader changes what they get, without signing in. `anchor`: the very setting.
    fn settings(&self, anchor: &str) -> String {
        let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        format!("{}{anchor}", self.absolute(&format!("/lettre/{}", mark(MANAGE))))
    }
}

#[cfg(test)]
mod tests;
