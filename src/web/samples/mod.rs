//! Every page in both languages, from samples: what a template asks for and a struct lacks, a
//! message that is missing, an address that leaves the site, is found here.

pub mod map;
mod parts;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::about::page::{AccessibilityPage, LegalPage, PrivacyPage, SourcesPage};
use super::accounts::factor_page::{FactorPage, RecoveryCodesPage, SecondStepPage};
use super::accounts::network_page::{InvitedPage, NetworkRulesPage, SetUpPage, WaitingPage};
use super::accounts::own_page::{DeletePage, OwnPage};
use super::accounts::page::{
    AskResetPage, DeadLinkPage, FollowPage, NewPasswordPage, ResumePage, SentPage, SignInPage, SignUpPage,
};
use super::accounts::passkey_page::{PasskeyPage, PasskeysPage};
use super::accounts::provider_page::ProviderPage;
use super::agenda::page::AgendaPage;
use super::assets;
use super::care::page::{DecidePage, ReportPage, ReportsPage, SuspendPage, SuspensionsPage};
use super::digest::page::DigestPreviewPage;
use super::errors::page::{NotFoundPage, ProblemPage};
use super::events::page::EventPage;
use super::fields::FormMarks;
use super::frame::{Corner, FeedLink, Frame, JsonLd, Section};
use super::home::page::HomePage;
use super::host_weeks::page::{LeaveNotePage, NotePreviewPage, NotesPage, WeekOverPage, WeekPage};
use super::hosting::cohosts_page::CohostsPage;
use super::hosting::page::{
    ChangePage, ChoicePage, ConflictPage, CoverPage, DatesPage, EventFormPage, HostedPage,
};
use super::hosting::proposal_page::{ProposalPage, ProposalsPage};
use super::joining::host_page::{HostsPage, NewcomersPage, PeoplePage, RulesPage};
use super::joining::page::{CharterPage, JoinPage, LeavePage, OwnPlacesPage};
use super::mail::page::{LetterPage, MailboxPage, QueuePage, TrialPage};
use super::members::page::{
    ConversationPage, EditProfilePage, InboxPage, MemberPage, MembersPage, PhotoPage, PreviewPage, WritePage,
};
use super::mine::page::{MyAgendaPage, MyFeedPage, MyFeedsPage};
use super::pages::{Page, TEMPLATES, render};
use super::parts::Link;
use super::places::edit::page::{
    DoorPage, EditBrickPage, EditBricksPage, EditClosuresPage, EditEquipmentPage, EditHoursPage,
    EditOverviewPage, EditPhotosPage, EditSheetPage, EditTeamPage, PlaceHistoryPage,
};
use super::places::page::{PlacePage, PlacesPage, TerritoryPage};
use super::registrations::page as coming;
use super::subscribing::page as told;
use crate::i18n::{self, Locale};

pub use parts::{at, day, event, filters, say, subscribe};

fn frame(locale: Locale, section: Section, path: &str, title: &str) -> Frame {
    Frame {
        title: title.to_owned(),
        description: say(
            locale,
            "Les tiers-lieux de la Drôme et leur agenda.",
            "The tiers-lieux of the Drôme and their agenda.",
        ),
        json_ld: Some(JsonLd::from(
            &serde_json::json!({ "@context": "https://schema.org", "name": "</script>" }),
        )),
        section,
        demo: true,
        feeds: vec![
            FeedLink::calendar(Link::new("Agenda", "/agenda.ics")),
            FeedLink::atom(Link::new("Atom", "/agenda.atom")),
        ],
        corner: (section == Section::Mine).then(|| Corner {
            name: "Camille Roux".to_owned(),
            initials: "CR".to_owned(),
            form: FormMarks::default(),
            coordinates: true,
        }),
        ..Frame::new(locale, "Réseau des tiers-lieux de la Drôme", "https://vigie.example", &at(locale, path))
    }
}

/// A page drawn in one language, under a name for the preview.
struct Drawn {
    name: String,
    template: &'static str,
    html: String,
}

fn draw<P: Page>(
    drawn: &mut Vec<Drawn>,
    locale: Locale,
    name: &str,
    section: Section,
    title: &str,
    page: &P,
) {
    let frame = frame(locale, section, &format!("/{name}"), title);
    let html = render(page, &frame).unwrap_or_else(|e| panic!("{} ({name}): {e}", P::TEMPLATE));
    drawn.push(Drawn { name: format!("{name}.{}", locale.tag()), template: P::TEMPLATE, html });
}

