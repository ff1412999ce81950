//! "Where can I be seen?": one's own profile as each audience sees it, side by side; and a button
//! that hides everything at once.

use actix_web::{HttpRequest, HttpResponse, web};

use super::page::{PreviewPage, View};
use super::sheet::sheet;
use crate::actions;
use crate::domain::profile::{Audience, ProfileField, Viewpoint};
use crate::i18n::{self, Locale};
use crate::store::profiles::{self, Known};
use crate::web::act::{Done, act};
use crate::web::answer::private;
use crate::web::asked::local;
use crate::web::frame::Section;
use crate::web::parts::{Badge, Tone};

const PATH: &str = "/moi/profil/apercu";

/// `GET /moi/profil/apercu`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let locale = desk.locale();
        let known = profiles::of(desk.conn, desk.member()?.id())?;
        let hidden = |field: &ProfileField| known.profile.audiences.of(*field) == Audience::Nobody;
        let page = PreviewPage {
            form: desk.form(),
            views: Viewpoint::ALL.iter().map(|viewpoint| view(locale, &known, *viewpoint)).collect(),
            seen: !ProfileField::ALL.iter().all(hidden),
        };
        let mut frame = desk.frame(&local(locale, PATH));
        frame.section = Section::Mine;
        frame.title = i18n::text(locale, "preview-heading");
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /moi/profil/masquer`
pub async fn hide(request: HttpRequest, body: web::Payload) -> HttpResponse {
    act(request, body, |act, _| {
        let viewer = act.member()?;
        actions::hide_profile(act.tx, viewer.actor(), viewer.id(), act.now)?;
        Ok(Done::see(PATH).saying("done-profile-hidden"))
    })
    .await
}

fn view(locale: Locale, known: &Known, viewpoint: Viewpoint) -> View {
    let listed = known.profile.shows(ProfileField::Name, viewpoint);
    let (key, tone) = match listed {
        true => ("preview-listed", Tone::Good),
        false => ("preview-not-listed", Tone::Calm),
    };
    View {
        anchor: viewpoint.code(),
        heading: i18n::text(locale, &format!("preview-{viewpoint}")),
        who: i18n::text(locale, &format!("preview-{viewpoint}.who")),
        listed: Badge { label: i18n::text(locale, key), tone },
        sheet: sheet(locale, known, viewpoint),
    }
}
