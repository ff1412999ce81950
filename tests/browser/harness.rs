//! The browser that the stories trust must see what they rely on it to see.

use super::chromium::{Scheme, browse};
use fantoccini::Locator;
use serde_json::json;

/// A page that shows what reached it: its scheme as a colour, its script as a title, its width by a media query.
fn page(body: &str) -> String {
    let html = format!(
        "<!doctype html><html lang=en><meta name=viewport content='width=device-width'><title>plain</title>
         <style>
           body {{ color: black; background: white }}
           @media (prefers-color-scheme: dark) {{ body {{ color: white; background: black }} }}
           .wide {{ display: none }} @media (min-width: 700px) {{ .wide {{ display: block }} }}
         </style>
         <main><h1>Bonjour</h1>{body}</main>
         <script>document.title = 'scripted'</script>"
    );
    format!(
        "data:text/html;charset=utf-8,{}",
        percent_encoding::utf8_percent_encode(&html, percent_encoding::NON_ALPHANUMERIC)
    )
}

#[test]
fn axe_passes_a_good_page_and_finds_each_planted_fault() {
    browse(async |window| {
        window.visit(&page("<p>Nothing is wrong here.</p>")).await;
        window.assert_accessible().await;
        for (fault, rule) in [
            ("<img src='data:,'>", "image-alt"),
            ("<p style='color: #ccc; background: #fff'>pale</p>", "color-contrast"),
            ("<input>", "label"),
            ("<button></button>", "button-name"),
        ] {
            window.visit(&page(fault)).await;
            let found = window.accessibility_faults().await;
            assert!(found.iter().any(|line| line.starts_with(rule)), "{rule} not in {found:?}");
        }
    });
}

#[test]
fn scripts_are_off_when_they_are_off_even_for_axe() {
    browse(async |window| {
        window.visit(&page("")).await;
        assert_eq!(window.title().await.expect("a title"), "scripted");

        window.allow_scripts(false);
        window.visit(&page("<noscript><p id=plain>no script</p></noscript>")).await;
        assert_eq!(window.title().await.expect("a title"), "plain");
        assert!(window.find(Locator::Id("plain")).await.is_ok(), "noscript is shown");
        window.assert_accessible().await;
        window.visit(&page("<input>")).await;
        assert!(!window.accessibility_faults().await.is_empty());
        window.visit(&page("")).await;
        assert_eq!(window.title().await.expect("a title"), "plain", "axe leaves them off");
    });
}

#[test]
fn schemes_and_widths_reach_the_page() {
    browse(async |window| {
        for (scheme, background) in [(Scheme::Dark, "rgb(0, 0, 0)"), (Scheme::Light, "rgb(255, 255, 255)")] {
            window.prefer(scheme);
            for (width, display) in [(360, "none"), (1280, "block")] {
                window.resize(width);
                window.visit(&page("<p class=wide>wide</p><p style='height: 3000px'>tall</p>")).await;
                let seen = window
                    .ask(
                        "const style = selector => getComputedStyle(document.querySelector(selector));
                         return [innerWidth, style('body').backgroundColor, style('.wide').display]",
                    )
                    .await;
                assert_eq!(seen, json!([width, background, display]));
                window.assert_fits().await;
                let name = format!("harness-{width}-{scheme:?}").to_lowercase();
                window.picture(&name).await;
                assert_eq!(window.ask("return innerWidth").await, json!(width), "a picture changes nothing");
            }
        }
    });
}

#[test]
fn a_picture_holds_the_whole_page() {
    browse(async |window| {
        window.visit(&page("<p style='height: 3000px'>tall</p>")).await;
        window.picture("harness-tall").await;
        let folder = std::env::var("TEST_SCREENSHOTS").unwrap_or_else(|_| "target/screenshots".to_owned());
        let png = std::fs::read(format!("{folder}/harness-tall.png")).expect("the picture");
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        assert_eq!(side(16), 1280);
        assert!(side(20) >= 3000, "{} px tall", side(20));
    });
}

#[test]
fn the_keyboard_goes_from_link_to_link() {
    browse(async |window| {
        window.visit(&page("<a href='#a'>Agenda</a> <a href='#b'>Lieux</a>")).await;
        assert_eq!(window.tab().await, "Agenda");
        assert_eq!(window.tab().await, "Lieux");
    });
}

#[test]
#[should_panic(expected = "scrolls sideways")]
fn a_page_that_is_too_wide_is_noticed() {
    browse(async |window| {
        window.resize(360);
        window.visit(&page("<p style='width: 500px'>wide</p>")).await;
        window.assert_fits().await;
    });
}

#[test]
#[should_panic(expected = "another host")]
fn a_picture_from_elsewhere_is_noticed() {
    browse(async |window| {
        window.visit(&page("<img alt='' src='http://elsewhere.example/a.png'>")).await;
        window.assert_no_other_host().await;
    });
}
