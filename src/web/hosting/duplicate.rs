//! An event is done again: its form is filled in, on the date that is probably meant.

use actix_web::{HttpRequest, HttpResponse};

use super::create::show_again;
use super::hosted::Hosted;
use super::write::typed_of;
use crate::domain::event::EventStatus;
use crate::domain::next_date::next_schedule;
use crate::domain::policy::Action;
use crate::domain::schedule::{End, Schedule};
use crate::store::occurrences;
use crate::store::pictures::{self, Shown};
use crate::web::answer::private;
use crate::web::error::Error;

/// `GET /evenements/{slug}/dupliquer`, one date of a series as a single event with `?date=KEY`
pub async fn duplicate(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").map(str::to_owned);
    private(&request, move |desk| {
        let key = desk.asked.get("date").map(str::to_owned);
        let hosted = Hosted::read(desk, slug.as_deref(), key.as_deref())?;
        if !desk.actor().may(Action::HostEvent(&[hosted.place.id])) {
            return Err(Error::NotFound);
        }
        let mut draft = hosted.draft.clone();
        let keys = occurrences::keys(desk.conn, hosted.event.id)?;
        let known = |last: Option<chrono::NaiveDate>| last.unwrap_or(draft.schedule.span.first_day());
        draft.schedule = match &hosted.date {
            Some(date) => {
                let single = Schedule { span: date.span, recurrence: None, ..draft.schedule };
                next_schedule(&single, date.span.first_day(), desk.today)
            }
            None => {
                let goes_on = draft.schedule.recurrence.as_ref().is_some_and(|again| again.end == End::Never);
                let last = known(keys.last().filter(|_| !goes_on).and_then(|key| key.date()));
                next_schedule(&draft.schedule, last, desk.today)
            }
        };
        (draft.status, draft.overrides) = (EventStatus::Planned, Vec::new());
        let mut typed = typed_of(&draft);
        if !pictures::of(desk.conn, Shown::Event(hosted.event.id))?.is_empty() {
            typed.set("cover-of", &hosted.event.slug);
        }
        show_again(desk, &hosted.place, typed)
    })
    .await
}
