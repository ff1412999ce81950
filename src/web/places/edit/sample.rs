//! Samples of the editing pages.

use super::checks::Checks;
use super::conflict::{Conflict, ConflictRow};
use super::page::{
    DoorForm, DoorPage, EditBrickPage, EditBrickRow, EditBricksPage, EditClosureRow, EditClosuresPage,
    EditEquipmentBrick, EditEquipmentPage, EditHead, EditHoursPage, EditOverviewPage, EditPart, EditPartner,
    EditPerson, EditPhoto, EditPhotosPage, EditPiece, EditSheetPage, EditTeamPage, HistoryEntry, HistoryRow,
    NewPhoto, PlaceHistoryPage, Undo,
};
use super::week::TypedWeek;
use crate::i18n::Locale;
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::host_bar::{HostBar, HostRoom};
use crate::web::parts::{Badge, Link, Tone};
use crate::web::places::page::PhotoView;
use crate::web::samples::{at, event, say};

fn head(locale: Locale, part: &str) -> EditHead {
    EditHead {
        bar: Some(HostBar::sample(locale, Some(HostRoom::Edit))),
        place: Link::new("L’Usine Vivante", at(locale, "/lieux/l-usine-vivante")),
        overview_href: at(locale, "/lieux/l-usine-vivante/modifier"),
        history_href: at(locale, "/lieux/l-usine-vivante/modifier/historique"),
        here: at(locale, &format!("/lieux/l-usine-vivante/modifier/{part}")),
        form: FormMarks::default(),
        seen: 12,
        errors: Vec::new(),
        conflict: None,
    }
}

fn conflict(locale: Locale) -> Conflict {
    Conflict {
        told: say(
            locale,
            "Inès Valdaron a changé cette partie (aujourd’hui, 9 h 12) pendant que vous écriviez.",
            "Inès Valdaron changed this part (today, 9:12) while you were writing.",
        ),
        rows: vec![ConflictRow {
            label: say(locale, "En une phrase", "In one sentence"),
            theirs: "Une ancienne usine tenue par celles et ceux qui y travaillent.".to_owned(),
            yours: String::new(),
        }],
    }
}

impl EditOverviewPage {
    pub fn sample(locale: Locale) -> Self {
        let part = |code: &str, fr: &str, en: &str, state: &str| EditPart {
            link: Link::new(
                say(locale, fr, en),
                at(locale, &format!("/lieux/l-usine-vivante/modifier/{code}")),
            ),
            state: state.to_owned(),
        };
        Self {
            head: head(locale, ""),
            confirmed: say(
                locale,
                "Fiche confirmée le 3 février 2026.",
                "Details confirmed on 3 February 2026.",
            ),
            unconfirmed: say(
                locale,
                "Cette fiche n’a pas été confirmée.",
                "These details are not confirmed.",
            ),
            door_href: at(locale, "/lieux/l-usine-vivante/porte"),
            parts: vec![
                part("fiche", "Nom, présentation et accès", "Name, presentation and access", "26400 Crest"),
                part("fermetures", "Fermetures exceptionnelles", "Exceptional closures", ""),
            ],
        }
    }
}

impl EditSheetPage {
    pub fn sample(locale: Locale) -> Self {
        let field = |name: &str, label: &str| Field::text(name, label).value("…");
        let error = say(locale, "Indiquez-le pour continuer.", "Fill this in to go on.");
        Self {
            head: EditHead {
                errors: vec![FieldError { name: "name".to_owned(), text: error.clone() }],
                conflict: Some(conflict(locale)),
                ..head(locale, "fiche")
            },
            name: Field::text("name", say(locale, "Nom", "Name")).required().error(error),
            summary: field("summary", "En une phrase").hint("Ce qu’on lit dans la liste."),
            description: field("description", "Présentation"),
            address: field("address", "Numéro et rue"),
            postcode: field("postcode", "Code postal"),
            commune: field("commune", "Commune"),
            point: field("point", "Point exact sur la carte"),
            website: field("website", "Site web"),
            directions: field("directions", "Comment venir"),
            accessibility: Choice::new("accessibility", "Accessibilité")
                .option("moteur", "Handicap moteur", true)
                .option("visuel", "Handicap visuel", false),
            accessibility_note: field("accessibility-note", "Précisions"),
        }
    }
}

