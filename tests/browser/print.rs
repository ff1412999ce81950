//! What people pin on a door.

use super::chromium::browse;
use super::site::open;

#[test]
fn the_printed_agenda_is_its_list_and_nothing_to_click() {
    browse(async |page| {
        page.resize(794); // A4 at 96 px an inch
        for path in ["/agenda?lieu=l-usine-vivante", "/agenda?vue=semaine", "/agenda?vue=mois"] {
            page.print();
            open(page, path).await;
            for hidden in [
                ".nav",
                ".skip",
                ".filters",
                ".chips",
                ".views",
                ".turn",
                ".subscribe-ways",
                ".apps",
                ".footer",
            ] {
                assert_eq!(page.seen(hidden).await, 0, "{hidden} on {path}");
            }
            assert!(page.seen("h1").await == 1 && page.seen(".period-name").await == 1);
            assert!(page.seen(".event, .slip").await > 5, "{path}");
            let colours = page
                .ask("const style = getComputedStyle(document.body); return style.color + ' on ' + style.backgroundColor")
                .await;
            assert_eq!(colours, "rgb(0, 0, 0) on rgb(255, 255, 255)");
            let view = path.split('=').nth(1).expect("a view");
            page.picture(&format!("agenda-print-{view}")).await;
        }
    });
}

#[test]
fn a_dark_screen_prints_black_on_white() {
    browse(async |page| {
        page.prefer(super::chromium::Scheme::Dark);
        open(page, "/evenements/residence-ouverte").await;
        page.print();
        assert!(page.seen(".when").await == 1 && page.seen(".when-save").await == 0);
        page.picture("event-print").await;
    });
}
