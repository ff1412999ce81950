//! Signing in otherwise than by password, in a real browser: with an account elsewhere, by way of
//! its provider, and by a passkey that the browser keeps.

use chrono::{DateTime, Utc};
use vigie::demo::{DemoRole, PASSWORD};

use super::chromium::{Page, browse};
use super::oidc_provider::{CLIENT_ID, CLIENT_SECRET, OidcProvider};
use super::site::Demo;

async fn inspect(page: &Page, name: &str) {
    for width in [1280, 360] {
        page.resize(width);
        page.assert_fits().await;
        page.assert_accessible().await;
        page.picture(&format!("signing-in-{name}-{width}")).await;
    }
}

#[test]
fn an_account_elsewhere_opens_one_here() {
    // The clock of the demo stands still.
    let now: DateTime<Utc> = "2026-12-01T09:00:00Z".parse().expect("an instant");
    let provider = OidcProvider::start(now.timestamp());
    let demo = Demo::named(&[
        ("VIGIE_OIDC_ISSUER", &provider.issuer),
        ("VIGIE_OIDC_CLIENT_ID", CLIENT_ID),
        ("VIGIE_OIDC_CLIENT_SECRET", CLIENT_SECRET),
        ("VIGIE_OIDC_NAME", "le Nuage de la Drôme"),
    ]);
    browse(async |page| {
        page.allow_scripts(false);
        page.visit(&format!("{}/connexion?vers=/compte", demo.origin)).await;
        inspect(page, "provider").await;
        page.follow("Se connecter avec le Nuage de la Drôme").await;
        assert_eq!(page.at().await, "/compte");
        assert_eq!(page.seen(".nav-me").await, 1);
        inspect(page, "linked").await;
        provider.lie(super::oidc_provider::Lie::Denial);
        page.go(".nav-out button").await;
        page.visit(&format!("{}/connexion", demo.origin)).await;
        page.follow("Se connecter avec le Nuage de la Drôme").await;
        assert_eq!(page.at().await, "/connexion/fournisseur/echec?raison=refus");
        inspect(page, "denied").await;
    });
}

#[test]
fn a_passkey_is_made_and_signs_in() {
    let demo = Demo::named(&[]);
    let at = |path: &str| format!("{}{path}", demo.origin);
    browse(async |page| {
        page.allow_scripts(false);
        page.visit(&at("/connexion")).await;
        assert_eq!(page.seen("[action$='/connexion/cle']").await, 0, "it needs scripts");
        page.allow_scripts(true);
        page.keep_passkeys(true);
        page.visit(&at("/connexion")).await;
        assert_eq!(page.seen("[action$='/connexion/cle']").await, 1);
        page.fill("#f-email", DemoRole::ALL[0].email()).await;
        page.fill("#f-password", PASSWORD).await;
        page.go("main form .is-main").await;
        page.visit(&at("/compte")).await;
        page.follow("Voir mes clés d’accès").await;
        inspect(page, "passkeys-none").await;
        page.fill("#f-name", "Mon téléphone").await;
        page.go("main form .is-main").await;
        inspect(page, "passkey-make").await;
        page.go("main form .is-main").await;
        assert_eq!(page.at().await, "/compte/cles");
        inspect(page, "passkeys").await;
        page.go(".nav-out button").await;

        page.visit(&at("/connexion?vers=/membres")).await;
        page.go("[action$='/connexion/cle'] button").await;
        inspect(page, "passkey-use").await;
        page.go("main form .is-main").await;
        assert_eq!(page.at().await, "/membres");
        assert_eq!(page.seen(".nav-me").await, 1);

        // The device has lost it: one is told, and may go another way.
        page.go(".nav-out button").await;
        page.keep_passkeys(false);
        page.keep_passkeys(true);
        page.visit(&at("/connexion")).await;
        page.go("[action$='/connexion/cle'] button").await;
        page.press("main form .is-main").await;
        page.wait_until("return !document.querySelector('[data-passkey-failed]').hidden").await;
        inspect(page, "passkey-failed").await;
        page.follow("Se connecter autrement").await;
        assert_eq!(page.at().await, "/connexion");
        page.keep_passkeys(false);
    });
}
