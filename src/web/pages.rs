//! Page structs become HTML. The templates are embedded and compiled once per language, so that
//! words are found without asking which page is drawn. Knows nothing of requests.

use std::sync::LazyLock;

use serde::Serialize;
use tera::{Context, Error, Function, Kwargs, State, Tera, TeraResult, Value};

use super::assets;
use super::frame::Frame;
use super::settled::settled;
use crate::i18n::{self, Locale};

/// A struct that holds everything one template shows, ready to be displayed.
pub trait Page: Serialize {
    /// Path below `templates/`.
    const TEMPLATE: &'static str;
}

/// The whole document of a page.
///
/// # Errors
/// A template that does not compile or asks for what the struct does not have: a fault of the
/// program, which the tests of the samples look for.
pub fn render<P: Page>(page: &P, frame: &Frame) -> Result<String, Error> {
    let mut context = Context::from_serialize(page)?;
    context.insert_value("frame", Value::try_from_serializable(frame)?);
    let templates = match frame.locale {
        Locale::Fr => &*FRENCH,
        Locale::En => &*ENGLISH,
    };
    match templates {
        Ok(tera) => tera.render(P::TEMPLATE, &context),
        Err(fault) => Err(Error::message(fault)),
    }
}

/// Compiles the templates now rather than at the first page.
///
/// # Errors
/// The first fault found in a template.
pub fn prepare() -> Result<(), String> {
    for templates in [&FRENCH, &ENGLISH] {
        if let Err(fault) = &**templates {
            return Err(fault.clone());
        }
    }
    Ok(())
}

macro_rules! templates {
    ($($path:literal,)+) => {
        pub(super) const TEMPLATES: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../templates/", $path))),)+];
    };
}
templates! {
    "layout.html",
    "parts/editing.html",
    "parts/demo_accounts.html",
    "parts/events.html",
    "parts/filters.html",
    "parts/forms.html",
    "parts/charter.html",
    "parts/cohosts.html",
    "parts/host_bar.html",
    "parts/letters.html",
    "parts/hosting.html",
    "parts/map.html",
    "parts/members.html",
    "parts/places.html",
    "parts/proposals.html",
    "parts/registrations.html",
    "parts/subscribe.html",
    "parts/subscribing.html",
    "parts/words.html",
    "home/home.html",
    "members/list.html",
    "members/show.html",
    "members/edit.html",
    "members/photo.html",
    "members/preview.html",
    "members/write.html",
    "members/inbox.html",
    "members/conversation.html",
    "care/suspend.html",
    "care/suspensions.html",
    "care/report.html",
    "care/reports.html",
    "care/decide.html",
    "host_weeks/week.html",
    "host_weeks/leave.html",
    "host_weeks/notes.html",
    "host_weeks/over.html",
    "host_weeks/preview.html",
    "hosting/change.html",
    "hosting/choice.html",
    "hosting/cohosts.html",
    "hosting/conflict.html",
    "hosting/cover.html",
    "hosting/form.html",
    "hosting/list.html",
    "hosting/preview.html",
    "hosting/proposal.html",
    "hosting/proposals.html",
    "places/list.html",
    "places/show.html",
    "places/door.html",
    "places/edit_brick.html",
    "places/edit_bricks.html",
    "places/edit_closures.html",
    "places/edit_equipment.html",
    "places/edit_hours.html",
    "places/edit_overview.html",
    "places/edit_photos.html",
    "places/edit_sheet.html",
    "places/edit_team.html",
    "places/history.html",
    "places/territory.html",
    "agenda/list.html",
    "events/show.html",
    "joining/join.html",
    "joining/charter.html",
    "joining/leave.html",
    "joining/own_places.html",
    "joining/people.html",
    "joining/newcomers.html",
    "joining/rules.html",
    "joining/hosts.html",
    "registrations/register.html",
    "registrations/sent.html",
    "registrations/confirm.html",
    "registrations/manage.html",
    "registrations/list.html",
    "registrations/sheet.html",
    "registrations/rules.html",
    "registrations/write.html",
    "registrations/preview.html",
    "about/sources.html",
    "about/legal.html",
    "about/privacy.html",
    "about/accessibility.html",
    "mine/agenda.html",
    "mine/feed.html",
    "mine/feeds.html",
    "accounts/sign_in.html",
    "accounts/resume.html",
    "accounts/sign_up.html",
    "accounts/sent.html",
    "accounts/follow.html",
    "accounts/dead_link.html",
    "accounts/ask_reset.html",
    "accounts/new_password.html",
    "accounts/own.html",
    "accounts/delete.html",
    "accounts/factor.html",
    "accounts/recovery_codes.html",
    "accounts/second_step.html",
    "accounts/provider.html",
    "accounts/passkey.html",
    "accounts/passkeys.html",
    "accounts/rules.html",
    "accounts/waiting.html",
    "accounts/invited.html",
    "accounts/set_up.html",
    "subscribing/subscribe.html",
    "subscribing/sent.html",
    "subscribing/confirm.html",
    "subscribing/preferences.html",
    "subscribing/leave.html",
    "subscribing/void.html",
    "letters/mailbox.html",
    "letters/show.html",
    "letters/queue.html",
    "digest/preview.html",
    "letters/trial.html",
    "errors/not_found.html",
    "errors/problem.html",
}

static FRENCH: LazyLock<Result<Tera, String>> = LazyLock::new(|| compile(Locale::Fr));
static ENGLISH: LazyLock<Result<Tera, String>> = LazyLock::new(|| compile(Locale::En));

fn compile(locale: Locale) -> Result<Tera, String> {
    let mut tera = Tera::new();
    tera.register_function("t", Words { locale });
    tera.register_function("asset", asset_href);
    let templates = TEMPLATES.iter().map(|(path, source)| (*path, settled(locale, source)));
    tera.add_raw_templates(templates).map_err(|error| error.to_string())?;
    Ok(tera)
}

/// `t(key="…", name=value)`: the message in the language of the page.
struct Words {
    locale: Locale,
}

impl Function<TeraResult<String>> for Words {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<String> {
        let key = kwargs.must_get::<&str>("key")?;
        let mut args = i18n::Args::new();
        for (name, value) in kwargs.iter() {
            let Some(name) = name.as_str().filter(|name| *name != "key") else { continue };
            match value.as_f64() {
                Some(number) => args.set(name.to_owned(), number),
                None => args.set(name.to_owned(), value.to_string()),
            }
        }
        Ok(i18n::text_with(self.locale, key, Some(&args)))
    }
}

/// `asset(path="css/vigie.css")`: the address with the hash of the content.
fn asset_href(kwargs: Kwargs, _: &State) -> TeraResult<String> {
    let path = kwargs.must_get::<&str>("path")?;
    let asset = assets::by_path(path).ok_or_else(|| Error::message(format!("no asset {path}")))?;
    Ok(asset.href.clone())
}
