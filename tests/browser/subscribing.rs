//! Being told by mail without an account: asked for on a telephone, confirmed from the mailbox,
//! changed, left, and taken up again.

use super::chromium::{Page, browse};
use super::site::open;

const ARRIVED: &str = "const mailbox = new XMLHttpRequest();
    mailbox.open('GET', '/boite-aux-lettres', false);
    mailbox.send();
    return mailbox.responseText.includes('lison.brevalin@exemple.fr')";

async fn inspect(page: &Page) {
    page.assert_fits().await;
    page.assert_accessible().await;
    page.assert_no_other_host().await;
}

#[test]
fn a_digest_is_asked_for_confirmed_changed_and_left() {
    browse(async |page| {
        page.resize(360);
        open(page, "/lieux/8-fablab-drome").await;
        page.go(".subscribe-mail a").await;
        assert_eq!(page.seen("input[name=lieu]:checked").await, 1);
        inspect(page).await;
        page.picture("letter-ask").await;
        page.fill("#f-email", "lison.brevalin@exemple.fr").await;
        // A place more, by a word of its name.
        page.fill("#f-cherche", "usine vivante").await;
        page.go(".choices-search button").await;
        assert_eq!(page.seen("input[name=lieu]:checked").await, 2, "{}", page.text("main").await);
        inspect(page).await;
        page.go("main form .form-actions button").await;
        assert_eq!(page.at().await, "/lettre/envoyee");
        inspect(page).await;

        page.wait_until(ARRIVED).await;
        page.follow("Boîte aux lettres").await;
        page.follow("Confirmez : recevoir l’agenda par e-mail").await;
        page.go(".mail-sheet .button").await;
        inspect(page).await;
        page.go("main form button").await;
        assert!(page.text(".done").await.contains("C’est confirmé"));
        inspect(page).await;
        page.picture("preferences").await;

        page.press("input[value=mensuel]").await;
        page.press("section.choices summary").await;
        page.go("main form .form-actions button.is-main").await;
        assert!(page.text(".facts").await.contains("Le premier dimanche du mois"));

        page.go("#quitter form button").await;
        assert!(page.text(".notice.tone-warn").await.contains("Vous ne recevez plus"));
        inspect(page).await;
        page.go(".notice.tone-warn button").await;
        assert!(page.text(".done").await.contains("à nouveau"));
        assert_eq!(page.seen(".notice.tone-warn").await, 0);
    });
}
