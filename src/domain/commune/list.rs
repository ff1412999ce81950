//! Lists of communes: the product's own, and the files that `import communes` reads.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::line::LineCounter;
use super::super::place::Point;
use super::super::territory::Territory;
use super::{Commune, search_key};

/// What [`read_communes`] found: the rows it could read, and why it left the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Communes {
    pub communes: Vec<Commune>,
    pub notes: Vec<CommuneNote>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommuneNote {
    /// Line of the file, 1 for the header.
    pub line: u64,
    pub problem: CommuneProblem,
}

/// Why a row, or a whole file, was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommuneProblem {
    /// The header lacks these columns: nothing was read.
    MissingColumns(Vec<&'static str>),
    /// Not UTF-8, or not as many fields as the header.
    Unreadable,
    /// Not five characters of a known territory.
    BadInsee(String),
    NoName,
    /// Its Insee code stood on an earlier line.
    Duplicate(String),
}

impl CommuneProblem {
    /// The message that says it is `import-CODE`, with [`Self::figures`].
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingColumns(_) => "missing-columns",
            Self::Unreadable => "unreadable",
            Self::BadInsee(_) => "bad-insee",
            Self::NoName => "no-name",
            Self::Duplicate(_) => "duplicate-insee",
        }
    }

    /// What the message names, by argument.
    pub fn figures(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unreadable | Self::NoName => Vec::new(),
            Self::MissingColumns(names) => vec![("missing", names.join(", "))],
            Self::BadInsee(insee) | Self::Duplicate(insee) => vec![("insee", insee.clone())],
        }
    }
}

/// Reads `insee, name, postcode, other_postcodes ("|"), lat, lon, population`, by header; only the
/// first two are required, other columns are not looked at. A figure that cannot be read counts
/// as not given.
pub fn read_communes(text: &[u8]) -> Communes {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let mut reader = csv::Reader::from_reader(text);
    let mut lines = LineCounter::new(text);
    let mut read = Communes::default();
    let mut note = |line, problem| read.notes.push(CommuneNote { line, problem });
    let header = reader.headers().cloned().unwrap_or_default();
    let column = |name: &str| header.iter().position(|h| h.trim() == name);
    let missing: Vec<_> = ["insee", "name"].into_iter().filter(|name| column(name).is_none()).collect();
    if !missing.is_empty() {
        note(1, CommuneProblem::MissingColumns(missing));
        return read;
    }
    let columns = FIELDS.map(column);
    let mut seen = std::collections::HashSet::new();
    for row in reader.records() {
        match row {
            Err(error) => note(lines.line_of(error.position()), CommuneProblem::Unreadable),
            Ok(row) => {
                let line = lines.line_of(row.position());
                match commune(&row, &columns) {
                    Err(problem) => note(line, problem),
                    Ok(c) if !seen.insert(c.insee.clone()) => note(line, CommuneProblem::Duplicate(c.insee)),
                    Ok(c) => read.communes.push(c),
                }
            }
        }
    }
    read
}

const FIELDS: [&str; 7] = ["insee", "name", "postcode", "other_postcodes", "lat", "lon", "population"];

fn commune(row: &csv::StringRecord, columns: &[Option<usize>; 7]) -> Result<Commune, CommuneProblem> {
    let [insee, name, postcode, others, lat, lon, population] =
        columns.map(|c| c.and_then(|c| row.get(c)).unwrap_or_default().trim());
    let territory = Territory::of_insee(insee).ok_or_else(|| CommuneProblem::BadInsee(insee.to_owned()))?;
    if name.is_empty() {
        return Err(CommuneProblem::NoName);
    }
    let mut postcodes: Vec<String> = Vec::new();
    for postcode in std::iter::once(postcode).chain(others.split('|')).map(str::trim) {
        if !postcode.is_empty() && postcodes.iter().all(|known| known != postcode) {
            postcodes.push(postcode.to_owned());
        }
    }
    Ok(Commune {
        insee: insee.to_owned(),
        name: name.to_owned(),
        postcodes,
        territory: territory.code.clone(),
        point: lat.parse().ok().zip(lon.parse().ok()).and_then(|(lat, lon)| Point::in_france(lat, lon)),
        population: population.parse().unwrap_or(0),
    })
}

static DROME: LazyLock<Vec<Commune>> =
    LazyLock::new(|| read_communes(include_bytes!("../../../assets/geo/communes-26.csv")).communes);

/// The 362 communes of the Drôme, by Insee code: they come with the product.
pub fn drome() -> &'static [Commune] {
    &DROME
}

