//! Somebody says when and of what they want to be told.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::error::{Error, Result};
use super::leave_subscription::stop;
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::domain::reminder::ReminderChoices;
use crate::domain::subscription::{Choices, Rhythm, Timetable};
use crate::store::reminders;
use crate::store::subscribers::{self, Linked, MANAGE, Reader, SubscriberRow};

/// By what somebody reaches a subscription.
#[derive(Clone, Copy, Debug)]
pub enum Reach<'a> {
    /// Their own, which tells the time of `zone`.
    Account { by: &'a Actor, zone: Tz },
    /// The text of a link that was signed for `purpose`.
    Link { text: &'a str, purpose: &'static str },
}

impl<'a> Reach<'a> {
    /// A link to all that is chosen.
    pub fn manage(text: &'a str) -> Self {
        Self::Link { text, purpose: MANAGE }
    }

    /// The subscription; a member who chose nothing yet has one from now on.
    pub(super) fn subscriber(&self, tx: &mut Transaction<'_>, now: DateTime<Utc>) -> Result<SubscriberRow> {
        match self {
            Self::Account { by, zone } => {
                let member = by.member().ok_or(Error::Forbidden)?;
                if !by.may(Action::ActAs(member)) {
                    return Err(Error::Forbidden);
                }
                Ok(subscribers::ensure(tx, Reader::Member(member), &Timetable::usual(*zone), now)?)
            }
            Self::Link { text, purpose } => match subscribers::follow(tx, text, purpose)? {
                Linked::To(row) => Ok(*row),
                Linked::Void => Err(Error::DeadLink),
            },
        }
    }
}

/// What somebody wants.
#[derive(Clone, Copy, Debug)]
pub struct Preferences<'a> {
    pub timetable: &'a Timetable,
    pub choices: &'a Choices,
    /// A member's, of what they registered for. `None`: as they are.
    pub reminders: Option<ReminderChoices>,
}

/// "Never" is leaving: what was chosen is remembered, the rhythm too.
///
/// # Errors
/// [`Error::DeadLink`].
pub fn change_subscription(
    tx: &mut Transaction<'_>,
    reach: &Reach<'_>,
    wanted: &Preferences<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = reach.subscriber(tx, now)?;
    let Preferences { timetable, choices, reminders } = *wanted;
    if let (Some(member), Some(reminders)) = (row.member_id, reminders) {
        reminders::save_choices(tx, member, reminders, now)?;
    }
    // Places of one's own are a member's.
    let choices = Choices { own_places: choices.own_places && row.member_id.is_some(), ..choices.clone() };
    if timetable.rhythm == Rhythm::Never {
        let remembered = Timetable { rhythm: row.timetable()?.rhythm, ..*timetable };
        subscribers::change(tx, row.id, &remembered, &choices, now)?;
        return stop(tx, &row, now);
    }
    Ok(subscribers::change(tx, row.id, timetable, &choices, now)?)
}

/// The links in mails that were sent until now open nothing any more: somebody else has one.
pub fn void_subscription_links(
    tx: &mut Transaction<'_>,
    reach: &Reach<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = reach.subscriber(tx, now)?;
    Ok(subscribers::void_links(tx, row.id)?)
}
