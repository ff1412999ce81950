//! The pages of proposed events, as the previews and the tests of templates draw them.

use super::page::{Note, Preview};
use super::proposal::badge;
use super::proposal_page::{Decision, ProposalLine, ProposalPage, ProposalsPage};
use crate::domain::proposal::ProposalState;
use crate::i18n::{self, Locale};
use crate::web::fields::{Field, FieldError, FormMarks};
use crate::web::parts::{Link, Tone};
use crate::web::samples::{at, say};

impl ProposalLine {
    pub fn sample(locale: Locale, state: Option<ProposalState>) -> Self {
        Self {
            link: Link::new("<b>Apéro</b>", at(locale, "/evenements/propositions/1")),
            about: say(locale, "de Camille Roux, le 5 mars 2026", "from Camille Roux, on 5 March 2026"),
            state: state.map(|state| badge(locale, state)),
        }
    }
}

impl ProposalsPage {
    pub fn sample(locale: Locale) -> Self {
        let line = |state: &ProposalState| ProposalLine::sample(locale, Some(*state));
        let proposals = ProposalState::ALL.iter().map(line).collect();
        Self { proposals, places_href: at(locale, "/lieux") }
    }

    pub fn empty(locale: Locale) -> Self {
        Self { proposals: Vec::new(), ..Self::sample(locale) }
    }
}

impl ProposalPage {
    /// As a host sees it who declined without a word.
    pub fn sample(locale: Locale) -> Self {
        let wrong = i18n::text(locale, "proposals-fault-word");
        let word =
            Field::text("word", i18n::text(locale, "proposals-word")).required().rows(3).error(wrong.clone());
        Self {
            heading: "<b>Apéro</b>".to_owned(),
            crumb: Link::new("L’Usine Vivante", at(locale, "/lieux/l-usine-vivante/evenements")),
            state: badge(locale, ProposalState::Proposed),
            about: say(
                locale,
                "Proposé par Camille Roux à L’Usine Vivante, le 5 mars 2026",
                "Proposed by Camille Roux to L’Usine Vivante, on 5 March 2026",
            ),
            kind: i18n::text(locale, "event-kind-apero"),
            preview: Preview {
                sentence: say(locale, "Jeudi 14 mai 2026, de 18 h 30 à 20 h 30", "Thursday 14 May 2026"),
                notes: vec![Note {
                    tone: Tone::Warn,
                    text: say(locale, "Tout près, à Nyons :", "Nearby, at Nyons:"),
                    link: Some(Link::new("Café réparation", at(locale, "/evenements/cafe-reparation"))),
                }],
                ..Preview::default()
            },
            description_html: "<p>Apportez un plat.</p>".to_owned(),
            reason: say(locale, "On se connaît trop peu.", "We hardly know each other."),
            word: String::new(),
            event: None,
            problem: say(locale, "La salle est prise.", "The room is taken."),
            form: FormMarks::default(),
            action: at(locale, "/evenements/propositions/1"),
            can_withdraw: false,
            decision: Some(Decision {
                amend_href: at(locale, "/evenements/nouveau?proposition=1"),
                errors: vec![FieldError { name: "word".to_owned(), text: wrong }],
                word,
            }),
        }
    }

    /// As who proposed it sees it.
    pub fn own(locale: Locale) -> Self {
        Self { can_withdraw: true, decision: None, problem: String::new(), ..Self::sample(locale) }
    }

    pub fn decided(locale: Locale) -> Self {
        Self {
            state: badge(locale, ProposalState::Declined),
            word: say(locale, "Plutôt en juin ?", "Rather in June?"),
            event: Some(Link::new(
                i18n::text(locale, "proposals-see-event"),
                at(locale, "/evenements/cafe-reparation"),
            )),
            can_withdraw: false,
            ..Self::own(locale)
        }
    }
}
