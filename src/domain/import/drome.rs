//! The real places of the Drôme that come with the product, for its demonstration.

use super::super::commune::{CommuneIndex, drome};
use super::super::place::PlaceDraft;
use super::super::slug::Slug;
use super::places::read_places;

/// A place of the shipped list.
#[derive(Clone, Debug, PartialEq)]
pub struct DromePlace {
    pub draft: PlaceDraft,
    /// How many of the twelve *animateurs* of 2016 it received; 0: none.
    pub hosts_2016: u32,
    /// Year of the newest source that names it. It does not say that it is open today.
    pub last_seen: i32,
}

const LIST: &[u8] = include_bytes!("../../../assets/demo/drome-places.csv");

/// The 34 places, in the order of the list: the ten of the programme of 2016 first.
pub fn drome_places() -> Vec<DromePlace> {
    let communes = CommuneIndex::new(drome().iter().cloned());
    let drafts = read_places(LIST, &communes).map(|import| import.drafts).unwrap_or_default();
    drafts.into_iter().zip(figures()).map(with_figures).collect()
}

fn with_figures((mut draft, (slug, last_seen, hosts_2016)): (PlaceDraft, (String, i32, u32))) -> DromePlace {
    draft.slug = Slug::parse(&slug).unwrap_or(draft.slug);
    draft.source_key = Some(format!("drome:{slug}"));
    DromePlace { draft, hosts_2016, last_seen }
}

/// `id`, `source_year` and `aetc_2016` of each row.
fn figures() -> Vec<(String, i32, u32)> {
    let mut reader = csv::Reader::from_reader(LIST);
    let figures = |row: csv::StringRecord| {
        Some((row.get(0)?.to_owned(), row.get(12)?.parse().ok()?, row.get(13)?.parse().ok()?))
    };
    reader.records().filter_map(|row| figures(row.ok()?)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::brick::BrickKind;
    use super::*;

    #[test]
    fn the_list_is_whole() {
        let places = drome_places();
        assert_eq!(places.len(), 34);
        assert_eq!(places.iter().filter(|p| p.hosts_2016 > 0).count(), 10);
        assert_eq!(places.iter().map(|p| p.hosts_2016).sum::<u32>(), 12);
        assert!(places.iter().all(|p| p.draft.territory == "26" && p.draft.point.is_some()));
        assert!(places.iter().all(|p| (2016..=2026).contains(&p.last_seen)));
    }

    #[test]
    fn the_usine_vivante() {
        let places = drome_places();
        let usine = places.iter().find(|p| p.draft.slug.as_str() == "l-usine-vivante").unwrap();
        let kinds: Vec<_> = usine.draft.bricks.iter().map(|b| b.kind).collect();
        assert_eq!(
            kinds,
            [BrickKind::Coworking, BrickKind::CraftWorkshop, BrickKind::Culture, BrickKind::Cafe]
        );
        assert_eq!(usine.draft.website, "http://www.usinevivante.org");
        assert_eq!(usine.draft.commune, "Crest");
        assert_eq!(usine.draft.source_key.as_deref(), Some("drome:l-usine-vivante"));
    }
}
