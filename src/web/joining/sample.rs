//! Samples of the pages of joining.

use super::host_page::{
    Gesture, HostLine, HostedPlace, HostsPage, LetterDraft, NewcomerCard, NewcomersPage, PeoplePage,
    PersonRow, RequestCard, RulesPage, StepLine,
};
use super::page::{CharterBlock, CharterPage, JoinFields, JoinPage, LeavePage, OwnPlaceRow, OwnPlacesPage};
use crate::domain::member::MembershipKind;
use crate::domain::newcomer::NewcomerStep;
use crate::i18n::{self, Locale};
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::host_bar::{HostBar, HostRoom};
use crate::web::parts::{Badge, Empty, Link, Paging, Tone};
use crate::web::samples::{at, say};

const UID: &str = "3b6f1c52";

fn place(locale: Locale) -> Link {
    Link::new("L’Usine Vivante", at(locale, "/lieux/l-usine-vivante"))
}

fn room(locale: Locale, rest: &str) -> String {
    at(locale, &format!("/lieux/l-usine-vivante/{rest}"))
}

fn rules_link(locale: Locale) -> Link {
    Link::new(i18n::text(locale, "joining-people-rules"), room(locale, "reglages-accueil"))
}

fn kind(locale: Locale) -> Choice {
    let first = say(locale, "Résident·e", "Resident");
    Choice::new("kind", i18n::text(locale, "joining-kind")).option("resident", first, true).option(
        "nomade",
        say(locale, "Nomade", "Nomad"),
        false,
    )
}

fn charter(locale: Locale, agree: Option<Choice>) -> CharterBlock {
    CharterBlock {
        version: 2,
        about: say(locale, "Version 2, du 3 mars 2026", "Version 2, of 3 March 2026"),
        html: "<p>On range, on partage, on prévient.</p>".to_owned(),
        agree,
    }
}

fn agree(locale: Locale) -> Choice {
    Choice::tick("charter", i18n::text(locale, "joining-charter-agree"), false)
        .error(i18n::text(locale, "joining-error-charter"))
}

fn wrong(locale: Locale) -> Vec<FieldError> {
    vec![FieldError { name: "charter".to_owned(), text: i18n::text(locale, "joining-error-charter") }]
}

impl JoinPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            form: FormMarks::default(),
            place: place(locale),
            heading: say(locale, "Rejoindre L’Usine Vivante", "Join L’Usine Vivante"),
            lede: i18n::text(locale, "joining-on-request"),
            errors: wrong(locale),
            problem: String::new(),
            fields: Some(JoinFields {
                kind: kind(locale),
                charter: Some(charter(locale, Some(agree(locale)))),
                submit: i18n::text(locale, "joining-submit-request"),
            }),
            ways: Vec::new(),
        }
    }

    pub fn asked(locale: Locale) -> Self {
        let ways = vec![Link::new(i18n::text(locale, "joining-withdraw"), room(locale, "quitter"))];
        Self { fields: None, errors: Vec::new(), ways, ..Self::sample(locale) }
    }
}

impl CharterPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            form: FormMarks::default(),
            place: place(locale),
            heading: i18n::text(locale, "charter-title"),
            errors: wrong(locale),
            charter: charter(locale, Some(agree(locale))),
            accepted: say(locale, "Vous avez accepté la version 1.", "You accepted version 1."),
        }
    }

    pub fn read(locale: Locale) -> Self {
        let accepted = String::new();
        Self { charter: charter(locale, None), errors: Vec::new(), accepted, ..Self::sample(locale) }
    }
}

impl LeavePage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            form: FormMarks::default(),
            place: place(locale),
            heading: say(locale, "Quitter L’Usine Vivante", "Leave L’Usine Vivante"),
            problem: say(locale, "Nommez d’abord quelqu’un d’autre.", "Name somebody else first."),
            is_request: false,
            back: Link::new(i18n::text(locale, "leaving-keep"), at(locale, "/moi/lieux")),
        }
    }
}

impl OwnPlacesPage {
    pub fn sample(locale: Locale) -> Self {
        let host = Badge { label: i18n::text(locale, "membership-role-animation"), tone: Tone::Calm };
        let row = OwnPlaceRow {
            place: place(locale),
            commune: "Crest".to_owned(),
            kind: say(locale, "Nomade", "Nomad"),
            since: say(locale, "depuis le 3 mars 2026", "since 3 March 2026"),
            role: Some(host),
            form: FormMarks::default(),
            slug: "l-usine-vivante".to_owned(),
            change: super::room::kind_choice(
                locale,
                "l-usine-vivante",
                i18n::text(locale, "joining-kind"),
                MembershipKind::Nomad,
            ),
            ways: vec![Link::new(i18n::text(locale, "joining-leave"), room(locale, "quitter"))],
        };
        Self { places: vec![row], empty: None }
    }

