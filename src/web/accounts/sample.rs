//! Samples of the pages of signing up and in.

use chrono::DateTime;

use super::demo::DemoAccounts;
use super::errors::Errors;
use super::network_page::{
    InviteForm, InvitedAnswer, InvitedPage, NetworkRulesPage, SetUpPage, WaitingAccount, WaitingPage,
};
use super::own_page::{DeletePage, OwnPage, SessionLine, Typed};
use super::page::{
    AskResetPage, DeadLinkPage, FollowPage, NewPasswordPage, ResumePage, SentPage, SignInPage, SignUpPage,
    email_field, new_password_field,
};
use super::provider_page::{IdentityLine, Problem, ProviderPage, leave_link};
use super::sign_up::name_field;
use super::stash::Stash;
use crate::db::UtcInstant;
use crate::demo::DemoRole;
use crate::i18n::{self, Locale};
use crate::store::members::MemberRow;
use crate::web::fields::{Choice, Field, FormMarks};
use crate::web::form::Form;
use crate::web::mail::stopped::StoppedNotice;
use crate::web::parts::Link;
use crate::web::samples::{at, say};

pub(super) const EMAIL: &str = "camille.roux@exemple.fr";

pub(super) fn errors(locale: Locale, field: &str, key: &str) -> Errors {
    let mut errors = Errors::default();
    errors.add(locale, field, key);
    errors
}

impl SignInPage {
    pub fn sample(locale: Locale) -> Self {
        let errors = errors(locale, "password", "account-error-credentials");
        Self {
            towards: "/lieux/l-usine-vivante".to_owned(),
            passkey: Some(FormMarks::default()),
            provider: Some(leave_link(locale, "Le Nuage de la Drôme", "/lieux/l-usine-vivante")),
            demo: Some(DemoAccounts::with(locale, FormMarks::default(), DemoRole::ALL)),
            ..Self::new(locale, FormMarks::default(), EMAIL, errors)
        }
    }

    /// Somebody is signed in already.
    pub fn already(locale: Locale) -> Self {
        Self {
            signed_in: say(locale, "Connecté·e comme Camille Roux.", "Signed in as Camille Roux."),
            go_on: at(locale, "/compte"),
            ..Self::new(locale, FormMarks::default(), "", Errors::default())
        }
    }

    /// A form waits.
    pub fn of_expired(locale: Locale) -> Self {
        let fields = vec![("title".to_owned(), "<b>Apéro</b> \"du\" jeudi".to_owned())];
        let stash = Stash { path: "/lieux/l-usine-vivante/evenements".to_owned(), fields };
        Self::expired(locale, FormMarks::default(), &stash)
    }
}

fn camille() -> MemberRow {
    let now = UtcInstant(DateTime::UNIX_EPOCH);
    MemberRow {
        id: 1,
        uid: String::new(),
        email: EMAIL.to_owned(),
        name: "Camille Roux".to_owned(),
        sort_key: String::new(),
        locale: "fr".to_owned(),
        state: "en-attente".to_owned(),
        coordinates: true,
        password_hash: Some(String::new()),
        created_at: now,
        changed_at: now,
    }
}

impl OwnPage {
    pub fn sample(locale: Locale) -> Self {
        let errors = errors(locale, "password_now", "account-error-current");
        let line = |id: i64, device: &str, here| SessionLine {
            id,
            form: FormMarks::default(),
            device: device.to_owned(),
            here,
            seen: i18n::text(locale, "own-sessions-seen-today"),
        };
        Self {
            passkeys: true,
            identities: vec![IdentityLine {
                id: 1,
                form: FormMarks::default(),
                provider: "Le Nuage de la Drôme".to_owned(),
                since: say(locale, "relié le 5 mars 2026", "linked on 5 March 2026"),
            }],
            stopped: Some(StoppedNotice::sample(locale)),
            sessions: vec![line(1, "Firefox, Android", true), line(2, "Safari, Mac", false)],
            ..Self::new(locale, &camille(), Typed::default(), errors, FormMarks::default)
        }
    }
}

impl ProviderPage {
    /// Each that there is.
    pub fn samples(locale: Locale) -> Vec<Self> {
        let provider = "Le Nuage de la Drôme";
        let problems = Problem::ALL.iter().map(|problem| Self::problem(locale, *problem, provider));
        problems.chain([Self::asked(locale, provider)]).collect()
    }
}

impl DeletePage {
    pub fn sample(locale: Locale) -> Self {
        let label = i18n::text(locale, "own-delete-password");
        Self {
            form: FormMarks::default(),
            errors: Vec::new(),
            last: false,
            password: Some(Field::of("password", "password_now", label).required()),
            username: EMAIL.to_owned(),
        }
    }

    /// Of the last coordinator.
    pub fn last(locale: Locale) -> Self {
        Self { last: true, ..Self::sample(locale) }
    }

    /// Without a password.
    pub fn by_mail(locale: Locale) -> Self {
        Self { password: None, ..Self::sample(locale) }
    }
}