impl EditBricksPage {
    pub fn sample(locale: Locale) -> Self {
        let row = |code: &'static str, name: &str, first: bool| EditBrickRow {
            code,
            name: name.to_owned(),
            kind: say(locale, "Fablab, makerspace", "Fablab, makerspace"),
            href: at(locale, &format!("/lieux/l-usine-vivante/modifier/briques/{code}")),
            first,
            last: !first,
        };
        Self {
            head: head(locale, "briques"),
            bricks: vec![row("fablab", "Le Labo", true), row("cafe", "Le Comptoir", false)],
            kind: Choice::new("kind", say(locale, "Activité", "Activity"))
                .required()
                .option("", say(locale, "Choisir…", "Choose…"), true)
                .option("epn", say(locale, "Espace public numérique", "Public digital space"), false),
            undo: Some(Undo {
                told: say(locale, "Coworking : retiré de la page.", "Coworking: removed from the page."),
                action: at(locale, "/lieux/l-usine-vivante/modifier/historique"),
                change: 12,
                back: "briques",
            }),
        }
    }
}

impl EditBrickPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            head: head(locale, "briques/fablab"),
            title: "Fablab, makerspace".to_owned(),
            bricks_href: at(locale, "/lieux/l-usine-vivante/modifier/briques"),
            name: Field::text("name", say(locale, "Nom propre", "Own name")).value("Le Labo"),
            text: Field::text("text", say(locale, "Présentation", "Presentation")),
            contact: Field::text("contact", "Contact").value("labo@usine.example"),
            week: TypedWeek::of("Sa[1] 09:00-12:00").fields(&Checks::new(locale), false),
        }
    }
}

impl EditHoursPage {
    pub fn sample(locale: Locale) -> Self {
        let mut checks = Checks::new(locale);
        checks.refuse("je-1-de", "place-edit-hours-half");
        Self {
            head: EditHead { errors: checks.errors.clone(), ..head(locale, "horaires") },
            week: TypedWeek::of("Mo-Fr 09:00-12:00,14:00-18:00; PH off").fields(&checks, true),
            closures_href: at(locale, "/lieux/l-usine-vivante/modifier/fermetures"),
        }
    }
}

impl EditClosuresPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            head: head(locale, "fermetures"),
            closures: vec![EditClosureRow {
                told: say(
                    locale,
                    "Fermé du lundi 3 au dimanche 23 août : congés d’été.",
                    "Closed from Monday 3 to Sunday 23 August: summer break.",
                ),
                first: "2026-08-03".to_owned(),
                last: "2026-08-23".to_owned(),
                clashes: vec![event(locale, 1)],
                clash: say(
                    locale,
                    "Un rendez-vous tombe pendant cette fermeture.",
                    "One event falls into this closure.",
                ),
            }],
            first: Field::of("date", "first", say(locale, "Premier jour fermé", "First closed day"))
                .required(),
            last: Field::of("date", "last", say(locale, "Dernier jour fermé", "Last closed day")),
            reason: Field::text("reason", say(locale, "Raison", "Reason")),
        }
    }
}

