//! What never changes of a template is written into it before it is compiled, once per language: its
//! fixed words and the addresses of assets, of which a page asks for dozens.

use super::assets;
use crate::i18n::{self, Locale};

/// The template with the words of `{{ t(key="…") }}` and the addresses of `{{ asset(path="…") }}`.
/// Calls with more to them stay.
pub fn settled(locale: Locale, template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once(OPEN) {
        out.push_str(before);
        rest = match constant(locale, after) {
            Some((text, after)) => {
                out.push_str(&text);
                after
            }
            None => {
                out.push_str(OPEN);
                after
            }
        };
    }
    out + rest
}

const OPEN: &str = "{{ ";
const CLOSE: &str = "\") }}";

/// What the call at the beginning of `source` gives, and what follows it.
fn constant(locale: Locale, source: &str) -> Option<(String, &str)> {
    let (call, rest) = source.split_once(CLOSE)?;
    let (function, argument) = call.split_once("=\"")?;
    if argument.contains(['"', '\\']) {
        return None;
    }
    let text = match function {
        "t(key" => i18n::text(locale, argument),
        "asset(path" => assets::by_path(argument)?.href.clone(),
        _ => return None,
    };
    let mut escaped = Vec::with_capacity(text.len());
    tera::escape_html(&text, &mut escaped).ok()?;
    let escaped = String::from_utf8(escaped).ok()?;
    // It would be read as a template.
    (!escaped.contains('{')).then_some((escaped, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_words_are_written_in_and_calls_with_more_to_them_stay() {
        let words = settled(Locale::En, r#"<a title="{{ t(key="layout-skip") }}">{{ name }}</a>"#);
        assert_eq!(
            words,
            format!(r#"<a title="{}">{{{{ name }}}}</a>"#, i18n::text(Locale::En, "layout-skip"))
        );
        assert!(settled(Locale::Fr, r#"{{ asset(path="css/vigie.css") }}"#).starts_with("/assets/"));
        for stays in [
            r#"{{ t(key="layout-skip", count=1) }}"#,
            "{{ t(key=label) }}",
            r#"{{ name | default(value="x") }}"#,
            r#"{{ asset(path="no-such-file") }}"#,
            "{{ a }} {{ b",
            "",
        ] {
            assert_eq!(settled(Locale::Fr, stays), stays);
        }
    }

    #[test]
    fn words_are_escaped_as_a_page_escapes_them() {
        // Words with an apostrophe or a mark of HTML, wherever they are.
        let template = r#"{{ t(key="layout-made-with") }}"#;
        let text = settled(Locale::Fr, template);
        assert!(!text.contains(['<', '>', '"', '\'']), "{text}");
    }
}
