//! Places of the demo: what a place would say of itself (hours, bricks, access, team, partners),
//! and the real ones of the Drôme, or invented ones in the same communes.

use chrono::{Days, NaiveDate};

use super::invented::{self, Slugs};
use super::names::{Gender, person};
use super::random::{Random, fnv1a64};
use super::texts::texts;
use super::window::{Site, plus};
use crate::domain::commune;
use crate::domain::equipment::{Equipment, EquipmentState};
use crate::domain::event::Accessibility;
use crate::domain::import::{DromePlace, drome_places};
use crate::domain::place::{Brick, Partner, PlaceDraft, PointPrecision, TeamMember, TeamRole};
use crate::domain::territory::Territory;

/// How much goes on in the ten places of 2016.
const ACTIVITY: [(&str, f64); 10] = [
    ("8-fablab-drome", 1.9),
    ("l-usine-vivante", 1.4),
    ("le-moulin-digital", 1.4),
    ("asoft", 1.1),
    ("latelier", 1.1),
    ("la-forge-collective", 1.0),
    ("l-epicentre", 0.8),
    ("pimms-mediation-portes-de-provence", 0.7),
    ("espace-internet-de-livron", 0.6),
    ("aventic", 0.5),
];
/// The place that coordinates the network and holds its own events.
pub(super) const COORDINATION: &str = "le-moulin-digital";
/// The places where the hard cases are planted.
pub(super) const LAB: &str = "8-fablab-drome";
pub(super) const HALL: &str = "l-usine-vivante";
const COORDINATORS: u32 = 2;

/// The 34 places of the Drôme; those with activity 0 put nothing on.
pub(super) fn drome(seed: u64, today: NaiveDate, fictional: bool) -> Vec<(PlaceDraft, Site)> {
    let mut slugs = Slugs::default();
    let mut hosts = 0;
    let furnished = drome_places().into_iter().map(|place| {
        let DromePlace { mut draft, hosts_2016, .. } = place;
        let label = draft.slug.to_string();
        let mut random = Random::of(seed, &format!("place:{label}"));
        if fictional {
            disguise(&mut random, &mut draft, &mut slugs);
        }
        furnish(&mut random, &mut draft, today);
        draft.confirmed_on = confirmed_on(&mut random, today, hosts_2016 > 0);
        draft.team = (hosts..hosts + hosts_2016).map(|n| host(&mut random, n)).collect();
        draft.team.extend(colleagues(&mut random, &label, hosts_2016 > 0));
        hosts += hosts_2016;
        let activity =
            ACTIVITY.iter().find(|(slug, _)| *slug == label).map_or(0.0, |(_, activity)| *activity);
        let site = Site::of(&draft, label, activity);
        (draft, site)
    });
    furnished.collect()
}

/// Another name in the same commune, and nothing left that leads to the real place.
fn disguise(random: &mut Random, draft: &mut PlaceDraft, slugs: &mut Slugs) {
    draft.name = invented::name(random, &draft.commune);
    draft.slug = slugs.give(&draft.name, &draft.commune);
    draft.source_key = Some(format!("demo:{}", draft.slug));
    draft.source = String::new();
    draft.summary = texts().fictional.clone();
    draft.description = String::new();
    draft.address = String::new();
    draft.website = String::new();
    draft.precision = PointPrecision::Commune;
    draft.point = commune::drome().iter().find(|c| c.insee == draft.insee).and_then(|c| c.point);
}

/// What a place says of itself beyond its name and address.
pub(super) fn furnish(random: &mut Random, draft: &mut PlaceDraft, today: NaiveDate) {
    draft.opening_hours = random.text(&texts().hours);
    draft.directions = random.text(&texts().directions);
    draft.accessibility = accessibility(random);
    if random.chance(0.15) {
        draft.accessibility_note = texts().accessibility_note.clone();
    }
    draft.partners = partners(random, &draft.territory);
    let lively = random.chance(0.5);
    draft.confirmed_on = confirmed_on(random, today, lively);
    for brick in &mut draft.bricks {
        describe(random, brick, &draft.website);
        for piece in &mut brick.equipment {
            wear(piece, draft.slug.as_str(), today);
        }
    }
}

/// One piece in twelve is out of use, since some days.
fn wear(piece: &mut Equipment, place: &str, today: NaiveDate) {
    let fate = fnv1a64(&format!("{place} {}", piece.name));
    piece.state = match fate % 24 {
        0 => EquipmentState::OutOfOrder,
        1 => EquipmentState::AwaitingPart,
        _ => return,
    };
    piece.since = today.checked_sub_days(Days::new(1 + fate / 24 % 20));
}

fn describe(random: &mut Random, brick: &mut Brick, website: &str) {
    let Some(words) = texts().brick(brick.kind) else { return };
    brick.name = random.text(&words.names);
    brick.text = random.text(&words.texts);
    brick.opening_hours = random.text(&words.hours);
    brick.contact = match random.below(3) {
        0 => website.to_owned(),
        1 => format!("{}@exemple.invalid", brick.kind),
        _ => String::new(),
    };
    let here = words.equipment.iter().filter(|_| random.chance(0.6));
    brick.equipment = here.map(Equipment::in_service).collect();
}

/// A third says nothing; more than half of the others can be entered in a wheelchair.
fn accessibility(random: &mut Random) -> Vec<Accessibility> {
    if random.chance(0.33) {
        return Vec::new();
    }
    let share = |code: &Accessibility| if *code == Accessibility::Motor { 0.8 } else { 0.2 };
    Accessibility::ALL.iter().filter(|code| random.chance(share(code))).copied().collect()
}

fn partners(random: &mut Random, territory: &str) -> Vec<Partner> {
    let region = Territory::by_code(territory).map(|t| t.region.as_str()).unwrap_or_default();
    let local = texts().partners.iter().filter(|_| random.chance(0.25)).collect::<Vec<_>>();
    let public = texts().territory_partners.iter().filter(|_| random.chance(0.5)).collect::<Vec<_>>();
    let partner = |text: &super::texts::PartnerText| Partner {
        name: text.name.replace("{region}", region),
        kind: text.kind,
        website: String::new(),
    };
    public.into_iter().chain(local).map(partner).collect()
}

/// Lively places mostly said within five months that all is right; of the others some never did.
fn confirmed_on(random: &mut Random, today: NaiveDate, lively: bool) -> Option<NaiveDate> {
    let (fresh, old) = if lively { (0.7, 1.0) } else { (0.35, 0.8) };
    let drawn = random.unit();
    let days_ago = if drawn < fresh {
        random.between(1, 150)
    } else if drawn < old {
        random.between(200, 900)
    } else {
        return None;
    };
    Some(plus(today, -days_ago))
}

/// The n-th of the twelve hosts of 2016: six women and six men.
fn host(random: &mut Random, n: u32) -> TeamMember {
    let gender = if n.is_multiple_of(2) { Gender::Feminine } else { Gender::Masculine };
    TeamMember { name: person(random, gender), role: TeamRole::Host }
}

fn colleagues(random: &mut Random, label: &str, lively: bool) -> Vec<TeamMember> {
    let mut roles = Vec::new();
    if label == COORDINATION {
        roles.extend((0..COORDINATORS).map(|_| TeamRole::Coordinator));
    }
    let others = [TeamRole::FabManager, TeamRole::Mediator, TeamRole::Volunteer];
    let share = if lively { 0.3 } else { 0.12 };
    roles.extend(others.into_iter().filter(|_| random.chance(share)));
    roles.into_iter().map(|role| TeamMember { name: person(random, Gender::Either), role }).collect()
}
