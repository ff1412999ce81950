//! Which new date each old date of a series becomes when the series is written anew: what hangs on a
//! date (registrations, its differences) goes along with it.

use std::collections::BTreeSet;

use super::schedule::OccurrenceKey;

/// A date that changes by more days than this is another date.
const SAME_DATE_WITHIN_DAYS: i64 = 3;

/// Pairs of an old and a new key. A date that is in both is itself, even at another hour; then each
/// that is left becomes the nearest new one of the days around it. Each new date is taken once.
pub fn carried(old: &[OccurrenceKey], new: &[OccurrenceKey]) -> Vec<(OccurrenceKey, OccurrenceKey)> {
    let mut free: BTreeSet<&OccurrenceKey> = new.iter().collect();
    let mut pairs = Vec::with_capacity(old.len());
    let mut left = Vec::new();
    for key in old {
        match free.iter().find(|other| other.date() == key.date()).copied() {
            Some(same) => {
                free.remove(same);
                pairs.push((key.clone(), same.clone()));
            }
            None => left.push(key),
        }
    }
    for key in left {
        let distance = |other: &&&OccurrenceKey| days_between(key, other).unwrap_or(i64::MAX);
        let nearest = free.iter().min_by_key(distance).copied();
        if let Some(near) = nearest.filter(|near| distance(&near) <= SAME_DATE_WITHIN_DAYS) {
            free.remove(near);
            pairs.push((key.clone(), near.clone()));
        }
    }
    pairs
}

fn days_between(one: &OccurrenceKey, other: &OccurrenceKey) -> Option<i64> {
    Some((one.date()? - other.date()?).num_days().abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(texts: &[&str]) -> Vec<OccurrenceKey> {
        texts.iter().map(|text| OccurrenceKey::parse(text).unwrap()).collect()
    }

    fn pairs(old: &[&str], new: &[&str]) -> Vec<(String, String)> {
        let pairs = carried(&keys(old), &keys(new));
        pairs.into_iter().map(|(old, new)| (old.to_string(), new.to_string())).collect()
    }

    fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(old, new)| ((*old).to_owned(), (*new).to_owned())).collect()
    }

    #[test]
    fn another_hour_is_the_same_date() {
        assert_eq!(
            pairs(&["20260305T183000", "20260312T183000"], &["20260305T190000", "20260312T190000"]),
            owned(&[("20260305T183000", "20260305T190000"), ("20260312T183000", "20260312T190000")])
        );
        assert_eq!(pairs(&["20260305T183000"], &["20260305"]), owned(&[("20260305T183000", "20260305")]));
    }

    #[test]
    fn another_weekday_takes_each_date_along() {
        assert_eq!(
            pairs(&["20260305", "20260312", "20260319"], &["20260306", "20260313"]),
            owned(&[("20260305", "20260306"), ("20260312", "20260313")]),
            "the third has nowhere to go"
        );
    }

    #[test]
    fn each_new_date_is_taken_once_and_first_by_itself() {
        assert_eq!(
            pairs(&["20260304", "20260305"], &["20260305"]),
            owned(&[("20260305", "20260305")]),
            "Wednesday has no place on the Thursday that stays"
        );
    }
}