/// Every page, in one language.
fn every_page(locale: Locale) -> Vec<Drawn> {
    let mut all = Vec::new();
    let out = &mut all;
    draw(out, locale, "home", Section::Home, "", &HomePage::sample(locale));
    draw(out, locale, "home-national", Section::Home, "", &HomePage::national(locale));
    draw(out, locale, "places", Section::Places, "Lieux", &PlacesPage::sample(locale));
    draw(out, locale, "places-empty", Section::Places, "Lieux", &PlacesPage::empty(locale));
    draw(out, locale, "territory", Section::Places, "Drôme", &TerritoryPage::sample(locale));
    draw(out, locale, "place", Section::Places, "L’Usine Vivante", &PlacePage::sample(locale));
    draw(out, locale, "place-closed", Section::Places, "La Gare", &PlacePage::closed(locale));
    draw(out, locale, "place-hosted", Section::Places, "L’Usine Vivante", &PlacePage::hosted(locale));
    let edit = Section::Places;
    draw(out, locale, "place-edit", edit, "Modifier", &EditOverviewPage::sample(locale));
    draw(out, locale, "place-edit-sheet", edit, "Fiche", &EditSheetPage::sample(locale));
    draw(out, locale, "place-edit-bricks", edit, "Briques", &EditBricksPage::sample(locale));
    draw(out, locale, "place-edit-brick", edit, "Fablab", &EditBrickPage::sample(locale));
    draw(out, locale, "place-edit-hours", edit, "Horaires", &EditHoursPage::sample(locale));
    draw(out, locale, "place-edit-closures", edit, "Fermetures", &EditClosuresPage::sample(locale));
    draw(out, locale, "place-edit-equipment", edit, "Équipement", &EditEquipmentPage::sample(locale));
    draw(out, locale, "place-edit-photos", edit, "Photos", &EditPhotosPage::sample(locale));
    draw(out, locale, "place-edit-team", edit, "Équipe", &EditTeamPage::sample(locale));
    draw(out, locale, "place-history", edit, "Historique", &PlaceHistoryPage::sample(locale));
    draw(out, locale, "place-door", edit, "La porte", &DoorPage::sample(locale));
    draw(out, locale, "agenda", Section::Agenda, "Agenda", &AgendaPage::sample(locale));
    draw(out, locale, "agenda-week", Section::Agenda, "Agenda", &AgendaPage::week(locale));
    draw(out, locale, "agenda-month", Section::Agenda, "Agenda", &AgendaPage::month(locale));
    draw(out, locale, "agenda-empty", Section::Agenda, "Agenda", &AgendaPage::empty(locale));
    draw(out, locale, "event", Section::Agenda, "Café réparation", &EventPage::sample(locale));
    draw(out, locale, "event-series", Section::Agenda, "Café réparation", &EventPage::series(locale));
    draw(out, locale, "event-online", Section::Agenda, "Visio", &EventPage::online(locale));
    draw(out, locale, "host-week", Section::Agenda, "Semaine", &WeekPage::sample(locale));
    draw(out, locale, "host-week-move", Section::Agenda, "Semaine", &WeekPage::moving(locale));
    draw(out, locale, "host-note", Section::Agenda, "Note", &NotePreviewPage::sample(locale));
    draw(out, locale, "host-notes", Section::Mine, "Notes", &NotesPage::sample(locale));
    draw(out, locale, "host-note-leave", Section::Mine, "Note", &LeaveNotePage::sample(locale));
    draw(out, locale, "host-note-left", Section::Mine, "Note", &LeaveNotePage::left(locale));
    draw(out, locale, "host-week-over", Section::Agenda, "Semaine", &WeekOverPage::sample(locale));
    draw(out, locale, "members", Section::Members, "Membres", &MembersPage::sample(locale));
    draw(out, locale, "members-empty", Section::Members, "Membres", &MembersPage::empty(locale));
    draw(out, locale, "member", Section::Members, "Camille Roux", &MemberPage::sample(locale));
    draw(out, locale, "member-own", Section::Members, "Camille Roux", &MemberPage::own(locale));
    draw(out, locale, "write", Section::Members, "Écrire", &WritePage::sample(locale));
    draw(out, locale, "profile", Section::Mine, "Mon profil", &EditProfilePage::sample(locale));
    draw(out, locale, "profile-wrong", Section::Mine, "Mon profil", &EditProfilePage::wrong(locale));
    draw(out, locale, "profile-photo", Section::Mine, "Photo", &PhotoPage::sample(locale));
    draw(out, locale, "profile-preview", Section::Mine, "Aperçu", &PreviewPage::sample(locale));
    draw(out, locale, "inbox", Section::Mine, "Messages", &InboxPage::sample(locale));
    draw(out, locale, "inbox-empty", Section::Mine, "Messages", &InboxPage::empty());
    draw(out, locale, "conversation", Section::Mine, "Conversation", &ConversationPage::sample(locale));
    draw(
        out,
        locale,
        "conversation-new",
        Section::Mine,
        "Conversation",
        &ConversationPage::unanswered(locale),
    );
    draw(
        out,
        locale,
        "conversation-blocked",
        Section::Mine,
        "Conversation",
        &ConversationPage::blocked(locale),
    );
    draw(out, locale, "suspend", Section::Mine, "Suspendre", &SuspendPage::sample(locale));
    draw(out, locale, "suspensions", Section::Mine, "Comptes suspendus", &SuspensionsPage::sample(locale));
    draw(
        out,
        locale,
        "suspensions-none",
        Section::Mine,
        "Comptes suspendus",
        &SuspensionsPage::empty(locale),
    );
    draw(out, locale, "report", Section::Mine, "Signaler", &ReportPage::sample(locale));
    draw(out, locale, "report-member", Section::Mine, "Signaler", &ReportPage::of_member(locale));
    draw(out, locale, "reports", Section::Mine, "Signalements", &ReportsPage::sample(locale));
    draw(out, locale, "report-decide", Section::Mine, "Signalement", &DecidePage::sample(locale));
    draw(out, locale, "report-decided", Section::Mine, "Signalement", &DecidePage::decided(locale));
    draw(out, locale, "join", Section::Places, "Rejoindre", &JoinPage::sample(locale));
    draw(out, locale, "join-asked", Section::Places, "Rejoindre", &JoinPage::asked(locale));
    draw(out, locale, "charter", Section::Places, "Charte", &CharterPage::sample(locale));
    draw(out, locale, "charter-read", Section::Places, "Charte", &CharterPage::read(locale));
    draw(out, locale, "leave", Section::Places, "Quitter", &LeavePage::sample(locale));
    draw(out, locale, "own-places", Section::Mine, "Mes lieux", &OwnPlacesPage::sample(locale));
    draw(out, locale, "own-places-empty", Section::Mine, "Mes lieux", &OwnPlacesPage::empty(locale));
    draw(out, locale, "people", Section::Mine, "Membres", &PeoplePage::sample(locale));
    draw(out, locale, "newcomers", Section::Mine, "Accueil", &NewcomersPage::sample(locale));
    draw(out, locale, "newcomers-empty", Section::Mine, "Accueil", &NewcomersPage::empty(locale));
    draw(out, locale, "rules", Section::Mine, "Réglages", &RulesPage::sample(locale));
    draw(out, locale, "hosts", Section::Mine, "Animateur·rices", &HostsPage::sample(locale));
    draw(out, locale, "register", Section::Agenda, "S’inscrire", &coming::RegisterPage::sample(locale));
    draw(
        out,
        locale,
        "register-closed",
        Section::Agenda,
        "S’inscrire",
        &coming::RegisterPage::closed(locale),
    );
    draw(out, locale, "register-sent", Section::Agenda, "Lettre", &coming::SentPage::default());
    draw(out, locale, "register-confirm", Section::Agenda, "Confirmer", &coming::ConfirmPage::sample(locale));
    draw(
        out,
        locale,
        "register-expired",
        Section::Agenda,
        "Confirmer",
        &coming::ConfirmPage::expired(locale),
    );
    draw(
        out,
        locale,
        "registration",
        Section::Agenda,
        "Mon inscription",
        &coming::ManagePage::sample(locale),
    );
    draw(out, locale, "registrations", Section::Mine, "Inscriptions", &coming::ListPage::sample(locale));
    draw(out, locale, "registrations-sheet", Section::Mine, "Émargement", &coming::SheetPage::sample(locale));
    draw(out, locale, "registrations-rules", Section::Mine, "Réglages", &coming::RulesPage::sample(locale));
    draw(out, locale, "guests-write", Section::Mine, "Écrire", &coming::WriteGuestsPage::sample(locale));
    draw(out, locale, "guests-preview", Section::Mine, "Relire", &coming::LetterPreviewPage::sample(locale));
    let section = Section::Agenda;
    draw(out, locale, "event-form", section, "Nouvel évènement", &EventFormPage::sample(locale));
    draw(out, locale, "event-preview", section, "Dates", &DatesPage::sample(locale));
    draw(out, locale, "event-reach", section, "Modifier", &ChoicePage::sample(locale));
    draw(out, locale, "event-change", section, "Reporter", &ChangePage::sample(locale));
    draw(out, locale, "event-cover", section, "Image", &CoverPage::sample(locale));
    draw(out, locale, "event-cover-drawn", section, "Image", &CoverPage::drawn(locale));
    draw(out, locale, "event-conflict", section, "Deux versions", &ConflictPage::sample(locale));
    draw(out, locale, "cohosts", section, "Co-animation", &CohostsPage::sample(locale));
    draw(out, locale, "cohosts-empty", section, "Co-animation", &CohostsPage::empty(locale));
    draw(out, locale, "cohosts-own", section, "Co-animation", &CohostsPage::own(locale));
    draw(out, locale, "proposal", section, "Proposition", &ProposalPage::sample(locale));
    draw(out, locale, "proposal-own", section, "Proposition", &ProposalPage::own(locale));
    draw(out, locale, "proposal-decided", section, "Proposition", &ProposalPage::decided(locale));
    draw(out, locale, "proposals", section, "Propositions", &ProposalsPage::sample(locale));
    draw(out, locale, "proposals-empty", section, "Propositions", &ProposalsPage::empty(locale));
    draw(out, locale, "hosted", section, "Évènements", &HostedPage::sample(locale));
    draw(out, locale, "hosted-empty", section, "Évènements", &HostedPage::empty(locale));
    draw(out, locale, "event-form", section, "Nouvel évènement", &EventFormPage::sample(locale));
    draw(out, locale, "event-preview", section, "Dates", &DatesPage::sample(locale));
    draw(out, locale, "event-reach", section, "Modifier", &ChoicePage::sample(locale));
    draw(out, locale, "event-change", section, "Reporter", &ChangePage::sample(locale));
    draw(out, locale, "event-conflict", section, "Deux versions", &ConflictPage::sample(locale));
    draw(out, locale, "hosted", section, "Évènements", &HostedPage::sample(locale));
    draw(out, locale, "hosted-empty", section, "Évènements", &HostedPage::empty(locale));
    draw(out, locale, "about", Section::About, "À propos", &SourcesPage::sample(locale));
    draw(out, locale, "legal", Section::None, "Mentions légales", &LegalPage::sample(locale));
    draw(out, locale, "legal-unset", Section::None, "Mentions légales", &LegalPage::default());
    draw(out, locale, "privacy", Section::None, "Confidentialité", &PrivacyPage::sample(locale));
    draw(out, locale, "accessibility", Section::None, "Accessibilité", &AccessibilityPage::sample(locale));
    draw(out, locale, "mine", Section::Mine, "Mon espace", &MyAgendaPage::sample(locale));
    draw(out, locale, "mine-empty", Section::Mine, "Mon espace", &MyAgendaPage::empty(locale));
    draw(out, locale, "mine-idle", Section::Mine, "Mon espace", &MyAgendaPage::idle(locale));
    draw(out, locale, "my-feeds", Section::Mine, "Abonnements", &MyFeedsPage::sample(locale));
    draw(out, locale, "my-feeds-first", Section::Mine, "Abonnements", &MyFeedsPage::first(locale));
    draw(out, locale, "my-feeds-full", Section::Mine, "Abonnements", &MyFeedsPage::full(locale));
    draw(out, locale, "my-feed", Section::Mine, "Mon téléphone", &MyFeedPage::sample(locale));
    draw(out, locale, "my-feed-wrong", Section::Mine, "Mon téléphone", &MyFeedPage::wrong(locale));
    accounts(out, locale);
    draw(out, locale, "letter-ask", Section::Agenda, "Par e-mail", &told::SubscribePage::sample(locale));
    draw(out, locale, "letter-ask-wrong", Section::Agenda, "Par e-mail", &told::SubscribePage::wrong(locale));
    draw(out, locale, "letter-asked", Section::Agenda, "Par e-mail", &told::AskedPage::default());
    draw(out, locale, "letter-confirm", Section::Agenda, "Confirmer", &told::ConfirmPage::sample(locale));
    draw(out, locale, "letter-confirmed", Section::Agenda, "Confirmer", &told::ConfirmPage::again(locale));
    draw(out, locale, "preferences", Section::Mine, "Mon courrier", &told::PreferencesPage::sample(locale));
    draw(out, locale, "preferences-link", Section::None, "Courrier", &told::PreferencesPage::by_link(locale));
    draw(out, locale, "letter-leave", Section::Agenda, "Quitter", &told::LeavePage::sample(locale));
    draw(out, locale, "letter-left", Section::Agenda, "Quitter", &told::LeavePage::left(locale));
    draw(out, locale, "letter-void", Section::Agenda, "Lien", &told::VoidPage::default());
    let title = "Récapitulatif";
    draw(out, locale, "digest-preview", Section::Mine, title, &DigestPreviewPage::sample(locale));
    draw(out, locale, "digest-preview-empty", Section::Mine, title, &DigestPreviewPage::empty(locale));
    draw(out, locale, "digest-preview-never", Section::Mine, title, &DigestPreviewPage::never(locale));
    draw(out, locale, "mailbox", Section::None, "Boîte aux lettres", &MailboxPage::sample(locale));
    draw(out, locale, "mailbox-empty", Section::None, "Boîte aux lettres", &MailboxPage::default());
    draw(out, locale, "letter", Section::None, "Lettre", &LetterPage::sample(locale));
    draw(out, locale, "letter-mailing", Section::None, "Lettre", &LetterPage::mailing(locale));
    draw(out, locale, "mail-queue", Section::None, "Courrier", &QueuePage::sample(locale));
    draw(out, locale, "mail-trial", Section::None, "Courrier", &TrialPage::sample(locale));
    draw(out, locale, "mail-queue-unset", Section::None, "Courrier", &QueuePage::unset(locale));
    draw(out, locale, "not-found", Section::None, "404", &NotFoundPage::sample(locale));
    for status in [400, 405, 413, 414, 422, 429, 500, 503] {
        draw(
            out,
            locale,
            &format!("problem-{status}"),
            Section::None,
            "Erreur",
            &ProblemPage::of(locale, status),
        );
    }
    all
}

