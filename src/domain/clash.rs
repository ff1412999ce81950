//! When two events stand in each other's way: the same room, or so much alike and so near that the
//! same people would have to choose. Finding them is `store::clashes`.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::event::EventKind;
use super::text::{fold, search_words};

/// Two events of one evening that are further apart than this can both be gone to.
pub const SAME_EVENING: TimeDelta = TimeDelta::hours(2);
/// How far people go for an event, in km.
pub const NEIGHBOURHOOD_KM: f64 = 30.0;

/// A stretch of time, its end excluded.
pub type Stretch = (DateTime<Utc>, DateTime<Utc>);

/// Whether two stretches share an instant.
pub fn overlaps(one: Stretch, other: Stretch) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// Whether two stretches lie on the same evening: less than [`SAME_EVENING`] between them.
pub fn same_evening(one: Stretch, other: Stretch) -> bool {
    overlaps(one, (other.0 - SAME_EVENING, other.1 + SAME_EVENING))
}

/// Whether two names mean the same room. What is not said is no room.
pub fn same_room(one: &str, other: &str) -> bool {
    let one = fold(one);
    !one.is_empty() && one == fold(other)
}

/// Whether two events would draw the same people: of one kind, or with titles that share half of
/// their words.
pub fn are_alike(one: (EventKind, &str), other: (EventKind, &str)) -> bool {
    one.0 == other.0 || titles_are_alike(one.1, other.1)
}

/// Words of three letters and less ("de", "les") say nothing.
fn titles_are_alike(one: &str, other: &str) -> bool {
    let words = |title: &str| -> BTreeSet<String> {
        search_words(title).into_iter().filter(|word| word.chars().count() > 3).collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count();
    shared > 0 && 2 * shared >= one.len().min(other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(from: &str, to: &str) -> Stretch {
        let at = |text: &str| format!("2026-03-05T{text}:00Z").parse().unwrap();
        (at(from), at(to))
    }

    #[test]
    fn an_event_that_begins_when_the_other_ends_is_in_no_way() {
        for (one, other, overlap, evening) in [
            (("18:00", "20:00"), ("20:00", "22:00"), false, true),
            (("18:00", "20:00"), ("19:59", "22:00"), true, true),
            (("18:00", "20:00"), ("18:30", "19:00"), true, true),
            (("09:00", "11:00"), ("18:00", "20:00"), false, false),
            (("14:00", "16:00"), ("18:00", "20:00"), false, false),
        ] {
            let (one, other) = (stretch(one.0, one.1), stretch(other.0, other.1));
            assert_eq!((overlaps(one, other), overlaps(other, one)), (overlap, overlap));
            assert_eq!((same_evening(one, other), same_evening(other, one)), (evening, evening));
        }
    }

    #[test]
    fn rooms_are_the_same_whatever_accents_and_case() {
        assert!(same_room("Salle bleue", " salle  BLEUE "));
        assert!(!same_room("Salle bleue", "Salle rouge"));
        assert!(!same_room("", ""), "nothing said is no room");
    }

    #[test]
    fn alike_is_the_same_kind_or_half_of_the_words() {
        let alike = |a, b| titles_are_alike(a, b);
        assert!(alike("Couture pour débutants", "Atelier couture"));
        assert!(alike("Réparer son vélo", "Atelier vélos"));
        assert!(!alike("Café des langues", "Le jardin des plantes"));
        assert!(!alike("", ""));
        assert!(are_alike((EventKind::Workshop, "A"), (EventKind::Workshop, "B")));
        assert!(!are_alike((EventKind::Workshop, "A"), (EventKind::Talk, "B")));
    }
}
