//! LinkWanted for an account.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::errors::{Errors, password_key, too_often};
use super::page::{SentPage, SignUpPage, email_field, new_password_field};
use crate::actions::{self, SignUp};
use crate::domain::email::EmailAddress;
use crate::domain::member::{PersonName, SignupRule};
use crate::domain::password::Password;
use crate::i18n::{self, Locale};
use crate::password_hash;
use crate::store::accounts::{self, PlaceChoice};
use crate::store::network_rules;
use crate::web::act::{Act, Before, Done, act_prepared};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, Field};
use crate::web::form::Form;
use crate::web::parts::Link;

/// More places than a list to choose from can hold.
pub const MOST_PLACES: i64 = 300;

/// `GET /inscription-compte`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let typed =
            Typed { place: desk.asked.get("lieu").unwrap_or_default().to_owned(), ..Typed::default() };
        let page = page(desk, &typed, Errors::default())?;
        super::show(desk, &page, "/inscription-compte", "sign-up-title")
    })
    .await
}

/// `GET /inscription-compte/envoye`
pub async fn sent(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let locale = desk.locale();
        let page = SentPage {
            lasts: i18n::text(locale, "account-sent-signup-lasts"),
            again: Link::new(
                i18n::text(locale, "account-sent-again"),
                desk.asked.local("/inscription-compte"),
            ),
        };
        super::show(desk, &page, "/inscription-compte/envoye", "account-sent-title")
    })
    .await
}

/// `POST /inscription-compte`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    act_prepared(request, body, check, |act, form, checked| match checked {
        Ok(asked_for) => sign_up(act, form, &asked_for),
        Err(errors) => Err(again(act, form, errors)?),
    })
    .await
}

/// A form in order, its password already worked out.
struct AskedFor {
    name: PersonName,
    email: EmailAddress,
    password_hash: Option<String>,
}

fn check(before: &Before<'_>, form: &Form) -> Result<std::result::Result<AskedFor, Errors>> {
    let locale = before.asked.locale;
    let mut errors = Errors::default();
    let (name, email) = (PersonName::parse(&form.text("name")), EmailAddress::parse(&form.text("email")));
    if name.is_none() {
        errors.add(locale, "name", "account-error-name");
    }
    if email.is_none() {
        errors.add(locale, "email", "account-error-email");
    }
    let typed = form.raw("password");
    let own = [form.text("name"), form.text("email"), before.site.app.known_network().name.clone()];
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let password = match typed.is_empty() {
        true => None,
        false => Password::choose(typed, &own)
            .map_err(|fault| errors.add(locale, "password", password_key(fault)))
            .ok(),
    };
    let (Some(name), Some(email), true) = (name, email, errors.are_none()) else { return Ok(Err(errors)) };
    match password.as_ref().map(password_hash::hash).transpose() {
        Ok(password_hash) => Ok(Ok(AskedFor { name, email, password_hash })),
        Err(password_hash::Busy) => {
            errors.add(locale, "password", "account-error-busy");
            Ok(Err(errors))
        }
    }
}

fn sign_up(act: &mut Act<'_, '_>, form: &Form, asked_for: &AskedFor) -> Result<Done> {
    let choices = accounts::place_choices(act.tx, act.today, MOST_PLACES)?;
    let chosen = form.text("place");
    let place = choices.iter().find(|place| place.slug == chosen).map(|place| place.id);
    if place.is_none() && !chosen.is_empty() {
        let mut errors = Errors::default();
        errors.add(act.locale(), "place", "account-error-place");
        return Err(again(act, form, errors)?);
    }
    let new = SignUp {
        name: &asked_for.name,
        email: &asked_for.email,
        locale: act.locale(),
        password_hash: asked_for.password_hash.as_deref(),
        place,
        client: &act.asked.client,
    };
    match actions::sign_up(act.tx, &new, act.now) {
        Err(actions::Error::Limited { wait }) => {
            let mut errors = Errors::default();
            errors.say("email", too_often(act.locale(), "account-error-too-often", wait));
            Err(again(act, form, errors)?)
        }
        // The network joins by invitation meanwhile: the page says so.
        Err(actions::Error::Forbidden) => Err(again(act, form, Errors::default())?),
        done => {
            done?;
            Ok(Done::see("/inscription-compte/envoye"))
        }
    }
}

fn again(act: &mut Act<'_, '_>, form: &Form, errors: Errors) -> Result<Error> {
    let typed = Typed { name: form.text("name"), email: form.text("email"), place: form.text("place") };
    let mut desk = act.desk();
    let page = page(&mut desk, &typed, errors)?;
    let frame = super::frame(&desk, "/inscription-compte", "sign-up-title");
    Ok(act.again(&page, &frame))
}

/// What stands in the form.
#[derive(Default)]
struct Typed {
    name: String,
    email: String,
    /// Slug of a place. Empty: none.
    place: String,
}

fn page(desk: &mut Desk<'_>, typed: &Typed, errors: Errors) -> Result<SignUpPage> {
    let locale = desk.locale();
    let rule = network_rules::find(desk.conn)?.signup;
    let places = accounts::place_choices(desk.conn, desk.today, MOST_PLACES)?;
    let listed = !places.is_empty() && places.len() < usize::try_from(MOST_PLACES).unwrap_or(usize::MAX);
    Ok(SignUpPage {
        closed: rule == SignupRule::ByInvitation,
        on_approval: rule == SignupRule::OnApproval,
        form: desk.form(),
        name: name_field(locale, &typed.name, &errors),
        email: email_field(locale, &typed.email, &errors),
        password: Field { required: false, ..new_password_field(locale, "account-password", &errors) }
            .hint(i18n::text(locale, "account-password-optional-hint")),
        place: listed.then(|| place_choice(locale, &places, typed, &errors)),
        errors: errors.0,
    })
}

/// The field of a person's name.
pub fn name_field(locale: Locale, value: &str, errors: &Errors) -> Field {
    Field::text("name", i18n::text(locale, "account-name"))
        .value(value)
        .hint(i18n::text(locale, "account-name-hint"))
        .error(errors.of("name"))
        .autocomplete("name")
        .maxlength(80)
        .required()
}

fn place_choice(locale: Locale, places: &[PlaceChoice], typed: &Typed, errors: &Errors) -> Choice {
    let none = Choice::new("place", i18n::text(locale, "account-place"))
        .hint(i18n::text(locale, "account-place-hint"))
        .error(errors.of("place"))
        .option("", i18n::text(locale, "account-place-none"), typed.place.is_empty());
    places.iter().fold(none, |choice, place| {
        let label = format!("{}, {}", place.name, place.commune);
        choice.option(&place.slug, label, place.slug == typed.place)
    })
}
