//! A host announces events on a telephone, with the keyboard, with and without scripts.

use super::chromium::{Page, Scheme, browse};
use super::site::{sign_in_host, written};
use fantoccini::key::Key;
use serde_json::json;

/// A place of the demo.
const PLACE: &str = "8-fablab-drome";
const NEW: &str = "/evenements/nouveau?lieu=8-fablab-drome";

async fn open(page: &Page, path: &str) {
    page.visit(&written(path)).await;
}

/// Types into what has the focus.
async fn keys(page: &Page, text: &str) {
    page.active_element().await.expect("a focus").send_keys(text).await.expect("pressed keys");
}

/// Sets a field of date or time, which browsers split into parts that depend on the system's language.
async fn set(page: &Page, css: &str, value: &str) {
    let script = "const field = document.querySelector(arguments[0]);
         field.value = arguments[1];
         field.dispatchEvent(new Event('input', {bubbles: true}));
         field.dispatchEvent(new Event('change', {bubbles: true}));
         return field.value";
    let set = page.execute(script, vec![json!(css), json!(value)]).await.expect("a value");
    assert_eq!(set, json!(value), "{css}");
}

#[test]
fn an_event_is_announced_with_the_keyboard_on_a_telephone() {
    browse(async |page| {
        sign_in_host(page, PLACE).await;
        page.resize(360);
        open(page, NEW).await;
        page.assert_fits().await;
        page.assert_accessible().await;
        // From the title on, everything is reached with the tab key.
        page.ask("document.getElementById('f-title').focus()").await;
        keys(page, "Couture au clavier").await;
        page.tab().await;
        keys(page, "Ate").await;
        page.tab().await;
        page.tab().await;
        assert_eq!(page.ask("return document.activeElement.id").await, json!("f-date"));
        set(page, "#f-date", "2026-12-10").await;
        set(page, "#f-start", "18:30").await;
        assert_eq!(page.ask("return document.getElementById('f-end').value").await, json!("20:30"));
        page.wait_until("return document.querySelector('#apercu .preview-rule') !== null").await;
        let rule = page.text("#apercu .preview-rule").await;
        assert!(rule.contains("10 décembre 2026, de 18 h 30 à 20 h 30"), "{rule}");
        page.ask("window.left = false; document.getElementById('f-title').focus()").await;
        keys(page, &char::from(Key::Enter).to_string()).await;
        page.wait_until("return window.left === undefined && document.readyState === 'complete'").await;
        assert_eq!(page.at().await, "/evenements/couture-au-clavier");
        assert!(page.text(".done").await.contains("C’est publié"));
        page.assert_fits().await;
        page.assert_accessible().await;
        page.picture("publishing-done-360").await;
        let kept = page.ask("return Object.keys(localStorage).filter(key => key.startsWith('kept:')).length");
        assert_eq!(kept.await, json!(0), "nothing is left to restore");
    });
}

#[test]
fn a_series_shows_its_dates_while_one_types_and_one_is_left_out() {
    browse(async |page| {
        sign_in_host(page, PLACE).await;
        for width in [360, 1280] {
            page.resize(width);
            open(page, NEW).await;
            assert_eq!(page.seen("#f-weekday").await, 0, "only what matters is shown");
            set(page, "#f-date", "2027-04-29").await;
            set(page, "#f-start", "12:00").await;
            page.press(".form-fold summary").await;
            page.choose("#f-repeats", "week").await;
            page.ask("document.querySelector('[name=holidays]').click()").await;
            page.wait_until("return document.querySelectorAll('.preview-dates li').length > 10").await;
            page.wait_until("return document.querySelector('.preview-dates .is-off') !== null").await;
            let off = page.text(".preview-dates .is-off").await;
            assert_eq!(off, "jeudi 6 mai 2027 : sauté, Ascension");
            page.press(".preview-dates li:nth-child(1) input").await;
            page.wait_until(
                "return document.querySelector('.preview-dates li').innerText.includes('demande')",
            )
            .await;
            assert_eq!(page.seen("#f-weekday").await, 1);
            page.assert_fits().await;
            page.assert_accessible().await;
            page.picture(&format!("publishing-series-{width}")).await;
        }
    });
}

#[test]
fn what_was_typed_survives_a_closed_tab() {
    browse(async |page| {
        sign_in_host(page, PLACE).await;
        open(page, NEW).await;
        page.fill("#f-title", "Atelier perdu").await;
        page.wait_until("return Object.keys(localStorage).some(key => key.startsWith('kept:'))").await;
        open(page, "/agenda").await;
        open(page, NEW).await;
        assert!(page.text(".kept").await.contains("Vous aviez commencé"));
        page.assert_accessible().await;
        page.press(".kept button").await;
        assert_eq!(page.ask("return document.getElementById('f-title').value").await, json!("Atelier perdu"));
        assert_eq!(page.seen(".kept").await, 0);
        page.ask("localStorage.clear()").await;
    });
}

