//! A note in words, ready to be drawn: sections of lines, each of which leads somewhere. What one
//! reader has of their own are marks. Knows nothing of what it is about.

use serde::Serialize;

use super::mailing::{BOUND, Mailing, MailingList, mark};
use super::sheet::{Letterhead, Target, draw};
use super::wrap::wrap;
use crate::i18n::{self, Locale};

/// The mark that is filled with the address that ends the note.
pub const LEAVE: &str = "leave";

/// Everything that the templates of a note show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    pub lang: &'static str,
    pub network: String,
    pub site: String,
    pub home: String,
    pub subject: String,
    pub intro: String,
    pub sections: Vec<NoteSection>,
    /// Why one receives it.
    pub why: String,
    /// Where one chooses when it comes.
    pub settings: Target,
    pub leave: Target,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NoteSection {
    pub title: String,
    pub lines: Vec<NoteLine>,
    /// The one thing to do for all of them.
    pub button: Option<Target>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NoteLine {
    pub title: String,
    /// Absolute. Empty: it leads nowhere.
    pub href: String,
    /// "jeudi 12 mars, de 18 h 30 à 20 h 30". May be empty.
    pub when: String,
    /// "À confirmer", "3 places prises sur 12".
    pub facts: Vec<String>,
    /// What one may say about it.
    pub ways: Vec<Target>,
    /// The same for those who read plain text: one address.
    pub all_ways: Option<Target>,
}

impl Note {
    /// A note without sections.
    pub fn new(head: &Letterhead<'_>, subject: String, why: String, settings: &str) -> Self {
        let locale = head.locale;
        let site = head.origin.split_once("://").map_or(head.origin, |(_, host)| host);
        Self {
            lang: locale.tag(),
            network: head.network.to_owned(),
            site: site.to_owned(),
            home: head.absolute("/"),
            subject,
            intro: String::new(),
            sections: Vec::new(),
            why,
            settings: Target { label: i18n::text(locale, "note-settings"), href: head.absolute(settings) },
            leave: Target { label: i18n::text(locale, "note-leave"), href: mark(LEAVE) },
        }
    }

    /// The note with addresses instead of marks: that of the dates, and that which ends it.
    pub fn leading_to(mut self, dates: &str, leave: &str) -> Self {
        self.each_href(|href| {
            let at = href.strip_prefix(BOUND).and_then(|rest| rest.split_once(BOUND));
            let Some((name, rest)) = at else { return };
            let to = if name == LEAVE { leave } else { dates };
            *href = format!("{to}{rest}");
        });
        self
    }

    /// The note as a page of the site at `origin` shows it, whatever name the site is looked at under.
    pub fn within(mut self, origin: &str) -> Self {
        self.each_href(|href| {
            if let Some(path) = href.strip_prefix(origin).filter(|path| path.starts_with('/')) {
                *href = path.to_owned();
            }
        });
        self
    }

    fn each_href(&mut self, change: impl Fn(&mut String)) {
        change(&mut self.settings.href);
        change(&mut self.leave.href);
        for section in &mut self.sections {
            section.button.iter_mut().for_each(|target| change(&mut target.href));
            for line in &mut section.lines {
                change(&mut line.href);
                line.ways.iter_mut().chain(&mut line.all_ways).for_each(|target| change(&mut target.href));
            }
        }
    }

    /// Rendered for all who share it.
    ///
    /// # Errors
    /// A fault of the templates, which the tests look for.
    pub fn mailing(&self, list: MailingList, locale: Locale) -> Result<Mailing, String> {
        Ok(Mailing {
            list,
            locale,
            subject: self.subject.clone(),
            text: self.text()?,
            html: self.draw("note.html")?,
        })
    }

    /// The body in plain text.
    ///
    /// # Errors
    /// As [`Self::mailing`].
    pub fn text(&self) -> Result<String, String> {
        self.draw("note.txt").map(|text| wrap(text.trim_start_matches('\n')))
    }

    fn draw(&self, template: &str) -> Result<String, String> {
        let locale = if self.lang == Locale::En.tag() { Locale::En } else { Locale::Fr };
        draw(locale, template, self)
    }
}
