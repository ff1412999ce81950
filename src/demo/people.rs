//! People of the demo: the hosts that places name in their teams, the coordination, and those who
//! work or drop in there; what each says of themselves, and to whom.

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use uuid::Uuid;

use super::accounts::DemoRole;
use super::events::in_office_hours;
use super::names::{Gender, person};
use super::random::Random;
use super::window::{Site, plus};
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::domain::member::{MembershipKind, MembershipRole, PersonName};
use crate::domain::place::{PlaceDraft, TeamRole};
use crate::domain::profile::{Audience, Availability, Profile, ProfileField};
use crate::domain::skill::SkillTag;
use crate::domain::slug::Slug;
use crate::domain::text::fold;

/// Coworkers of a place of average activity.
const MEDIAN_COWORKERS: f64 = 14.0;

/// A member as the demo stores them.
#[derive(Clone, Debug, PartialEq)]
pub struct DemoMember {
    pub uid: Uuid,
    pub email: EmailAddress,
    pub name: PersonName,
    pub coordinates: bool,
    /// Where they belong, and as what; the first is where they are mostly.
    pub places: Vec<(Slug, MembershipKind, MembershipRole)>,
    pub profile: Profile,
    pub joined_at: DateTime<Utc>,
    /// Is shown to who tries the demo, with a password.
    pub shown_as: Option<DemoRole>,
}

#[derive(Debug, Default, Deserialize)]
struct Texts {
    trades: Vec<Trade>,
    hosts: Vec<String>,
    coordination: Vec<String>,
    languages: Vec<Language>,
}

#[derive(Debug, Default, Deserialize)]
struct Trade {
    activity: String,
    skills: Vec<String>,
    wants: Vec<String>,
}

/// The table ships with the crate; a test holds that it can be read.
static TEXTS: LazyLock<Texts> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../assets/demo/people.json")).unwrap_or_default());

/// Everybody, place by place; of each place first who holds it.
pub(super) fn people(seed: u64, today: NaiveDate, furnished: &[(PlaceDraft, Site)]) -> Vec<DemoMember> {
    let mut making = Making { today, emails: HashSet::new(), members: Vec::new() };
    let lively: Vec<&Slug> =
        furnished.iter().filter(|(_, site)| site.activity > 0.0).map(|(place, _)| &place.slug).collect();
    for (place, site) in furnished {
        let mut random = Random::of(seed, &format!("people:{}", site.label));
        for teammate in &place.team {
            match teammate.role {
                TeamRole::Host => making.host(&mut random, &teammate.name, &place.slug),
                TeamRole::Coordinator => making.coordinator(&mut random, &teammate.name, &place.slug),
                _ => {}
            }
        }
        let median = MEDIAN_COWORKERS * site.activity;
        let count = if median > 0.0 { random.log_normal(median, 0.3).clamp(4.0, 40.0) as usize } else { 0 };
        for _ in 0..count {
            making.coworker(&mut random, &place.slug, &lively);
        }
    }
    making.members
}

struct Making {
    today: NaiveDate,
    emails: HashSet<String>,
    members: Vec<DemoMember>,
}

impl Making {
    fn host(&mut self, random: &mut Random, name: &str, place: &Slug) {
        let mut profile = Profile { activity: random.text(&TEXTS.hosts), ..spoken(random) };
        // Who opens the door is known to those who come through it.
        for field in [ProfileField::Name, ProfileField::Activity, ProfileField::Places] {
            profile.audiences.set(field, Audience::Public);
        }
        profile.availability = vec![Availability::Hand, Availability::Coffee, Availability::Welcome];
        let places = vec![(place.clone(), MembershipKind::Resident, MembershipRole::Host)];
        self.add(random, DemoRole::Host, name, places, profile);
    }

    fn coordinator(&mut self, random: &mut Random, name: &str, place: &Slug) {
        let mut profile = Profile { activity: random.text(&TEXTS.coordination), ..spoken(random) };
        for field in [ProfileField::Name, ProfileField::Activity, ProfileField::Places] {
            profile.audiences.set(field, Audience::Network);
        }
        let places = vec![(place.clone(), MembershipKind::Resident, MembershipRole::Member)];
        self.add(random, DemoRole::Coordinator, name, places, profile);
    }

    fn coworker(&mut self, random: &mut Random, home: &Slug, lively: &[&Slug]) {
        let name = person(random, Gender::Either);
        let kinds = [0.35, 0.35, 0.1, 0.2].into_iter();
        let kind = random.weighted(kinds).and_then(|n| MembershipKind::ALL.get(n)).copied();
        let kind = kind.unwrap_or(MembershipKind::Nomad);
        let mut places = vec![(home.clone(), kind, MembershipRole::Member)];
        if random.chance(0.25)
            && let Some(other) = random.pick(lively).filter(|other| **other != home)
        {
            places.push(((*other).clone(), MembershipKind::Nomad, MembershipRole::Member));
        }
        let profile = coworkers_profile(random);
        self.add(random, DemoRole::Coworker, &name, places, profile);
    }