fn accounts(out: &mut Vec<Drawn>, locale: Locale) {
    draw(out, locale, "sign-in", Section::None, "Connexion", &SignInPage::sample(locale));
    draw(out, locale, "sign-in-already", Section::Mine, "Connexion", &SignInPage::already(locale));
    draw(out, locale, "sign-in-expired", Section::None, "Connexion", &SignInPage::of_expired(locale));
    draw(out, locale, "resume", Section::Mine, "Reprendre", &ResumePage::sample(locale));
    draw(out, locale, "sign-up", Section::None, "Compte", &SignUpPage::sample(locale));
    draw(out, locale, "sign-up-closed", Section::None, "Compte", &SignUpPage::closed(locale));
    draw(out, locale, "mail-sent", Section::None, "Mails", &SentPage::sample(locale));
    draw(out, locale, "follow-link", Section::None, "Confirmer", &FollowPage::sample(locale));
    draw(out, locale, "dead-link", Section::None, "Lien", &DeadLinkPage::sample(locale));
    draw(out, locale, "ask-reset", Section::None, "Mot de passe", &AskResetPage::sample(locale));
    draw(out, locale, "network-rules", Section::Mine, "Réglages", &NetworkRulesPage::sample(locale));
    draw(out, locale, "waiting-accounts", Section::Mine, "Comptes", &WaitingPage::sample(locale));
    for (n, page) in InvitedPage::samples(locale).iter().enumerate() {
        draw(out, locale, &format!("invited-{n}"), Section::None, "Invitation", page);
    }
    draw(out, locale, "set-up", Section::None, "Démarrage", &SetUpPage::sample(locale));
    draw(out, locale, "own", Section::Mine, "Mon compte", &OwnPage::sample(locale));
    for (n, page) in FactorPage::samples(locale).iter().enumerate() {
        draw(out, locale, &format!("second-factor-{n}"), Section::Mine, "Double vérification", page);
    }
    draw(out, locale, "recovery-codes", Section::Mine, "Codes", &RecoveryCodesPage::sample(locale));
    draw(out, locale, "passkeys", Section::Mine, "Clés d’accès", &PasskeysPage::sample(locale));
    draw(out, locale, "passkeys-none", Section::Mine, "Clés d’accès", &PasskeysPage::none(locale));
    draw(out, locale, "passkey-use", Section::None, "Clé d’accès", &PasskeyPage::sample(locale));
    draw(out, locale, "passkey-make", Section::Mine, "Clé d’accès", &PasskeyPage::making(locale));
    for (n, page) in ProviderPage::samples(locale).iter().enumerate() {
        draw(out, locale, &format!("provider-{n}"), Section::None, "Connexion", page);
    }
    draw(out, locale, "second-step", Section::None, "Code", &SecondStepPage::sample(locale));
    draw(out, locale, "delete", Section::Mine, "Supprimer", &DeletePage::sample(locale));
    draw(out, locale, "delete-last", Section::Mine, "Supprimer", &DeletePage::last(locale));
    draw(out, locale, "delete-by-mail", Section::Mine, "Supprimer", &DeletePage::by_mail(locale));
    draw(out, locale, "new-password", Section::None, "Mot de passe", &NewPasswordPage::sample(locale));
}

