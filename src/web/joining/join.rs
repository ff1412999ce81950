//! Joining a place: at once or on request, as the place says, with its charter in view.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::charter;
use super::page::{CharterBlock, JoinFields, JoinPage};
use super::room::{self, of_place, place_of, refusal, slug_of};
use crate::actions::{self, Joining, join_place};
use crate::domain::joining::{JoiningError, JoiningRule, charter_to_accept};
use crate::domain::member::{MemberState, MembershipKind, MembershipRole};
use crate::i18n::{self, Locale};
use crate::store::memberships::{self, MembershipRow};
use crate::store::places::PlaceRow;
use crate::store::{charters, place_rules};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, FieldError, FormOption};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::parts::Link;
use crate::web::rows::say;
use crate::web::viewer::Viewer;

/// What was chosen, and what is wrong with it.
struct Typed {
    kind: Option<MembershipKind>,
    /// The charter was accepted in this version.
    agreed: Option<i32>,
    kind_error: &'static str,
    refused: Option<JoiningError>,
}

impl Default for Typed {
    /// Most people who find the page come for a workshop: one tap suffices.
    fn default() -> Self {
        Self { kind: Some(MembershipKind::User), agreed: None, kind_error: "", refused: None }
    }
}

/// `GET /lieux/{slug}/rejoindre`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = place_of(desk, slug.as_ref())?;
        let viewer = desk.member()?;
        let (page, frame) = draw(desk, &place, &viewer, &Typed::default())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /lieux/{slug}/rejoindre`
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, form| {
        let place = place_of(&mut act.desk(), slug.as_ref())?;
        let viewer = act.member()?;
        join(act, &place, &viewer, form)
    })
    .await
}

fn join(act: &mut Act<'_, '_>, place: &PlaceRow, viewer: &Viewer, form: &Form) -> Result<Done> {
    let agreed = if form.is_on("charter") { form.text("version").parse().ok() } else { None };
    let mut typed = Typed { kind: MembershipKind::from_code(&form.text("kind")), agreed, ..Typed::default() };
    let Some(kind) = typed.kind else {
        typed.kind_error = "joining-error-kind";
        return Err(again(act, place, viewer, &typed));
    };
    let (actor, now) = (act.actor(), act.now);
    match join_place(act.tx, &actor, &Joining { place, kind, charter: agreed }, now) {
        Ok(MembershipRole::Asked) => Ok(Done::see(room::path(place, "")).saying("done-joining-asked")),
        Ok(_) => Ok(Done::see(room::path(place, "")).saying("done-joining-member")),
        Err(actions::Error::Joining(error)) => {
            typed.refused = Some(error);
            Err(again(act, place, viewer, &typed))
        }
        Err(error) => Err(error.into()),
    }
}

fn again(act: &mut Act<'_, '_>, place: &PlaceRow, viewer: &Viewer, typed: &Typed) -> Error {
    match draw(&mut act.desk(), place, viewer, typed) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn draw(desk: &mut Desk<'_>, place: &PlaceRow, viewer: &Viewer, typed: &Typed) -> Result<(JoinPage, Frame)> {
    let locale = desk.locale();
    let heading = of_place(locale, "joining-title", place);
    let frame = room::frame(desk, place, "/rejoindre", &heading);
    if let Some(row) = memberships::find(desk.conn, viewer.id(), place.id)? {
        return Ok((settled(desk, place, &row)?, frame));
    }
    let rules = place_rules::of(desk.conn, place.id)?;
    let role = rules.joining.role_of_a_newcomer(viewer.signed_in.member.state()? == MemberState::Active);
    let lede = match (rules.joining, role) {
        (_, MembershipRole::Member) => "joining-direct",
        (JoiningRule::OneTap, _) => "joining-waiting-account",
        (JoiningRule::OnRequest, _) => "joining-on-request",
    };
    let submit =
        if role == MembershipRole::Asked { "joining-submit-request" } else { "joining-submit-direct" };
    let closed = place.closed_on.is_some_and(|day| day <= desk.today);
    let fields = JoinFields {
        kind: kinds(locale, typed),
        charter: charter_block(desk, place, viewer, typed)?,
        submit: i18n::text(locale, submit),
    };
    let problem = match typed.refused {
        Some(JoiningError::CharterNotAccepted { .. }) => String::new(),
        Some(error) => refusal(locale, error, place),
        None if closed => refusal(locale, JoiningError::PlaceClosed, place),
        None => String::new(),
    };
    let page = JoinPage {
        form: desk.form(),
        place: room::link(locale, place),
        heading,
        lede: i18n::text(locale, lede),
        errors: errors(&fields),
        problem,
        fields: (!closed).then_some(fields),
        ways: Vec::new(),
    };
    Ok((page, frame))
}

/// The page of somebody who asked already, or belongs to the place.
fn settled(desk: &mut Desk<'_>, place: &PlaceRow, row: &MembershipRow) -> Result<JoinPage> {
    let locale = desk.locale();
    let way = |key: &str, href: String| Link::new(i18n::text(locale, key), href);
    let back = way("joining-back", room::href(locale, place, ""));
    let asked = row.role()? == MembershipRole::Asked;
    let (heading, lede, other) = match asked {
        true => (
            say(locale, "joining-already-asked", "day", room::day(desk, row.asked_at)),
            i18n::text(locale, "joining-already-asked-text"),
            way("joining-withdraw", room::href(locale, place, "/quitter")),
        ),
        false => (
            of_place(locale, "joining-already-member", place),
            String::new(),
            way("joining-my-places", local(locale, "/moi/lieux")),
        ),
    };
    let place = room::link(locale, place);
    Ok(JoinPage {
        form: desk.form(),
        place,
        heading,
        lede,
        errors: Vec::new(),
        problem: String::new(),
        fields: None,
        ways: vec![back, other],
    })
}

fn kinds(locale: Locale, typed: &Typed) -> Choice {
    let option = |kind: &MembershipKind| FormOption {
        value: kind.code().to_owned(),
        label: i18n::text(locale, &format!("membership-kind-{kind}")),
        hint: i18n::text(locale, &format!("joining-kind-{kind}")),
        selected: typed.kind == Some(*kind),
    };
    let mut choice = Choice::new("kind", i18n::text(locale, "joining-kind")).required();
    choice.options = MembershipKind::ALL.iter().map(option).collect();
    match typed.kind_error {
        "" => choice,
        key => choice.error(i18n::text(locale, key)),
    }
}

fn charter_block(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    viewer: &Viewer,
    typed: &Typed,
) -> Result<Option<CharterBlock>> {
    let locale = desk.locale();
    let Some(row) = charters::in_force(desk.conn, place.id)? else { return Ok(None) };
    let accepted = charters::accepted(desk.conn, viewer.id(), place.id)?.map(|accepted| accepted.version);
    if charter_to_accept(Some(row.version), accepted).is_none() {
        return Ok(None);
    }
    let mut agree = charter::agreement(locale, typed.agreed == Some(row.version));
    if let Some(error @ JoiningError::CharterNotAccepted { .. }) = typed.refused {
        // They read a version that was replaced while they did.
        let error = match typed.agreed {
            Some(_) => JoiningError::CharterChanged { version: row.version },
            None => error,
        };
        agree = agree.error(refusal(locale, error, place));
    }
    Ok(Some(charter::block(desk, &row, Some(agree))))
}

fn errors(fields: &JoinFields) -> Vec<FieldError> {
    let agree = fields.charter.as_ref().and_then(|charter| charter.agree.as_ref());
    [Some(&fields.kind), agree]
        .into_iter()
        .flatten()
        .filter(|choice| !choice.error.is_empty())
        .map(|choice| FieldError { name: choice.name.clone(), text: choice.error.clone() })
        .collect()
}
