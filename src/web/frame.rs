//! What stands around every page: title, addresses, navigation, feeds, notices.

use serde::Serialize;

use super::fields::FormMarks;
use super::parts::Link;
use crate::i18n::Locale;

/// Everything that the layout needs beside the page itself.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    #[serde(skip)]
    pub locale: Locale,
    /// BCP 47 tag of the page's language.
    pub lang: &'static str,
    /// What local addresses start with: `""` or `"/en"`.
    pub prefix: &'static str,
    /// Home page in this language: `/` or `/en`.
    pub home_href: &'static str,
    /// The same page in the other language, as a local address.
    pub alternate_href: String,
    /// Scheme and host without a final slash: `https://vigie.example`.
    pub origin: String,
    /// Local address of this page, without what does not change its content.
    pub path: String,
    /// Title of the page; the network's name is added. Empty on the home page.
    pub title: String,
    /// One or two sentences for search engines and link previews. May be empty.
    pub description: String,
    /// Open Graph type: "website", "article"…
    pub og_type: &'static str,
    /// Structured data, already safe inside `<script type="application/ld+json">`.
    pub json_ld: Option<JsonLd>,
    pub section: Section,
    /// Say that people and events are invented.
    pub demo: bool,
    /// Name of the network.
    pub network: String,
    /// Keep the page out of search engines.
    pub noindex: bool,
    /// Feeds of the page, announced in its head.
    pub feeds: Vec<FeedLink>,
    /// The person the page is made for; `None`: nobody is signed in.
    pub corner: Option<Corner>,
    /// What was just done, said once. May be empty.
    pub notice: String,
}

/// The signed-in person's corner of every page.
#[derive(Clone, Debug, Serialize)]
pub struct Corner {
    pub name: String,
    /// Two letters, where there is no room for the name.
    pub initials: String,
    /// Marks of the form that signs out.
    pub form: FormMarks,
    /// Belongs to the coordination.
    pub coordinates: bool,
}

impl Frame {
    /// A frame for the page at `path` (with its `/en` when English). `origin` has no final slash.
    pub fn new(locale: Locale, network: &str, origin: &str, path: &str) -> Self {
        Self {
            locale,
            lang: locale.tag(),
            prefix: locale.prefix(),
            home_href: home(locale),
            alternate_href: alternate(locale, path),
            origin: origin.to_owned(),
            path: path.to_owned(),
            title: String::new(),
            description: String::new(),
            og_type: "website",
            json_ld: None,
            section: Section::None,
            demo: false,
            network: network.to_owned(),
            noindex: false,
            feeds: Vec::new(),
            corner: None,
            notice: String::new(),
        }
    }
}

/// The home page's address.
pub fn home(locale: Locale) -> &'static str {
    match locale {
        Locale::Fr => "/",
        Locale::En => "/en",
    }
}

/// The address of the same page in the other language.
fn alternate(locale: Locale, path: &str) -> String {
    match locale {
        Locale::Fr if path == "/" => "/en".to_owned(),
        Locale::Fr => format!("/en{path}"),
        Locale::En => match path.strip_prefix("/en") {
            Some("") | None => "/".to_owned(),
            Some(rest) if rest.starts_with('?') => format!("/{rest}"),
            // Browsers read these as the address of another host.
            Some(rest) if rest.starts_with("//") || rest.starts_with("/\\") => "/".to_owned(),
            Some(rest) => rest.to_owned(),
        },
    }
}

/// Entry of the main navigation that the page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    Home,
    Places,
    Agenda,
    Members,
    Mine,
    About,
    None,
}

/// A feed announced by `<link rel="alternate">`.
#[derive(Clone, Debug, Serialize)]
pub struct FeedLink {
    pub title: String,
    pub href: String,
    /// `text/calendar` or `application/atom+xml`.
    pub media_type: &'static str,
}

impl FeedLink {
    pub fn calendar(link: Link) -> Self {
        Self { title: link.label, href: link.href, media_type: "text/calendar" }
    }

    pub fn atom(link: Link) -> Self {
        Self { title: link.label, href: link.href, media_type: "application/atom+xml" }
    }
}

/// JSON text that cannot close the script element it stands in.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct JsonLd(String);

impl From<&serde_json::Value> for JsonLd {
    fn from(value: &serde_json::Value) -> Self {
        let text = value.to_string();
        Self(text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_twin_in_the_other_language() {
        for (french, english) in [("/", "/en"), ("/lieux", "/en/lieux"), ("/agenda?q=a", "/en/agenda?q=a")] {
            assert_eq!(alternate(Locale::Fr, french), english);
            assert_eq!(alternate(Locale::En, english), french);
        }
        assert_eq!(alternate(Locale::En, "/en?pres=26400"), "/?pres=26400");
        for foreign in ["/en//ailleurs.example", "/en/\\ailleurs.example"] {
            assert_eq!(alternate(Locale::En, foreign), "/");
        }
    }

    #[test]
    fn structured_data_cannot_end_its_script() {
        let JsonLd(text) = JsonLd::from(&serde_json::json!({ "name": "</script><script>alert(1)" }));
        assert!(!text.contains('<'), "{text}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&text).unwrap()["name"],
            "</script><script>alert(1)"
        );
    }
}
