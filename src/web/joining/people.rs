//! The people of a place for those who look after them: who asks to join, who belongs to it.

use actix_web::{HttpRequest, HttpResponse};

use super::host_page::{Gesture, PeoplePage, PersonRow, RequestCard};
use super::room::{self, hosted_place, slug_of};
use crate::domain::joining::{Remark, may_stop_hosting};
use crate::domain::member::{MemberState, MembershipRole, PersonName};
use crate::domain::policy::Action;
use crate::i18n::{self, Args, Locale};
use crate::store::charters::{self, Acceptance};
use crate::store::place_people::{self, PlacePerson};
use crate::store::places::PlaceRow;
use crate::web::answer::{Desk, private};
use crate::web::asked::{Asked, with_query};
use crate::web::error::Result;
use crate::web::fields::Field;
use crate::web::frame::Frame;
use crate::web::host_bar::{HostBar, HostRoom};
use crate::web::parts::{Badge, Link, Paging, Tone};
use crate::web::rows::say;
use crate::web::wording::said;

const PAGE_LENGTH: i64 = 50;
/// Nobody turns more pages than that.
const LAST_PAGE: i64 = 1_000;

/// `GET /lieux/{slug}/membres`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted_place(desk, slug.as_ref())?;
        let (page, frame) = draw(desk, &place, String::new())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// The page, with what could not be done.
pub fn draw(desk: &mut Desk<'_>, place: &PlaceRow, problem: String) -> Result<(PeoplePage, Frame)> {
    let locale = desk.locale();
    let Listed { q, total, page, people } = list(desk, place)?;
    let asking = place_people::asking(desk.conn, place.id)?;
    let heading = i18n::text(locale, "joining-people-title");
    let frame = room::frame(desk, place, "/membres", &heading);
    let telling = Telling::of(desk, place, &people)?;
    let count = Args::from_iter([("count", total)]);
    let page = PeoplePage {
        bar: HostBar::of(desk, place, Some(HostRoom::Members))?,
        place: room::link(locale, place),
        heading,
        problem,
        requests: asking.iter().map(|person| request_card(desk, place, person)).collect::<Result<_>>()?,
        search_href: room::href(locale, place, "/membres"),
        count: i18n::text_with(
            locale,
            if q.is_empty() { "joining-people-count" } else { "joining-people-found" },
            Some(&count),
        ),
        paging: paging(locale, place, &q, page, total),
        people: people.iter().map(|person| telling.row(desk, place, person)).collect::<Result<_>>()?,
        rules: Link::new(
            i18n::text(locale, "joining-people-rules"),
            room::href(locale, place, "/reglages-accueil"),
        ),
        q,
    };
    Ok((page, frame))
}

/// One page of the members that were looked for.
struct Listed {
    q: String,
    total: i64,
    /// Counted from 0.
    page: i64,
    people: Vec<PlacePerson>,
}

fn list(desk: &mut Desk<'_>, place: &PlaceRow) -> Result<Listed> {
    let q: String = desk.asked.get("q").unwrap_or_default().chars().take(80).collect();
    let total = place_people::count_belonging(desk.conn, place.id, &q)?;
    let last = ((total - 1) / PAGE_LENGTH).clamp(0, LAST_PAGE);
    let page = asked_page(desk.asked).min(last);
    let people = place_people::belonging(desk.conn, place.id, &q, (page * PAGE_LENGTH, PAGE_LENGTH))?;
    Ok(Listed { q, total, page, people })
}

/// The page of a list that an address names, counted from 0.
pub fn asked_page(asked: &Asked) -> i64 {
    let page: Option<i64> = asked.get("page").and_then(|text| text.parse().ok());
    page.unwrap_or(1).clamp(1, LAST_PAGE + 1) - 1
}

fn paging(locale: Locale, place: &PlaceRow, q: &str, page: i64, total: i64) -> Option<Paging> {
    paged(locale, &room::href(locale, place, "/membres"), q, (page, (total - 1) / PAGE_LENGTH))
}

/// Links to the pages around one, of a list found by `q`; `None` when it fits on one page.
pub fn paged(locale: Locale, href: &str, q: &str, (page, last): (i64, i64)) -> Option<Paging> {
    let to = |page: i64| {
        let number = (page + 1).to_string();
        let pairs = [("q", q), ("page", number.as_str())];
        let said: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        with_query(href, &said)
    };
    let figures = [("page", (page + 1).to_string()), ("pages", (last + 1).to_string())];
    (last > 0).then(|| Paging {
        previous: (page > 0).then(|| to(page - 1)),
        next: (page < last).then(|| to(page + 1)),
        label: said(locale, "agenda-page", figures),
    })
}

/// A badge for who is more, or less, than a member.
pub fn role_badge(locale: Locale, role: MembershipRole) -> Option<Badge> {
    let tone = match role {
        MembershipRole::Asked => Tone::Warn,
        MembershipRole::Member => return None,
        MembershipRole::Host => Tone::Calm,
    };
    Some(Badge { label: i18n::text(locale, &format!("membership-role-{role}")), tone })
}

