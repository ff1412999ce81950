//! What is stored of somebody who is told by mail, and the two doors to it: their account, and the
//! link of a mail, which opens these choices and nothing else of the account.

use actix_web::HttpRequest;
use chrono_tz::Tz;

use super::typed::Typed;
use crate::actions::Reach;
use crate::db::Result as Read;
use crate::domain::email::EmailAddress;
use crate::domain::policy::Actor;
use crate::domain::reminder::ReminderChoices;
use crate::domain::subscription::{Choices, Rhythm, SubscriberState, Timetable};
use crate::store::subscribers::{self, Linked, MANAGE, SubscriberRow};
use crate::store::{members, reminders};
use crate::web::answer::Desk;
use crate::web::error::Result;
use crate::web::viewer::Viewer;

/// By what the page is opened.
#[derive(Clone, Debug)]
pub enum Door {
    Account { actor: Actor, member: i64 },
    Link(String),
}

impl Door {
    pub fn of(viewer: &Viewer) -> Self {
        Self::Account { actor: viewer.actor().clone(), member: viewer.id() }
    }

    /// The link that is the last word of an address, or the last but one.
    pub fn linked(request: &HttpRequest) -> Self {
        Self::Link(request.match_info().get("lien").unwrap_or_default().to_owned())
    }

    pub fn reach(&self, zone: Tz) -> Reach<'_> {
        match self {
            Self::Account { actor, .. } => Reach::Account { by: actor, zone },
            Self::Link(text) => Reach::manage(text),
        }
    }

    pub fn is_account(&self) -> bool {
        matches!(self, Self::Account { .. })
    }

    /// Local address, without language.
    pub fn path(&self) -> String {
        match self {
            Self::Account { .. } => "/moi/courrier".to_owned(),
            Self::Link(text) => format!("/lettre/{text}"),
        }
    }
}

/// What is stored, or the usual of a member who chose nothing yet.
pub struct Stored {
    pub member: Option<i64>,
    /// Where mails go.
    email: String,
    pub left: bool,
    pub timetable: Timetable,
    pub choices: Choices,
    /// A member's.
    pub reminders: Option<ReminderChoices>,
}

impl Stored {
    /// What is behind a door; `None`: a link that was good once.
    pub fn behind(desk: &mut Desk<'_>, door: &Door) -> Result<Option<Self>> {
        match door {
            Door::Account { member, .. } => match subscribers::of_member(desk.conn, *member)? {
                Some(row) => Ok(Some(Self::read(desk, &row)?)),
                None => Ok(Some(Self::usual(desk, *member)?)),
            },
            Door::Link(text) => match subscribers::follow(desk.conn, text, MANAGE)? {
                Linked::To(row) => Ok(Some(Self::read(desk, &row)?)),
                Linked::Void => Ok(None),
            },
        }
    }

    fn read(desk: &mut Desk<'_>, row: &SubscriberRow) -> Read<Self> {
        let topics = subscribers::topics(desk.conn, row.id)?;
        Ok(Self {
            member: row.member_id,
            email: address_of(desk, row)?,
            left: row.state()? == SubscriberState::Left,
            timetable: row.timetable()?,
            choices: row.choices(topics),
            reminders: match row.member_id {
                Some(member) => Some(reminders::choices(desk.conn, member)?),
                None => None,
            },
        })
    }

    fn usual(desk: &mut Desk<'_>, member: i64) -> Read<Self> {
        Ok(Self {
            member: Some(member),
            email: members::by_id(desk.conn, member)?.email,
            left: false,
            timetable: Timetable::usual(desk.network.zone),
            choices: Choices { own_places: true, ..Choices::default() },
            reminders: Some(reminders::choices(desk.conn, member)?),
        })
    }

    /// What the form begins with: who left is told never, until they say otherwise.
    pub fn typed(&self) -> Typed {
        let rhythm = if self.left { Rhythm::Never } else { self.timetable.rhythm };
        let typed = Typed::of(Timetable { rhythm, ..self.timetable }, self.choices.clone());
        Typed { reminders: self.reminders.unwrap_or_default(), ..typed }
    }

    /// Whole for who is signed in: whoever has the link of a mail may be somebody else than its reader.
    pub fn address(&self, door: &Door) -> String {
        if door.is_account() { self.email.clone() } else { masked(&self.email) }
    }
}

/// Where the mails of a subscription go.
fn address_of(desk: &mut Desk<'_>, row: &SubscriberRow) -> Read<String> {
    match row.member_id {
        Some(member) => Ok(members::by_id(desk.conn, member)?.email),
        None => Ok(row.email.clone().unwrap_or_default()),
    }
}

/// The same for a page that anybody with the link may see.
pub fn masked_address(desk: &mut Desk<'_>, row: &SubscriberRow) -> Read<String> {
    Ok(masked(&address_of(desk, row)?))
}

fn masked(email: &str) -> String {
    EmailAddress::parse(email).map(|email| email.masked()).unwrap_or_default()
}
