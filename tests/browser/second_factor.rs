//! Two-step verification in a real browser: set up on a telephone, without scripts, and used.

use chrono::{DateTime, Utc};
use vigie::totp::{TotpSecret, step_at};

use super::chromium::{Page, browse};
use super::site::{sign_in_host, written};

const PLACE: &str = "8-fablab-drome";
const PASSWORD: &str = "une girafe mange du plâtre";
const PATH: &str = "/compte/double-verification";

async fn inspect(page: &Page, name: &str) {
    for width in [1280, 360] {
        page.resize(width);
        page.assert_fits().await;
        page.assert_accessible().await;
        page.picture(&format!("second-factor-{name}-{width}")).await;
    }
}

#[test]
fn a_telephone_is_taken_as_a_second_factor_and_paper_stands_in_for_it() {
    browse(async |page| {
        sign_in_host(page, PLACE).await;
        page.allow_scripts(false);
        page.visit(&written("/compte")).await;
        let email = page.ask("return document.querySelector('[autocomplete=username]').value").await;
        let email = email.as_str().expect("an address").to_owned();
        page.fill("#f-password", PASSWORD).await;
        page.go("[action$=mot-de-passe] button").await;
        page.follow("Mettre en place la double vérification").await;
        assert_eq!(page.at().await, PATH);
        inspect(page, "off").await;
        page.go("main form .is-main").await;
        inspect(page, "proposed").await;
        assert_eq!(page.seen(".factor-qr").await, 1);
        let typed = page.text(".factor-secret").await.replace(' ', "");
        let secret = TotpSecret::parse(&typed).expect("a secret");
        // The clock of the demo stands still.
        let now: DateTime<Utc> = "2026-12-01T09:00:00Z".parse().expect("an instant");
        page.fill("#f-code", &secret.code(step_at(now))).await;
        page.go("main form .is-main").await;
        let codes = page.texts(".recovery-codes code").await;
        assert_eq!(codes.len(), 10);
        inspect(page, "codes").await;
        page.go("main .button").await;
        page.visit(&written(PATH)).await;
        inspect(page, "on").await;
        page.go(".nav-out button").await;

        for code in [&secret.code(step_at(now) + 1), &codes[0]] {
            page.visit(&written("/connexion")).await;
            page.fill("#f-email", &email).await;
            page.fill("#f-password", PASSWORD).await;
            page.go("main form .is-main").await;
            assert!(page.at().await.starts_with("/connexion/code/"), "{}", page.at().await);
            inspect(page, "step").await;
            page.fill("#f-code", code).await;
            page.go("main form .is-main").await;
            assert_eq!(page.seen(".nav-me").await, 1, "signed in, on {}", page.at().await);
            page.go(".nav-out button").await;
        }
    });
}