/// Communes by Insee code and by name: how an import finds where a row lies.
#[derive(Clone, Debug, Default)]
pub struct CommuneIndex {
    by_insee: HashMap<String, Commune>,
    by_name: HashMap<String, Vec<String>>,
}

impl CommuneIndex {
    pub fn new(communes: impl IntoIterator<Item = Commune>) -> Self {
        let mut index = Self::default();
        for commune in communes {
            index.by_name.entry(commune.search_key()).or_default().push(commune.insee.clone());
            index.by_insee.insert(commune.insee.clone(), commune);
        }
        index
    }

    pub fn by_insee(&self, insee: &str) -> Option<&Commune> {
        self.by_insee.get(insee)
    }

    /// The commune of that name which has that postcode or lies in that territory; with neither,
    /// the only one of that name. A postcode that contradicts a unique name in its territory
    /// (CEDEX) does not matter.
    pub fn find(&self, name: &str, postcode: &str, territory: &str) -> Option<&Commune> {
        let namesakes = self.by_name.get(&search_key(name))?;
        let mut namesakes: Vec<_> = namesakes.iter().filter_map(|insee| self.by_insee(insee)).collect();
        namesakes.sort_by(|a, b| a.insee.cmp(&b.insee));
        let with_postcode = namesakes.iter().find(|c| c.postcodes.iter().any(|p| p == postcode));
        let guessed = Territory::of_postcode(postcode).map_or(territory, |t| t.code.as_str());
        let in_territory =
            || only(namesakes.iter().filter(|c| c.territory == territory || c.territory == guessed));
        let unknown = postcode.is_empty() && territory.is_empty();
        let alone = || only(namesakes.iter().filter(|_| unknown));
        with_postcode.or_else(in_territory).or_else(alone).copied()
    }
}

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    items.next().filter(|_| items.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drome_is_whole() {
        assert_eq!(drome().len(), 362);
        assert!(drome().iter().all(|c| c.territory == "26" && c.point.is_some() && !c.postcodes.is_empty()));
    }

    #[test]
    fn rows_are_read_and_bad_ones_noted() {
        let read = read_communes(
            "\u{feff}insee,name,postcode,other_postcodes,dep,lat,lon,population,type\n\
             26108,Crest,26400,,26,44.7332,5.0219,8500,commune\n\
             75056,Paris,75001,75002|75003,75,48.8626,2.3363,2103778,commune\n\
             98735,Papeete,98714,,987,,,26654,commune\n\
             26108,Crest,26400,,26,,,,\n\
             99999,Ailleurs,,,,,,,\n\
             26001,,26150,,26,,,,\n\
             26002,Albon\n"
                .as_bytes(),
        );
        let names: Vec<_> = read.communes.iter().map(|c| (c.name.as_str(), c.postcodes.len())).collect();
        assert_eq!(names, [("Crest", 1), ("Paris", 3), ("Papeete", 1)]);
        assert_eq!((read.communes[0].population, read.communes[2].point), (8500, None));
        let notes: Vec<_> = read.notes.iter().map(|note| (note.line, &note.problem)).collect();
        assert_eq!(
            notes,
            [
                (5, &CommuneProblem::Duplicate("26108".to_owned())),
                (6, &CommuneProblem::BadInsee("99999".to_owned())),
                (7, &CommuneProblem::NoName),
                (8, &CommuneProblem::Unreadable),
            ]
        );
        let wrong = read_communes(b"code,name\n26108,Crest\n");
        assert_eq!(wrong.notes[0].problem, CommuneProblem::MissingColumns(vec!["insee"]));
    }

    #[test]
    fn a_name_finds_its_commune_if_it_is_the_only_one() {
        let communes = read_communes(
            "insee,name,postcode\n93066,Saint-Denis,93200\n97411,Saint-Denis,97400\n26108,Crest,26400\n"
                .as_bytes(),
        );
        let index = CommuneIndex::new(communes.communes);
        let find =
            |name, postcode, territory| index.find(name, postcode, territory).map(|c| c.insee.as_str());
        assert_eq!(find("St Denis", "93200", ""), Some("93066"));
        assert_eq!(find("Saint-Denis", "97490", ""), Some("97411"));
        assert_eq!(find("SAINT-DENIS", "", "974"), Some("97411"));
        assert_eq!(find("Saint-Denis", "", ""), None);
        assert_eq!(find("Crest", "26402", ""), Some("26108"));
        assert_eq!(find("Crest", "75001", ""), None);
        assert_eq!(find("Crest", "", ""), Some("26108"));
    }
}
