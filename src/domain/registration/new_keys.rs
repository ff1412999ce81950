//! Where registrations go when the dates that they hang on are moved by a change of the event
//! itself, which gives dates another identity.

use chrono::NaiveDate;

use crate::domain::schedule::OccurrenceKey;

/// How far a date may have gone and still be recognised, in days: a weekly series that moves from
/// Thursday to Tuesday, but not from one week to the next.
const FARTHEST: i64 = 3;

/// For each of `lost` the date that took its place among `added`, where one did: the same day at
/// another hour, else the nearest within three days (the earlier of two). The only date of an event
/// is followed however far it went. Each date takes the place of one.
pub fn new_keys(lost: &[OccurrenceKey], added: &[OccurrenceKey]) -> Vec<(OccurrenceKey, OccurrenceKey)> {
    if let ([only], [new]) = (lost, added) {
        return vec![(only.clone(), new.clone())];
    }
    let mut free: Vec<(NaiveDate, &OccurrenceKey)> =
        added.iter().filter_map(|key| Some((key.date()?, key))).collect();
    free.sort();
    let mut found = Vec::new();
    for within in [0, FARTHEST] {
        for key in lost {
            let known = found.iter().any(|(old, _)| old == key);
            let Some(day) = key.date().filter(|_| !known) else { continue };
            let distance = |new: &NaiveDate| (*new - day).num_days().abs();
            let nearest = free
                .iter()
                .enumerate()
                .map(|(n, (new, _))| (distance(new), n))
                .filter(|(days, _)| *days <= within)
                .min();
            if let Some((_, n)) = nearest {
                let (_, new) = free.remove(n);
                found.push((key.clone(), new.clone()));
            }
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(texts: &[&str]) -> Vec<OccurrenceKey> {
        texts.iter().map(|text| OccurrenceKey::parse(text).unwrap()).collect()
    }

    #[test]
    fn registrations_follow_their_date() {
        for (lost, added, followed) in [
            // Another hour; another weekday; the only date of all, far away; a date that is gone.
            (
                &["20260305T183000", "20260312T183000"][..],
                &["20260305T190000", "20260312T190000"][..],
                &["20260305T190000", "20260312T190000"][..],
            ),
            (&["20260305", "20260312"], &["20260303", "20260310", "20260317"], &["20260303", "20260310"]),
            (&["20260305"], &["20260507"], &["20260507"]),
            (&["20260305", "20260312"], &["20260314"], &["20260314"]),
            (&["20260305", "20260312"], &[], &[]),
        ] {
            let new: Vec<_> = new_keys(&keys(lost), &keys(added)).into_iter().map(|(_, new)| new).collect();
            assert_eq!(new, keys(followed), "{lost:?} to {added:?}");
        }
    }
}
