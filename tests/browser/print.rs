//! What people pin on a door.

use super::chromium::{Page, Scheme, browse};
use super::site::open;

const NOT_ON_PAPER: [&str; 11] = [
    ".nav",
    ".skip",
    ".filters",
    ".chip-x",
    ".chip.is-clear",
    ".views",
    ".turn",
    ".subscribe-ways",
    ".apps",
    ".when-save",
    ".footer",
];

#[test]
fn the_printed_agenda_is_its_list_and_nothing_to_click() {
    browse(async |page| {
        page.resize(794); // A4 at 96 px an inch
        for path in ["/agenda?lieu=l-usine-vivante", "/agenda?vue=semaine", "/agenda?vue=mois"] {
            page.print(Scheme::Light);
            open(page, path).await;
            assert_paper(page).await;
            assert!(page.seen("h1").await == 1 && page.seen(".period-name").await == 1, "{path}");
            assert!(page.seen(".event, .slip").await > 5, "{path}");
            let view = path.split('=').nth(1).expect("a view");
            page.picture(&format!("agenda-print-{view}")).await;
        }
    });
}

#[test]
fn the_printed_agenda_says_what_it_was_narrowed_to() {
    browse(async |page| {
        page.print(Scheme::Light);
        open(page, "/agenda?lieu=l-usine-vivante").await;
        assert_eq!(page.seen(".chip").await, 1);
        assert!(page.text(".chip").await.contains("L’Usine Vivante"));
    });
}

#[test]
fn a_dark_screen_prints_black_on_white() {
    browse(async |page| {
        page.print(Scheme::Dark);
        open(page, "/evenements/residence-ouverte").await;
        assert_paper(page).await;
        assert_eq!(page.seen(".when").await, 1);
        page.picture("event-print").await;
    });
}

async fn assert_paper(page: &Page) {
    for hidden in NOT_ON_PAPER {
        assert_eq!(page.seen(hidden).await, 0, "{hidden} on {}", page.at().await);
    }
    let colours = "const style = getComputedStyle(document.body); return [style.color, style.backgroundColor].join(' on ')";
    assert_eq!(page.ask(colours).await, "rgb(0, 0, 0) on rgb(255, 255, 255)");
}
