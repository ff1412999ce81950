//! The pages of members, filled in, in both languages.

use super::fields::{Drawn, Values, told};
use super::page::{
    ConversationCard, ConversationPage, EditProfilePage, InboxPage, MemberCard, MemberPage, MembersPage,
    Message, PhotoPage, Portrait, PreviewPage, ProfileSheet, View, WritePage,
};
use super::write::{Refusal, words_field};
use crate::domain::language::Language;
use crate::domain::message::WordsError;
use crate::domain::profile::{Audience, Availability, Problem, Profile, ProfileField, Viewpoint};
use crate::domain::skill::SkillTag;
use crate::i18n::{self, Locale};
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::parts::{Badge, Empty, Link, Paging, Tone};
use crate::web::samples::{at, filters, say};

fn portrait() -> Portrait {
    Portrait { initials: "CR".into(), photo: String::new() }
}

fn sheet(locale: Locale) -> ProfileSheet {
    let link = |label: &str| Link::new(label, at(locale, "/membres?competence=python"));
    ProfileSheet {
        name: "Camille Roux".into(),
        portrait: portrait(),
        pronouns: say(locale, "elle", "she"),
        activity_html: "<p>&lt;b&gt;Apéro, vélo, boulot.</p>".into(),
        skills: vec![link("Python"), link("Sérigraphie"), link("Vannerie sauvage d’osier vivant")],
        wants: vec!["Tournage sur bois".into(), "Inkscape".into()],
        languages: say(locale, "français, anglais", "French, English"),
        availability: vec![Link::new(say(locale, "un café", "a coffee"), at(locale, "/membres?dispo=cafe"))],
        places: vec![Link::new("L’Usine Vivante", at(locale, "/lieux/l-usine-vivante"))],
        links: vec![Link::new("exemple.fr", "https://exemple.fr")],
        blank: false,
    }
}

impl MembersPage {
    pub fn sample(locale: Locale) -> Self {
        let card = |name: &str| MemberCard {
            href: at(locale, "/membres/0d5b7c1e-3c5b-4d0c-8a53-a6a6b2c8e1f0"),
            name: name.into(),
            portrait: portrait(),
            summary: "<b>Apéro, vélo, boulot : je répare, je relie, je raconte.".into(),
            places: "L’Usine Vivante, Latelier".into(),
            skills: vec!["Python".into(), "Sérigraphie".into()],
            availability: vec![say(locale, "un café", "a coffee")],
        };
        Self {
            heading: say(locale, "Membres", "Members"),
            notice: String::new(),
            count: say(locale, "3 personnes", "3 people"),
            sign_in: Some(Link::new(say(locale, "Se connecter", "Sign in"), at(locale, "/connexion"))),
            filters: filters(locale, "/membres"),
            members: ["Camille Roux", "Nadia Lopez", "Éloïse Maisonneuve-Delaforge"].map(card).into(),
            paging: Some(Paging {
                previous: None,
                next: Some(at(locale, "/membres?page=2")),
                label: say(locale, "Page 1 sur 2", "Page 1 of 2"),
            }),
            empty: None,
        }
    }

    pub fn empty(locale: Locale) -> Self {
        let text = |key| i18n::text(locale, key);
        let all = Link::new(text("members-empty-all"), at(locale, "/membres"));
        Self {
            members: Vec::new(),
            paging: None,
            sign_in: None,
            empty: Some(Empty {
                title: text("members-empty"),
                text: text("members-empty-text"),
                suggestions: vec![all],
            }),
            ..Self::sample(locale)
        }
    }
}

impl MemberPage {
    pub fn sample(locale: Locale) -> Self {
        let write = Link::new(
            say(locale, "Écrire à Camille Roux", "Write to Camille Roux"),
            at(locale, "/membres/a/ecrire"),
        );
        let report = Link::new(i18n::text(locale, "report-member-link"), at(locale, "/membres/a/signaler"));
        let suspend = Link::new(i18n::text(locale, "suspend-this"), at(locale, "/membres/a/suspendre"));
        Self { sheet: sheet(locale), own: false, write: Some(write), care: vec![report, suspend] }
    }

    pub fn own(locale: Locale) -> Self {
        Self { own: true, write: None, care: Vec::new(), ..Self::sample(locale) }
    }
}

fn profile() -> Profile {
    let tags = |labels: &[&str]| labels.iter().filter_map(|label| SkillTag::parse(label)).collect();
    let mut profile = Profile {
        name: "Camille Roux".into(),
        pronouns: "elle".into(),
        activity: "<b>Apéro, vélo, boulot.".into(),
        skills: tags(&["Python", "Vannerie sauvage"]),
        wants: tags(&["Inkscape"]),
        languages: vec![Language::French, Language::English],
        availability: vec![Availability::Coffee],
        links: vec!["https://exemple.fr".into()],
        ..Profile::default()
    };
    profile.audiences.set(ProfileField::Name, Audience::Public);
    profile.audiences.set(ProfileField::Wants, Audience::Nobody);
    profile
}

