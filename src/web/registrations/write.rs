//! A host writes to those who are registered: the form with what was sent before, the letter as it will
//! be read, and the sending.

use actix_web::{HttpRequest, HttpResponse, web};

use super::draw;
use super::list::{address, hosted};
use super::page::{LetterPreviewPage, SentLetter, WriteGuestsPage};
use super::words::{head, with_number};
use crate::actions::{self, Occasion, ToGuests};
use crate::domain::guest_letter::{Audience, Subject};
use crate::domain::message::{Words, WordsError};
use crate::domain::period::local_of;
use crate::domain::slug::Slug;
use crate::i18n::{self, Args, Locale, date};
use crate::mail::{Letterhead, Sheet};
use crate::store::guest_letters::{self, GuestLetter};
use crate::store::seats;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, Field, FieldError};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::pages::render;
use crate::web::parts::Link;

const AUDIENCE: &str = "a-qui";
const SUBJECT: &str = "objet";
const WORDS: &str = "mots";

/// Letters of the history that are shown.
const SHOWN: i64 = 10;

/// What stands in the fields.
#[derive(Clone, Debug, Default)]
struct Typed {
    audience: String,
    subject: String,
    words: String,
}

impl Typed {
    fn of(form: &Form) -> Self {
        Self { audience: form.text(AUDIENCE), subject: form.text(SUBJECT), words: form.text(WORDS) }
    }

    /// What is to be written, or what is wrong with which field.
    fn parse(&self, locale: Locale) -> std::result::Result<(Audience, Subject, Words), Vec<FieldError>> {
        let text = |key: &str| i18n::text(locale, key);
        let audience = Audience::from_code(&self.audience).ok_or((AUDIENCE, text("guests-audience-missing")));
        let most = i32::try_from(Subject::LONGEST).unwrap_or(i32::MAX);
        let subject = Subject::parse(&self.subject)
            .ok_or_else(|| (SUBJECT, with_number(locale, "guests-subject-wrong", "most", most)));
        let words = Words::parse(&self.words).map_err(|error| match error {
            WordsError::Blank => (WORDS, text("guests-words-missing")),
            WordsError::TooLong { most } => (
                WORDS,
                with_number(locale, "guests-words-long", "most", i32::try_from(most).unwrap_or(i32::MAX)),
            ),
        });
        match (audience, subject, words) {
            (Ok(audience), Ok(subject), Ok(words)) => Ok((audience, subject, words)),
            (audience, subject, words) => {
                let wrong = [audience.err(), subject.err(), words.err()].into_iter().flatten();
                Err(wrong.map(|(name, text)| FieldError { name: name.to_owned(), text }).collect())
            }
        }
    }
}

