//! Signing in goes on: the session, or first a code from who set up a second factor.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use chrono::TimeDelta;

use super::errors::{Errors, too_often};
use super::factor_page::{SecondStepPage, code_field};
use super::link::{alive, dead, found, secret_of};
use super::passkey_sign_in;
use super::stash::Stash;
use super::towards::local_address;
use super::{HERE, OWN_PAGE, expired, had};
use crate::actions::{self, Browser, Entrance, SecondProof};
use crate::domain::link::LinkPurpose;
use crate::secret::Secret;
use crate::store::passkeys;
use crate::web::act::{Act, Before, Done, act_prepared};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::pages::render;
use crate::web::visit::Visit;

/// Where somebody goes who gave the first factor.
pub struct Onward<'a> {
    /// Local; empty: to one's own page.
    pub towards: &'a str,
    /// A form that waited for its person to sign in.
    pub stash: Option<Stash>,
    /// What the next page says, once the session is open.
    pub saying: &'static str,
}

impl Onward<'_> {
    /// To one's own page.
    pub fn own(saying: &'static str) -> Self {
        Self { towards: "", stash: None, saying }
    }
}

/// Lets in, or asks for the code, where no form waits.
pub fn go_in(visit: &Visit, entrance: &Entrance, towards: &str, saying: &'static str) -> Done {
    match (entrance, local_address(towards)) {
        (Entrance::SecondStep(secret), _) => Done::see(path(secret)),
        (Entrance::Open(session), towards) => {
            let done = Done::see(if towards.is_empty() { OWN_PAGE } else { towards });
            done.saying(saying).with_cookie(visit.session_cookie(session))
        }
    }
}

/// Lets in, or asks for the code.
pub fn enter(act: &mut Act<'_, '_>, entrance: Entrance, onward: Onward<'_>) -> Result<Done> {
    match (entrance, onward.stash) {
        (entrance, None) => Ok(go_in(&act.visit, &entrance, onward.towards, onward.saying)),
        (Entrance::Open(session), stash) => open(act, &session, Onward { stash, ..onward }),
        // What was typed waits in the page, not in the database.
        (Entrance::SecondStep(secret), Some(stash)) => {
            let page = page(&mut act.desk(), &secret, stash.write(), Errors::default())?;
            let frame = super::frame(&act.desk(), &path(&secret), "second-step-title");
            Ok(Done::page(render(&page, &frame)?))
        }
    }
}

/// Back to where the person was going, or to the form that waited.
fn open(act: &mut Act<'_, '_>, session: &Secret, onward: Onward<'_>) -> Result<Done> {
    let Some(stash) = onward.stash else {
        let entrance = Entrance::Open(session.clone());
        return Ok(go_in(&act.visit, &entrance, onward.towards, onward.saying));
    };
    let cookie = act.visit.session_cookie(session);
    Ok(Done::page(expired::resume(act, session, stash)?).with_cookie(cookie))
}

/// `GET /connexion/code/{token}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = secret_of(&request);
    private(&request, move |desk| {
        if found(desk, secret.clone(), LinkPurpose::SecondStep)?.is_none() {
            return dead(desk, LinkPurpose::SecondStep);
        }
        let page = page(desk, &secret.ok_or(Error::NotFound)?, String::new(), Errors::default())?;
        super::show(desk, &page, HERE, "second-step-title")
    })
    .await
}

/// `POST /connexion/code/{token}`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let secret = secret_of(&request);
    let tried = secret.clone();
    let prepare = move |before: &Before<'_>, form: &Form| {
        let secret = tried.ok_or(Error::NotFound)?;
        let (typed, now) = (form.text("code"), before.now);
        let proved = before.site.app.db.write_now(|tx| actions::prove_second_step(tx, &secret, &typed, now));
        Tried::of(proved)
    };
    act_prepared(request, body, prepare, move |act, form, tried| {
        let secret = secret.ok_or(Error::NotFound)?;
        match tried {
            Tried::Right(proof) => finish(act, form, &secret, &proof),
            Tried::Dead => alive(act, Err(actions::Error::DeadLink), LinkPurpose::SecondStep),
            wrong => {
                let errors = wrong.errors(act, "code");
                let mut desk = act.desk();
                let page = page(&mut desk, &secret, form.raw("stash").to_owned(), errors)?;
                let frame = super::frame(&desk, HERE, "second-step-title");
                Err(act.again(&page, &frame))
            }
        }
    })
    .await
}

fn finish(act: &mut Act<'_, '_>, form: &Form, secret: &Secret, proof: &SecondProof) -> Result<Done> {
    let browser = Browser { had: had(act), device: &act.device, towards: "" };
    let finished = actions::finish_sign_in(act.tx, secret, proof, browser, act.now);
    let (session, towards) = alive(act, finished, LinkPurpose::SecondStep)?;
    let stash = Stash::read(form.raw("stash")).or_else(|| Stash::read(&towards));
    open(act, &session, Onward { towards: &towards, stash, saying: "done-signed-in" })
}

/// What a code came to, before the transaction.
pub enum Tried {
    Right(SecondProof),
    Wrong,
    TooOften(TimeDelta),
    /// It took too long.
    Dead,
}

impl Tried {
    pub fn of(proved: actions::Result<Option<SecondProof>>) -> Result<Self> {
        match proved {
            Err(actions::Error::Limited { wait }) => Ok(Self::TooOften(wait)),
            Err(actions::Error::DeadLink) => Ok(Self::Dead),
            proved => Ok(proved?.map_or(Self::Wrong, Self::Right)),
        }
    }

    /// What is wrong with it, beside its field.
    pub fn errors(&self, act: &Act<'_, '_>, field: &str) -> Errors {
        let mut errors = Errors::default();
        match self {
            Self::TooOften(wait) => {
                errors.say(field, too_often(act.locale(), "account-error-too-often", *wait));
            }
            _ => errors.add(act.locale(), field, "second-factor-error-code"),
        }
        errors
    }
}

fn path(secret: &Secret) -> String {
    format!("/connexion/code/{}", secret.reveal())
}

fn page(desk: &mut Desk<'_>, secret: &Secret, stash: String, errors: Errors) -> Result<SecondStepPage> {
    let stash = Stash::read(&stash).map(|stash| stash.write()).unwrap_or_default();
    let token = found(desk, Some(secret.clone()), LinkPurpose::SecondStep)?;
    let member = token.as_ref().and_then(|token| token.member_id);
    let has_passkey = match member {
        Some(member) if stash.is_empty() && passkey_sign_in::site(desk).is_ok() => {
            !passkeys::of_member(desk.conn, member)?.is_empty()
        }
        _ => false,
    };
    Ok(SecondStepPage {
        form: desk.form(),
        action: desk.asked.local(&path(secret)),
        code: code_field(desk.locale(), "code", "second-step-code", &errors),
        stash,
        passkey: has_passkey.then(|| desk.form()),
        towards: token.map(|token| local_address(&token.payload).to_owned()).unwrap_or_default(),
        errors: errors.0,
    })
}