    pub fn empty(locale: Locale) -> Self {
        let empty = Empty {
            title: i18n::text(locale, "own-places-empty"),
            text: i18n::text(locale, "own-places-empty-text"),
            suggestions: vec![Link::new(i18n::text(locale, "own-places-find"), at(locale, "/lieux"))],
        };
        Self { places: Vec::new(), empty: Some(empty) }
    }
}

impl PeoplePage {
    pub fn sample(locale: Locale) -> Self {
        let request = RequestCard {
            form: FormMarks::default(),
            uid: UID.to_owned(),
            name: "Anaïs <b>Apéro".to_owned(),
            initials: "AR".to_owned(),
            kind: say(locale, "Nomade", "Nomad"),
            asked: say(locale, "Demande du 3 mars 2026", "Request of 3 March 2026"),
            account: i18n::text(locale, "joining-people-account-waiting"),
            action: room(locale, "membres/3b6f1c52"),
            remark: remark(locale, UID),
        };
        Self {
            bar: Some(HostBar::sample(locale, Some(HostRoom::Members))),
            place: place(locale),
            heading: i18n::text(locale, "joining-people-title"),
            problem: i18n::text(locale, "joining-error-not-asked"),
            requests: vec![request],
            search_href: room(locale, "membres"),
            q: String::new(),
            count: say(locale, "2 membres", "2 members"),
            people: vec![host_row(locale), member_row(locale)],
            paging: Some(Paging {
                previous: None,
                next: Some(room(locale, "membres?page=2")),
                label: say(locale, "Page 1 sur 2", "Page 1 of 2"),
            }),
            rules: rules_link(locale),
        }
    }
}

fn remark(locale: Locale, uid: &str) -> Field {
    Field::text(&format!("remark-{uid}"), say(locale, "Un mot pour Anaïs", "A word for Anaïs")).rows(2)
}

fn host_row(locale: Locale) -> PersonRow {
    PersonRow {
        uid: "9c1d".to_owned(),
        name: "Théo Vial".to_owned(),
        initials: "TV".to_owned(),
        kind: say(locale, "Résident·e", "Resident"),
        since: say(locale, "Membre depuis le 3 mars 2026", "Member since 3 March 2026"),
        role: Some(Badge { label: i18n::text(locale, "membership-role-animation"), tone: Tone::Calm }),
        charter: say(locale, "Charte acceptée, version 2", "Charter accepted, version 2"),
        action: room(locale, "membres/9c1d"),
        gestures: Vec::new(),
        note: say(locale, "Théo Vial est la seule personne.", "Théo Vial is the only one."),
    }
}

fn member_row(locale: Locale) -> PersonRow {
    let gesture = |code, key: &str, remark| Gesture {
        form: FormMarks::default(),
        code,
        label: i18n::text(locale, key),
        hint: say(locale, "Camille Roux reste membre du lieu.", "Camille Roux stays a member."),
        remark,
        choice: (code == "kind")
            .then(|| super::room::kind_choice(locale, "77aa", "Camille".to_owned(), MembershipKind::Nomad)),
    };
    PersonRow {
        uid: "77aa".to_owned(),
        name: "Camille Roux".to_owned(),
        initials: "CR".to_owned(),
        role: None,
        action: room(locale, "membres/77aa"),
        gestures: vec![
            gesture("kind", "joining-kind-change", None),
            gesture("make-host", "joining-people-make-host", None),
            gesture("remove", "joining-people-remove", Some(remark(locale, "77aa"))),
        ],
        note: String::new(),
        ..host_row(locale)
    }
}

impl NewcomersPage {
    pub fn sample(locale: Locale) -> Self {
        let text = Field::text("letter-77aa", i18n::text(locale, "newcomers-letter-text"))
            .value(say(locale, "Bonjour Camille,\n\nÇa va ?", "Hello Camille,\n\nAre you well?"))
            .hint(say(locale, "La réponse arrivera à votre adresse.", "The answer comes to your address."))
            .required();
        let draft = LetterDraft {
            form: FormMarks::default(),
            heading: say(locale, "Camille Roux, un mois après", "Camille Roux, one month after"),
            action: room(locale, "accueil/77aa"),
            reminder: "un-mois",
            text,
        };
        Self {
            token: String::new(),
            bar: Some(HostBar::sample(locale, Some(HostRoom::Welcome))),
            place: place(locale),
            heading: i18n::text(locale, "newcomers-title"),
            problem: i18n::text(locale, "joining-error-letter-decided"),
            letters: vec![draft],
            people: vec![card(locale)],
            empty: None,
            rules: rules_link(locale),
        }
    }

