//! Accounts elsewhere and one's own: linking them by a letter, what is said meanwhile, and ending
//! a link.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::HERE;
use super::link::{alive, dead, found, secret_of};
use super::page::FollowPage;
use super::provider_page::{IdentityLine, Problem, ProviderPage};
use super::second_step::{Onward, enter};
use crate::actions::{self, Browser};
use crate::app::day_of;
use crate::config::host_of;
use crate::domain::link::LinkPurpose;
use crate::i18n::{self, date};
use crate::oidc::Provider;
use crate::store::identities::{self, IdentityRow};
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::viewer::Viewer;
use crate::web::wording::said;

/// `GET /connexion/fournisseur/echec`
pub async fn problem(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let code = desk.asked.get("raison").unwrap_or_default();
        let problem = Problem::from_code(code).ok_or(Error::NotFound)?;
        let page = ProviderPage::problem(desk.locale(), problem, provider(desk)?.name());
        super::show(desk, &page, HERE, "provider-problem-title")
    })
    .await
}

/// `GET /connexion/fournisseur/confirmation`
pub async fn asked(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let page = ProviderPage::asked(desk.locale(), provider(desk)?.name());
        super::show(desk, &page, HERE, "provider-asked-title")
    })
    .await
}

/// `GET /connexion/fournisseur/lien/{token}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = secret_of(&request);
    private(&request, move |desk| {
        let Some(token) = found(desk, secret, LinkPurpose::LinkIdentity)? else {
            return dead(desk, LinkPurpose::LinkIdentity);
        };
        let locale = desk.locale();
        let names = [("provider", provider(desk)?.name().to_owned()), ("email", token.email)];
        let page = FollowPage {
            form: desk.form(),
            heading: i18n::text(locale, "provider-link-title"),
            text: said(locale, "provider-link-text", names),
            button: i18n::text(locale, "provider-link-submit"),
            danger: false,
        };
        super::show(desk, &page, HERE, "provider-link-title")
    })
    .await
}

/// `POST /connexion/fournisseur/lien/{token}`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let secret = secret_of(&request);
    act(request, body, move |act, _| {
        let secret = secret.ok_or(Error::NotFound)?;
        let browser = Browser { had: super::had(act), device: &act.device, towards: "" };
        let linked = actions::link_identity(act.tx, &secret, browser, act.now);
        let (entrance, towards) = alive(act, linked, LinkPurpose::LinkIdentity)?;
        enter(act, entrance, Onward { towards: &towards, ..Onward::own("done-identity-linked") })
    })
    .await
}

/// `POST /compte/fournisseurs/{id}/fin`
pub async fn unlink(request: HttpRequest, body: Payload) -> HttpResponse {
    let identity = request.match_info().query("id").parse().ok();
    act(request, body, move |act, _| {
        let viewer = act.member()?;
        let identity: i64 = identity.ok_or(Error::NotFound)?;
        actions::unlink_identity(act.tx, viewer.actor(), viewer.id(), identity, act.now)?;
        Ok(Done::see("/compte").saying("done-identity-unlinked"))
    })
    .await
}

/// The accounts elsewhere of somebody, for their own page.
pub fn lines(desk: &mut Desk<'_>, viewer: &Viewer) -> Result<Vec<IdentityLine>> {
    let rows = identities::of_member(desk.conn, viewer.id())?;
    Ok(rows.iter().map(|row| line(desk, row)).collect())
}

fn line(desk: &Desk<'_>, row: &IdentityRow) -> IdentityLine {
    let known = desk.site.provider.as_ref().filter(|provider| provider.issuer() == row.issuer);
    let day = date::date(desk.locale(), day_of(row.linked_at.0, desk.network.zone));
    IdentityLine {
        id: row.id,
        form: desk.form(),
        provider: known.map_or_else(|| host_of(&row.issuer), Provider::name).to_owned(),
        since: said(desk.locale(), "own-identity-since", [("day", day)]),
    }
}

fn provider<'a>(desk: &Desk<'a>) -> Result<&'a Provider> {
    desk.site.provider.as_ref().ok_or(Error::NotFound)
}
