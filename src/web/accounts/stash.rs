//! A form that came after its session had expired: what was typed waits in the page that asks to
//! sign in, and is sent again afterwards by a person's own gesture.

use serde::{Deserialize, Serialize};

use super::towards::local_address;
use crate::web::asked::{Asked, with_query};
use crate::web::form::Form;

/// More would not fit into the next form.
const LONGEST: usize = 60_000;

/// Where a form was sent, and its fields. Passwords and files are not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stash {
    pub path: String,
    pub fields: Vec<(String, String)>,
}

impl Stash {
    pub fn of(asked: &Asked, form: &Form) -> Self {
        let kept = |name: &str| !matches!(name, "token" | "once") && !name.contains("password");
        let fields = form.pairs().iter().filter(|(name, _)| kept(name)).cloned().collect();
        Self { path: with_query(&asked.path, &asked.pairs), fields }
    }

    /// As the hidden field that carries it; empty when it is too long.
    pub fn write(&self) -> String {
        let text = serde_json::to_string(self).unwrap_or_default();
        if text.len() <= LONGEST { text } else { String::new() }
    }

    /// What [`Self::write`] wrote; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let stash: Self = serde_json::from_str(text).ok()?;
        (!local_address(&stash.path).is_empty()).then_some(stash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back_but_for_marks_and_passwords() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let form = Form::of_pairs(vec![
            pair("token", "t"),
            pair("once", "o"),
            pair("title", "Café \"</script>"),
            pair("password_now", "secret"),
            pair("day", "1"),
            pair("day", "2"),
        ]);
        let asked = Asked {
            locale: crate::i18n::Locale::Fr,
            path: "/lieux/a/evenements".to_owned(),
            pairs: Vec::new(),
            overlong: false,
            request_id: String::new(),
            client: String::new(),
        };
        let stash = Stash::of(&asked, &form);
        assert_eq!(stash.fields, [pair("title", "Café \"</script>"), pair("day", "1"), pair("day", "2")]);
        assert_eq!(Stash::read(&stash.write()), Some(stash.clone()));
        let long = Stash { fields: vec![pair("a", &"x".repeat(LONGEST))], ..stash.clone() };
        assert_eq!(long.write(), "");
        let foreign = Stash { path: "//elsewhere.example".to_owned(), ..stash };
        for nonsense in ["", "{}", "[1]", &foreign.write()] {
            assert_eq!(Stash::read(nonsense), None, "{nonsense}");
        }
    }
}
