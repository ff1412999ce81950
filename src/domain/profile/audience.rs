//! Who may see what a member says of themselves: a choice for each field.

use std::collections::BTreeMap;

use crate::domain::code::code_enum;
use crate::domain::policy::Actor;

code_enum! {
    /// Who may see a field; each includes those before it.
    #[derive(Default)]
    Audience {
        Nobody = "personne",
        /// The members of the places that one belongs to.
        #[default]
        Places = "mes-lieux",
        /// Every member of the network.
        Network = "reseau",
        /// Everyone, search engines too.
        Public = "public",
    }
}

code_enum! {
    /// From where a profile is looked at, by others than its member.
    Viewpoint {
        Visitor = "visiteur",
        Network = "reseau",
        Places = "mes-lieux",
    }
}

code_enum! {
    /// A field of a profile, with an audience of its own.
    ProfileField {
        Name = "nom",
        Pronouns = "pronoms",
        Photo = "photo",
        Activity = "activite",
        Skills = "competences",
        Wants = "envies",
        Languages = "langues",
        Availability = "disponibilites",
        Links = "liens",
        Places = "lieux",
    }
}

impl Audience {
    pub fn includes(self, viewpoint: Viewpoint) -> bool {
        self >= Self::least(viewpoint)
    }

    /// The audiences that include this viewpoint.
    pub fn seen_from(viewpoint: Viewpoint) -> Vec<Self> {
        Self::ALL.iter().copied().filter(|audience| audience.includes(viewpoint)).collect()
    }

    fn least(viewpoint: Viewpoint) -> Self {
        match viewpoint {
            Viewpoint::Visitor => Self::Public,
            Viewpoint::Network => Self::Network,
            Viewpoint::Places => Self::Places,
        }
    }
}

impl Viewpoint {
    /// From where the actor sees a member of these places. A waiting member sees what visitors see;
    /// hosts and the coordination see no more than others.
    pub fn of(actor: &Actor, member: i64, places: &[i64]) -> Self {
        match actor {
            Actor::Member(standing) if !standing.active => Self::Visitor,
            Actor::Member(standing) if standing.member == member => Self::Places,
            Actor::Member(standing) if standing.shares_a_place(places) => Self::Places,
            Actor::Member(_) | Actor::Program => Self::Network,
            Actor::Visitor => Self::Visitor,
        }
    }
}

/// The audience of each field; what was never chosen has the default one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audiences(BTreeMap<ProfileField, Audience>);

impl Audiences {
    pub fn of(&self, field: ProfileField) -> Audience {
        self.0.get(&field).copied().unwrap_or_default()
    }

    pub fn set(&mut self, field: ProfileField, audience: Audience) {
        match audience == Audience::default() {
            true => self.0.remove(&field),
            false => self.0.insert(field, audience),
        };
    }

    /// The fields that everyone sees.
    pub fn public(&self) -> impl Iterator<Item = ProfileField> {
        ProfileField::ALL.iter().copied().filter(|field| self.of(*field) == Audience::Public)
    }

    /// "nom=public competences=reseau": the fields that differ from the default.
    pub fn to_text(&self) -> String {
        self.0.iter().map(|(field, audience)| format!("{field}={audience}")).collect::<Vec<_>>().join(" ")
    }

    /// What [`Self::to_text`] wrote; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut audiences = Self::default();
        for pair in text.split(' ').filter(|pair| !pair.is_empty()) {
            let (field, audience) = pair.split_once('=')?;
            audiences.set(ProfileField::from_code(field)?, Audience::from_code(audience)?);
        }
        Some(audiences)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::Standing;

    #[test]
    fn each_audience_includes_those_before_it() {
        #[rustfmt::skip]
        let table = [
            //                   visitor network places
            (Audience::Nobody,  [false,  false,  false]),
            (Audience::Places,  [false,  false,  true]),
            (Audience::Network, [false,  true,   true]),
            (Audience::Public,  [true,   true,   true]),
        ];
        for (audience, seen) in table {
            for (viewpoint, wanted) in Viewpoint::ALL.iter().zip(seen) {
                assert_eq!(audience.includes(*viewpoint), wanted, "{audience} from {viewpoint}");
                assert_eq!(Audience::seen_from(*viewpoint).contains(&audience), wanted);
            }
        }
    }

    #[test]
    fn who_looks_decides_from_where() {
        let standing = |member, places: &[i64]| Standing {
            member,
            active: true,
            member_of: places.to_vec(),
            ..Standing::default()
        };
        let coordinator = Standing { coordinates: true, ..standing(2, &[]) };
        let waiting = Standing { active: false, ..standing(2, &[1]) };
        for (actor, viewpoint) in [
            (Actor::Visitor, Viewpoint::Visitor),
            (Actor::Member(waiting), Viewpoint::Visitor),
            (Actor::Member(standing(2, &[8])), Viewpoint::Network),
            (Actor::Member(coordinator), Viewpoint::Network),
            (Actor::Member(standing(2, &[1, 8])), Viewpoint::Places),
            (Actor::Member(standing(7, &[])), Viewpoint::Places),
        ] {
            assert_eq!(Viewpoint::of(&actor, 7, &[1, 2]), viewpoint, "{actor:?}");
        }
    }

    #[test]
    fn choices_are_read_back_and_the_default_is_my_places() {
        let mut audiences = Audiences::default();
        assert!(ProfileField::ALL.iter().all(|field| audiences.of(*field) == Audience::Places));
        audiences.set(ProfileField::Skills, Audience::Public);
        audiences.set(ProfileField::Name, Audience::Nobody);
        audiences.set(ProfileField::Photo, Audience::Places);
        assert_eq!(audiences.to_text(), "nom=personne competences=public");
        assert_eq!(Audiences::parse(&audiences.to_text()), Some(audiences.clone()));
        assert!(audiences.public().eq([ProfileField::Skills]));
        for bad in ["nom", "nom=tous", "age=public", "nom=public,photo=public"] {
            assert_eq!(Audiences::parse(bad), None, "{bad}");
        }
    }
}
