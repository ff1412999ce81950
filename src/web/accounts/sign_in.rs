//! Signing in, by password or by asking for a link.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use chrono::TimeDelta;

use super::OWN_PAGE;
use super::demo::DemoAccounts;
use super::errors::{Errors, too_often};
use super::page::{SentPage, SignInPage};
use super::passkey_sign_in;
use super::proof::{Proof, prove};
use super::provider_page::leave_link;
use super::second_step::{Onward, enter};
use super::stash::Stash;
use super::towards::local_address;
use crate::actions::{self, Browser, Claim, LinkWanted};
use crate::domain::email::EmailAddress;
use crate::i18n;
use crate::web::act::{Act, Before, Done, act_prepared};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::parts::Link;
use crate::web::wording::said;

/// `GET /connexion`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let locale = desk.locale();
        let towards = local_address(desk.asked.get("vers").unwrap_or_default()).to_owned();
        let mut page = SignInPage::new(locale, desk.form(), "", Errors::default());
        if let Some(viewer) = &desk.viewer {
            page.signed_in = said(locale, "sign-in-as", [("name", viewer.name().to_owned())]);
            page.go_on = if towards.is_empty() { desk.asked.local(OWN_PAGE) } else { towards.clone() };
        }
        offer_other_ways(&mut page, desk, &towards);
        page.towards = towards;
        page.demo = DemoAccounts::of(desk)?;
        super::show(desk, &page, "/connexion", "sign-in-title")
    })
    .await
}

/// `GET /connexion/envoye`
pub async fn sent(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let locale = desk.locale();
        let page = SentPage {
            lasts: i18n::text(locale, "account-sent-sign-in-lasts"),
            again: Link::new(i18n::text(locale, "account-sent-again"), desk.asked.local("/connexion")),
        };
        super::show(desk, &page, "/connexion/envoye", "account-sent-title")
    })
    .await
}

/// `POST /connexion`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    act_prepared(request, body, check, |act, form, checked| match checked {
        Checked::Right(claim) => let_in(act, form, &claim),
        Checked::LinkWanted(email) => send_link(act, form, &email),
        wrong => Err(again(act, form, &wrong)?),
    })
    .await
}

/// What the form comes to before anything is opened.
enum Checked {
    Right(Claim),
    LinkWanted(EmailAddress),
    NoAddress,
    NoPassword,
    Wrong,
    Suspended,
    TooOften(TimeDelta),
    LinkTooOften(TimeDelta),
    Busy,
}

fn check(before: &Before<'_>, form: &Form) -> Result<Checked> {
    let Some(email) = EmailAddress::parse(&form.text("email")) else { return Ok(Checked::NoAddress) };
    if form.text("by") == "link" {
        return Ok(Checked::LinkWanted(email));
    }
    let typed = form.raw("password");
    if typed.is_empty() {
        return Ok(Checked::NoPassword);
    }
    Ok(match prove(before, &email, typed)? {
        Proof::Right(claim) => Checked::Right(claim),
        Proof::Wrong => Checked::Wrong,
        Proof::TooOften(wait) => Checked::TooOften(wait),
        Proof::Busy => Checked::Busy,
    })
}

fn let_in(act: &mut Act<'_, '_>, form: &Form, claim: &Claim) -> Result<Done> {
    let towards = local_address(form.raw("vers"));
    let browser = Browser { had: super::had(act), device: &act.device, towards };
    match actions::sign_in(act.tx, claim, browser, act.now) {
        Ok(entrance) => {
            let stash = Stash::read(form.raw("stash"));
            enter(act, entrance, Onward { towards, stash, saying: "done-signed-in" })
        }
        Err(actions::Error::Suspended) => Err(again(act, form, &Checked::Suspended)?),
        Err(actions::Error::Forbidden) => Err(again(act, form, &Checked::Wrong)?),
        Err(error) => Err(error.into()),
    }
}

fn send_link(act: &mut Act<'_, '_>, form: &Form, email: &EmailAddress) -> Result<Done> {
    let asking = LinkWanted { email, locale: act.asked.locale, client: &act.asked.client };
    // A form that waited goes along: the browser that follows the link may be another.
    let stash = Stash::read(form.raw("stash")).map(|stash| stash.write());
    let errand = stash.unwrap_or_else(|| local_address(form.raw("vers")).to_owned());
    match actions::send_sign_in_link(act.tx, &asking, &errand, act.now) {
        Err(actions::Error::Limited { wait }) => Err(again(act, form, &Checked::LinkTooOften(wait))?),
        sent => {
            sent?;
            Ok(Done::see("/connexion/envoye"))
        }
    }
}

/// The form again, with what is wrong.
fn again(act: &mut Act<'_, '_>, form: &Form, checked: &Checked) -> Result<Error> {
    let locale = act.locale();
    let mut errors = Errors::default();
    match checked {
        Checked::NoAddress if form.text("email").is_empty() => {
            errors.add(locale, "email", "account-error-email-blank");
        }
        Checked::NoAddress => errors.add(locale, "email", "account-error-email"),
        Checked::NoPassword => errors.add(locale, "password", "account-error-password-blank"),
        Checked::Suspended => errors.add(locale, "email", "account-error-suspended"),
        Checked::Busy => errors.add(locale, "password", "account-error-busy"),
        Checked::TooOften(wait) => {
            errors.say("password", too_often(locale, "account-error-too-often-link", *wait));
        }
        Checked::LinkTooOften(wait) => {
            errors.say("email", too_often(locale, "account-error-too-often", *wait));
        }
        Checked::Wrong | Checked::Right(_) | Checked::LinkWanted(_) => {
            errors.add(locale, "password", "account-error-credentials");
        }
    }
    let desk = act.desk();
    let mut page = SignInPage::new(locale, desk.form(), &form.text("email"), errors);
    page.towards = local_address(form.raw("vers")).to_owned();
    page.stash = Stash::read(form.raw("stash")).map(|stash| stash.write()).unwrap_or_default();
    if page.stash.is_empty() {
        let towards = page.towards.clone();
        offer_other_ways(&mut page, &desk, &towards);
    }
    let frame = super::frame(&desk, "/connexion", "sign-in-title");
    Ok(act.again(&page, &frame))
}

/// Ways that leave the page behind.
fn offer_other_ways(page: &mut SignInPage, desk: &Desk<'_>, towards: &str) {
    let provider = desk.site.provider.as_ref();
    page.provider = provider.map(|provider| leave_link(desk.locale(), provider.name(), towards));
    page.passkey = passkey_sign_in::site(desk).is_ok().then(|| desk.form());
}