    pub fn empty(locale: Locale) -> Self {
        let empty = Empty {
            title: i18n::text(locale, "newcomers-none"),
            text: i18n::text(locale, "newcomers-none-text"),
            suggestions: Vec::new(),
        };
        let (letters, people) = (Vec::new(), Vec::new());
        Self { letters, people, problem: String::new(), empty: Some(empty), ..Self::sample(locale) }
    }
}

fn card(locale: Locale) -> NewcomerCard {
    let step = |(n, step): (usize, &NewcomerStep)| StepLine {
        code: step.code(),
        label: i18n::text(locale, &format!("newcomers-step-{step}")),
        done: n < 2,
        by: if n == 0 {
            say(locale, "noté par Théo le 3 mars", "noted by Théo on 3 March")
        } else {
            String::new()
        },
        button: match n {
            0 => i18n::text(locale, "newcomers-untick"),
            1 | 5 => String::new(),
            _ => i18n::text(locale, "newcomers-tick"),
        },
    };
    let label = say(locale, "Parrain ou marraine de Camille", "Sponsor of Camille");
    let sponsor = Choice::new("sponsor-77aa", label)
        .option("", i18n::text(locale, "newcomers-sponsor-choose"), true)
        .option("9c1d", "Théo Vial", false)
        .required();
    NewcomerCard {
        uid: "77aa".to_owned(),
        name: "Camille Roux".to_owned(),
        initials: "CR".to_owned(),
        kind: say(locale, "Nomade", "Nomad"),
        joined: say(locale, "Membre depuis le 3 février 2026", "Member since 3 February 2026"),
        progress: say(locale, "2 sur 7", "2 of 7"),
        action: room(locale, "accueil/77aa"),
        steps: NewcomerStep::ALL.iter().enumerate().map(step).collect(),
        sponsor: Some(sponsor),
        letters: vec![say(locale, "Lettre mise de côté.", "Letter set aside.")],
    }
}

impl RulesPage {
    pub fn sample(locale: Locale) -> Self {
        let joining = Choice::new("joining", i18n::text(locale, "joining-rules-joining"))
            .option("directe", i18n::text(locale, "joining-rules-joining-directe"), true)
            .option("sur-demande", i18n::text(locale, "joining-rules-joining-sur-demande"), false);
        Self {
            form: FormMarks::default(),
            bar: Some(HostBar::sample(locale, Some(HostRoom::Welcome))),
            place: place(locale),
            heading: i18n::text(locale, "joining-rules-title"),
            errors: Vec::new(),
            joining,
            welcome: Field::text("welcome", i18n::text(locale, "joining-rules-welcome")),
            charter: Field::text("charter", i18n::text(locale, "joining-rules-charter")).rows(14),
            written_upon: 1,
            in_force: i18n::text(locale, "joining-rules-charter-none"),
            conflict: Some((
                say(locale, "Théo a changé la charte.", "Théo changed the charter."),
                charter(locale, None),
            )),
        }
    }
}

impl HostsPage {
    pub fn sample(locale: Locale) -> Self {
        let release = say(locale, "Retirer l’animation à Théo", "Théo no longer hosts");
        let place = |slug: &str, name: &str, hosts, open| HostedPlace {
            form: FormMarks::default(),
            slug: slug.to_owned(),
            place: Link::new(name, at(locale, &format!("/lieux/{slug}"))),
            commune: "Crest".to_owned(),
            hosts,
            email: Field::of("email", &format!("email-{slug}"), i18n::text(locale, "joining-hosts-email"))
                .required(),
            open,
        };
        let theo = HostLine {
            form: FormMarks::default(),
            uid: "9c1d".to_owned(),
            name: "Théo Vial".to_owned(),
            release,
        };
        Self {
            action: at(locale, "/reseau/animateurs"),
            problem: String::new(),
            without: say(locale, "Un lieu n’a personne.", "One place has nobody."),
            q: String::new(),
            places: vec![
                place("l-usine-vivante", "L’Usine Vivante", vec![theo], false),
                place("la-gare", "La Gare", Vec::new(), true),
            ],
            paging: None,
            empty: None,
        }
    }
}
