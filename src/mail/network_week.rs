//! The weekly note of the coordination: what changed in the network, and which places say nothing of
//! themselves. Knows no database.

use super::host_week::{SETTINGS, clean};
use super::note::{Note, NoteLine, NoteSection};
use super::sheet::Letterhead;
use crate::i18n::{self, Args, Locale};

/// Some of a sort, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    pub total: i64,
    /// Name, what is told beside it, and a local address without language.
    pub lines: Vec<(String, String, String)>,
}

/// What the note is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NetworkWeekNote {
    pub new_places: Listed,
    pub new_hosts: Listed,
    /// Coming dates that were called off.
    pub cancelled: Listed,
    /// Places that nobody confirmed for six months.
    pub unconfirmed: Listed,
    /// Places without a date in 60 days, nor one to come.
    pub quiet: Listed,
    pub members: i64,
    pub new_members: i64,
    /// Dates of the coming seven days.
    pub coming: i64,
}

impl NetworkWeekNote {
    fn lists(&self) -> [(&Listed, &'static str); 5] {
        [
            (&self.new_places, "note-new-places"),
            (&self.new_hosts, "note-new-hosts"),
            (&self.cancelled, "note-cancelled"),
            (&self.unconfirmed, "note-unconfirmed"),
            (&self.quiet, "note-quiet"),
        ]
    }

    /// Nothing happened, and nothing is coming.
    pub fn is_quiet(&self) -> bool {
        self.lists().iter().all(|(listed, _)| listed.total == 0) && self.new_members == 0 && self.coming == 0
    }

    pub fn note(&self, head: &Letterhead<'_>) -> Note {
        let locale = head.locale;
        let mut args = Args::new();
        args.set("network", clean(head.network));
        let subject = i18n::text_with(locale, "note-network-subject", Some(&args));
        let why = i18n::text_with(locale, "note-network-why", Some(&args));
        let mut note = Note::new(head, subject, why, SETTINGS);
        let counted = |key: &str, n: i64| i18n::text_with(locale, key, Some(&Args::from_iter([("n", n)])));
        note.intro = [
            counted("note-coming", self.coming),
            counted("note-members", self.members),
            counted("note-new-members", self.new_members),
        ]
        .join(" ");
        let told = self.lists().into_iter().filter(|(listed, _)| listed.total > 0);
        note.sections = told.map(|(listed, key)| listed.section(head, key)).collect();
        note
    }
}

impl Listed {
    fn section(&self, head: &Letterhead<'_>, key: &str) -> NoteSection {
        let locale: Locale = head.locale;
        let counted = |key: &str, n: i64| i18n::text_with(locale, key, Some(&Args::from_iter([("n", n)])));
        let line = |(name, more, path): &(String, String, String)| NoteLine {
            title: clean(name),
            href: head.absolute(path),
            facts: if more.is_empty() { Vec::new() } else { vec![clean(more)] },
            ..NoteLine::default()
        };
        let mut lines: Vec<NoteLine> = self.lines.iter().map(line).collect();
        let more = self.total - i64::try_from(self.lines.len()).unwrap_or(self.total);
        if more > 0 {
            lines.push(NoteLine { title: counted("note-more", more), ..NoteLine::default() });
        }
        NoteSection { title: counted(key, self.total), lines, button: None }
    }
}
