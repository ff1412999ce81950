//! A host says on a telephone what becomes of the dates of the week: by touch, by keyboard, without
//! scripts.

use super::chromium::{Page, browse};
use super::site::{sign_in_host, written};
use fantoccini::key::Key;
use serde_json::json;

/// A place of the demo.
const PLACE: &str = "8-fablab-drome";
const WEEK: &str = "/lieux/8-fablab-drome/semaine";

async fn open(page: &Page) {
    page.visit(&written(WEEK)).await;
}

#[test]
fn a_date_is_confirmed_by_a_touch_and_another_asked_about_by_keyboard() {
    browse(async |page| {
        sign_in_host(page, PLACE).await;
        page.resize(360);
        open(page).await;
        page.assert_accessible().await;
        page.allow_scripts(false);
        open(page).await;
        page.assert_fits().await;
        page.picture("host-week-360").await;
        let unsaid = page.seen(".week-dates button[value=confirm]").await;
        assert!(unsaid > 0, "the demo has dates in these two weeks");
        let target =
            "return document.querySelector('.week-dates button').getBoundingClientRect().height >= 44";
        assert_eq!(page.ask(target).await, json!(true));
        page.go(".week-dates button[value=confirm]").await;
        assert!(page.text(".done").await.contains("C’est confirmé"));
        assert_eq!(page.seen(".week-dates button[value=confirm]").await, unsaid - 1);
        assert_eq!(page.seen(".week-said").await, 1);
        page.assert_fits().await;

        // With the keyboard alone: the link opens the question, which is sent or closed.
        page.ask("window.left = false; document.querySelector('a[href*=\"deplacer=\"]').focus()").await;
        let enter = char::from(Key::Enter).to_string();
        page.active_element().await.expect("a focus").send_keys(&enter).await.expect("a pressed key");
        page.wait_until("return window.left === undefined && document.readyState === 'complete'").await;
        assert_eq!(page.text("#question").await, "Déplacer à quel moment ?");
        page.assert_fits().await;
        page.assert_accessible().await;
        page.picture("host-week-move-360").await;
        page.resize(1280);
        page.assert_fits().await;
        page.picture("host-week-move-1280").await;
        page.go(".week-form .form-actions a").await;
        assert_eq!(page.seen("#question").await, 0);
    });
}
