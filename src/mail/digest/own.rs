//! What fills a digest for one reader.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::row::{Row, When, count, say, shown};
use super::{Copy, DigestHead, Fill, GOING, HELLO, LEAVE, MANAGE, PEOPLE};
use crate::domain::digest::{Going, Own, Part};
use crate::i18n;
use crate::mail::sheet::draw;
use crate::mail::wrap::wrap;

/// Somebody new whom the reader may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    pub uid: String,
    pub name: String,
    pub place: String,
    /// Labels, those that the reader looks for first.
    pub skills: Vec<String>,
}

/// What one reader is told alone.
#[derive(Clone, Copy, Debug)]
pub struct Private<'a> {
    /// Empty: not known.
    pub name: &'a str,
    pub own: &'a Own,
    pub people: &'a [Newcomer],
    pub without: &'a BTreeSet<Part>,
    pub zone: chrono_tz::Tz,
    /// Texts of the links by which they change what they get, and leave.
    pub manage: &'a str,
    pub leave: &'a str,
}

#[derive(Debug, Default, Serialize)]
struct Sheet {
    going: Vec<Row>,
    more_going: String,
    agenda: String,
    people: Vec<Person>,
    setting: String,
}

#[derive(Debug, Serialize)]
struct Person {
    name: String,
    href: String,
    place: String,
    skills: String,
}

/// The copy of one reader.
///
/// # Errors
/// As [`super::mailing`].
pub fn copy(private: &Private<'_>, head: &DigestHead<'_>) -> Result<Copy, String> {
    let mut fills = BTreeMap::new();
    let hello = match private.name {
        "" => i18n::text(head.locale, "digest-hello-unnamed"),
        name => say(head.locale, "digest-hello", "name", shown(name.split(' ').next().unwrap_or(name))),
    };
    fills.insert(HELLO.to_owned(), Fill { html: escaped(&hello), text: hello });
    for (name, link) in [(MANAGE, private.manage), (LEAVE, private.leave)] {
        fills.insert(name.to_owned(), Fill { html: escaped(link), text: link.to_owned() });
    }
    if !private.own.going.is_empty() {
        fills.insert(GOING.to_owned(), drawn(&going(private, head), head)?);
    }
    if !private.people.is_empty() {
        fills.insert(PEOPLE.to_owned(), drawn(&people(private, head), head)?);
    }
    Ok(Copy {
        fills,
        without: private.without.iter().map(Part::to_string).collect(),
        leave: format!("/lettre/{}/quitter", private.leave),
        ..Copy::default()
    })
}

fn drawn(sheet: &Sheet, head: &DigestHead<'_>) -> Result<Fill, String> {
    let text = wrap(&draw(head.locale, "digest_own.txt", sheet)?);
    Ok(Fill {
        text: text.trim_end_matches('\n').to_owned(),
        html: draw(head.locale, "digest_own.html", sheet)?.trim_end().to_owned(),
    })
}

fn going(private: &Private<'_>, head: &DigestHead<'_>) -> Sheet {
    let row = |going: &Going| {
        let state = i18n::text(head.locale, &format!("registration-state-{}", going.state.code()));
        let row = Row::of(&going.date, When::Day, private.zone, head);
        let row = match going.news {
            Some(news) => row.with_news(news, 0, head.locale),
            None => row,
        };
        let said = if row.said.is_empty() { state } else { format!("{} · {state}", row.said) };
        Row { said, ..row }
    };
    let more = private.own.more_going;
    Sheet {
        going: private.own.going.iter().map(row).collect(),
        more_going: if more > 0 { count(head.locale, "digest-more-going", more) } else { String::new() },
        agenda: head.absolute("/moi"),
        setting: settings(private, head, "rappels"),
        ..Sheet::default()
    }
}

fn people(private: &Private<'_>, head: &DigestHead<'_>) -> Sheet {
    let person = |one: &Newcomer| Person {
        name: shown(&one.name),
        href: head.absolute(&format!("/membres/{}", one.uid)),
        place: shown(&one.place),
        skills: one.skills.iter().map(|label| shown(label)).collect::<Vec<_>>().join(", "),
    };
    Sheet {
        people: private.people.iter().map(person).collect(),
        agenda: head.absolute("/membres"),
        setting: settings(private, head, "competences"),
        ..Sheet::default()
    }
}

/// Marks are not filled within what fills a mark.
fn settings(private: &Private<'_>, head: &DigestHead<'_>, anchor: &str) -> String {
    head.absolute(&format!("/lettre/{}#{anchor}", private.manage))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