/// A word that goes with a decision on somebody.
fn remark(locale: Locale, person: &PlacePerson) -> Field {
    let label = say(locale, "joining-people-word", "name", person.member.name.clone());
    Field::text(&format!("remark-{}", person.member.uid), label)
        .hint(i18n::text(locale, "joining-people-word-hint"))
        .maxlength(u32::try_from(Remark::LONGEST).unwrap_or(u32::MAX))
        .rows(2)
}

fn request_card(desk: &Desk<'_>, place: &PlaceRow, person: &PlacePerson) -> Result<RequestCard> {
    let locale = desk.locale();
    let waiting = person.member.state()? == MemberState::Waiting;
    Ok(RequestCard {
        form: desk.form(),
        uid: person.member.uid.clone(),
        name: person.member.name.clone(),
        initials: PersonName::initials(&person.member.name),
        kind: i18n::text(locale, &format!("membership-kind-{}", person.membership.kind()?)),
        asked: say(locale, "joining-people-asked-on", "day", room::day(desk, person.membership.asked_at)),
        account: if waiting { i18n::text(locale, "joining-people-account-waiting") } else { String::new() },
        action: room::href(locale, place, &format!("/membres/{}", person.member.uid)),
        remark: remark(locale, person),
    })
}

/// What the rows of one page need to know of the place.
struct Telling {
    charter: Option<i32>,
    accepted: Vec<Acceptance>,
    /// A host may stop being one.
    may_release: bool,
    viewer: Option<i64>,
}

impl Telling {
    fn of(desk: &mut Desk<'_>, place: &PlaceRow, people: &[PlacePerson]) -> Result<Self> {
        let ids: Vec<i64> = people.iter().map(|person| person.member.id).collect();
        let hosts = place_people::hosts(desk.conn, place.id)?.len();
        Ok(Self {
            charter: charters::in_force(desk.conn, place.id)?.map(|charter| charter.version),
            accepted: charters::acceptances(desk.conn, place.id, &ids)?,
            may_release: may_stop_hosting(hosts, desk.actor().may(Action::RunNetwork)),
            viewer: desk.actor().member(),
        })
    }

    fn row(&self, desk: &Desk<'_>, place: &PlaceRow, person: &PlacePerson) -> Result<PersonRow> {
        let locale = desk.locale();
        let (member, role) = (&person.member, person.membership.role()?);
        let since = person.membership.joined_at.map(|since| room::day(desk, since));
        let gestures = self.gestures(desk, person, role)?;
        let name = || member.name.clone();
        Ok(PersonRow {
            uid: member.uid.clone(),
            name: name(),
            initials: PersonName::initials(&member.name),
            kind: i18n::text(locale, &format!("membership-kind-{}", person.membership.kind()?)),
            since: since.map(|day| say(locale, "joining-people-since", "day", day)).unwrap_or_default(),
            role: role_badge(locale, role),
            charter: self.charter_words(locale, member.id),
            action: room::href(locale, place, &format!("/membres/{}", member.uid)),
            note: match role == MembershipRole::Host && !self.may_release {
                true => say(locale, "joining-people-last-host", "name", name()),
                false => String::new(),
            },
            gestures,
        })
    }

    fn charter_words(&self, locale: Locale, member: i64) -> String {
        let Some(in_force) = self.charter else { return String::new() };
        let accepted = self.accepted.iter().find(|row| row.member_id == member).map(|row| row.version);
        match accepted {
            Some(version) if version == in_force => {
                say(locale, "joining-people-charter-accepted", "version", version.to_string())
            }
            Some(_) => i18n::text(locale, "joining-people-charter-old"),
            None => i18n::text(locale, "joining-people-charter-not"),
        }
    }

    fn gestures(&self, desk: &Desk<'_>, person: &PlacePerson, role: MembershipRole) -> Result<Vec<Gesture>> {
        let locale = desk.locale();
        let gesture = |code: &'static str, key: &str, remark: Option<Field>| Gesture {
            form: desk.form(),
            code,
            label: i18n::text(locale, key),
            hint: say(locale, &format!("{key}-hint"), "name", person.member.name.clone()),
            remark,
            choice: None,
        };
        let label = say(locale, "joining-kind-of", "name", person.member.name.clone());
        let kind = room::kind_choice(locale, &person.member.uid, label, person.membership.kind()?);
        let kind = Gesture { choice: Some(kind), ..gesture("kind", "joining-kind-change", None) };
        let oneself = self.viewer == Some(person.member.id);
        let remove = || gesture("remove", "joining-people-remove", Some(remark(locale, person)));
        let more = match role {
            MembershipRole::Host if !self.may_release => Vec::new(),
            // One leaves by oneself from one's own places.
            MembershipRole::Host if oneself => vec![gesture("end-host", "joining-people-end-host", None)],
            MembershipRole::Host => vec![gesture("end-host", "joining-people-end-host", None), remove()],
            _ if oneself => vec![gesture("make-host", "joining-people-make-host", None)],
            _ => vec![gesture("make-host", "joining-people-make-host", None), remove()],
        };
        Ok([kind].into_iter().chain(more).collect())
    }
}