/// `GET /evenements/{slug}/inscriptions/lettre`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    private(&request, move |desk| {
        let occasion = hosted(desk, &slug.ok_or(Error::NotFound)?)?;
        let typed = Typed { audience: Audience::Seated.code().to_owned(), ..Typed::default() };
        let (page, frame) = form_page(desk, &occasion, &typed, &[])?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST` of the same: `do` says whether it is looked at, written on, or sent.
pub async fn submit(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    act(request, body, move |act, form| {
        let occasion = hosted(&mut act.desk(), &slug.ok_or(Error::NotFound)?)?;
        let typed = Typed::of(form);
        match form.text("do").as_str() {
            "preview" => preview(act, &occasion, &typed),
            "edit" => {
                let (page, frame) = form_page(&mut act.desk(), &occasion, &typed, &[])?;
                Ok(Done::page(render(&page, &frame)?))
            }
            "send" => send(act, &occasion, &typed),
            _ => Err(Error::NotFound),
        }
    })
    .await
}

fn send(act: &mut Act<'_, '_>, occasion: &Occasion, typed: &Typed) -> Result<Done> {
    let (audience, subject, words) = match typed.parse(act.locale()) {
        Ok(written) => written,
        Err(errors) => return again(act, occasion, typed, &errors),
    };
    let written = ToGuests { audience, subject: &subject, words: &words };
    let (by, now) = (act.actor(), act.now);
    if actions::write_to_guests(act.tx, &by, occasion, &written, now)? == 0 {
        return nobody(act, occasion, typed);
    }
    let location = address(&act.desk(), occasion, "/lettre");
    Ok(Done::see(location).saying("done-guests-written"))
}

fn preview(act: &mut Act<'_, '_>, occasion: &Occasion, typed: &Typed) -> Result<Done> {
    let locale = act.locale();
    let (audience, subject, words) = match typed.parse(locale) {
        Ok(written) => written,
        Err(errors) => return again(act, occasion, typed, &errors),
    };
    let by = act.actor();
    let author = actions::author_of(act.tx, &by, occasion)?;
    let reached = count(&mut act.desk(), occasion, audience)?;
    if reached == 0 {
        return nobody(act, occasion, typed);
    }
    let letter = ToGuests { audience, subject: &subject, words: &words }.letter(occasion, &author);
    let network = act.network.name.clone();
    let head = Letterhead { network: &network, origin: act.origin(), locale, to_member: false };
    let sheet = Sheet::of(&letter, &head);
    let desk = act.desk();
    let action = address(&desk, occasion, "/lettre");
    let mut frame = draw::frame(&desk, &action);
    frame.title = i18n::text(locale, "guests-preview");
    let page = LetterPreviewPage {
        list: list_link(&desk, occasion),
        to: with_number(locale, &format!("guests-to-{audience}"), "n", reached),
        sheet,
        form: desk.form(),
        action,
        audience: typed.audience.clone(),
        subject: typed.subject.clone(),
        words: typed.words.clone(),
    };
    Ok(Done::page(render(&page, &frame)?))
}

fn nobody(act: &mut Act<'_, '_>, occasion: &Occasion, typed: &Typed) -> Result<Done> {
    let text = i18n::text(act.locale(), "guests-nobody");
    again(act, occasion, typed, &[FieldError { name: AUDIENCE.to_owned(), text }])
}

fn again(act: &mut Act<'_, '_>, occasion: &Occasion, typed: &Typed, errors: &[FieldError]) -> Result<Done> {
    let (page, frame) = form_page(&mut act.desk(), occasion, typed, errors)?;
    Err(act.again(&page, &frame))
}

fn form_page(
    desk: &mut Desk<'_>,
    occasion: &Occasion,
    typed: &Typed,
    errors: &[FieldError],
) -> Result<(WriteGuestsPage, Frame)> {
    let locale = desk.locale();
    let (event, key) = (occasion.event.id, occasion.offered.stored_key());
    let counts = seats::of(desk.conn, event, key)?;
    let error = |name: &str| {
        errors.iter().find(|error| error.name == name).map(|error| error.text.clone()).unwrap_or_default()
    };
    let mut audience =
        Choice::new(AUDIENCE, i18n::text(locale, "guests-audience")).error(error(AUDIENCE)).required();
    for one in Audience::ALL {
        let label = with_number(locale, &format!("guests-to-{one}"), "n", count(desk, occasion, *one)?);
        audience = audience.option(one.code(), label, one.code() == typed.audience);
    }
    let sent = guest_letters::of_date(desk.conn, event, key, SHOWN)?;
    let action = address(desk, occasion, "/lettre");
    let page = WriteGuestsPage {
        head: head(locale, occasion, counts),
        list: list_link(desk, occasion),
        action: action.clone(),
        form: desk.form(),
        errors: errors.to_vec(),
        audience,
        subject: Field::text(SUBJECT, i18n::text(locale, "guests-subject"))
            .value(&typed.subject)
            .maxlength(u32::try_from(Subject::LONGEST).unwrap_or(0))
            .autocomplete("off")
            .error(error(SUBJECT))
            .required(),
        words: Field::text(WORDS, i18n::text(locale, "guests-words"))
            .value(&typed.words)
            .hint(i18n::text(locale, "guests-words-hint"))
            .maxlength(u32::try_from(Words::LONGEST).unwrap_or(0))
            .rows(8)
            .error(error(WORDS))
            .required(),
        sent: sent.into_iter().map(|letter| told(desk, occasion, letter)).collect(),
    };
    let mut frame = draw::frame(desk, &action);
    frame.title = i18n::text(locale, "guests-title");
    Ok((page, frame))
}

/// How many an audience is.
fn count(desk: &mut Desk<'_>, occasion: &Occasion, audience: Audience) -> Result<i32> {
    let (event, key) = (occasion.event.id, occasion.offered.stored_key());
    let rows = guest_letters::recipients(desk.conn, event, key, audience)?;
    Ok(i32::try_from(rows.len()).unwrap_or(i32::MAX))
}

fn list_link(desk: &Desk<'_>, occasion: &Occasion) -> Link {
    Link::new(i18n::text(desk.locale(), "list-title"), address(desk, occasion, ""))
}

/// "5 mars 2026, à 12 personnes inscrites, par Nadia Serre".
fn told(desk: &Desk<'_>, occasion: &Occasion, letter: GuestLetter) -> SentLetter {
    let locale = desk.locale();
    let mut args = Args::new();
    args.set("day", date::date(locale, local_of(letter.sent_at, occasion.zone).date()));
    args.set("n", letter.letters);
    args.set("to", with_number(locale, &format!("guests-to-{}", letter.audience), "n", letter.letters));
    args.set("name", letter.author);
    SentLetter { subject: letter.subject, about: i18n::text_with(locale, "guests-sent-one", Some(&args)) }
}
