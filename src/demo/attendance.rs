//! Who comes to what: drawn from the people of a place, never more than they are.

use uuid::Uuid;

use super::random::Random;
use crate::domain::schedule::OccurrenceKey;

/// Who registers for a date, in this order, of so many `people`: counted from 0, each once. One date
/// of six is full, with some who wait.
pub fn attendance(
    seed: u64,
    event: Uuid,
    date: &OccurrenceKey,
    people: usize,
    capacity: Option<i32>,
) -> Vec<usize> {
    const MOST: usize = 14;
    let mut random = Random::of(seed, &format!("attendance:{event}:{date}"));
    let seats = capacity.and_then(|seats| usize::try_from(seats).ok());
    let wanted = match seats {
        Some(seats) if seats < MOST && random.chance(0.17) => seats + 1 + random.below(3),
        Some(seats) => (seats as f64 * (0.1 + 0.6 * random.unit())) as usize,
        None => 2 + random.below(6),
    };
    let mut waiting: Vec<usize> = (0..people).collect();
    let mut coming = Vec::new();
    while coming.len() < wanted.min(MOST) && !waiting.is_empty() {
        coming.push(waiting.swap_remove(random.below(waiting.len())));
    }
    coming
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn nobody_comes_twice_and_some_dates_are_full() {
        let key = |n: u32| OccurrenceKey::parse(&format!("202603{:02}T183000", n % 28 + 1)).unwrap();
        let mut full = 0;
        for n in 0..200_u32 {
            let event = Uuid::from_u128(u128::from(n));
            let coming = attendance(26, event, &key(n), 12, Some(8));
            assert_eq!(coming, attendance(26, event, &key(n), 12, Some(8)));
            assert_eq!(coming.iter().collect::<HashSet<_>>().len(), coming.len());
            assert!(coming.iter().all(|n| *n < 12) && coming.len() <= 12);
            full += usize::from(coming.len() > 8);
        }
        assert!((15..60).contains(&full), "{full}");
        assert_eq!(attendance(26, Uuid::nil(), &key(1), 0, None), Vec::<usize>::new());
    }
}