#[test]
fn without_scripts_the_dates_are_seen_by_a_button() {
    browse(async |page| {
        sign_in_host(page, PLACE).await;
        page.resize(360);
        page.allow_scripts(false);
        open(page, NEW).await;
        page.fill("#f-title", "Déjeuner du mercredi").await;
        page.choose("#f-kind", "dejeuner").await;
        set(page, "#f-date", "2026-12-16").await;
        set(page, "#f-start", "12:00").await;
        set(page, "#f-end", "14:00").await;
        page.press(".form-fold summary").await;
        page.choose("#f-repeats", "week").await;
        set(page, "#f-until", "2027-01-06").await;
        page.choose("#f-school", "skip").await;
        page.go("[value=preview]").await;
        let dates = page.texts(".preview-dates li").await;
        assert_eq!(dates.len(), 4, "{dates:?}");
        assert!(dates[1].contains("sauté, Vacances de Noël"), "{dates:?}");
        page.assert_fits().await;
        page.assert_accessible().await;
        page.picture("publishing-preview-plain-360").await;
        page.go(".form-actions [value=save]").await;
        if page.seen(".tone-warn[role=alert]").await > 0 {
            page.go(".form-actions [value=save]").await;
        }
        assert_eq!(page.at().await, "/evenements/dejeuner-du-mercredi");
    });
}

#[test]
fn faults_are_beside_their_fields_and_every_page_of_hosts_is_accessible() {
    browse(async |page| {
        sign_in_host(page, "l-usine-vivante").await;
        for (width, scheme) in [(360, Scheme::Light), (1280, Scheme::Dark)] {
            page.resize(width);
            page.prefer(scheme);
            open(page, "/evenements/nouveau").await;
            page.go(".form-actions [value=save]").await;
            assert_eq!(page.seen(".form-errors li").await, 5);
            page.assert_fits().await;
            page.assert_accessible().await;
            page.picture(&format!("publishing-faults-{width}")).await;
            for (name, path) in [
                ("list", "/lieux/l-usine-vivante/evenements"),
                ("event", "/evenements/residence-ouverte"),
                ("reach", "/evenements/residence-ouverte/modifier?date=20270303T180000"),
                ("edit", "/evenements/residence-ouverte/modifier?portee=toutes"),
                ("date", "/evenements/residence-ouverte/modifier?date=20270303T180000&portee=date"),
                ("cancel", "/evenements/residence-ouverte/annuler?date=20270303T180000"),
                ("postpone", "/evenements/residence-ouverte/reporter?date=20270303T180000"),
                ("remove", "/evenements/residence-ouverte/supprimer"),
            ] {
                open(page, path).await;
                assert!(
                    page.seen("main .form, main .reaches, main .hosted, main .event-tools").await > 0,
                    "{path}"
                );
                page.assert_fits().await;
                page.assert_accessible().await;
                page.picture(&format!("publishing-{name}-{width}")).await;
            }
        }
    });
}

#[test]
fn two_who_change_one_event_see_both_versions() {
    browse(async |page| {
        sign_in_host(page, PLACE).await;
        open(page, NEW).await;
        page.fill("#f-title", "Deux mains").await;
        page.choose("#f-kind", "atelier").await;
        set(page, "#f-date", "2026-12-17").await;
        set(page, "#f-start", "09:00").await;
        page.go(".form-actions [value=save]").await;
        if page.seen(".tone-warn[role=alert]").await > 0 {
            page.go(".form-actions [value=save]").await;
        }
        let change = "/evenements/deux-mains/modifier";
        open(page, change).await;
        // Meanwhile, elsewhere:
        page.ask(
            "return (async () => {
                 const answer = await fetch(location.href);
                 const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                 const fields = new FormData(page.querySelector('form.form'));
                 fields.set('title', 'Quatre mains');
                 await fetch(location.href, {method: 'POST', body: new URLSearchParams(fields)});
             })()",
        )
        .await;
        page.fill("#f-title", "À deux mains").await;
        page.go(".form-actions [value=save]").await;
        assert_eq!(page.text("h1").await, "Deux versions de cet évènement");
        let versions = page.texts(".version").await;
        assert_eq!(versions, ["Quatre mains", "À deux mains"]);
        page.resize(360);
        page.assert_fits().await;
        page.assert_accessible().await;
        page.picture("publishing-conflict-360").await;
        page.press("[name=keep-title][value=theirs]").await;
        page.go(".form-actions button").await;
        assert_eq!(page.text("h1").await, "Quatre mains");
    });
}
