//! The sitemap: every address of the service on one screen.

use actix_web::web::{ServiceConfig, get, head, post, resource, scope};
use actix_web::{Handler, Resource, Responder};

use super::registrations::{self, door, register, rules, write};
use super::{
    about, accounts, agenda, care, digest, events, feeds, health, home, host_weeks, hosting, joining, mail,
    members, mine, pictures, places, refusal, robots, sitemap, static_files, subscribing,
};
use crate::i18n::Locale;

pub fn all(config: &mut ServiceConfig) {
    config
        .service(read("/health", health::alive))
        .service(read("/ready", health::ready))
        .service(read("/robots.txt", robots::show))
        .service(read("/sitemap.xml", sitemap::index))
        .service(read("/favicon.ico", static_files::favicon))
        .service(read("/assets/{file}", static_files::show))
        .service(read("/photos/{uid}", pictures::show));
    // `/en` first: the empty scope takes everything.
    for locale in [Locale::En, Locale::Fr] {
        config.service(
            scope(locale.prefix())
                .service(read(home_path(locale), home::show::show))
                .configure(of_places)
                .configure(of_place_editing)
                .configure(of_joining)
                .configure(of_registrations)
                .configure(of_hosting)
                .configure(of_host_weeks)
                .configure(of_events)
                .configure(of_accounts)
                .configure(of_members)
                .configure(of_care)
                .configure(of_mine)
                .configure(of_mail)
                .configure(of_subscribing)
                .service(read("/a-propos", about::show::sources))
                .service(read("/mentions-legales", about::show::legal))
                .service(read("/confidentialite", about::show::privacy))
                .service(read("/accessibilite", about::show::accessibility))
                .default_service(actix_web::web::to(refusal::not_found)),
        );
    }
}

/// Places and territories.
fn of_places(config: &mut ServiceConfig) {
    config
        .service(read("/lieux", places::list::list))
        .service(read("/lieux/{slug}", places::show::show))
        .service(read("/lieux/{slug}/agenda.ics", feeds::place::show))
        .service(read("/territoires/{code}", places::territory::show))
        .service(read("/territoires/{code}/agenda.ics", feeds::territory::show));
}

/// What hosts write of their place. Short names of its rooms stand behind `edit`.
fn of_place_editing(config: &mut ServiceConfig) {
    use places::edit;
    config
        .service(form("/lieux/{slug}/porte", edit::door::show, edit::door::save))
        .service(form("/lieux/{slug}/modifier", edit::overview::show, edit::overview::confirm))
        .service(form("/lieux/{slug}/modifier/fiche", edit::sheet::show, edit::sheet::save))
        .service(form("/lieux/{slug}/modifier/briques", edit::bricks::show, edit::bricks::save))
        .service(form("/lieux/{slug}/modifier/briques/{kind}", edit::brick::show, edit::brick::save))
        .service(form("/lieux/{slug}/modifier/horaires", edit::hours::show, edit::hours::save))
        .service(form("/lieux/{slug}/modifier/fermetures", edit::closures::show, edit::closures::save))
        .service(form("/lieux/{slug}/modifier/equipement", edit::equipment::show, edit::equipment::save))
        .service(form("/lieux/{slug}/modifier/photos", edit::photos::show, edit::photos::save))
        .service(form("/lieux/{slug}/modifier/equipe", edit::team::show, edit::team::save))
        .service(form("/lieux/{slug}/modifier/historique", edit::history::show, edit::history::restore));
}

/// Who belongs to which place.
fn of_joining(config: &mut ServiceConfig) {
    config
        .service(form("/lieux/{slug}/rejoindre", joining::join::show, joining::join::submit))
        .service(form("/lieux/{slug}/charte", joining::charter::show, joining::charter::submit))
        .service(form("/lieux/{slug}/quitter", joining::leave::show, joining::leave::submit))
        .service(read("/lieux/{slug}/membres", joining::people::show))
        .service(submit("/lieux/{slug}/membres/{uid}", joining::decide::submit))
        .service(read("/lieux/{slug}/accueil", joining::newcomers::show))
        .service(submit("/lieux/{slug}/accueil/{uid}", joining::note::submit))
        .service(form("/lieux/{slug}/reglages-accueil", joining::rules::show, joining::rules::submit))
        .service(form("/moi/lieux", joining::own_places::show, joining::own_places::submit))
        .service(form("/reseau/animateurs", joining::hosts::show, joining::hosts::submit));
}