#[test]
fn every_template_is_listed_and_drawn_in_both_languages() {
    let mut files = BTreeSet::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    // Letters are no pages: `mail` draws them, and its tests look at them.
    let folders = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path());
    for folder in folders.filter(|folder| !folder.ends_with("mail")) {
        let inside = if folder.is_dir() {
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect()
        } else {
            vec![folder]
        };
        for file in inside.iter().filter(|file| file.extension().is_some_and(|e| e == "html")) {
            files.insert(file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"));
        }
    }
    let listed: BTreeSet<String> = TEMPLATES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(files, listed, "files of templates/ and the list in web/pages.rs");
    let pages: BTreeSet<String> =
        listed.into_iter().filter(|name| name != "layout.html" && !name.starts_with("parts/")).collect();
    for locale in Locale::ALL {
        let drawn: BTreeSet<String> =
            every_page(locale).iter().map(|page| page.template.to_owned()).collect();
        assert_eq!(drawn, pages, "templates with a sample");
    }
}

#[test]
fn every_message_that_a_template_names_exists() {
    for (template, source) in TEMPLATES {
        for call in source.split("t(key=").skip(1) {
            let key = call.trim_start_matches('"').split('"').next().unwrap_or_default();
            assert!(call.starts_with('"'), "{template}: a key that is not a literal near {call:.30}");
            for locale in Locale::ALL {
                assert_ne!(i18n::text(locale, key), key, "{template}: no message {key} ({})", locale.tag());
            }
        }
    }
}

