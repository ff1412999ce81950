//! The columns of each known list, found by name wherever they stand.

use std::collections::HashMap;

use super::super::text::fold;
use super::{FileProblem, PlaceFormat};

/// What a list may say of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Id,
    Name,
    Bricks,
    Commune,
    Insee,
    Postcode,
    Territory,
    Lat,
    Lon,
    Precision,
    Address,
    Website,
    Summary,
    Description,
    State,
    OpenedOn,
    Source,
    SourceYear,
    Licence,
}

type Names = &'static [(Field, &'static str)];

/// E-mail, telephone and social network columns are left out on purpose: they are never read.
const CENSUS: Names = &[
    (Field::Id, "ID_UNIQUE"),
    (Field::Name, "NOM"),
    (Field::Bricks, "familles_tiers_lieux"),
    (Field::Commune, "VILLE"),
    (Field::Postcode, "CODPOST"),
    (Field::Territory, "DEPARTEMENT_TL"),
    (Field::Lat, "LATITUDE"),
    (Field::Lon, "LONGITUDE"),
    (Field::Address, "ADRESSE"),
    (Field::Website, "INTERNET"),
    (Field::Description, "DESCRI_COU"),
    (Field::State, "état du projet"),
    (Field::OpenedOn, "DATE_OUV"),
];
const CENSUS_NEEDS: &[Field] = &[Field::Name, Field::Commune, Field::Postcode, Field::Lat, Field::Lon];

const PLAIN: Names = &[
    (Field::Id, "id"),
    (Field::Name, "name"),
    (Field::Bricks, "bricks"),
    (Field::Commune, "commune"),
    (Field::Insee, "insee"),
    (Field::Postcode, "postcode"),
    (Field::Territory, "dep"),
    (Field::Lat, "lat"),
    (Field::Lon, "lon"),
    (Field::Precision, "geo_precision"),
    (Field::Address, "address"),
    (Field::Website, "website"),
    (Field::Summary, "summary"),
    (Field::Description, "description"),
    (Field::OpenedOn, "opened_on"),
    (Field::Source, "source"),
    (Field::SourceYear, "source_year"),
    (Field::Licence, "licence"),
];
const PLAIN_NEEDS: &[Field] = &[Field::Name, Field::Commune, Field::Postcode];

/// Where each field stands in the rows of one file.
pub(super) struct Columns {
    pub format: PlaceFormat,
    at: HashMap<Field, usize>,
}

impl Columns {
    /// Tells the lists apart by their header: the one of whose columns more are there.
    pub fn of(header: &csv::StringRecord) -> Result<Self, FileProblem> {
        let census = Self::find(PlaceFormat::Census, CENSUS, header);
        let plain = Self::find(PlaceFormat::Plain, PLAIN, header);
        let (columns, names, needs) = if census.at.len() > plain.at.len() {
            (census, CENSUS, CENSUS_NEEDS)
        } else {
            (plain, PLAIN, PLAIN_NEEDS)
        };
        let lacks = |field: &Field| needs.contains(field) && !columns.at.contains_key(field);
        let missing: Vec<_> = names.iter().filter(|(field, _)| lacks(field)).map(|(_, name)| *name).collect();
        if missing.is_empty() {
            Ok(columns)
        } else {
            Err(FileProblem::UnknownColumns { missing, found: header.iter().map(str::to_owned).collect() })
        }
    }

    fn find(format: PlaceFormat, names: Names, header: &csv::StringRecord) -> Self {
        let position = |name: &str| header.iter().position(|found| fold(found) == fold(name));
        let at = names.iter().filter_map(|(field, name)| Some((*field, position(name)?))).collect();
        Self { format, at }
    }

    /// What the row says, without blanks around it; empty when it says nothing.
    pub fn get<'r>(&self, row: &'r csv::StringRecord, field: Field) -> &'r str {
        self.at.get(&field).and_then(|at| row.get(*at)).unwrap_or_default().trim()
    }
}
