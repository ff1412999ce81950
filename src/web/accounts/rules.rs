//! The coordination sets how the network is called and who may come in, and invites.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::errors::{Errors, too_often};
use super::network_page::{InviteForm, NetworkRulesPage};
use super::sign_up::MOST_PLACES;
use crate::actions::{self, NewInvitation};
use crate::domain::confirmation::WEEKS;
use crate::domain::email::EmailAddress;
use crate::domain::member::{InvitedAs, SignupRule};
use crate::domain::policy::Action;
use crate::i18n::{self, Args, Locale};
use crate::store::accounts::{self, PlaceChoice};
use crate::store::network_rules::{self, NetworkRules};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, Field};
use crate::web::form::Form;
use crate::web::parts::Link;
use crate::web::wording::counted;

const PATH: &str = "/reseau/reglages";
/// Longest name of a network, in characters.
pub const LONGEST_NAME: usize = 80;

/// `GET /reseau/reglages`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        desk.member()?;
        let page = page(desk, None, Errors::default())?;
        super::show(desk, &page, PATH, "network-rules-title")
    })
    .await
}

/// `POST /reseau/reglages`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let viewer = act.member()?;
        let name = form.text("name");
        let Some(signup) = SignupRule::from_code(&form.text("signup")) else {
            return Err(Error::BadRequest(String::new()));
        };
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            let mut errors = Errors::default();
            errors.add(act.locale(), "name", "network-rules-error-name");
            return Err(again(act, form, errors)?);
        }
        let weeks = form.text("fade").parse().ok().filter(|weeks| WEEKS.contains(weeks));
        let rules = NetworkRules {
            signup,
            second_factor_for_coordinators: form.is_on("second_factor"),
            fade_after_weeks: weeks
                .map_or_else(|| Ok(network_rules::find(act.tx)?.fade_after_weeks), Ok::<_, Error>)?,
        };
        actions::set_network_rules(act.tx, viewer.actor(), &name, &rules, act.now)?;
        Ok(Done::see(PATH).saying("done-network-saved"))
    })
    .await
}

/// `POST /reseau/invitations`
pub async fn invite(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let viewer = act.member()?;
        let locale = act.locale();
        let mut errors = Errors::default();
        let email = EmailAddress::parse(&form.text("email"));
        let role = InvitedAs::from_code(&form.text("role")).unwrap_or_default();
        let slug = form.text("place");
        let choices = accounts::place_choices(act.tx, act.today, MOST_PLACES)?;
        let place = choices.iter().find(|place| place.slug == slug).map(|place| place.id);
        if email.is_none() {
            errors.add(locale, "email", "account-error-email");
        }
        if place.is_none() && !slug.is_empty() {
            errors.add(locale, "place", "account-error-place");
        } else if place.is_none() && role == InvitedAs::Host {
            errors.add(locale, "place", "network-rules-error-host-place");
        }
        let (Some(email), true) = (email, errors.are_none()) else { return Err(again(act, form, errors)?) };
        let new = NewInvitation { email: &email, invited_as: role, place, locale };
        match actions::invite(act.tx, viewer.actor(), &new, act.now) {
            Err(actions::Error::Limited { wait }) => {
                errors.say("email", too_often(locale, "account-error-too-often", wait));
                Err(again(act, form, errors)?)
            }
            done => {
                done?;
                Ok(Done::see(PATH).saying("done-invited"))
            }
        }
    })
    .await
}

fn again(act: &mut Act<'_, '_>, form: &Form, errors: Errors) -> Result<Error> {
    let mut desk = act.desk();
    let page = page(&mut desk, Some(form), errors)?;
    let frame = super::frame(&desk, PATH, "network-rules-title");
    Ok(act.again(&page, &frame))
}

