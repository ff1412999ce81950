//! What someone chose to be told of: where it goes on, and what it is. Knows neither when they are
//! told nor who they are.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Topic;

/// Own places, places and territories add up to where; without any of them it is anywhere. Each
/// other sort narrows what, as far as anything of it is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// The places that a member belongs to.
    pub own_places: bool,
    pub topics: BTreeSet<(Topic, String)>,
}

impl Choices {
    /// What is chosen of a sort, in a fixed order.
    pub fn keys(&self, topic: Topic) -> impl Iterator<Item = &str> {
        self.topics.iter().filter(move |(of, _)| *of == topic).map(|(_, key)| key.as_str())
    }

    pub fn has(&self, topic: Topic, key: &str) -> bool {
        self.keys(topic).any(|known| known == key)
    }

    /// Whether it is bound to any ground.
    pub fn says_where(&self) -> bool {
        self.own_places || self.topics.iter().any(|(topic, _)| is_where(*topic))
    }

    /// These choices and those of `other`, which narrow each other where they are of two sorts.
    pub fn with(&self, other: &Self) -> Self {
        Self {
            own_places: self.own_places || other.own_places,
            topics: self.topics.union(&other.topics).cloned().collect(),
        }
    }

    /// Choices that are wide enough for these and for those of `other`: what one of both leaves open
    /// is left open.
    pub fn widened_by(&self, other: &Self) -> Self {
        let grounded = self.says_where() && other.says_where();
        let open = |topic: Topic| match is_where(topic) {
            true => !grounded,
            false => self.keys(topic).next().is_none() || other.keys(topic).next().is_none(),
        };
        let mut both = self.with(other);
        both.own_places &= grounded;
        both.topics.retain(|(topic, _)| !open(*topic));
        both
    }
}

fn is_where(topic: Topic) -> bool {
    matches!(topic, Topic::Place | Topic::Territory)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn choices(own_places: bool, topics: &[(Topic, &str)]) -> Choices {
        let topics = topics.iter().map(|(topic, key)| (*topic, (*key).to_owned()));
        Choices { own_places, topics: topics.collect() }
    }

    #[test]
    fn subscribing_again_leaves_nothing_out() {
        use Topic::{Kind, Place, Territory};
        for (first, then, both) in [
            (&[(Place, "a")][..], &[(Place, "b")][..], &[(Place, "a"), (Place, "b")][..]),
            (&[(Place, "a")], &[(Territory, "26")], &[(Place, "a"), (Territory, "26")]),
            (&[(Kind, "cafe")], &[(Kind, "atelier")], &[(Kind, "cafe"), (Kind, "atelier")]),
            (&[(Place, "a")], &[], &[]),
            (&[], &[(Place, "a")], &[]),
            // Workshops anywhere, and all that is on at one place: neither narrows the other.
            (&[(Kind, "atelier")], &[(Place, "a")], &[]),
            (&[(Place, "a"), (Kind, "atelier")], &[(Place, "b")], &[(Place, "a"), (Place, "b")]),
        ] {
            let (first, then) = (choices(false, first), choices(false, then));
            assert_eq!(first.widened_by(&then), choices(false, both), "{first:?} and {then:?}");
        }
        let own = choices(true, &[]);
        assert_eq!(own.widened_by(&choices(false, &[(Place, "a")])), choices(true, &[(Place, "a")]));
        assert_eq!(own.widened_by(&choices(false, &[(Kind, "cafe")])), choices(false, &[]));
    }

    /// What is told of an event somewhere, by the rule of the struct.
    fn takes(choices: &Choices, own: bool, place: &str, territory: &str, kind: &str) -> bool {
        let here = (choices.own_places && own)
            || choices.has(Topic::Place, place)
            || choices.has(Topic::Territory, territory);
        let mut kinds = choices.keys(Topic::Kind).peekable();
        (here || !choices.says_where()) && (kinds.peek().is_none() || kinds.any(|known| known == kind))
    }

    fn some() -> impl Strategy<Value = Choices> {
        let topic = prop_oneof![Just(Topic::Place), Just(Topic::Territory), Just(Topic::Kind)];
        let topics = proptest::collection::btree_set((topic, "[ab]"), 0..4);
        (any::<bool>(), topics).prop_map(|(own_places, topics)| Choices { own_places, topics })
    }

    proptest! {
        #[test]
        fn what_either_takes_both_take(
            one in some(), other in some(), own: bool, place in "[ab]", territory in "[ab]", kind in "[ab]",
        ) {
            let wide = one.widened_by(&other);
            for narrow in [&one, &other] {
                prop_assert!(
                    !takes(narrow, own, &place, &territory, &kind) || takes(&wide, own, &place, &territory, &kind)
                );
            }
            prop_assert_eq!(&wide, &other.widened_by(&one));
        }
    }
}