#[test]
fn documents_hold_together() {
    for locale in Locale::ALL {
        for Drawn { name, html, .. } in every_page(locale) {
            assert_eq!(html.matches("<h1").count(), 1, "{name}: one h1");
            assert!(html.contains(&format!("<html lang=\"{}\">", locale.tag())), "{name}");
            assert!(
                !html.contains(" style=") && !html.contains("<style"),
                "{name}: the policy forbids inline styles"
            );
            assert!(!html.contains(" onclick=") && !html.contains("javascript:"), "{name}: no inline script");
            assert!(!html.contains("<b>Apéro"), "{name}: text is escaped");
            for id in html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{name}: id {id} twice");
            }
            for source in [" src=\"", "<link rel=\"stylesheet\" href=\"", "<link rel=\"icon\" href=\""] {
                for address in html.split(source).skip(1) {
                    let ours = ["/assets/", "/photos/", "/membres/", "/moi/courrier/", "/en/moi/courrier/"];
                    let ours = ours.iter().any(|start| address.starts_with(start));
                    assert!(ours, "{name}: asks another host for {address:.40}");
                }
            }
        }
    }
}

/// Writes every page beside its assets, to be looked at without a server.
#[test]
fn previews_are_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/preview");
    fs::create_dir_all(folder.join("assets")).unwrap();
    for asset in assets::all() {
        fs::write(folder.join(asset.href.trim_start_matches('/')), asset.bytes).unwrap();
    }
    for locale in Locale::ALL {
        for Drawn { name, html, .. } in every_page(locale) {
            let html = html.replace("=\"/assets/", "=\"assets/");
            fs::write(folder.join(format!("{name}.html")), html).unwrap();
        }
    }
    assert!(folder.join("agenda.fr.html").exists());
}

/// What the first view weighs when compressed: page, style sheet, script.
#[test]
fn first_views_are_light() {
    let shared: usize = assets::all().iter().map(|asset| gzipped(asset.bytes)).sum();
    for Drawn { name, html, .. } in every_page(Locale::Fr) {
        let whole = shared + gzipped(html.as_bytes());
        assert!(whole <= 60_000, "{name}: {whole} bytes");
    }
}

fn gzipped(bytes: &[u8]) -> usize {
    use std::io::Write as _;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}
