//! Where the places of a nation are: quotas by region, and a commune drawn within one.

use std::collections::BTreeMap;

use super::random::{Random, power_four_fifths};
use crate::domain::commune::{Commune, read_communes};

/// Per cent of the places of France in each region (Insee code), census of 2023.
const REGIONS: [(&str, f64); 18] = [
    ("11", 16.0),
    ("84", 13.0),
    ("75", 13.0),
    ("76", 11.0),
    ("32", 8.0),
    ("53", 8.0),
    ("52", 6.0),
    ("93", 6.0),
    ("44", 5.0),
    ("24", 4.0),
    ("27", 4.0),
    ("28", 3.0),
    ("94", 1.0),
    ("04", 1.0),
    ("01", 0.5),
    ("06", 0.5),
    ("03", 0.5),
    ("02", 0.3),
];
/// The Drôme stands for itself in its region: 40 of 3,500 places.
const DROME: &str = "26";
const DROME_REGION: &str = "84";
const DROME_SHARE: f64 = 40.0 / 3_500.0;
/// Shares of cities, towns and villages among places.
const CLASSES: [f64; 3] = [0.38, 0.28, 0.34];
/// Départements that are one city.
const URBAN: [&str; 4] = ["75", "92", "93", "94"];

/// How many places an area has.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quota {
    area: &'static str,
    pub places: usize,
}

impl Quota {
    /// Shares out so many places; the Drôme takes its own from its region.
    pub fn of_places(count: usize) -> Vec<Self> {
        let total: f64 = REGIONS.iter().map(|(_, percent)| percent).sum();
        let drome = (count as f64 * DROME_SHARE).round() as usize;
        let mut quotas = vec![Self { area: DROME, places: drome }];
        let (mut percents, mut shared) = (0.0, 0);
        for (area, percent) in REGIONS {
            percents += percent;
            // Rounding the running sum keeps the whole exact.
            let upto = (count as f64 * percents / total).round() as usize;
            let own = if area == DROME_REGION { drome } else { 0 };
            quotas.push(Self { area, places: (upto - shared).saturating_sub(own) });
            shared = upto;
        }
        quotas
    }
}

/// Communes by area and class, with their weights.
pub(super) struct Nation {
    areas: BTreeMap<&'static str, [Vec<Commune>; 3]>,
}

impl Nation {
    /// The communes that come with the demo: the cities and towns, and some villages of each region.
    pub fn read() -> Self {
        let mut areas: BTreeMap<&'static str, [Vec<Commune>; 3]> = BTreeMap::new();
        for commune in communes() {
            let Some(area) = area(&commune) else { continue };
            if let Some(class) = areas.entry(area).or_default().get_mut(class(&commune)) {
                class.push(commune);
            }
        }
        Self { areas }
    }

    /// A commune of an area: its class by the shares of the census, then by population^0.8.
    pub fn commune(&self, random: &mut Random, quota: &Quota) -> Option<&Commune> {
        let classes = self.areas.get(quota.area)?;
        let open = |(share, communes): (&f64, &Vec<Commune>)| if communes.is_empty() { 0.0 } else { *share };
        let class = random.weighted(CLASSES.iter().zip(classes).map(open))?;
        let communes = classes.get(class)?;
        let weight = |commune: &Commune| power_four_fifths(f64::from(commune.population.max(1)));
        communes.get(random.weighted(communes.iter().map(weight))?)
    }

    /// Communes whose names or codes are hard, each with the reason.
    pub fn hard_communes(&self) -> Vec<(&'static str, &Commune)> {
        let all = || self.areas.values().flatten().flatten();
        let mut found: Vec<(&'static str, &Commune)> = Vec::new();
        let reasons: [Reason; 5] = [
            ("commune-with-apostrophe", |c| c.name.contains(['\'', '’'])),
            ("commune-with-ligature", |c| c.name.contains('œ')),
            ("commune-with-capital-accent", |c| c.name.starts_with('É')),
            ("commune-with-hyphens", |c| c.name.matches('-').count() >= 3),
            ("commune-with-several-postcodes", |c| c.postcodes.len() > 2),
        ];
        for (label, is_hard) in reasons {
            found.extend(all().find(|commune| is_hard(commune)).map(|commune| (label, commune)));
        }
        let homonyms = |name: &'static str| all().filter(move |commune| commune.name == name).take(2);
        found.extend(
            homonyms("Saint-Denis")
                .chain(homonyms("Saint-Pierre"))
                .map(|commune| ("homonym-commune", commune)),
        );
        found
    }
}

/// A reason with what has it.
type Reason = (&'static str, fn(&Commune) -> bool);

/// The area to which a commune counts.
fn area(commune: &Commune) -> Option<&'static str> {
    if commune.territory == DROME {
        return Some(DROME);
    }
    let region = &commune.territory()?.region_code;
    REGIONS.iter().map(|(code, _)| *code).find(|code| code == region)
}

/// The communes that come with the demo.
pub(super) fn communes() -> Vec<Commune> {
    read_communes(include_bytes!("../../assets/demo/communes.csv")).communes
}

/// 0: a city, 1: a town, 2: a village.
fn class(commune: &Commune) -> usize {
    match commune.population {
        _ if URBAN.contains(&commune.territory.as_str()) => 0,
        100_001.. => 0,
        10_000.. => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotas_share_out_everything() {
        for count in [1, 35, 350, 3_500] {
            let quotas = Quota::of_places(count);
            assert_eq!(quotas.iter().map(|quota| quota.places).sum::<usize>(), count);
        }
        let quotas = Quota::of_places(3_500);
        let places = |area| quotas.iter().find(|quota| quota.area == area).map(|quota| quota.places);
        assert_eq!((places("26"), places("11")), (Some(40), Some(556)));
        assert_eq!(places("84"), Some(411));
    }

    #[test]
    fn every_area_has_communes_and_hard_names_are_found() {
        let nation = Nation::read();
        let mut random = Random::of(26, "communes");
        for quota in Quota::of_places(3_500) {
            assert!(nation.commune(&mut random, &quota).is_some(), "{}", quota.area);
        }
        assert!(nation.hard_communes().len() >= 8);
    }
}
