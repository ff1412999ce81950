//! The first start: the network gets its name, its first place and its first coordinator.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::errors::{Errors, password_key};
use super::link::{alive, dead, found, secret_of};
use super::network_page::SetUpPage;
use super::page::{email_field, new_password_field};
use super::rules::LONGEST_NAME;
use super::second_step::{Onward, enter};
use super::sign_up::name_field;
use super::{HERE, had};
use crate::actions::{self, Browser, FirstPlace, SetUp};
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::domain::member::PersonName;
use crate::domain::password::Password;
use crate::domain::territory::Territory;
use crate::i18n::{self, Locale};
use crate::password_hash;
use crate::secret::Secret;
use crate::web::act::{Act, Before, Done, act_prepared};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, Field};
use crate::web::form::Form;

/// `GET /demarrage/{token}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = secret_of(&request);
    private(&request, move |desk| {
        if found(desk, secret, LinkPurpose::SetUp)?.is_none() {
            return dead(desk, LinkPurpose::SetUp);
        }
        let known = &desk.network;
        let typed = vec![
            ("network".to_owned(), known.name.clone()),
            ("territory".to_owned(), known.territory.clone()),
        ];
        let page = page(desk, &Form::of_pairs(typed), Errors::default());
        super::show(desk, &page, HERE, "set-up-title")
    })
    .await
}

/// `POST /demarrage/{token}`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let secret = secret_of(&request);
    act_prepared(request, body, check, move |act, form, checked| {
        let secret = secret.ok_or(Error::NotFound)?;
        match checked {
            Ok(said) => open(act, &secret, &said),
            Err(errors) => {
                let desk = act.desk();
                let page = page(&desk, form, errors);
                let frame = super::frame(&desk, HERE, "set-up-title");
                Err(act.again(&page, &frame))
            }
        }
    })
    .await
}

/// Answers in order.
struct Said {
    network: String,
    territory: Option<&'static Territory>,
    place: Option<FirstPlace>,
    name: PersonName,
    email: EmailAddress,
    password_hash: String,
}

fn check(before: &Before<'_>, form: &Form) -> Result<std::result::Result<Said, Errors>> {
    let locale = before.asked.locale;
    let mut errors = Errors::default();
    let network = form.text("network");
    if network.is_empty() || network.chars().count() > LONGEST_NAME {
        errors.add(locale, "network", "network-rules-error-name");
    }
    let place = first_place(locale, form, &mut errors);
    let (name, email) = (PersonName::parse(&form.text("name")), EmailAddress::parse(&form.text("email")));
    if name.is_none() {
        errors.add(locale, "name", "account-error-name");
    }
    if email.is_none() {
        errors.add(locale, "email", "account-error-email");
    }
    let own = [form.text("name"), form.text("email"), network.clone(), form.text("place")];
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let password = Password::choose(form.raw("password"), &own)
        .map_err(|fault| errors.add(locale, "password", password_key(fault)));
    let (Some(name), Some(email), Ok(password), true) = (name, email, password, errors.are_none()) else {
        return Ok(Err(errors));
    };
    let Ok(password_hash) = password_hash::hash(&password) else {
        errors.add(locale, "password", "account-error-busy");
        return Ok(Err(errors));
    };
    let territory = Territory::by_code(&form.text("territory"));
    Ok(Ok(Said { network, territory, place, name, email, password_hash }))
}

/// The place, all of it or nothing.
fn first_place(locale: Locale, form: &Form, errors: &mut Errors) -> Option<FirstPlace> {
    let place = FirstPlace {
        name: form.text("place"),
        postcode: form.text("postcode"),
        commune: form.text("commune"),
    };
    if place.name.is_empty() && place.postcode.is_empty() && place.commune.is_empty() {
        return None;
    }
    if place.name.is_empty() || place.name.chars().count() > 120 {
        errors.add(locale, "place", "set-up-error-place-name");
    }
    if Territory::of_postcode(&place.postcode).is_none() {
        errors.add(locale, "postcode", "set-up-error-postcode");
    }
    if place.commune.is_empty() || place.commune.chars().count() > 120 {
        errors.add(locale, "commune", "set-up-error-commune");
    }
    Some(place)
}

fn open(act: &mut Act<'_, '_>, secret: &Secret, said: &Said) -> Result<Done> {
    let set_up = SetUp {
        network: &said.network,
        territory: said.territory,
        place: said.place.as_ref(),
        name: &said.name,
        email: &said.email,
        password_hash: &said.password_hash,
        locale: act.locale(),
    };
    let opened = actions::set_up_network(act.tx, secret, &set_up, act.now);
    let member = alive(act, opened, LinkPurpose::SetUp)?;
    let browser = Browser { had: had(act), device: &act.device, towards: "" };
    let entrance = actions::open_session(act.tx, &member, browser, act.now)?;
    enter(act, entrance, Onward::own("done-set-up"))
}

fn page(desk: &Desk<'_>, typed: &Form, errors: Errors) -> SetUpPage {
    SetUpPage { form: desk.form(), ..SetUpPage::new(desk.locale(), typed, errors) }
}

impl SetUpPage {
    /// The page with what was typed, without its marks.
    pub fn new(locale: Locale, typed: &Form, errors: Errors) -> Self {
        let field = |name: &str, key: &str| {
            let label = i18n::text(locale, key);
            Field::text(name, label).value(typed.text(name)).error(errors.of(name)).maxlength(120)
        };
        Self {
            form: Default::default(),
            network: field("network", "set-up-name")
                .hint(i18n::text(locale, "set-up-name-hint"))
                .maxlength(80)
                .required(),
            territory: territories(locale, &typed.text("territory")),
            place: field("place", "set-up-place-name"),
            postcode: Field { inputmode: "numeric", ..field("postcode", "set-up-place-postcode") }
                .autocomplete("off"),
            commune: field("commune", "set-up-place-commune").autocomplete("off"),
            name: name_field(locale, &typed.text("name"), &errors),
            email: email_field(locale, &typed.text("email"), &errors),
            password: new_password_field(locale, "account-password", &errors),
            errors: errors.0,
        }
    }
}

fn territories(locale: Locale, chosen: &str) -> Choice {
    let choice = Choice::new("territory", i18n::text(locale, "set-up-territory"))
        .hint(i18n::text(locale, "set-up-territory-hint"))
        .required()
        .option("", i18n::text(locale, "set-up-country"), chosen.is_empty());
    Territory::all().iter().fold(choice, |choice, territory| {
        let label = format!("{} {}", territory.code, territory.name);
        choice.option(&territory.code, label, territory.code == chosen)
    })
}
