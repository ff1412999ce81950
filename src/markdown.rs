//! Words that people wrote in Markdown: as clean HTML for pages, as plain text for feeds and
//! descriptions. Nothing of what they typed can act on the page.

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html::push_html};

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "p",
        "br",
        "strong",
        "em",
        "del",
        "ul",
        "ol",
        "li",
        "a",
        "h3",
        "h4",
        "blockquote",
        "code",
        "pre",
        "hr",
    ];
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from(tags))
        .add_tag_attributes("a", ["href"])
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("nofollow noopener"))
        .clean_content_tags(HashSet::from(["script", "style"]));
    cleaner
});

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH)
}

/// Clean HTML. Headings start below those of the page; pictures and raw HTML are left out.
pub fn html(text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let events = parser(text).map(|event| match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: below_page(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below_page(level))),
        // What looks like HTML is shown as it was typed.
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        event => event,
    });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    push_html(&mut out, events);
    CLEANER.clean(&out).to_string()
}

fn below_page(level: HeadingLevel) -> HeadingLevel {
    if level <= HeadingLevel::H2 { HeadingLevel::H3 } else { HeadingLevel::H4 }
}

/// The words alone: paragraphs apart by a blank line, list items behind a dash.
pub fn plain(text: &str) -> String {
    // A line of words is what most hosts write: nothing in it means anything to Markdown.
    let means_nothing = |b: u8| b.is_ascii_alphabetic() || matches!(b, b' ' | b',' | b'\'' | b'?' | 0x80..);
    let mut bytes = text.bytes();
    let begins_with_word = bytes.next().is_some_and(|b| b.is_ascii_alphabetic() || b >= 0x80);
    if begins_with_word && bytes.all(|b| means_nothing(b) || b.is_ascii_digit() || matches!(b, b'.' | b':')) {
        return text.trim_end().to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for event in parser(text) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                out.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => out.push('\n'),
            Event::Start(Tag::Item) => {
                end_line(&mut out);
                out.push_str("- ");
            }
            Event::End(TagEnd::Item) => end_line(&mut out),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::List(_) | TagEnd::CodeBlock) => {
                end_line(&mut out);
                out.push('\n');
            }
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// The first words of a text, for descriptions of links: at most about `length` characters, cut
/// between words.
pub fn excerpt(text: &str, length: usize) -> String {
    let words = plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= length {
        return words;
    }
    let cut: String = words.chars().take(length).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or(&cut).trim_end_matches([',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_cannot_act() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "![x](https://tracker.example/a.png)",
            "<a href=\"https://x\" onclick=\"y\">z</a>",
            "<style>p{}</style>",
        ] {
            let html = html(text);
            for bad in ["<script", "<img", "javascript:", "<a href=\"https://x\"", "<style"] {
                assert!(!html.contains(bad), "{text:?} gives {html:?}");
            }
        }
    }

    #[test]
    fn markdown_is_told_as_html_and_as_words() {
        let text = "# Au programme\n\nVenez **nombreux** :\n\n- café\n- [plan](https://exemple.fr/a?b=1&c=2)\n\nÀ 18 h.";
        assert_eq!(
            html(text),
            "<h3>Au programme</h3>\n<p>Venez <strong>nombreux</strong> :</p>\n<ul>\n<li>café</li>\n\
             <li><a href=\"https://exemple.fr/a?b=1&amp;c=2\" rel=\"nofollow noopener\">plan</a></li>\n</ul>\n<p>À 18 h.</p>\n"
        );
        assert_eq!(plain(text), "Au programme\n\nVenez nombreux :\n\n- café\n- plan\n\nÀ 18 h.");
        assert_eq!((html(" "), plain("")), (String::new(), String::new()));
    }

    #[test]
    fn an_excerpt_ends_between_words() {
        assert_eq!(
            excerpt("Un atelier pour **réparer**, ensemble.", 100),
            "Un atelier pour réparer, ensemble."
        );
        assert_eq!(excerpt("Un atelier pour réparer, ensemble.", 27), "Un atelier pour réparer…");
    }
}
