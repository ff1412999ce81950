//! Invented persons: a common first name and a surname made of invented syllables, so that no real
//! person is meant. Persons of the demo are named here and nowhere else.

use std::sync::LazyLock;

use serde::Deserialize;

use super::random::Random;

/// The grammatical gender of a first name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Feminine,
    Masculine,
    Either,
}

#[derive(Debug, Default, Deserialize)]
struct Names {
    feminine: Vec<String>,
    masculine: Vec<String>,
    neutral: Vec<String>,
    starts: Vec<String>,
    ends: Vec<String>,
    /// Combinations that are real surnames or places.
    excluded: Vec<String>,
    /// Mostly empty.
    particles: Vec<String>,
    double_share: f64,
}

/// The table ships with the crate; a test holds that it can be read.
static NAMES: LazyLock<Names> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../assets/demo/names.json")).unwrap_or_default());

/// First name and surname of an invented person.
pub fn person(random: &mut Random, gender: Gender) -> String {
    let first = match gender {
        Gender::Feminine => &NAMES.feminine,
        Gender::Masculine => &NAMES.masculine,
        Gender::Either => match random.below(20) {
            0 => &NAMES.neutral,
            1..=10 => &NAMES.feminine,
            _ => &NAMES.masculine,
        },
    };
    let first = word(random, first).to_owned();
    let particle = word(random, &NAMES.particles).to_owned();
    let mut name = format!("{first} {particle}{}", surname(random));
    if random.chance(NAMES.double_share) {
        name.push('-');
        name.push_str(&surname(random));
    }
    name
}

fn surname(random: &mut Random) -> String {
    loop {
        let name = format!("{}{}", word(random, &NAMES.starts), word(random, &NAMES.ends));
        if !NAMES.excluded.contains(&name) {
            return name;
        }
    }
}

fn word<'a>(random: &mut Random, of: &'a [String]) -> &'a str {
    random.pick(of).map(String::as_str).unwrap_or_default()
}

/// Whether a name could have come from [`person`].
#[cfg(test)]
pub fn is_invented(name: &str) -> bool {
    let Some((first, last)) = name.split_once(' ') else { return false };
    let particle =
        NAMES.particles.iter().filter(|p| !p.is_empty()).find_map(|p| last.strip_prefix(p.as_str()));
    let last = particle.unwrap_or(last);
    let made = |surname: &str| {
        !NAMES.excluded.iter().any(|name| name == surname)
            && NAMES
                .starts
                .iter()
                .filter_map(|start| surname.strip_prefix(start.as_str()))
                .any(|end| NAMES.ends.iter().any(|e| e == end))
    };
    [&NAMES.feminine, &NAMES.masculine, &NAMES.neutral].iter().any(|list| list.iter().any(|n| n == first))
        && last.split('-').all(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert_eq!((NAMES.feminine.len(), NAMES.masculine.len(), NAMES.neutral.len()), (138, 162, 14));
        assert_eq!((NAMES.starts.len(), NAMES.ends.len(), NAMES.excluded.len()), (60, 38, 11));
    }

    #[test]
    fn persons_are_invented_and_varied() {
        let mut random = Random::of(26, "persons");
        let names: Vec<String> = (0..2_000).map(|_| person(&mut random, Gender::Either)).collect();
        assert!(names.iter().all(|name| is_invented(name)));
        assert!(
            names.iter().any(|name| name.contains(" Le ")) && names.iter().any(|name| name.contains('-'))
        );
        let distinct: std::collections::HashSet<_> = names.iter().collect();
        assert!(distinct.len() > 1_950, "{}", distinct.len());
        assert!(!is_invented("Anne Sorbier") && !is_invented("Anne"));
    }
}
