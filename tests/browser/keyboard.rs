//! Everything is reached with the tab key, in reading order, and shows that it has the focus.

use super::chromium::browse;
use super::site::open;
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;

const PAGES: [&str; 6] = [
    "/",
    "/agenda?lieu=8-fablab-drome",
    "/agenda?vue=mois&lieu=8-fablab-drome",
    "/lieux",
    "/lieux/8-fablab-drome",
    "/evenements/residence-ouverte/20270303T180000",
];

/// Numbers what can have the focus in reading order, and notes what gets it and whether one sees that.
/// Markers of maps are drawn: there the ring of the marker itself is what one sees.
const WATCH: &str = "
    const reachable = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]
        .filter(e => e.type !== 'hidden' && e.checkVisibility({visibilityProperty: true}));
    const name = e => `${e.tagName} ${e.getAttribute('aria-label') || e.textContent.trim().slice(0, 40) || e.name}`;
    window.expected = reachable.map(name);
    window.reached = [];
    window.unseen = [];
    addEventListener('focusin', ({target}) => {
        window.reached.push(name(target));
        const style = getComputedStyle(target);
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const ring = target.querySelector('circle, path');
        const drawn = target instanceof SVGElement && ring && parseFloat(getComputedStyle(ring).strokeWidth) >= 3;
        const box = target.getBoundingClientRect();
        if (!(outlined || drawn) || box.width < 2 || box.height < 2) window.unseen.push(name(target));
    });
    return window.expected.length";

#[test]
fn everything_is_reached_in_order_and_seen() {
    browse(async |page| {
        for width in [1280, 360] {
            page.resize(width);
            for path in PAGES {
                open(page, path).await;
                let links =
                    usize::try_from(page.ask(WATCH).await.as_u64().expect("a number")).expect("a number");
                assert!(links > 20, "{path}: {links}");
                let tabs = char::from(Key::Tab).to_string().repeat(links + 5);
                page.find(Locator::Css("body"))
                    .await
                    .expect("a body")
                    .send_keys(&tabs)
                    .await
                    .expect("pressed keys");
                let seen = page.ask("return [window.expected, window.reached, window.unseen]").await;
                let (expected, reached) =
                    (seen[0].as_array().expect("names"), seen[1].as_array().expect("names"));
                assert!(reached.len() >= links, "{path} at {width}: {} of {links} reached", reached.len());
                assert_eq!(expected[..], reached[..links], "{path} at {width}");
                assert_eq!(seen[2], json!([]), "{path} at {width}: focus that one does not see");
            }
        }
    });
}

#[test]
fn the_first_key_offers_to_skip_to_the_content() {
    browse(async |page| {
        open(page, "/agenda").await;
        assert_eq!(page.tab().await, "Aller au contenu");
        page.active_element()
            .await
            .expect("the link")
            .send_keys(&char::from(Key::Enter).to_string())
            .await
            .expect("a key");
        page.tab().await;
        let inside = page.ask("return document.activeElement.closest('main') !== null").await;
        assert_eq!(inside, json!(true), "the next key is inside the content");
    });
}

#[test]
fn the_map_can_be_skipped() {
    browse(async |page| {
        open(page, "/").await;
        page.ask("document.querySelector('.map-skip a').focus()").await;
        page.active_element()
            .await
            .expect("the link")
            .send_keys(&char::from(Key::Enter).to_string())
            .await
            .expect("a key");
        page.tab().await;
        let inside = page.ask("return document.activeElement.closest('#liste') !== null").await;
        assert_eq!(inside, json!(true));
    });
}

#[test]
fn filters_and_steps_open_with_the_keyboard() {
    browse(async |page| {
        page.resize(360);
        open(page, "/agenda").await;
        for (summary, inside) in [(".filters summary", "#f-genre"), (".apps summary", ".apps dl")] {
            assert_eq!(page.seen(inside).await, 0);
            let summary = page.find(Locator::Css(summary)).await.expect("a summary");
            summary.send_keys(&char::from(Key::Enter).to_string()).await.expect("a key");
            assert_eq!(page.seen(inside).await, 1);
        }
    });
}
