//! Territories: the 101 *départements* and the 8 overseas collectivities, as Insee lists them.

use std::sync::LazyLock;

use chrono_tz::Tz;

use super::schedule::SchoolZone;
use super::text::fold;

/// A *département* or an overseas collectivity.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Territory {
    /// Insee code, also in addresses: "26", "2A", "974".
    pub code: String,
    pub name: String,
    /// Insee code of the region; a collectivity stands for itself.
    pub region_code: String,
    pub region: String,
    /// None in Corse and overseas, which have calendars of their own.
    pub school_zone: Option<SchoolZone>,
    /// IANA zone of most of its people.
    #[serde(serialize_with = "zone_name")]
    pub zone: Tz,
    /// Insee code of the *chef-lieu*. Empty: none on its ground.
    pub seat_insee: String,
    /// Name of the *chef-lieu*. May be empty.
    pub seat: String,
}

fn zone_name<S: serde::Serializer>(zone: &Tz, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(zone.name())
}

static TERRITORIES: LazyLock<Vec<Territory>> = LazyLock::new(|| {
    let mut table = csv::Reader::from_reader(include_str!("../../assets/geo/territories.csv").as_bytes());
    table.records().filter_map(|row| territory(&row.ok()?)).collect()
});

fn territory(row: &csv::StringRecord) -> Option<Territory> {
    let text = |i| row.get(i).map(str::to_owned);
    Some(Territory {
        code: text(0)?,
        name: text(1)?,
        region_code: text(2)?,
        region: text(3)?,
        school_zone: SchoolZone::from_code(row.get(4)?),
        zone: row.get(5)?.parse().ok()?,
        seat_insee: text(6)?,
        seat: text(7)?,
    })
}

impl Territory {
    /// All of them, by code.
    pub fn all() -> &'static [Self] {
        &TERRITORIES
    }

    /// The one with this code, in capitals.
    pub fn by_code(code: &str) -> Option<&'static Self> {
        TERRITORIES.iter().find(|t| t.code == code)
    }

    /// The one of a code or a name as people write them: "2a", "1" for "01", "drome", "26 - Drôme".
    pub fn named(text: &str) -> Option<&'static Self> {
        let key = fold(text);
        let first = key.split(' ').next().unwrap_or_default().to_uppercase();
        let code = if first.len() == 1 { format!("0{first}") } else { first };
        Self::by_code(&code).or_else(|| TERRITORIES.iter().find(|t| fold(&t.name) == key))
    }

    /// The one in which a commune lies, from its Insee code.
    pub fn of_insee(insee: &str) -> Option<&'static Self> {
        let length = if insee.starts_with("97") || insee.starts_with("98") { 3 } else { 2 };
        (insee.len() == 5).then_some(())?;
        Self::by_code(insee.get(..length)?)
    }

    /// The one of most addresses with this postcode: La Poste's borders are not those of the
    /// State, so an Insee code is better wherever there is one.
    pub fn of_postcode(postcode: &str) -> Option<&'static Self> {
        if postcode.len() != 5 || !postcode.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        match postcode {
            "97133" => Self::by_code("977"),
            "97150" => Self::by_code("978"),
            "98000" => None, // Monaco
            _ if postcode.starts_with("200") || postcode.starts_with("201") => Self::by_code("2A"),
            _ if postcode.starts_with("20") => Self::by_code("2B"),
            _ => Self::of_insee(postcode),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert_eq!(Territory::all().len(), 109);
        assert_eq!(Territory::all().iter().filter(|t| t.zone == Tz::Europe__Paris).count(), 96);
        let zones = Territory::all().iter().filter(|t| t.school_zone.is_some()).count();
        assert_eq!(zones, 32 + 41 + 21);
    }

    #[test]
    fn the_drome() {
        let drome = Territory::by_code("26").unwrap();
        assert_eq!((drome.name.as_str(), drome.seat.as_str()), ("Drôme", "Valence"));
        assert_eq!((drome.region.as_str(), drome.school_zone), ("Auvergne-Rhône-Alpes", Some(SchoolZone::A)));
        assert_eq!(Territory::by_code("974").unwrap().zone, Tz::Indian__Reunion);
    }

    #[test]
    fn codes_and_names_as_people_write_them() {
        for (text, code) in [
            ("26", Some("26")),
            ("2a", Some("2A")),
            ("1", Some("01")),
            ("drome", Some("26")),
            ("26 - Drôme", Some("26")),
            ("La Réunion", Some("974")),
            ("Val-d’Oise", Some("95")),
            ("20", None),
            ("", None),
            ("Bavière", None),
        ] {
            assert_eq!(Territory::named(text).map(|t| t.code.as_str()), code, "{text:?}");
        }
    }

    #[test]
    fn insee_codes_and_postcodes() {
        for (insee, code) in
            [("26108", "26"), ("2A004", "2A"), ("97411", "974"), ("98735", "987"), ("75111", "75")]
        {
            assert_eq!(Territory::of_insee(insee).map(|t| t.code.as_str()), Some(code), "{insee}");
        }
        for (postcode, code) in [
            ("26400", Some("26")),
            ("20000", Some("2A")),
            ("20137", Some("2A")),
            ("20200", Some("2B")),
            ("20600", Some("2B")),
            ("97133", Some("977")),
            ("97150", Some("978")),
            ("97400", Some("974")),
            ("98000", None),
            ("2640", None),
            ("264é0", None),
            ("00000", None),
        ] {
            assert_eq!(Territory::of_postcode(postcode).map(|t| t.code.as_str()), code, "{postcode}");
        }
    }
}