/// The page, with what was typed into one of its two forms.
fn page(desk: &mut Desk<'_>, typed: Option<&Form>, errors: Errors) -> Result<NetworkRulesPage> {
    if !desk.actor().may(Action::RunNetwork) {
        return Err(Error::NotFound);
    }
    let locale = desk.locale();
    let rules = network_rules::find(desk.conn)?;
    let waiting = accounts::waiting(desk.conn)?.len();
    let places = accounts::place_choices(desk.conn, desk.today, MOST_PLACES)?;
    let text = |key: &str| i18n::text(locale, key);
    let name = typed.filter(|form| form.is_on("name")).map(|form| form.text("name"));
    let mut args = Args::new();
    args.set("count", waiting);
    Ok(NetworkRulesPage {
        form: desk.form(),
        name: Field::text("name", text("network-rules-name"))
            .value(name.unwrap_or_else(|| desk.network.name.clone()))
            .error(errors.of("name"))
            .maxlength(80)
            .required(),
        signup: signup_choice(locale, rules.signup),
        second_factor: Choice::tick(
            "second_factor",
            text("network-rules-second-factor"),
            rules.second_factor_for_coordinators,
        )
        .hint(text("network-rules-second-factor-hint")),
        fade: fade_choice(locale, rules.fade_after_weeks),
        waiting: Link::new(
            i18n::text_with(locale, "network-rules-waiting", Some(&args)),
            desk.asked.local("/comptes-en-attente"),
        ),
        invite: InviteForm { form: desk.form(), ..invite_form(locale, &places, typed, &errors) },
        errors: errors.0,
    })
}

/// After how long the dates of a silent series are to be confirmed.
pub fn fade_choice(locale: Locale, chosen: i32) -> Choice {
    let choice = Choice::new("fade", i18n::text(locale, "network-rules-fade"))
        .hint(i18n::text(locale, "network-rules-fade-hint"))
        .required();
    WEEKS.iter().fold(choice, |choice, weeks| {
        choice.option(
            weeks.to_string(),
            counted(locale, "network-rules-fade-weeks", (*weeks).into()),
            *weeks == chosen,
        )
    })
}

fn signup_choice(locale: Locale, chosen: SignupRule) -> Choice {
    let key = |rule| match rule {
        SignupRule::Open => "network-rules-signup-open",
        SignupRule::OnApproval => "network-rules-signup-on-approval",
        SignupRule::ByInvitation => "network-rules-signup-by-invitation",
    };
    let choice = Choice::new("signup", i18n::text(locale, "network-rules-signup")).required();
    SignupRule::ALL.iter().fold(choice, |choice, rule| {
        choice.option(rule.code(), i18n::text(locale, key(*rule)), *rule == chosen)
    })
}

/// The form that invites, without its marks.
fn invite_form(locale: Locale, places: &[PlaceChoice], typed: Option<&Form>, errors: &Errors) -> InviteForm {
    let text = |key: &str| i18n::text(locale, key);
    let typed_in = |name: &str| typed.map(|form| form.text(name)).unwrap_or_default();
    let (chosen, slug) = (InvitedAs::from_code(&typed_in("role")).unwrap_or_default(), typed_in("place"));
    let key = |role| match role {
        InvitedAs::Member => "network-rules-invite-member",
        InvitedAs::Host => "network-rules-invite-host",
        InvitedAs::Coordinator => "network-rules-invite-coordinator",
    };
    let role = Choice::new("role", text("network-rules-invite-as")).required();
    let none = Choice::new("place", text("network-rules-invite-place")).error(errors.of("place")).option(
        "",
        text("network-rules-invite-no-place"),
        slug.is_empty(),
    );
    let place = places.iter().fold(none, |choice, place| {
        choice.option(&place.slug, format!("{}, {}", place.name, place.commune), place.slug == slug)
    });
    InviteForm {
        form: Default::default(),
        email: Field::of("email", "email", text("account-email"))
            .value(typed_in("email"))
            .error(errors.of("email"))
            .autocomplete("off")
            .maxlength(254)
            .required(),
        role: InvitedAs::ALL
            .iter()
            .fold(role, |choice, one| choice.option(one.code(), text(key(*one)), *one == chosen)),
        place: (!places.is_empty()).then_some(place),
    }
}