    fn add(
        &mut self,
        random: &mut Random,
        role: DemoRole,
        name: &str,
        places: Vec<(Slug, MembershipKind, MembershipRole)>,
        profile: Profile,
    ) {
        // The first of each role is the one that is shown; a coworker who belongs to two places shows more.
        let is_taken = self.members.iter().any(|member| member.shown_as == Some(role));
        let shows_enough = role != DemoRole::Coworker || places.len() > 1;
        let shown_as = (!is_taken && shows_enough).then_some(role);
        let wished = shown_as.map_or_else(|| address(name), |role| role.email().to_owned());
        let Some((email, name)) = self.free(&wished).zip(PersonName::parse(name)) else { return };
        let day = plus(self.today, -random.between(3, 900));
        let joined_at = in_office_hours(random, day);
        let uid = uuid::Builder::from_random_bytes(random.bytes()).into_uuid();
        let profile = Profile { name: name.to_string(), ..profile };
        let coordinates = role == DemoRole::Coordinator;
        self.members.push(DemoMember { uid, email, name, coordinates, places, profile, joined_at, shown_as });
    }

    /// The address, with a number when somebody has it.
    fn free(&mut self, wished: &str) -> Option<EmailAddress> {
        let (local, domain) = wished.split_once('@')?;
        let numbered = (2..).map(|n| format!("{local}{n}@{domain}"));
        let free = std::iter::once(wished.to_owned()).chain(numbered).find(|a| !self.emails.contains(a))?;
        self.emails.insert(free.clone());
        EmailAddress::parse(&free)
    }
}

/// "Anne Le Valcalin" as "anne.le.valcalin@exemple.invalid": nobody's, by RFC 2606.
fn address(name: &str) -> String {
    let words = fold(name).replace([' ', '\'', '’'], ".");
    format!("{words}@exemple.invalid")
}

/// Nothing but the languages that somebody speaks.
fn spoken(random: &mut Random) -> Profile {
    let mut languages = vec![Language::French];
    languages.extend(TEXTS.languages.iter().filter(|_| random.chance(0.15)));
    Profile { languages, ..Profile::default() }
}

/// A third say little; most of the others show themselves to the network, some to everyone.
fn coworkers_profile(random: &mut Random) -> Profile {
    let mut profile = spoken(random);
    let Some(trade) = random.pick(&TEXTS.trades) else { return profile };
    let openness = random.unit();
    if openness < 0.3 {
        return profile;
    }
    let tags = |labels: &[String]| labels.iter().filter_map(|label| SkillTag::parse(label)).collect();
    profile.activity = trade.activity.clone();
    profile.skills = tags(&trade.skills);
    profile.wants = tags(&trade.wants);
    profile.availability = Availability::ALL.iter().copied().filter(|_| random.chance(0.25)).collect();
    let audience = if openness < 0.45 {
        Audience::Places
    } else if openness < 0.85 {
        Audience::Network
    } else {
        Audience::Public
    };
    for field in [ProfileField::Name, ProfileField::Activity, ProfileField::Skills, ProfileField::Places] {
        profile.audiences.set(field, audience);
    }
    for field in [ProfileField::Wants, ProfileField::Availability, ProfileField::Languages] {
        profile.audiences.set(field, audience.min(Audience::Network));
    }
    profile
}

#[cfg(test)]
mod tests {
    use super::super::{Options, Set, drome};
    use super::*;
    use crate::domain::skill::Skill;

    fn members() -> Vec<DemoMember> {
        let today = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
        drome(&Options { seed: 26, today, set: Set::Drome, scale: 1.0, fictional_spaces: false }).members
    }

    #[test]
    fn the_table_is_whole() {
        assert_eq!((TEXTS.trades.len(), TEXTS.hosts.len(), TEXTS.languages.len()), (24, 3, 8));
        let skills = TEXTS.trades.iter().flat_map(|trade| &trade.skills);
        for label in skills {
            assert!(Skill::named(label).is_some(), "{label} is not in the vocabulary");
        }
    }

    #[test]
    fn twelve_hosts_hold_ten_places_and_somebody_is_shown_of_each_role() {
        let members = members();
        let hosts = members.iter().filter(|m| m.places.iter().any(|p| p.2 == MembershipRole::Host));
        let held: HashSet<_> = hosts.clone().map(|host| host.places[0].0.clone()).collect();
        assert_eq!((hosts.count(), held.len()), (12, 10));
        assert_eq!(members.iter().filter(|m| m.coordinates).count(), 2);
        for role in DemoRole::ALL {
            let shown: Vec<_> = members.iter().filter(|m| m.shown_as == Some(*role)).collect();
            assert_eq!(shown.len(), 1, "{role}");
            assert_eq!(shown[0].email.as_str(), role.email());
        }
        assert!((120..300).contains(&members.len()), "{}", members.len());
    }

    #[test]
    fn people_are_invented_and_nobody_shares_an_address() {
        let members = members();
        let emails: HashSet<_> = members.iter().map(|m| m.email.as_str()).collect();
        assert_eq!(emails.len(), members.len());
        for member in &members {
            assert!(member.email.as_str().ends_with("@exemple.invalid"));
            assert!(super::super::names::is_invented(member.name.as_str()), "{}", member.name);
        }
        let shown = |audience| {
            let at = |m: &&DemoMember| m.profile.audiences.of(ProfileField::Name) == audience;
            members.iter().filter(at).count()
        };
        assert!(
            shown(Audience::Places) > 20 && shown(Audience::Network) > 20 && shown(Audience::Public) > 12
        );
    }
}