/// What hosts do with events. Before the events themselves: `nouveau` is no slug.
fn of_hosting(config: &mut ServiceConfig) {
    use hosting::{
        change, cohosts, cover, create, duplicate, list, look, proposal, proposals, propose, revise,
    };
    config
        .service(read("/lieux/{slug}/evenements", list::of_place))
        .service(read("/moi/evenements", list::mine))
        .service(form("/lieux/{slug}/proposer", propose::show, propose::submit))
        .service(read("/evenements/propositions", proposals::list))
        .service(form("/evenements/propositions/{uid}", proposal::show, proposal::submit))
        .service(form("/evenements/nouveau", create::new, create::create))
        .service(read("/evenements/apercu", look::look))
        .service(form("/evenements/{slug}/modifier", revise::edit, revise::update))
        .service(read("/evenements/{slug}/dupliquer", duplicate::duplicate))
        .service(form("/evenements/{slug}/image", cover::show, cover::save))
        .service(form("/evenements/{slug}/co-animation", cohosts::show, cohosts::submit))
        .service(form("/evenements/{slug}/annuler", change::ask, change::change))
        .service(form("/evenements/{slug}/reporter", change::ask, change::change))
        .service(form("/evenements/{slug}/en-ligne", change::ask, change::change))
        .service(form("/evenements/{slug}/retablir", change::ask, change::change))
        .service(form("/evenements/{slug}/supprimer", change::ask, change::change));
}

/// What hosts say of the dates of a week, signed in or by the link of a note.
fn of_host_weeks(config: &mut ServiceConfig) {
    use host_weeks::{leave, link, preview, settings, show};
    config
        .service(form("/lieux/{slug}/semaine", show::show, show::submit))
        .service(read("/lieux/{slug}/semaine/apercu", preview::show))
        .service(form("/moi/courrier/semaine", settings::show, settings::submit))
        .service(form("/semaine/{link}", link::show, link::submit))
        .service(form("/semaine/{link}/quitter", leave::show, leave::submit));
}

/// The agenda, its feeds, and events.
fn of_events(config: &mut ServiceConfig) {
    config
        .service(read("/agenda", agenda::list::list))
        .service(read("/agenda.ics", feeds::network::show))
        .service(read("/agenda.atom", feeds::atom::show))
        .service(read("/evenements/{slug}.ics", feeds::event::show))
        .service(read("/evenements/{slug}/{key}.ics", feeds::event::show_date))
        .service(read("/evenements/{slug}", events::show::show))
        .service(read("/evenements/{slug}/{key}", events::show::show_date));
}

/// Who comes.
fn of_registrations(config: &mut ServiceConfig) {
    config
        .service(form("/evenements/{slug}/inscription", register::show, register::submit))
        .service(form("/evenements/{slug}/inscriptions", registrations::list::list, door::submit))
        .service(read("/evenements/{slug}/inscriptions/feuille", registrations::sheet::show))
        .service(read("/evenements/{slug}/inscriptions/tableau.csv", registrations::csv::show))
        .service(form("/evenements/{slug}/inscriptions/reglages", rules::show, rules::submit))
        .service(form("/evenements/{slug}/inscriptions/lettre", write::show, write::submit))
        .service(form("/evenements/{slug}/{key}/inscription", register::show, register::submit))
        .service(read("/inscriptions/lettre-envoyee", registrations::link::sent))
        .service(form("/inscriptions/{token}", registrations::link::show, registrations::link::submit));
}

