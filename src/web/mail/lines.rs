//! Letters of the outbox in words, for lists.

use chrono::{DateTime, Utc};

use super::page::MailLine;
use crate::app::day_of;
use crate::domain::period::local_of;
use crate::i18n::{self, Locale, date};
use crate::mail::{FailureKind, MailState};
use crate::store::outbox::{self, MailRow};
use crate::web::answer::Desk;
use crate::web::error::Result;
use crate::web::wording::{counted, said};

/// The line of a letter; `href` is where it leads.
pub fn line(desk: &mut Desk<'_>, mail: &MailRow, href: String) -> Result<MailLine> {
    let locale = desk.locale();
    let subject = outbox::subject_of(desk.conn, mail)?;
    Ok(MailLine {
        to: recipient(mail),
        subject,
        when: facts(desk, mail).join(" · "),
        failure: mail.failure.as_ref().map_or_else(String::new, |failure| sentence(locale, failure.kind)),
        said: mail.failure.as_ref().map_or_else(String::new, |failure| failure.said.clone()),
        href,
    })
}

/// "Camille Roux <camille@exemple.fr>".
pub fn recipient(mail: &MailRow) -> String {
    match mail.recipient_name.as_str() {
        "" => mail.recipient.clone(),
        name => format!("{name} <{}>", mail.recipient),
    }
}

/// "hier à 18 h 30".
pub fn when(desk: &Desk<'_>, at: DateTime<Utc>) -> String {
    let local = local_of(at, desk.network.zone);
    let day = date::relative_day(desk.locale(), day_of(at, desk.network.zone), desk.today);
    let time = date::time(desk.locale(), local.time());
    said(desk.locale(), "mail-when", [("day", day), ("time", time)])
}

fn facts(desk: &Desk<'_>, mail: &MailRow) -> Vec<String> {
    let locale = desk.locale();
    if let Some(at) = mail.sent_at {
        return vec![said(locale, "mail-sent", [("when", when(desk, at))])];
    }
    let mut facts = vec![said(locale, "mail-written", [("when", when(desk, mail.created_at))])];
    if mail.tries > 0 {
        facts.push(counted(locale, "mail-tries", i64::from(mail.tries)));
    }
    if mail.state == MailState::Waiting && mail.due_at > desk.now {
        facts.push(said(locale, "mail-next", [("when", when(desk, mail.due_at))]));
    }
    facts
}

/// What went wrong, and whose matter it is.
fn sentence(locale: Locale, kind: FailureKind) -> String {
    i18n::text(locale, &format!("mail-failure-{kind}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_has_its_sentence() {
        for (kind, locale) in FailureKind::ALL.iter().flat_map(|kind| Locale::ALL.map(|l| (*kind, l))) {
            assert!(sentence(locale, kind).contains(' '), "{kind}");
        }
    }
}
