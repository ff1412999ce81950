//! The panel that hands out the address of a feed.

use super::chromium::{Page, browse};
use super::site::{self, open};

#[test]
fn the_panel_names_the_feed_of_these_very_filters() {
    browse(async |page| {
        for scripts in [true, false] {
            page.allow_scripts(scripts);
            for (at, feed) in [
                ("/agenda", "/agenda.ics"),
                (
                    "/agenda?vue=mois&date=2027-02-01&genre=atelier&gratuit=1",
                    "/agenda.ics?genre=atelier&gratuit=1",
                ),
                ("/en/agenda?theme=mediation", "/en/agenda.ics?theme=mediation"),
                ("/lieux/8-fablab-drome", "/lieux/8-fablab-drome/agenda.ics"),
                ("/territoires/26", "/territoires/26/agenda.ics"),
            ] {
                open(page, at).await;
                assert_eq!(offered(page).await, site::address(feed), "{at}");
                let webcal = page.ask("return document.querySelector('.subscribe-ways a').href").await;
                let expected = site::address(feed).replace("http://", "webcal://");
                assert_eq!(webcal, expected, "{at}");
            }
        }
    });
}

#[test]
fn the_feed_holds_what_the_filters_show() {
    browse(async |page| {
        open(page, "/agenda?q=couture").await;
        let shown = page.text(".event-title a").await;
        let title = shown.split(',').next().expect("a title").trim();
        let answer = site::fetch(&offered(page).await, "identity");
        assert_eq!((answer.status, answer.media_type.as_str()), (200, "text/calendar; charset=utf-8"));
        let feed = String::from_utf8(answer.body).expect("UTF-8");
        assert!(feed.contains(&format!("SUMMARY:{title}")), "{title} in {feed}");
        let summaries = feed.lines().filter(|line| line.starts_with("SUMMARY:"));
        assert!(summaries.count() < 10);
    });
}

#[test]
fn a_button_copies_the_address() {
    browse(async |page| {
        page.allow_copying();
        open(page, "/agenda?genre=atelier").await;
        assert_eq!(page.text("[data-copy]").await, "Copier");
        page.press("[data-copy]").await;
        page.wait_until("return document.querySelector('[data-copy]').textContent === 'Adresse copiée'")
            .await;
        page.paste("#q").await;
        let pasted = page.ask("return document.getElementById('q').value").await;
        assert_eq!(pasted, offered(page).await);
    });
}

#[test]
fn without_scripts_the_address_is_there_to_be_selected() {
    browse(async |page| {
        page.allow_scripts(false);
        open(page, "/agenda").await;
        assert_eq!(page.seen("[data-copy]").await, 0, "no button that would do nothing");
        assert_eq!(page.seen("#feed-url").await, 1);
    });
}

#[test]
fn six_apps_are_explained() {
    browse(async |page| {
        for scripts in [true, false] {
            page.allow_scripts(scripts);
            open(page, "/agenda").await;
            assert_eq!(page.seen(".apps dd").await, 0);
            page.press(".apps summary").await;
            assert_eq!(page.seen(".apps dd").await, 6);
            let apps = page.texts(".apps dt").await;
            for app in ["Google", "Apple", "Outlook", "Thunderbird", "Android", "Nextcloud"] {
                assert!(apps.iter().any(|name| name.contains(app)), "{app} in {apps:?}");
            }
        }
    });
}

/// The address in the field.
async fn offered(page: &Page) -> String {
    page.ask("return document.getElementById('feed-url').value").await.as_str().unwrap_or_default().to_owned()
}
