//! A letter in the language of its reader, ready to be drawn: words, addresses that lead from a
//! mailbox to the site, and the two bodies of a mail. Knows nothing of how it travels.

use std::sync::LazyLock;

use serde::Serialize;
use tera::{Context, Function, Kwargs, State, Tera, TeraResult};

use super::letter::{Letter, Line};
use super::mailing::Filled;
use super::wrap::wrap;
use crate::i18n::{self, Args, Locale};

/// What every letter of a network says beside its content.
#[derive(Clone, Copy, Debug)]
pub struct Letterhead<'a> {
    /// Name of the network.
    pub network: &'a str,
    /// Scheme and host of the site, without a final slash.
    pub origin: &'a str,
    pub locale: Locale,
    /// It goes to someone with an account, rather than to an address that was typed.
    pub to_member: bool,
}

/// Everything that the templates of a letter show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    pub lang: &'static str,
    pub network: String,
    /// The site, as people call it: its host.
    pub site: String,
    pub home: String,
    pub subject: String,
    pub paragraphs: Vec<Block>,
    pub facts: Vec<Fact>,
    pub button: Option<Target>,
    pub after: Vec<Block>,
    /// Why one receives it.
    pub why: String,
    pub privacy: String,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    pub lines: Vec<String>,
    /// The words of a person, told as such.
    pub quoted: bool,
    /// The paragraph is this address.
    pub href: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    pub label: String,
    pub value: Block,
}

/// What leads to the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Target {
    pub label: String,
    /// Absolute.
    pub href: String,
}

impl Sheet {
    pub fn of(letter: &Letter, head: &Letterhead<'_>) -> Self {
        let Letterhead { network, origin, locale, .. } = *head;
        let site = origin.split_once("://").map_or(origin, |(_, host)| host);
        let mut names = Args::new();
        names.set("network", network.to_owned());
        names.set("site", site.to_owned());
        let why = if head.to_member { "letter-why-member" } else { "letter-why-address" };
        let blocks = |lines: &[Line]| lines.iter().map(|line| Block::of(line, head)).collect();
        let fact = |(label, value): &(Line, Line)| Fact {
            label: one_line(&label.say(locale)),
            value: Block { quoted: false, ..Block::of(value, head) },
        };
        let button = letter.button.as_ref();
        Self {
            lang: locale.tag(),
            network: network.to_owned(),
            site: site.to_owned(),
            home: head.absolute("/"),
            subject: one_line(&letter.subject.say(locale)),
            paragraphs: blocks(&letter.paragraphs),
            facts: letter.facts.iter().map(fact).collect(),
            button: button.map(|(label, path)| Target {
                label: one_line(&label.say(locale)),
                href: head.absolute(path),
            }),
            after: blocks(&letter.after),
            why: i18n::text_with(locale, why, Some(&names)),
            privacy: head.absolute("/confidentialite"),
        }
    }

    /// Subject and bodies, as they travel.
    ///
    /// # Errors
    /// As [`Self::html`].
    pub fn words(&self) -> Result<Filled, String> {
        Ok(Filled { subject: self.subject.clone(), text: self.text()?, html: self.html()? })
    }

    /// The body for programs that show HTML: it asks nothing of any server.
    ///
    /// # Errors
    /// A template that does not compile or asks for what the sheet does not have: a fault of the
    /// program, which the tests look for.
    pub fn html(&self) -> Result<String, String> {
        draw(self.locale(), "letter.html", self)
    }

    /// The body in plain text, in lines of at most 72 characters.
    ///
    /// # Errors
    /// As [`Self::html`].
    pub fn text(&self) -> Result<String, String> {
        draw(self.locale(), "letter.txt", self).map(|text| wrap(text.trim_start_matches('\n')))
    }

    fn locale(&self) -> Locale {
        if self.lang == Locale::En.tag() { Locale::En } else { Locale::Fr }
    }
}

/// A template of `templates/mail` with everything that it shows.
pub(super) fn draw<T: Serialize>(locale: Locale, template: &str, shown: &T) -> Result<String, String> {
    let templates = if locale == Locale::En { &*ENGLISH } else { &*FRENCH };
    let tera = templates.as_ref().map_err(Clone::clone)?;
    let context = Context::from_serialize(shown).map_err(|error| error.to_string())?;
    tera.render(template, &context).map_err(|error| format!("{error:#}"))
}

impl Letterhead<'_> {
    /// The whole address of a local one (from `/`, without language), for readers of this language.
    pub fn absolute(&self, path: &str) -> String {
        match path {
            "/" if self.locale == Locale::En => format!("{}/en", self.origin),
            _ => format!("{}{}{path}", self.origin, self.locale.prefix()),
        }
    }
}

impl Block {
    fn of(line: &Line, head: &Letterhead<'_>) -> Self {
        if let Some(path) = line.path() {
            let href = head.absolute(path);
            return Self { lines: vec![href.clone()], quoted: false, href: Some(href) };
        }
        let lines = line.say(head.locale).lines().map(|line| clean(line.trim_end())).collect();
        Self { lines, quoted: line.is_verbatim(), href: None }
    }
}

/// Blanks and line ends as single blanks: what stands in a header or on a button.
pub(super) fn one_line(text: &str) -> String {
    // Not at no-break spaces, which stay.
    let blank = |c: char| c.is_control() || c == ' ' || c == '\u{2028}' || c == '\u{2029}';
    text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

static FRENCH: LazyLock<Result<Tera, String>> = LazyLock::new(|| compile(Locale::Fr));
static ENGLISH: LazyLock<Result<Tera, String>> = LazyLock::new(|| compile(Locale::En));

pub(super) const TEMPLATES: &[(&str, &str)] = &[
    ("parts.html", include_str!("../../templates/mail/parts.html")),
    ("letter.html", include_str!("../../templates/mail/letter.html")),
    ("letter.txt", include_str!("../../templates/mail/letter.txt")),
    ("note.html", include_str!("../../templates/mail/note.html")),
    ("note.txt", include_str!("../../templates/mail/note.txt")),
    ("digest_parts.html", include_str!("../../templates/mail/digest_parts.html")),
    ("digest.html", include_str!("../../templates/mail/digest.html")),
    ("digest.txt", include_str!("../../templates/mail/digest.txt")),
    ("digest_own.html", include_str!("../../templates/mail/digest_own.html")),
    ("digest_own.txt", include_str!("../../templates/mail/digest_own.txt")),
];

fn compile(locale: Locale) -> Result<Tera, String> {
    let mut tera = Tera::new();
    tera.register_function("t", Words(locale));
    tera.add_raw_templates(TEMPLATES.iter().copied()).map_err(|error| error.to_string())?;
    Ok(tera)
}

/// `t(key="…")`: the message in the language of the letter.
struct Words(Locale);

impl Function<TeraResult<String>> for Words {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        Ok(i18n::text(self.0, kwargs.must_get::<&str>("key")?))
    }
}