/// The directory, and writing to each other.
fn of_members(config: &mut ServiceConfig) {
    config
        .service(read("/membres", members::list::list))
        .service(read("/membres/{uid}", members::show::show))
        .service(form("/membres/{uid}/ecrire", members::write::show, members::write::send))
        .service(form("/moi/profil", members::edit::show, members::edit::save))
        .service(read("/membres/{uid}/photo", members::photo::show))
        .service(read("/moi/profil/apercu", members::preview::show))
        .service(form("/moi/profil/photo", members::photo::edit, members::photo::save))
        .service(submit("/moi/profil/photo/retirer", members::photo::remove))
        .service(submit("/moi/profil/masquer", members::preview::hide))
        .service(read("/moi/messages", members::inbox::show))
        .service(form("/moi/messages/{uid}", members::conversation::show, members::conversation::send))
        .service(submit("/moi/messages/{uid}/bloquer", members::conversation::block));
}

/// Reports, and accounts put aside.
fn of_care(config: &mut ServiceConfig) {
    use care::{decide, report, reports, suspend, suspensions};
    config
        .service(form("/membres/{uid}/signaler", report::show_member, report::submit_member))
        .service(form("/moi/messages/{uid}/signaler/{message}", report::show_message, report::submit_message))
        .service(form("/membres/{uid}/suspendre", suspend::show, suspend::submit))
        .service(form("/reseau/suspensions", suspensions::show, suspensions::submit))
        .service(read("/reseau/signalements", reports::list))
        .service(form("/reseau/signalements/{uid}", decide::show, decide::submit));
}

/// What is one's own.
fn of_mine(config: &mut ServiceConfig) {
    config
        .service(read("/agenda/prive/{secret}.ics", feeds::private::show))
        .service(read("/moi", mine::agenda::show))
        .service(form("/moi/abonnements", mine::feeds::list, mine::feeds::create))
        .service(form("/moi/abonnements/{uid}", mine::feed::show, mine::feed::amend))
        .service(submit("/moi/abonnements/{uid}/adresse", mine::feed::renew))
        .service(submit("/moi/abonnements/{uid}/supprimer", mine::feed::revoke));
}

/// Letters that were sent, or could not be.
fn of_mail(config: &mut ServiceConfig) {
    config
        .service(read("/boite-aux-lettres", mail::mailbox::list))
        .service(read("/boite-aux-lettres/{uid}", mail::letter::show))
        .service(read("/reseau/courrier", mail::queue::list))
        .service(submit("/reseau/courrier/relance", mail::queue::retry_all))
        .service(submit("/reseau/courrier/essai", mail::trial::send))
        .service(submit("/reseau/courrier/adresses/reprise", mail::queue::retry_address))
        .service(submit("/compte/courrier/essai", mail::stopped::retry_own))
        .service(submit("/reseau/courrier/{uid}/relance", mail::queue::retry))
        .service(submit("/reseau/courrier/{uid}/abandon", mail::queue::discard));
}

/// Being told by mail. Links of mails are the last: they take any word.
fn of_subscribing(config: &mut ServiceConfig) {
    use subscribing::{ask, confirm, leave, manage};
    config
        .service(read("/moi/courrier/apercu", digest::preview::show))
        .service(read("/moi/courrier/apercu/mail", digest::preview::mail))
        .service(form("/moi/courrier", manage::show, manage::submit))
        .service(form("/lettre", ask::show, ask::submit))
        .service(read("/lettre/envoyee", ask::sent))
        .service(form("/lettre/confirmer/{token}", confirm::show, confirm::submit))
        .service(form("/lettre/{lien}/quitter", leave::show, leave::submit))
        .service(form("/lettre/{lien}", manage::show_link, manage::submit_link));
}

