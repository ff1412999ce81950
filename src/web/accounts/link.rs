//! Links that were sent by mail: what they show before their button is pressed, and when they are
//! worth nothing any more.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::HERE;
use super::page::{DeadLinkPage, FollowPage};
use super::second_step::{Onward, enter};
use super::stash::Stash;
use crate::actions::{self, Browser};
use crate::domain::link::LinkPurpose;
use crate::i18n;
use crate::secret::Secret;
use crate::store::tokens::{self, TokenRow};
use crate::web::act::{Act, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::kept::Made;
use crate::web::parts::Link;

/// `GET /connexion/lien/{token}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = secret_of(&request);
    private(&request, move |desk| {
        if found(desk, secret, LinkPurpose::SignIn)?.is_none() {
            return dead(desk, LinkPurpose::SignIn);
        }
        let locale = desk.locale();
        let page = FollowPage {
            form: desk.form(),
            heading: i18n::text(locale, "sign-in-link-title"),
            text: i18n::text(locale, "sign-in-link-text"),
            button: i18n::text(locale, "sign-in-link-submit"),
            danger: false,
        };
        super::show(desk, &page, HERE, "sign-in-link-title")
    })
    .await
}

/// `POST /connexion/lien/{token}`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let secret = secret_of(&request);
    act(request, body, move |act, _| {
        let secret = secret.ok_or(Error::NotFound)?;
        let browser = Browser { had: super::had(act), device: &act.device, towards: "" };
        let followed = actions::follow_sign_in_link(act.tx, &secret, browser, act.now);
        let (entrance, errand) = alive(act, followed, LinkPurpose::SignIn)?;
        let stash = Stash::read(&errand);
        enter(act, entrance, Onward { towards: &errand, stash, saying: "done-signed-in" })
    })
    .await
}

/// The secret at the end of an address; `None` for what never was one.
pub fn secret_of(request: &HttpRequest) -> Option<Secret> {
    Secret::parse(request.match_info().query("token"))
}

/// The link as it stands, if it is good.
pub fn found(desk: &mut Desk<'_>, secret: Option<Secret>, purpose: LinkPurpose) -> Result<Option<TokenRow>> {
    let Some(secret) = secret else { return Ok(None) };
    Ok(tokens::find(desk.conn, &secret, purpose.code(), desk.now)?)
}

/// What an action made of a link; the page of a dead link when it was one.
pub fn alive<T>(act: &mut Act<'_, '_>, outcome: actions::Result<T>, purpose: LinkPurpose) -> Result<T> {
    match outcome {
        Err(actions::Error::DeadLink | actions::Error::Suspended) => {
            let desk = act.desk();
            let page = dead_page(&desk, purpose);
            let frame = super::frame(&desk, HERE, "dead-link-title");
            Err(act.again(&page, &frame))
        }
        outcome => Ok(outcome?),
    }
}

/// The page of a dead link.
pub fn dead(desk: &Desk<'_>, purpose: LinkPurpose) -> Result<Made> {
    super::show(desk, &dead_page(desk, purpose), HERE, "dead-link-title")
}

fn dead_page(desk: &Desk<'_>, purpose: LinkPurpose) -> DeadLinkPage {
    let locale = desk.locale();
    let way = |key: &str, path: &str| Link::new(i18n::text(locale, key), desk.asked.local(path));
    let sign_in = way("dead-link-sign-in", "/connexion");
    let ways = match purpose {
        LinkPurpose::SignIn
        | LinkPurpose::SecondStep
        | LinkPurpose::SetUp
        | LinkPurpose::Provider
        | LinkPurpose::LinkIdentity
        | LinkPurpose::Passkey => vec![sign_in],
        LinkPurpose::NewPasskey => vec![way("passkeys-title", "/compte/cles")],
        LinkPurpose::SignUp => vec![sign_in, way("dead-link-sign-up", "/inscription-compte")],
        LinkPurpose::ResetPassword => vec![way("dead-link-reset", "/mot-de-passe"), sign_in],
        LinkPurpose::ChangeAddress | LinkPurpose::DeleteAccount => {
            vec![way("dead-link-account", "/compte")]
        }
        LinkPurpose::Invitation => vec![sign_in],
    };
    let advice = match purpose {
        LinkPurpose::Invitation => i18n::text(locale, "dead-link-invitation"),
        _ => String::new(),
    };
    DeadLinkPage { advice, ways }
}