impl EditEquipmentPage {
    pub fn sample(locale: Locale) -> Self {
        let piece = EditPiece {
            was: "imprimante 3D".to_owned(),
            name: Field::text("name-fablab-0", say(locale, "Nom", "Name")).value("imprimante 3D").required(),
            state: Choice::new("state-fablab-0", say(locale, "État", "State"))
                .option("en-service", say(locale, "En service", "In service"), false)
                .option("en-panne", say(locale, "En panne", "Out of order"), true),
            note: Field::text("note-fablab-0", say(locale, "Précision", "Note")),
            badge: Some(Badge { label: say(locale, "En panne", "Out of order"), tone: Tone::Warn }),
            since: say(locale, "depuis le mardi 3 mars", "since Tuesday 3 March"),
            open: true,
        };
        Self {
            head: head(locale, "equipement"),
            bricks: vec![EditEquipmentBrick {
                code: "fablab",
                name: "Le Labo".to_owned(),
                pieces: vec![piece],
                new: Field::text("new-fablab", say(locale, "Ajouter un équipement", "Add a piece"))
                    .required(),
            }],
            bricks_href: at(locale, "/lieux/l-usine-vivante/modifier/briques"),
            undo: None,
        }
    }
}

impl EditPhotosPage {
    pub fn sample(locale: Locale) -> Self {
        let alt = say(locale, "La cour et son tilleul", "The courtyard and its lime tree");
        let field =
            |name: &str| Field::text(name, say(locale, "Ce qu’elle montre", "What it shows")).required();
        Self {
            head: head(locale, "photos"),
            photos: vec![EditPhoto {
                uid: "a1".to_owned(),
                photo: PhotoView {
                    href: "/photos/a1".to_owned(),
                    alt: alt.clone(),
                    width: 1_600,
                    height: 900,
                },
                alt: field("alt-0").value(alt),
                first: true,
                last: true,
            }],
            undo: None,
            new: Some(NewPhoto { file: Field::of("file", "file", "Photo").required(), alt: field("alt") }),
        }
    }
}

impl EditTeamPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            head: head(locale, "equipe"),
            people: vec![EditPerson {
                name: Field::text("person-0", say(locale, "Nom", "Name")).value("Inès Valdaron"),
                role: Choice::new("role-0", say(locale, "Rôle", "Role")).option(
                    "animation",
                    "Animation",
                    true,
                ),
            }],
            partners: vec![EditPartner {
                name: Field::text("partner-0", say(locale, "Partenaire", "Partner")),
                kind: Choice::new("kind-0", say(locale, "Lien", "Tie")).option(
                    "association",
                    "Association",
                    true,
                ),
                website: Field::text("website-0", say(locale, "Site web", "Website")),
            }],
        }
    }
}

impl PlaceHistoryPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            head: head(locale, "historique"),
            changes: vec![HistoryEntry {
                id: 12,
                part: say(locale, "Horaires", "Opening hours"),
                signed: say(
                    locale,
                    "Inès Valdaron, jeudi 5 mars 2026 à 9 h 12",
                    "Inès Valdaron, Thursday 5 March 2026 at 9:12",
                ),
                rows: vec![HistoryRow {
                    label: say(locale, "Horaires", "Opening hours"),
                    before: String::new(),
                    after: say(locale, "Du lundi au vendredi : 9 h–18 h", "Monday to Friday: 9:00–18:00"),
                }],
                way_back: true,
            }],
            older: Some(Link::new(
                say(locale, "Changements plus anciens", "Older changes"),
                at(locale, "/lieux/l-usine-vivante/modifier/historique?avant=12"),
            )),
        }
    }
}

impl DoorForm {
    pub fn sample(locale: Locale, open: bool) -> Self {
        Self {
            action: at(locale, "/lieux/l-usine-vivante/porte"),
            form: FormMarks::default(),
            badge: Some(Badge {
                label: say(locale, "Ouvert maintenant, jusqu’à 18 h", "Open now, until 6 pm"),
                tone: Tone::Good,
            }),
            open,
            said: true,
        }
    }
}

impl DoorPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            place: Link::new("L’Usine Vivante", at(locale, "/lieux/l-usine-vivante")),
            edit_href: at(locale, "/lieux/l-usine-vivante/modifier"),
            door: DoorForm::sample(locale, true),
            said_by: say(locale, "Inès Valdaron, à 8 h 45", "Inès Valdaron, at 8:45"),
        }
    }
}
