//! Looking for what is on: views, periods, filters, paging, and an empty answer that leads on.

use super::chromium::{Page, browse};
use super::site::open;

#[test]
fn the_three_views_show_the_same_period_and_filters() {
    browse(async |page| {
        for scripts in [true, false] {
            page.allow_scripts(scripts);
            open(page, "/agenda?date=2026-12-14&genre=atelier").await;
            assert_eq!(page.text(".views [aria-current]").await, "Liste");
            page.follow("Semaine").await;
            assert_eq!(page.at().await, "/agenda?vue=semaine&date=2026-12-14&genre=atelier");
            assert_eq!(page.texts(".cell").await.len(), 7);
            assert!(page.text(".period-name").await.contains("14"));
            page.follow("Mois").await;
            assert_eq!(page.text(".views [aria-current]").await, "Mois");
            assert!(page.text(".period-name").await.to_lowercase().contains("décembre 2026"));
            assert_eq!(page.texts(".cell:not(.is-outside)").await.len(), 31);
            assert_eq!(page.texts(".cell.is-today").await.len(), 1);
            assert!(!page.texts(".slip").await.is_empty());
            page.follow("Liste").await;
            assert!(page.texts(".event-kind").await.iter().all(|kind| kind == "Atelier"));
        }
    });
}

#[test]
fn one_turns_to_the_period_before_and_after_and_back_to_today() {
    browse(async |page| {
        for (view, after, before) in [
            ("vue=semaine", "2026-12-07", "2026-11-23"),
            ("vue=mois", "2027-01-01", "2026-11-01"),
            ("vue=jour", "2026-12-31", "2026-11-01"),
        ] {
            open(page, &format!("/agenda?{view}")).await;
            assert_eq!(page.seen(".turn a:not([rel])").await, 0, "today needs no way back to today");
            let here = page.text(".period-name strong").await;
            page.go(".turn [rel=next]").await;
            assert!(page.at().await.contains(after), "{}", page.at().await);
            assert_ne!(page.text(".period-name strong").await, here);
            page.follow("Aujourd’hui").await;
            assert_eq!(page.text(".period-name strong").await, here);
            page.go(".turn [rel=prev]").await;
            assert!(page.at().await.contains(before), "{}", page.at().await);
            page.follow("Aujourd’hui").await;
            assert_eq!(page.text(".period-name strong").await, here);
        }
    });
}

#[test]
fn the_form_filters_and_keeps_the_address_short() {
    browse(async |page| {
        open(page, "/agenda").await;
        choose(page).await;
        assert_eq!(page.at().await, "/agenda?date=2026-12-01&genre=atelier&gratuit=1");
        assert_free_workshops(page).await;
    });
}

#[test]
fn the_form_filters_without_scripts() {
    browse(async |page| {
        page.allow_scripts(false);
        open(page, "/agenda").await;
        choose(page).await;
        let address = page.at().await;
        for part in ["genre=atelier", "gratuit=1", "date=2026-12-01", "theme="] {
            assert!(address.contains(part), "{part} in {address}");
        }
        assert_free_workshops(page).await;
    });
}

/// Free workshops, through the form.
async fn choose(page: &Page) {
    page.choose("#f-genre", "atelier").await;
    page.press("input[name='gratuit']").await;
    page.go(".filters button").await;
}

async fn assert_free_workshops(page: &Page) {
    let found = page.texts(".event-meta").await;
    assert!(!found.is_empty());
    assert!(found.iter().all(|meta| meta.starts_with("Atelier") && meta.contains("gratuit")), "{found:?}");
    assert_eq!(page.ask("return document.getElementById('f-genre').value").await, "atelier");
    assert_eq!(page.texts(".chip").await.len(), 3);
}

#[test]
fn filters_are_folded_on_a_telephone_and_open_on_a_wide_screen() {
    browse(async |page| {
        for scripts in [true, false] {
            page.allow_scripts(scripts);
            page.resize(1280);
            open(page, "/agenda").await;
            assert_eq!(page.seen("#f-genre").await, 1);
            page.resize(360);
            open(page, "/agenda").await;
            assert_eq!(page.seen("#f-genre").await, 0);
            page.press(".filters summary").await;
            choose(page).await;
            assert_free_workshops(page).await;
        }
    });
}

#[test]
fn a_chip_takes_its_filter_away() {
    browse(async |page| {
        open(page, "/agenda?genre=atelier&gratuit=1&q=couture").await;
        assert_eq!(page.texts(".chip").await.len(), 4);
        page.go(".chips li:nth-child(1) a").await;
        let address = page.at().await;
        assert_eq!(page.texts(".chip").await.len(), 3, "{address}");
        page.follow("Tout effacer").await;
        assert_eq!(page.at().await, "/agenda");
        assert_eq!(page.seen(".chip").await, 0);
    });
}

#[test]
fn each_filter_finds_something_and_only_less() {
    browse(async |page| {
        open(page, "/agenda").await;
        let all = count(page).await;
        for filter in [
            "lieu=8-fablab-drome",
            "brique=fablab",
            "genre=atelier",
            "theme=mediation",
            "accessible=moteur",
            "gratuit=1",
            "inscription=ouverte",
            "q=couture",
            "q=COUTURE",
        ] {
            open(page, &format!("/agenda?{filter}")).await;
            let found = count(page).await;
            assert!((1..all).contains(&found), "{filter}: {found} of {all}");
        }
    });
}

/// The number of events that the page announces.
async fn count(page: &Page) -> u32 {
    let said = page.text(".period-name .soft").await;
    said.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or_default()
}

#[test]
fn an_empty_agenda_leads_to_events() {
    browse(async |page| {
        for scripts in [true, false] {
            page.allow_scripts(scripts);
            open(page, "/agenda?q=zzzz&genre=atelier").await;
            assert_eq!(page.text(".empty h2").await, "Rien à cette période");
            page.go(".empty .ways a").await;
            assert!(!page.texts(".event").await.is_empty(), "{}", page.at().await);
        }
    });
}

#[test]
fn pages_follow_one_another() {
    browse(async |page| {
        open(page, "/agenda").await;
        let first = page.texts(".event-title a").await;
        page.go(".paging [rel=next]").await;
        assert!(page.at().await.contains("page=2"));
        let second = page.texts(".event-title a").await;
        assert!(!second.is_empty() && second.iter().all(|title| !first.contains(title)), "nothing twice");
        page.go(".paging [rel=prev]").await;
        assert_eq!(page.texts(".event-title a").await, first);
    });
}

#[test]
fn what_is_not_understood_is_said_and_left_aside() {
    browse(async |page| {
        open(page, "/agenda?date=2026-02-30&genre=fete").await;
        let notice = page.text(".notice").await;
        assert!(notice.contains("date") && notice.contains("genre"), "{notice}");
        assert!(!page.texts(".event").await.is_empty());
    });
}
