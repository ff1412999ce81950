//! The form of an event or of one of its dates, and what becomes of it.

use actix_web::{HttpRequest, HttpResponse, web};

use super::draw::{self, Introduced, Wrong};
use super::fields::{Typed, field_of};
use crate::actions::{self, Applicant, Holder, Occasion};
use crate::domain::email::EmailAddress;
use crate::domain::member::PersonName;
use crate::domain::registration::{Refusal, RegistrationState};
use crate::domain::schedule::OccurrenceKey;
use crate::domain::slug::Slug;
use crate::i18n;
use crate::store::{events, registrations};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::FieldError;
use crate::web::form::Form;
use crate::web::kept::Made;

/// What an address names.
struct Named {
    slug: Slug,
    key: Option<OccurrenceKey>,
}

impl Named {
    fn of(request: &HttpRequest) -> Option<Self> {
        let path = request.match_info();
        let key = match path.get("key") {
            Some(text) => Some(OccurrenceKey::parse(text)?),
            None => None,
        };
        Some(Self { slug: path.get("slug").and_then(Slug::parse)?, key })
    }

    fn occasion(&self, desk: &mut Desk<'_>) -> Result<Occasion> {
        let (event, _) = events::by_slug(desk.conn, &self.slug)?;
        Ok(Occasion::read(desk.conn, event.id, self.key.as_ref(), desk.now)?)
    }
}

/// `GET /evenements/{slug}/inscription` and `/evenements/{slug}/{key}/inscription`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let named = Named::of(&request);
    private(&request, move |desk| page(desk, &named.ok_or(Error::NotFound)?)).await
}

fn page(desk: &mut Desk<'_>, named: &Named) -> Result<Made> {
    let occasion = named.occasion(desk)?;
    if let Some(viewer) = desk.viewer.clone() {
        let key = occasion.offered.stored_key();
        let own = registrations::of_member(desk.conn, occasion.event.id, key, viewer.id())?;
        if let Some(row) = own
            && row.state()? != RegistrationState::Cancelled
        {
            let address = address(desk, &occasion);
            let (page, frame) = draw::manage(desk, &occasion, &row, &address, None, None)?;
            return desk.private_page(&page, &frame);
        }
    }
    let (page, frame) =
        draw::register(desk, &occasion, &Introduced::default(), &Typed::default(), &Wrong::default())?;
    desk.private_page(&page, &frame)
}

fn address(desk: &Desk<'_>, occasion: &Occasion) -> String {
    format!("{}/inscription", local(desk.locale(), &occasion.about().path()))
}

/// `POST` of both. `do` says what: register, or change or cancel what one has.
pub async fn submit(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let named = Named::of(&request);
    act(request, body, move |act, form| {
        let named = named.ok_or(Error::NotFound)?;
        let occasion = named.occasion(&mut act.desk())?;
        match (form.text("do").as_str(), act.viewer.is_some()) {
            ("change", _) => change(act, &occasion, form),
            ("cancel", _) => cancel(act, &occasion),
            (_, true) => register(act, &named, &occasion, form),
            (_, false) => ask(act, &named, &occasion, form),
        }
    })
    .await
}

fn register(act: &mut Act<'_, '_>, named: &Named, occasion: &Occasion, form: &Form) -> Result<Done> {
    let typed = Typed::of_form(form, &occasion.offered.terms.rules.questions);
    let (by, now) = (act.actor(), act.now);
    match actions::register(act.tx, &by, occasion.event.id, named.key.as_ref(), &typed.wish(), now) {
        Ok(_) => Ok(Done::see(address(&act.desk(), occasion)).saying("done-registered")),
        Err(error) => Err(again(act, occasion, &Introduced::default(), &typed, refusal(error)?)),
    }
}

fn ask(act: &mut Act<'_, '_>, named: &Named, occasion: &Occasion, form: &Form) -> Result<Done> {
    let who = Introduced { name: form.text("name"), email: form.text("email") };
    let typed = Typed::of_form(form, &occasion.offered.terms.rules.questions);
    let (name, email) = (PersonName::parse(&who.name), EmailAddress::parse(&who.email));
    let (Some(name), Some(email)) = (&name, &email) else {
        let fault = |wrong: bool, name: &str| {
            let text = i18n::text(act.asked.locale, &format!("refused-{name}"));
            wrong.then(|| FieldError { name: name.to_owned(), text })
        };
        let fields = [fault(name.is_none(), "name"), fault(email.is_none(), "email")];
        let wrong = Wrong { refusal: None, fields: fields.into_iter().flatten().collect() };
        return Err(again(act, occasion, &who, &typed, wrong));
    };
    let applicant = Applicant { name, email, locale: act.locale(), client: &act.asked.client };
    let (by, now) = (act.actor(), act.now);
    let asked = actions::ask_registration(
        act.tx,
        &by,
        occasion.event.id,
        named.key.as_ref(),
        &applicant,
        &typed.wish(),
        now,
    );
    match asked {
        Ok(()) => Ok(Done::see("/inscriptions/lettre-envoyee")),
        Err(error) => Err(again(act, occasion, &who, &typed, refusal(error)?)),
    }
}

fn change(act: &mut Act<'_, '_>, occasion: &Occasion, form: &Form) -> Result<Done> {
    let by = act.member()?;
    let key = occasion.offered.stored_key().to_owned();
    let holder = Holder::Member { by: by.actor(), event: occasion.event.id, key: &key };
    let address = address(&act.desk(), occasion);
    super::link::change_of(act, &holder, form, &address)
}

fn cancel(act: &mut Act<'_, '_>, occasion: &Occasion) -> Result<Done> {
    let by = act.member()?;
    let key = occasion.offered.stored_key();
    let holder = Holder::Member { by: by.actor(), event: occasion.event.id, key };
    let address = address(&act.desk(), occasion);
    super::link::cancel_of(act, &holder, &address, local(act.locale(), &occasion.about().path()))
}

/// The refusal of an action; every other error is passed on.
pub fn refusal(error: actions::Error) -> Result<Wrong> {
    match error {
        actions::Error::Registration(why) => Ok(Wrong { refusal: Some(why), fields: Vec::new() }),
        error => Err(error.into()),
    }
}

fn again(act: &mut Act<'_, '_>, occasion: &Occasion, who: &Introduced, typed: &Typed, wrong: Wrong) -> Error {
    // Somebody was faster: the page itself says that it is full, closed or for members.
    let said_by_page = |why: &Refusal| {
        matches!(why, Refusal::Full | Refusal::MembersOnly)
            || (field_of(*why).is_none() && *why != Refusal::Declined)
    };
    let wrong = match wrong.refusal {
        Some(why) if said_by_page(&why) => Wrong::default(),
        _ => wrong,
    };
    match draw::register(&mut act.desk(), occasion, who, typed, &wrong) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}
