//! From a form to a letter and on: what somebody does who signs up and reads their mail.

use super::chromium::{Page, browse};
use super::site::open;

/// A letter leaves by itself within seconds; until then the mailbox does not hold it.
const ARRIVED: &str = "const mailbox = new XMLHttpRequest();
    mailbox.open('GET', '/boite-aux-lettres', false);
    mailbox.send();
    return mailbox.responseText.includes('alix.brevalin@exemple.fr')";

#[test]
fn a_letter_is_read_in_the_mailbox_and_its_button_leads_on() {
    browse(async |page| {
        page.resize(360);
        open(page, "/inscription-compte").await;
        page.fill("#f-name", "Alix Brévalin").await;
        page.fill("#f-email", "alix.brevalin@exemple.fr").await;
        page.go("main form button").await;
        page.wait_until(ARRIVED).await;
        page.follow("Boîte aux lettres").await;
        inspect(page).await;
        page.go(".mail-subject a").await;
        assert!(page.text("main").await.contains("Alix Brévalin <alix.brevalin@exemple.fr>"));
        page.press(".apps summary").await;
        assert!(page.text(".mail-text").await.contains("/inscription-compte/"), "as plain text too");
        inspect(page).await;
        page.go(".mail-sheet .button").await;
        assert!(page.at().await.starts_with("/inscription-compte/"));
        page.go("main form button").await;
        assert_eq!(page.seen(".nav-me").await, 1, "signed in, on {}", page.at().await);
    });
}

async fn inspect(page: &Page) {
    page.assert_fits().await;
    page.assert_accessible().await;
}
