//! How a place takes people in: on request or at once, its word of welcome, its charter.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::charter;
use super::host_page::RulesPage;
use super::room::{self, hosted_place, slug_of, too_long};
use crate::actions::{self, NewRules, set_joining_rules};
use crate::domain::joining::{CharterText, JoiningError, JoiningRule, WelcomeNote};
use crate::i18n::{self, Locale};
use crate::store::charters::{self, CharterRow};
use crate::store::places::PlaceRow;
use crate::store::{place_people, place_rules};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, Field, FieldError, FormOption};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::host_bar::{HostBar, HostRoom};
use crate::web::wording::said;

/// What the form holds.
struct Typed {
    joining: JoiningRule,
    welcome: String,
    charter: String,
    written_upon: i32,
    /// Somebody changed the charter meanwhile.
    conflict: bool,
}

/// `GET /lieux/{slug}/reglages-accueil`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted_place(desk, slug.as_ref())?;
        let typed = stored(desk, &place)?;
        let (page, frame) = draw(desk, &place, &typed)?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /lieux/{slug}/reglages-accueil`
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, form| {
        let place = hosted_place(&mut act.desk(), slug.as_ref())?;
        save(act, &place, form)
    })
    .await
}

fn save(act: &mut Act<'_, '_>, place: &PlaceRow, form: &Form) -> Result<Done> {
    let mut typed = Typed {
        joining: JoiningRule::from_code(form.raw("joining")).unwrap_or_default(),
        welcome: form.text("welcome"),
        charter: form.text("charter"),
        written_upon: form.text("version").parse().unwrap_or_default(),
        conflict: false,
    };
    let (Some(welcome), Some(text)) =
        (WelcomeNote::parse(&typed.welcome), CharterText::parse(&typed.charter))
    else {
        return Err(again(act, place, &typed));
    };
    let new = NewRules {
        joining: typed.joining,
        welcome: &welcome,
        charter: &text,
        written_upon: typed.written_upon,
    };
    let (actor, now) = (act.actor(), act.now);
    match set_joining_rules(act.tx, &actor, place, &new, now) {
        Ok(()) => Ok(Done::see(room::path(place, "/reglages-accueil")).saying("done-joining-rules")),
        Err(actions::Error::Joining(JoiningError::CharterChanged { .. })) => {
            typed.conflict = true;
            Err(again(act, place, &typed))
        }
        Err(error) => Err(error.into()),
    }
}

fn again(act: &mut Act<'_, '_>, place: &PlaceRow, typed: &Typed) -> Error {
    match draw(&mut act.desk(), place, typed) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn stored(desk: &mut Desk<'_>, place: &PlaceRow) -> Result<Typed> {
    let rules = place_rules::of(desk.conn, place.id)?;
    let last = charters::last(desk.conn, place.id)?;
    let (written_upon, charter) = last.map_or((0, String::new()), |row| (row.version, row.text));
    Ok(Typed { joining: rules.joining, welcome: rules.welcome, charter, written_upon, conflict: false })
}

fn draw(desk: &mut Desk<'_>, place: &PlaceRow, typed: &Typed) -> Result<(RulesPage, Frame)> {
    let locale = desk.locale();
    let heading = i18n::text(locale, "joining-rules-title");
    let frame = room::frame(desk, place, "/reglages-accueil", &heading);
    let last = charters::last(desk.conn, place.id)?;
    let writer = match &last {
        Some(row) => place_people::names(desk.conn, &[row.written_by.as_str()])?.remove(&row.written_by),
        None => None,
    };
    let writer = writer.unwrap_or_else(|| i18n::text(locale, "newcomers-somebody"));
    let (welcome, charter) = (welcome_field(locale, typed), charter_field(locale, typed));
    let errors = [&welcome, &charter].into_iter().filter(|field| !field.error.is_empty());
    let page = RulesPage {
        form: desk.form(),
        bar: HostBar::of(desk, place, Some(HostRoom::Welcome))?,
        place: room::link(locale, place),
        heading,
        errors: errors
            .map(|field| FieldError { name: field.name.clone(), text: field.error.clone() })
            .collect(),
        joining: joining_choice(locale, typed),
        welcome,
        charter,
        written_upon: match (typed.conflict, &last) {
            // Seen now: saving again is knowing what is replaced.
            (true, Some(row)) => row.version,
            _ => typed.written_upon,
        },
        in_force: in_force(desk, last.as_ref(), &writer),
        conflict: last.filter(|_| typed.conflict).map(|row| {
            let facts = [("who", writer), ("version", row.version.to_string())];
            (said(locale, "joining-rules-changed", facts), charter::block(desk, &row, None))
        }),
    };
    Ok((page, frame))
}

fn in_force(desk: &Desk<'_>, last: Option<&CharterRow>, writer: &str) -> String {
    let locale = desk.locale();
    match last.filter(|row| !row.text.is_empty()) {
        Some(row) => {
            let day = room::day(desk, row.written_at);
            let facts = [("version", row.version.to_string()), ("day", day), ("who", writer.to_owned())];
            said(locale, "joining-rules-charter-now", facts)
        }
        None => i18n::text(locale, "joining-rules-charter-none"),
    }
}

fn joining_choice(locale: Locale, typed: &Typed) -> Choice {
    let option = |rule: &JoiningRule| FormOption {
        value: rule.code().to_owned(),
        label: i18n::text(locale, &format!("joining-rules-joining-{rule}")),
        hint: i18n::text(locale, &format!("joining-rules-joining-{rule}-hint")),
        selected: *rule == typed.joining,
    };
    let mut choice = Choice::new("joining", i18n::text(locale, "joining-rules-joining")).required();
    choice.options = JoiningRule::ALL.iter().map(option).collect();
    choice
}

fn welcome_field(locale: Locale, typed: &Typed) -> Field {
    let field = Field::text("welcome", i18n::text(locale, "joining-rules-welcome"))
        .value(&typed.welcome)
        .hint(i18n::text(locale, "joining-rules-welcome-hint"))
        .rows(6);
    within(locale, field, WelcomeNote::LONGEST)
}

fn charter_field(locale: Locale, typed: &Typed) -> Field {
    let field = Field::text("charter", i18n::text(locale, "joining-rules-charter"))
        .value(&typed.charter)
        .hint(i18n::text(locale, "joining-rules-charter-hint"))
        .rows(14);
    within(locale, field, CharterText::LONGEST)
}

/// The field, with an error when its words are longer than they may be.
fn within(locale: Locale, field: Field, longest: usize) -> Field {
    match field.value.chars().count() > longest {
        true => field.error(too_long(locale, u64::try_from(longest).unwrap_or(u64::MAX))),
        false => field,
    }
}