/// Signing up and in.
fn of_accounts(config: &mut ServiceConfig) {
    use accounts::{
        address, confirm, copy, delete, factor, factor_codes, invited, link, own, passkey_sign_in, passkeys,
        password, provider, provider_link, reset, rules, second_step, set_up, sign_in, sign_out, sign_up,
        waiting,
    };
    config
        .service(form("/inscription-compte", sign_up::show, sign_up::submit))
        .service(read("/inscription-compte/envoye", sign_up::sent))
        .service(form("/inscription-compte/{token}", confirm::show, confirm::submit))
        .service(form("/connexion", sign_in::show, sign_in::submit))
        .service(read("/connexion/envoye", sign_in::sent))
        .service(form("/connexion/lien/{token}", link::show, link::submit))
        .service(form("/connexion/code/{token}", second_step::show, second_step::submit))
        .service(submit("/connexion/cle", passkey_sign_in::ask))
        .service(form("/connexion/cle/{token}", passkey_sign_in::show, passkey_sign_in::submit))
        .service(read("/connexion/fournisseur", provider::leave))
        .service(read("/connexion/fournisseur/retour", provider::back))
        .service(read("/connexion/fournisseur/echec", provider_link::problem))
        .service(read("/connexion/fournisseur/confirmation", provider_link::asked))
        .service(form("/connexion/fournisseur/lien/{token}", provider_link::show, provider_link::submit))
        .service(form("/mot-de-passe", reset::ask, reset::send))
        .service(read("/mot-de-passe/envoye", reset::sent))
        .service(form("/mot-de-passe/{token}", reset::show, reset::submit))
        .service(form("/compte", own::show, own::rename))
        .service(submit("/compte/adresse", own::change_address))
        .service(form("/compte/adresse/{token}", address::show, address::submit))
        .service(submit("/compte/mot-de-passe", password::submit))
        .service(form("/compte/double-verification", factor::show, factor::propose))
        .service(submit("/compte/double-verification/code", factor::confirm))
        .service(submit("/compte/double-verification/codes-de-secours", factor_codes::renew))
        .service(submit("/compte/double-verification/arret", factor_codes::remove))
        .service(submit("/compte/appareils", own::end_sessions))
        .service(submit("/compte/appareils/{id}", own::end_session))
        .service(submit("/compte/donnees", copy::hand_over))
        .service(form("/compte/cles", passkeys::list, passkeys::ask))
        .service(form("/compte/cles/{token}", passkeys::show, passkeys::submit))
        .service(submit("/compte/cles/{id}/fin", passkeys::remove))
        .service(submit("/compte/fournisseurs/{id}/fin", provider_link::unlink))
        .service(form("/compte/suppression", delete::show, delete::submit))
        .service(form("/compte/suppression/{token}", delete::show_link, delete::submit_link))
        .service(form("/invitations/{token}", invited::show, invited::submit))
        .service(form("/demarrage/{token}", set_up::show, set_up::submit))
        .service(read("/comptes-en-attente", waiting::list))
        .service(submit("/comptes-en-attente/{uid}/accueillir", waiting::welcome))
        .service(submit("/comptes-en-attente/{uid}/decliner", waiting::decline))
        .service(form("/reseau/reglages", rules::show, rules::submit))
        .service(submit("/reseau/invitations", rules::invite))
        .service(submit("/deconnexion", sign_out::submit));
}

/// An address that is only read: GET, and HEAD as GET without a body.
fn read<F, A>(path: &str, handler: F) -> Resource
where
    F: Handler<A> + Clone,
    A: actix_web::FromRequest + 'static,
    F::Output: Responder + 'static,
{
    resource(path)
        .route(get().to(handler.clone()))
        .route(head().to(handler))
        .default_service(actix_web::web::to(refusal::method_not_allowed))
}

/// An address that shows a form (GET) and takes it (POST).
fn form<F, A, G, B>(path: &str, show: F, submit: G) -> Resource
where
    F: Handler<A> + Clone,
    A: actix_web::FromRequest + 'static,
    F::Output: Responder + 'static,
    G: Handler<B>,
    B: actix_web::FromRequest + 'static,
    G::Output: Responder + 'static,
{
    resource(path)
        .route(get().to(show.clone()))
        .route(head().to(show))
        .route(post().to(submit))
        .default_service(actix_web::web::to(refusal::method_not_allowed))
}

/// An address that only takes a form: a button of another page.
fn submit<G, B>(path: &str, submit: G) -> Resource
where
    G: Handler<B>,
    B: actix_web::FromRequest + 'static,
    G::Output: Responder + 'static,
{
    resource(path).route(post().to(submit)).default_service(actix_web::web::to(refusal::method_not_allowed))
}

/// `/` in French, `/en` itself in English.
fn home_path(locale: Locale) -> &'static str {
    match locale {
        Locale::Fr => "/",
        Locale::En => "",
    }
}