impl EditProfilePage {
    fn drawn(locale: Locale, errors: Vec<FieldError>) -> Self {
        let values = Values::of(&profile());
        let since = "2026-03-05T09:00:00Z".parse().unwrap();
        let drawn = Drawn {
            locale,
            values: &values,
            errors: &errors,
            public_since: &[(ProfileField::Name, since)],
            day_of: &|at| at.date_naive(),
        };
        Self {
            form: FormMarks::default(),
            rows: drawn.rows(),
            vocabulary: vec!["Python".into(), "Sérigraphie".into()],
            agree: None,
            errors,
        }
    }

    pub fn sample(locale: Locale) -> Self {
        Self::drawn(locale, Vec::new())
    }

    pub fn wrong(locale: Locale) -> Self {
        let problems = [
            Problem::NotAName,
            Problem::TooLong { field: ProfileField::Activity, most: 2_000 },
            Problem::NotASkill { field: ProfileField::Skills, typed: "!?".into() },
            Problem::TooMany { field: ProfileField::Wants, most: 20 },
            Problem::NotAnAddress { typed: "<b>Apéro</b> et encore bien des mots".into() },
        ];
        let agree = Choice::tick(
            "agree",
            say(locale, "Je choisis de rendre public : nom", "I choose to make public: name"),
            false,
        );
        let page = Self::drawn(locale, problems.iter().map(|problem| told(locale, problem)).collect());
        Self { agree: Some(agree.error(i18n::text(locale, "profile-agree-missing"))), ..page }
    }
}

impl PhotoPage {
    pub fn sample(locale: Locale) -> Self {
        let photo = "/membres/0d5b7c1e-3c5b-4d0c-8a53-a6a6b2c8e1f0/photo?v=0d5b7c1e".to_owned();
        let file = Field { accept: "image/jpeg", ..Field::text("photo", i18n::text(locale, "photo-choose")) };
        Self {
            form: FormMarks::default(),
            errors: Vec::new(),
            portrait: Portrait { photo, ..portrait() },
            file: file.required().error(i18n::text(locale, "picture-damaged")),
        }
    }
}

impl PreviewPage {
    pub fn sample(locale: Locale) -> Self {
        let view = |viewpoint: &Viewpoint| {
            let hidden = *viewpoint == Viewpoint::Visitor;
            let listed =
                if hidden { ("preview-not-listed", Tone::Calm) } else { ("preview-listed", Tone::Good) };
            View {
                anchor: viewpoint.code(),
                heading: i18n::text(locale, &format!("preview-{viewpoint}")),
                who: i18n::text(locale, &format!("preview-{viewpoint}.who")),
                listed: Badge { label: i18n::text(locale, listed.0), tone: listed.1 },
                sheet: ProfileSheet { blank: hidden, ..sheet(locale) },
            }
        };
        Self { form: FormMarks::default(), views: Viewpoint::ALL.iter().map(view).collect(), seen: true }
    }
}

impl WritePage {
    pub fn sample(locale: Locale) -> Self {
        let refusal = Some(Refusal::Words(WordsError::Blank));
        let (words, errors, refused) = words_field(locale, i18n::text(locale, "message-words"), "", refusal);
        Self {
            form: FormMarks::default(),
            errors,
            name: "Camille Roux".into(),
            profile_href: at(locale, "/membres/a"),
            words,
            refused,
            conversation: Some(Link::new("Camille Roux", at(locale, "/moi/messages/a"))),
        }
    }
}

impl InboxPage {
    pub fn sample(locale: Locale) -> Self {
        let card = |name: &str, awaits| ConversationCard {
            href: at(locale, "/moi/messages/a"),
            name: name.into(),
            initials: "CR".into(),
            when: say(locale, "jeudi 5 mars à 10 h", "Thursday 5 March at 10 am"),
            awaits,
        };
        Self { conversations: vec![card("Camille Roux", true), card("Nadia Lopez", false)] }
    }

    pub fn empty() -> Self {
        Self { conversations: Vec::new() }
    }
}

impl ConversationPage {
    pub fn sample(locale: Locale) -> Self {
        let message = |author: &str, own, words: &str| Message {
            author: author.into(),
            own,
            when: say(locale, "jeudi 5 mars à 10 h", "Thursday 5 March at 10 am"),
            words: words.into(),
            report: if own { String::new() } else { at(locale, "/moi/messages/a/signaler/1") },
        };
        let (words, errors, refused) = words_field(locale, i18n::text(locale, "message-answer"), "", None);
        Self {
            form: FormMarks::default(),
            errors,
            name: "Camille Roux".into(),
            profile_href: at(locale, "/membres/a"),
            messages: vec![
                message("Camille Roux", false, "Bonjour,\n<b>Apéro mardi ?"),
                message(&i18n::text(locale, "message-me"), true, "Volontiers."),
            ],
            email: "camille.roux@exemple.fr".into(),
            addresses: String::new(),
            words,
            refused,
            blocked: false,
            block_action: at(locale, "/moi/messages/a/bloquer"),
        }
    }

    pub fn blocked(locale: Locale) -> Self {
        let refused = i18n::text(locale, "message-not-taken");
        Self {
            blocked: true,
            email: String::new(),
            profile_href: String::new(),
            refused,
            ..Self::sample(locale)
        }
    }

    pub fn unanswered(locale: Locale) -> Self {
        let addresses =
            crate::web::rows::say(locale, "message-addresses-partner", "name", "Camille Roux".into());
        Self { addresses, email: String::new(), ..Self::sample(locale) }
    }
}
