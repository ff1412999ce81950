//! The events that somebody proposed to places, with what became of them.

use actix_web::{HttpRequest, HttpResponse};

use super::form::frame;
use super::proposal::{badge, path};
use super::proposal_page::{ProposalLine, ProposalsPage};
use crate::domain::period::local_of;
use crate::i18n::{self, date};
use crate::store::proposals::{self, ProposalRow};
use crate::web::answer::{Desk, private};
use crate::web::error::Result;
use crate::web::kept::Made;
use crate::web::parts::Link;
use crate::web::wording::said;

/// Most proposals of one list.
const LISTED: i64 = 50;

/// `GET /evenements/propositions`
pub async fn list(request: HttpRequest) -> HttpResponse {
    private(&request, mine).await
}

fn mine(desk: &mut Desk<'_>) -> Result<Made> {
    let viewer = desk.member()?;
    let locale = desk.locale();
    let mut lines = Vec::new();
    for (proposal, place) in proposals::of_member(desk.conn, viewer.id(), LISTED)? {
        let state = Some(badge(locale, proposal.state()?));
        lines.push(ProposalLine { state, ..line(desk, &proposal, "proposals-to-place", ("place", place)) });
    }
    let page = ProposalsPage { proposals: lines, places_href: desk.asked.local("/lieux") };
    let frame = frame(desk, &i18n::text(locale, "proposals-mine-title"));
    desk.private_page(&page, &frame)
}

/// What waits for the hosts of a place.
pub fn waiting(desk: &mut Desk<'_>, place_id: i64) -> Result<Vec<ProposalLine>> {
    let rows = proposals::waiting(desk.conn, place_id, LISTED)?;
    let line = |(row, name): (ProposalRow, String)| line(desk, &row, "proposals-by", ("name", name));
    Ok(rows.into_iter().map(line).collect())
}

fn line(desk: &Desk<'_>, row: &ProposalRow, key: &str, who: (&'static str, String)) -> ProposalLine {
    let day = date::date(desk.locale(), local_of(row.proposed_at.0, desk.network.zone).date());
    ProposalLine {
        link: Link::new(row.title.clone(), desk.asked.local(&path(row))),
        about: said(desk.locale(), key, [who, ("day", day)]),
        state: None,
    }
}