impl NetworkRulesPage {
    pub fn sample(locale: Locale) -> Self {
        let text = |key: &str| i18n::text(locale, key);
        Self {
            errors: Vec::new(),
            form: FormMarks::default(),
            name: Field::text("name", text("network-rules-name")).value("Réseau de la Drôme").required(),
            signup: Choice::new("signup", text("network-rules-signup"))
                .option("ouverte", text("network-rules-signup-open"), true)
                .option("sur-validation", text("network-rules-signup-on-approval"), false),
            fade: super::rules::fade_choice(locale, 8),
            second_factor: Choice::tick("second_factor", text("network-rules-second-factor"), false)
                .hint(text("network-rules-second-factor-hint")),
            waiting: Link::new(
                say(locale, "3 comptes en attente", "3 waiting accounts"),
                at(locale, "/comptes-en-attente"),
            ),
            invite: InviteForm {
                form: FormMarks::default(),
                email: email_field(locale, "", &Errors::default()),
                role: Choice::new("role", text("network-rules-invite-as")).required().option(
                    "membre",
                    text("network-rules-invite-member"),
                    true,
                ),
                place: Some(Choice::new("place", text("network-rules-invite-place")).option(
                    "",
                    text("network-rules-invite-no-place"),
                    true,
                )),
            },
        }
    }
}

impl WaitingPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            accounts: vec![WaitingAccount {
                uid: "6f0c8f2e".to_owned(),
                name: "Inès Valdaron".to_owned(),
                asked: say(locale, "demande du 5 mars 2026", "asked on 5 March 2026"),
                places: vec!["L’Usine Vivante".to_owned()],
                accept: FormMarks::default(),
                decline: FormMarks::default(),
            }],
        }
    }
}

impl InvitedPage {
    fn with(locale: Locale, answer: InvitedAnswer) -> Self {
        Self {
            text: say(
                locale,
                "Inès Valdaron vous invite à rejoindre L’Usine Vivante.",
                "Inès Valdaron invites you to join L’Usine Vivante.",
            ),
            email: EMAIL.to_owned(),
            errors: Vec::new(),
            answer,
        }
    }

    /// Every way to answer.
    pub fn samples(locale: Locale) -> [Self; 4] {
        let none = Errors::default();
        let form = FormMarks::default;
        let name = Box::new(name_field(locale, "", &none));
        let password = Box::new(new_password_field(locale, "account-password", &none));
        let answers = [
            InvitedAnswer::Open { form: form(), name, password },
            InvitedAnswer::Accept { form: form() },
            InvitedAnswer::SignIn { href: at(locale, "/connexion?vers=/invitations/x") },
            InvitedAnswer::Other,
        ];
        answers.map(|answer| Self::with(locale, answer))
    }
}

impl SetUpPage {
    pub fn sample(locale: Locale) -> Self {
        let errors = errors(locale, "postcode", "set-up-error-postcode");
        let typed = [("network", "Tiers-lieux de la Drôme"), ("territory", "26"), ("postcode", "264")];
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        Self::new(locale, &Form::of_pairs(typed), errors)
    }
}

impl ResumePage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            form: FormMarks::default(),
            action: at(locale, "/lieux/l-usine-vivante/evenements"),
            fields: vec![("title".to_owned(), "<b>Apéro</b> \"du\" jeudi".to_owned())],
        }
    }
}

impl SignUpPage {
    pub fn sample(locale: Locale) -> Self {
        let errors = errors(locale, "email", "account-error-email");
        Self {
            closed: false,
            on_approval: true,
            form: FormMarks::default(),
            name: name_field(locale, "Camille Roux", &errors),
            email: email_field(locale, "camille", &errors),
            password: new_password_field(locale, "account-password", &errors),
            place: Some(
                Choice::new("place", i18n::text(locale, "account-place"))
                    .option("", i18n::text(locale, "account-place-none"), true)
                    .option("l-usine-vivante", "L’Usine Vivante, Crest", false),
            ),
            errors: errors.0,
        }
    }

    /// By invitation.
    pub fn closed(locale: Locale) -> Self {
        Self { closed: true, ..Self::sample(locale) }
    }
}

impl SentPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            lasts: i18n::text(locale, "account-sent-sign-in-lasts"),
            again: Link::new(i18n::text(locale, "account-sent-again"), at(locale, "/connexion")),
        }
    }
}

impl FollowPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            form: FormMarks::default(),
            heading: i18n::text(locale, "confirm-account-title"),
            text: say(locale, "Un dernier geste.", "One last step."),
            button: i18n::text(locale, "confirm-account-submit"),
            danger: false,
        }
    }
}

impl DeadLinkPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            advice: i18n::text(locale, "dead-link-invitation"),
            ways: vec![Link::new(i18n::text(locale, "dead-link-sign-in"), at(locale, "/connexion"))],
        }
    }
}

impl AskResetPage {
    pub fn sample(locale: Locale) -> Self {
        let email = email_field(locale, EMAIL, &Errors::default());
        Self { form: FormMarks::default(), errors: Vec::new(), email }
    }
}

impl NewPasswordPage {
    pub fn sample(locale: Locale) -> Self {
        let errors = errors(locale, "password", "account-error-password-easy");
        let password = new_password_field(locale, "reset-new", &errors);
        Self { form: FormMarks::default(), errors: errors.0, email: EMAIL.to_owned(), password }
    }
}
