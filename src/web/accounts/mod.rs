//! The rooms of this noun: signing up and in, links by mail, one's own account.

pub mod address;
pub mod confirm;
pub mod copy;
pub mod delete;
pub mod demo;
pub mod errors;
pub mod expired;
pub mod factor;
pub mod factor_codes;
pub mod factor_page;
pub mod invited;
pub mod link;
pub mod network_page;
pub mod own;
pub mod own_page;
pub mod page;
pub mod passkey_page;
pub mod passkey_sign_in;
pub mod passkeys;
pub mod password;
pub mod proof;
pub mod provider;
pub mod provider_link;
pub mod provider_page;
pub mod reset;
pub mod rules;
pub mod second_step;
pub mod set_up;
pub mod sign_in;
pub mod sign_out;
pub mod sign_up;
mod stash;
mod towards;
pub mod waiting;

#[cfg(test)]
mod factor_sample;
#[cfg(test)]
mod passkey_sample;
#[cfg(test)]
pub mod sample;

use super::act::Act;
use super::answer::Desk;
use super::asked::local;
use super::error::Result;
use super::frame::{Frame, Section};
use super::kept::Made;
use super::pages::Page;
use crate::i18n;

/// Where a person lands who signed in without being on the way to something.
pub const OWN_PAGE: &str = "/moi";

/// The address that was asked for, secret and all: only who has it reads the page.
const HERE: &str = "";

/// The frame of a page at `path` (from `/`, without language; or [`HERE`]).
fn frame(desk: &Desk<'_>, path: &str, title_key: &str) -> Frame {
    let mut frame = match path {
        HERE => desk.frame(&desk.asked.path),
        path => desk.frame(&local(desk.locale(), path)),
    };
    frame.title = i18n::text(desk.locale(), title_key);
    frame.noindex = true;
    frame.section = Section::None;
    frame
}

/// A page of this noun, for this browser alone.
fn show<P: Page>(desk: &Desk<'_>, page: &P, path: &str, title_key: &str) -> Result<Made> {
    desk.private_page(page, &frame(desk, path, title_key))
}

/// The session that the acting browser has now: member and session.
fn had(act: &Act<'_, '_>) -> Option<(i64, i64)> {
    let session = &act.viewer.as_ref()?.signed_in.session;
    Some((session.member_id, session.id))
}
