//! The copy of everything that is kept about the one who asks, as a file.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use chrono::SecondsFormat;
use serde_json::{Map, Value, json};

use crate::actions;
use crate::i18n;
use crate::web::act::{Act, Done, Download, act};
use crate::web::error::Error;
use crate::web::wording::said;

/// `POST /compte/donnees`
pub async fn hand_over(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, _| {
        let viewer = act.member()?;
        let copy = actions::hand_over_copy(act.tx, viewer.actor(), viewer.id(), act.now)?;
        let bytes = serde_json::to_vec_pretty(&told(act, copy)).map_err(fault)?;
        let name = format!("vigie-{}.json", act.today);
        Ok(Done::download(Download { name, media_type: "application/json", bytes }))
    })
    .await
}

/// The copy, with what it is said first.
fn told(act: &Act<'_, '_>, copy: Map<String, Value>) -> Value {
    let locale = act.locale();
    let mut whole = json!({
        "about": said(locale, "copy-about", [("network", act.network.name.clone())]),
        "left_out": i18n::text(locale, "copy-left-out"),
        "written_at": act.now.to_rfc3339_opts(SecondsFormat::Secs, true),
    });
    if let Value::Object(map) = &mut whole {
        map.extend(copy);
    }
    whole
}

fn fault(error: serde_json::Error) -> Error {
    Error::Internal(error.to_string())
}
