//! Those who hold an event hear that somebody waits for their approval: one letter a day for each event,
//! however many ask.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::registering::Occasion;
use crate::db::Transaction;
use crate::domain::period::local_of;
use crate::domain::registration::RegistrationState;
use crate::mail::Line;
use crate::store::outbox::{self, NewMail};
use crate::store::registrations::RegistrationRow;
use crate::store::{event_hosts, members, memberships};

/// Writes to the hosts when `row` waits for them.
pub(super) fn ask_hosts(
    tx: &mut Transaction<'_>,
    occasion: &Occasion,
    row: &RegistrationRow,
    now: DateTime<Utc>,
) -> Result<()> {
    if row.state()? != RegistrationState::Asked {
        return Ok(());
    }
    let (event, about) = (&occasion.event, occasion.about());
    let day = local_of(now, occasion.zone).date();
    let date = row.key().map(|key| format!("?date={key}")).unwrap_or_default();
    let mut hosts = memberships::hosts_of(tx, event.place_id)?;
    hosts.extend(event_hosts::named(tx, event.id)?);
    hosts.sort_unstable();
    hosts.dedup();
    for host in hosts {
        let host = members::by_id(tx, host)?;
        let letter = about.letter("registration-to-approve", host.locale()).button(
            Line::new("letter-registration-to-approve-button"),
            format!("/evenements/{}/inscriptions{date}", event.slug),
        );
        let mail = NewMail {
            kind: "registration-to-approve",
            once_key: Some(&format!("registration-to-approve:{}:{}:{day}", event.id, host.id)),
            recipient: &host.email,
            recipient_name: &host.name,
            locale: host.locale(),
            member: Some(host.id),
            letter: &letter,
        };
        outbox::enqueue(tx, &mail, now)?;
    }
    Ok(())
}
