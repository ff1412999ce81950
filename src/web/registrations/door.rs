//! What hosts do with their list: at the door, and before.

use actix_web::{HttpRequest, HttpResponse, web};

use super::list::{Walked, address, draw_list, hosted};
use super::register::refusal;
use super::words;
use crate::actions::{self, Decision, Occasion};
use crate::domain::member::PersonName;
use crate::domain::registration::Refusal;
use crate::domain::slug::Slug;
use crate::i18n;
use crate::web::act::{Act, Done, act};
use crate::web::error::{Error, Result};
use crate::web::fields::FieldError;
use crate::web::form::Form;

/// Longest word of a host, in characters.
const LONGEST_WORD: usize = 500;

/// `POST /evenements/{slug}/inscriptions`. `do` says what, `registration` whom.
pub async fn submit(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    act(request, body, move |act, form| {
        let occasion = hosted(&mut act.desk(), &slug.ok_or(Error::NotFound)?)?;
        let list = address(&act.desk(), &occasion, "");
        let what = form.text("do");
        if what == "add" {
            return add(act, &occasion, form, list);
        }
        let id: i64 = form.text("registration").parse().map_err(|_| Error::NotFound)?;
        // The browser comes back to the same line.
        let line = format!("{list}#r-{id}");
        let word: String = form.text("word").chars().take(LONGEST_WORD).collect();
        let decision = match what.as_str() {
            "came" => return tick(act, id, Some(true), line),
            "absent" => return tick(act, id, Some(false), line),
            "unknown" => return tick(act, id, None, line),
            "approve" => Decision::Approve,
            "decline" => Decision::Decline { word: &word },
            "remove" => Decision::Remove { word: &word },
            _ => return Err(Error::NotFound),
        };
        decide(act, &occasion, id, decision, list)
    })
    .await
}

fn decide(
    act: &mut Act<'_, '_>,
    occasion: &Occasion,
    id: i64,
    decision: Decision<'_>,
    list: String,
) -> Result<Done> {
    let (by, now) = (act.actor(), act.now);
    match actions::decide_registration(act.tx, &by, id, decision, now) {
        Ok(()) => Ok(Done::see(list).saying("done-decided")),
        Err(error) => {
            let refused = match refusal(error)?.refusal {
                Some(Refusal::Full) => i18n::text(act.locale(), "list-approve-full"),
                why => why.map(|why| words::refusal(act.locale(), why)).unwrap_or_default(),
            };
            Err(again(act, occasion, &Walked { refused, ..Walked::default() }))
        }
    }
}

fn tick(act: &mut Act<'_, '_>, id: i64, came: Option<bool>, line: String) -> Result<Done> {
    let (by, now) = (act.actor(), act.now);
    actions::tick_attendance(act.tx, &by, id, came, now)?;
    Ok(Done::see(line))
}

fn add(act: &mut Act<'_, '_>, occasion: &Occasion, form: &Form, list: String) -> Result<Done> {
    let typed = Walked { name: form.text("name"), size: form.text("size"), ..Walked::default() };
    let locale = act.locale();
    let wrong = |name: &str, text: String| {
        let errors = vec![FieldError { name: name.to_owned(), text }];
        Walked { errors, ..typed.clone() }
    };
    let Some(name) = PersonName::parse(&typed.name) else {
        return Err(again(act, occasion, &wrong("name", i18n::text(locale, "refused-name"))));
    };
    let size = if typed.size.is_empty() { 1 } else { typed.size.parse().unwrap_or(0) };
    let (by, now) = (act.actor(), act.now);
    let key = occasion.offered.key.as_ref();
    match actions::add_walk_in(act.tx, &by, occasion.event.id, key, (&name, size), now) {
        Ok(()) => Ok(Done::see(list).saying("done-walk-in")),
        Err(error) => {
            let text = match refusal(error)?.refusal {
                Some(Refusal::NotEnoughSeats { left }) => {
                    words::with_number(locale, "list-add-full", "left", left)
                }
                why => why.map(|why| words::refusal(locale, why)).unwrap_or_default(),
            };
            Err(again(act, occasion, &wrong("size", text)))
        }
    }
}

fn again(act: &mut Act<'_, '_>, occasion: &Occasion, walked: &Walked) -> Error {
    match draw_list(&mut act.desk(), occasion, walked) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}
