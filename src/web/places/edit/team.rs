//! Who holds the place, and with whom: names that those people chose to see on a public page.

use actix_web::{HttpRequest, HttpResponse, web};

use super::checks::Checks;
use super::conflict::{Conflict, save_part};
use super::page::{EditPartner, EditPerson, EditTeamPage};
use super::{again, head, hosted, made, path_of, seen_in, slug_of, title_of};
use crate::domain::member::PersonName;
use crate::domain::place::{Partner, PartnerKind, TeamMember, TeamRole};
use crate::domain::place_part::{PlacePart, PlaceSection};
use crate::domain::website::parse_website;
use crate::i18n::{self, Locale};
use crate::store::places::{self, PlaceRow};
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::Result;
use crate::web::fields::{Choice, Field};
use crate::web::form::Form;

const PART: &str = PlaceSection::Team.code();
/// Empty lines below those that are filled in.
const FREE_LINES: usize = 2;
/// Lines that are read of a form.
const MOST_LINES: usize = 60;
const LONGEST: u32 = 120;

/// `GET /lieux/{slug}/modifier/equipe`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted(desk, slug.as_ref())?;
        let parts = places::parts(desk.conn, place.id)?;
        let checks = Checks::new(desk.locale());
        let page = page(desk, &place, &Typed::of(&parts.team, &parts.partners), &checks, (None, None))?;
        made(desk, &place, PART, &title_of(checks.locale, PlaceSection::Team), &page)
    })
    .await
}

/// `POST /lieux/{slug}/modifier/equipe`: a line without a name goes.
pub async fn save(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, form| {
        let place = hosted(&mut act.desk(), slug.as_ref())?;
        let (locale, seen) = (act.locale(), seen_in(form));
        let mut checks = Checks::new(locale);
        let typed = Typed::read(form);
        let part = typed.part(&mut checks);
        let conflict = match checks.is_clear() {
            true => match save_part(act, &place, &part, seen)? {
                None => return Ok(Done::see(path_of(&place, "")).saying("done-place-saved")),
                conflict => conflict,
            },
            false => None,
        };
        let desk = &mut act.desk();
        let page = page(desk, &place, &typed, &checks, (Some(seen), conflict))?;
        Err(again(desk, &place, PART, &title_of(locale, PlaceSection::Team), &page))
    })
    .await
}

/// The lines as they were typed, blank ones left out.
struct Typed {
    /// Name and role.
    people: Vec<(String, TeamRole)>,
    /// Name, kind and web address.
    partners: Vec<(String, PartnerKind, String)>,
}

impl Typed {
    fn of(team: &[TeamMember], partners: &[Partner]) -> Self {
        Self {
            people: team.iter().map(|member| (member.name.clone(), member.role)).collect(),
            partners: partners.iter().map(|p| (p.name.clone(), p.kind, p.website.clone())).collect(),
        }
    }

    fn read(form: &Form) -> Self {
        let text = |what: &str, n: usize| form.text(&format!("{what}-{n}"));
        let person = |n| (text("person", n), TeamRole::from_code(&text("role", n)).unwrap_or(TeamRole::Host));
        let partner = |n| {
            let kind = PartnerKind::from_code(&text("kind", n)).unwrap_or(PartnerKind::Association);
            (text("partner", n), kind, text("website", n))
        };
        Self {
            people: (0..MOST_LINES).map(person).filter(|(name, _)| !name.is_empty()).collect(),
            partners: (0..MOST_LINES).map(partner).filter(|(name, ..)| !name.is_empty()).collect(),
        }
    }

    fn part(&self, checks: &mut Checks) -> PlacePart {
        for (n, (name, _)) in self.people.iter().enumerate() {
            if PersonName::parse(name).is_none() {
                checks.refuse(&format!("person-{n}"), "place-edit-bad-person");
            }
        }
        for (n, (_, _, website)) in self.partners.iter().enumerate() {
            if !website.is_empty() && parse_website(website).is_none() {
                checks.refuse(&format!("website-{n}"), "place-edit-bad-website");
            }
        }
        let partner = |(name, kind, website): &(String, PartnerKind, String)| Partner {
            name: name.chars().take(LONGEST as usize).collect(),
            kind: *kind,
            website: parse_website(website).unwrap_or_default(),
        };
        PlacePart::Team {
            team: self
                .people
                .iter()
                .map(|(name, role)| TeamMember { name: name.clone(), role: *role })
                .collect(),
            partners: self.partners.iter().map(partner).collect(),
        }
    }
}

fn page(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    typed: &Typed,
    checks: &Checks,
    (seen, conflict): (Option<i64>, Option<Conflict>),
) -> Result<EditTeamPage> {
    let locale = desk.locale();
    let nobody = (String::new(), TeamRole::Host);
    let no_partner = (String::new(), PartnerKind::Association, String::new());
    let people = typed.people.iter().chain(std::iter::repeat_n(&nobody, FREE_LINES));
    let partners = typed.partners.iter().chain(std::iter::repeat_n(&no_partner, FREE_LINES));
    Ok(EditTeamPage {
        head: head(desk, place, PART, seen, checks, conflict)?,
        people: people.enumerate().map(|(n, (name, role))| person(locale, n, name, *role, checks)).collect(),
        partners: partners
            .enumerate()
            .map(|(n, (name, kind, website))| partner(locale, n, (name, *kind, website), checks))
            .collect(),
    })
}

fn person(locale: Locale, n: usize, name: &str, role: TeamRole, checks: &Checks) -> EditPerson {
    let field = format!("person-{n}");
    let choice = Choice::new(&format!("role-{n}"), i18n::text(locale, "place-edit-role")).required();
    EditPerson {
        name: Field::text(&field, i18n::text(locale, "place-edit-person"))
            .value(name)
            .maxlength(LONGEST)
            .autocomplete("off")
            .error(checks.of(&field)),
        role: TeamRole::ALL.iter().fold(choice, |choice, code| {
            let label = i18n::text(locale, &format!("team-role-{}", code.code()));
            choice.option(code.code(), label, *code == role)
        }),
    }
}

fn partner(
    locale: Locale,
    n: usize,
    (name, kind, website): (&str, PartnerKind, &str),
    checks: &Checks,
) -> EditPartner {
    let text = |what: &str, key: &str, value: &str| {
        let field = format!("{what}-{n}");
        let error = checks.of(&field);
        Field::text(&field, i18n::text(locale, key)).value(value).maxlength(LONGEST).error(error)
    };
    let choice = Choice::new(&format!("kind-{n}"), i18n::text(locale, "place-edit-partner-kind")).required();
    EditPartner {
        name: text("partner", "place-edit-partner", name),
        kind: PartnerKind::ALL.iter().fold(choice, |choice, code| {
            let label = i18n::text(locale, &format!("partner-{}", code.code()));
            choice.option(code.code(), label, *code == kind)
        }),
        website: text("website", "place-edit-website", website),
    }
}
