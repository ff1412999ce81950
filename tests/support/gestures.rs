//! What a person does with a page and reads on it: looking, clicking, typing, pasting, tabbing.

use super::Page;
use fantoccini::key::Key;
use serde_json::json;
use std::time::Duration;

const MOMENT: Duration = Duration::from_millis(20);
const PATIENCE: u32 = 250; // moments

impl Page {
    /// What a person reads in the first element that matches.
    ///
    /// # Panics
    /// When none does.
    pub async fn text(&self, css: &str) -> String {
        self.texts(css).await.into_iter().next().unwrap_or_else(|| panic!("no {css}"))
    }

    /// What a person reads in each element that matches, in one line each.
    pub async fn texts(&self, css: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])]
                          .map(e => e.innerText.replace(/\\s+/g, ' ').trim())";
        let texts =
            self.execute(script, vec![json!(css)]).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        serde_json::from_value(texts).expect("texts")
    }

    /// How many elements that match a person sees.
    pub async fn seen(&self, css: &str) -> u64 {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .filter(e => e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().width > 1).length";
        let seen = self.execute(script, vec![json!(css)]).await;
        seen.unwrap_or_else(|error| panic!("{css}: {error}")).as_u64().expect("a number")
    }

    /// Clicks the first element that matches where a person would, and fails when something else is there.
    pub async fn press(&self, css: &str) {
        let script = "const target = document.querySelector(arguments[0]);
             if (!target) return 'is not there';
             target.scrollIntoView({block: 'center'});
             const box = target.getClientRects()[0];
             if (!box) return 'is not shown';
             const x = box.left + box.width / 2, y = box.top + box.height / 2;
             const hit = document.elementFromPoint(x, y), link = target.closest('a') ?? target;
             return hit && (link.contains(hit) || hit.control === target) ? [x, y] : 'is under ' + hit?.outerHTML.slice(0, 80)";
        let place =
            self.execute(script, vec![json!(css)]).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        assert!(place.is_array(), "{css} {place} on {}", self.at().await);
        for gesture in ["mousePressed", "mouseReleased"] {
            let click =
                json!({"type": gesture, "x": place[0], "y": place[1], "button": "left", "clickCount": 1});
            self.devtools("Input.dispatchMouseEvent", click);
        }
    }

    /// Clicks what leads to another page, and waits for that page.
    pub async fn go(&self, css: &str) {
        self.ask("window.left = false").await;
        self.press(css).await;
        self.wait_until("return window.left === undefined && document.readyState === 'complete'").await;
    }

    /// Clicks the link with this text, and waits for the page that it leads to.
    pub async fn follow(&self, text: &str) {
        let script = "const text = e => e.innerText.replace(/\\s+/g, ' ').trim();
             const link = [...document.links].find(e => text(e) === arguments[0]);
             link?.setAttribute('data-followed', '');
             return Boolean(link)";
        let found =
            self.execute(script, vec![json!(text)]).await.unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(found, json!(true), "no link {text} on {}", self.at().await);
        self.go("[data-followed]").await;
    }

    /// Clicks into a field and types over what it holds.
    pub async fn fill(&self, css: &str, text: &str) {
        self.press(css).await;
        self.ask("document.activeElement.select()").await;
        self.devtools("Input.insertText", json!({"text": text}));
    }

    /// Chooses a value of a list; the system draws that list, so that there is nothing in the page to click.
    pub async fn choose(&self, css: &str, value: &str) {
        let script = "const list = document.querySelector(arguments[0]);
             list.value = arguments[1];
             list.dispatchEvent(new Event('change', {bubbles: true}));
             return list.value";
        let chosen = self.execute(script, vec![json!(css), json!(value)]).await;
        assert_eq!(
            chosen.unwrap_or_else(|error| panic!("{css}: {error}")),
            value,
            "{css} has no such choice"
        );
    }

    /// Pastes the clipboard over what a field holds.
    pub async fn paste(&self, css: &str) {
        self.fill(css, "").await;
        let paste =
            json!({"type": "rawKeyDown", "key": "v", "code": "KeyV", "modifiers": 2, "commands": ["paste"]});
        self.devtools("Input.dispatchKeyEvent", paste);
    }

    /// Waits until a script of the test answers true.
    pub async fn wait_until(&self, script: &str) {
        for _ in 0..PATIENCE {
            // Between two pages there is none to ask.
            if self.execute(script, vec![]).await.is_ok_and(|answer| answer == json!(true)) {
                return;
            }
            tokio::time::sleep(MOMENT).await;
        }
        panic!("in vain: {script}");
    }

    /// Path and query of the page that is shown.
    pub async fn at(&self) -> String {
        self.ask("return location.pathname + location.search").await.as_str().unwrap_or_default().to_owned()
    }

    /// Presses the tab key and answers the text (or name, or address) of what now has the focus.
    pub async fn tab(&self) -> String {
        let focused = self.active_element().await.expect("an active element");
        focused.send_keys(&char::from(Key::Tab).to_string()).await.expect("a pressed key");
        let name = "const e = document.activeElement; \
                    return e.innerText || e.getAttribute('aria-label') || e.name || e.href || e.tagName";
        self.ask(name).await.as_str().unwrap_or_default().trim().to_owned()
    }
}
