//! What the coordination takes care of between people: reports that members send, accounts that it
//! puts aside.

pub mod decide;
pub mod page;
pub mod report;
pub mod reports;
#[cfg(test)]
pub mod sample;
pub mod suspend;
pub mod suspensions;

use crate::app::day_of;
use crate::db::UtcInstant;
use crate::domain::joining::Remark;
use crate::domain::policy::Action;
use crate::i18n::{self, Locale, date};
use crate::web::answer::Desk;
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::Field;
use crate::web::frame::{Frame, Section};

/// For others there is no such page.
fn coordination_only(desk: &Desk<'_>) -> Result<()> {
    desk.member()?;
    if desk.actor().may(Action::RunNetwork) { Ok(()) } else { Err(Error::NotFound) }
}

fn frame(desk: &Desk<'_>, path: &str, title: String) -> Frame {
    let mut frame = desk.frame(&local(desk.locale(), path));
    frame.section = Section::Mine;
    frame.title = title;
    frame.noindex = true;
    frame
}

/// A longer field for a word.
fn word_field(locale: Locale, name: &str, key: &str, value: &str) -> Field {
    Field::text(name, i18n::text(locale, key))
        .hint(i18n::text(locale, &format!("{key}.hint")))
        .value(value)
        .maxlength(u32::try_from(Remark::LONGEST).unwrap_or(u32::MAX))
        .rows(4)
}

/// "5 mars 2026".
fn day(desk: &Desk<'_>, at: UtcInstant) -> String {
    date::date(desk.locale(), day_of(at.0, desk.network.zone))
}
