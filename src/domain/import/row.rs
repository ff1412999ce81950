//! One row of a list: what it says of a place, as a draft.

use chrono::NaiveDate;

use super::super::brick::BrickKind;
use super::super::commune::{Commune, CommuneIndex};
use super::super::geo::distance_km;
use super::super::place::{Brick, PlaceDraft, Point, PointPrecision};
use super::super::slug::Slug;
use super::super::territory::Territory;
use super::super::text::fold;
use super::super::website::parse_website;
use super::bricks::{brick_of, says_nothing};
use super::columns::{Columns, Field};
use super::{PlaceFormat, Problem, scrub_contacts};

/// How the census is named on the page of a place that comes from it.
const CENSUS_SOURCE: &str = "Recensement des tiers-lieux, France Tiers-Lieux (Licence Ouverte 2.0)";

/// No commune reaches further from its middle, except in Guyane.
const FARTHEST_KM: f64 = 40.0;

pub(super) struct Row<'a> {
    pub columns: &'a Columns,
    pub fields: &'a csv::StringRecord,
    pub communes: &'a CommuneIndex,
}

impl Row<'_> {
    /// The draft and what had to be left out of it, or why there is none.
    pub fn draft(&self) -> Result<(PlaceDraft, Vec<Problem>), Problem> {
        let name = self.line(Field::Name);
        if name.is_empty() {
            return Err(Problem::NoName);
        }
        let state = self.line(Field::State);
        if is_not_open(&state) {
            return Err(Problem::NotOpen(state));
        }
        let mut problems = Vec::new();
        let postcode = self.postcode();
        let commune = self.commune(&postcode);
        let territory = self.territory(commune, &postcode)?;
        let (point, precision) = self.point(commune, &mut problems);
        let [summary, description, address] = self.words(&mut problems);
        let commune_name = commune.map_or_else(|| self.line(Field::Commune), |c| c.name.clone());
        let draft = PlaceDraft {
            slug: Slug::from_title(&name, "lieu"),
            source_key: Some(self.source_key(&name, &commune_name)),
            source: self.source(),
            name,
            summary,
            description,
            address,
            postcode,
            commune: commune_name,
            insee: commune.map_or_else(|| self.line(Field::Insee), |c| c.insee.clone()),
            territory: territory.code.clone(),
            point,
            precision,
            zone: territory.zone,
            school_zone: territory.school_zone,
            website: self.website(&mut problems),
            opening_hours: String::new(),
            directions: String::new(),
            accessibility: Vec::new(),
            accessibility_note: String::new(),
            bricks: self.bricks(&mut problems),
            team: Vec::new(),
            partners: Vec::new(),
            confirmed_on: None,
            opened_on: parse_date(self.get(Field::OpenedOn)),
            closed_on: None,
        };
        Ok((draft, problems))
    }

    fn get(&self, field: Field) -> &str {
        self.columns.get(self.fields, field)
    }

    /// A field as one line.
    fn line(&self, field: Field) -> String {
        let words = self.get(field).split(|c: char| c.is_ascii_whitespace() || c.is_control());
        words.filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Five digits again, where a spreadsheet took the leading zero away.
    fn postcode(&self) -> String {
        let digits = self.line(Field::Postcode).replace(' ', "");
        if digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) {
            format!("0{digits}")
        } else {
            digits
        }
    }

    fn commune(&self, postcode: &str) -> Option<&Commune> {
        let territory = Territory::named(self.get(Field::Territory)).map_or("", |t| t.code.as_str());
        let named = || self.communes.find(self.get(Field::Commune), postcode, territory);
        self.communes.by_insee(self.get(Field::Insee)).or_else(named)
    }

    fn territory(&self, commune: Option<&Commune>, postcode: &str) -> Result<&'static Territory, Problem> {
        let said = self.get(Field::Territory);
        commune
            .and_then(Commune::territory)
            .or_else(|| Territory::of_insee(self.get(Field::Insee)))
            .or_else(|| Territory::named(said))
            .or_else(|| Territory::of_postcode(postcode))
            .ok_or_else(|| Problem::UnknownTerritory(format!("{said} {postcode}").trim().to_owned()))
    }

    fn point(
        &self,
        commune: Option<&Commune>,
        problems: &mut Vec<Problem>,
    ) -> (Option<Point>, PointPrecision) {
        let (lat, lon) = (self.get(Field::Lat), self.get(Field::Lon));
        let given =
            parse_degrees(lat).zip(parse_degrees(lon)).and_then(|(lat, lon)| Point::in_france(lat, lon));
        if let Some(point) = given {
            let centre = commune.filter(|c| c.territory != "973").and_then(|c| c.point);
            let km = centre.map_or(0.0, |centre| distance_km(centre, point));
            if km > FARTHEST_KM {
                problems.push(Problem::FarFromCommune { km: km as u32 });
            }
            let precision = PointPrecision::from_code(self.get(Field::Precision));
            return (given, precision.unwrap_or(PointPrecision::Address));
        }
        if !lat.is_empty() || !lon.is_empty() {
            problems.push(Problem::BadCoordinates { lat: lat.to_owned(), lon: lon.to_owned() });
        }
        let centre = commune.and_then(|c| c.point);
        if centre.is_none() {
            problems.push(Problem::NoPoint);
        }
        (centre, PointPrecision::Commune)
    }

    /// Summary, description and address, without anybody's mailbox or telephone.
    fn words(&self, problems: &mut Vec<Problem>) -> [String; 3] {
        let description = self.get(Field::Description).replace("\r\n", "\n");
        let said = [self.line(Field::Summary), description, self.line(Field::Address)];
        let clean = said.each_ref().map(|text| scrub_contacts(text));
        if clean != said {
            problems.push(Problem::ContactRemoved);
        }
        clean
    }

    fn website(&self, problems: &mut Vec<Problem>) -> String {
        let said = self.get(Field::Website);
        let website = parse_website(said);
        if website.is_none() && !said.is_empty() {
            problems.push(Problem::BadWebsite(said.to_owned()));
        }
        website.unwrap_or_default()
    }

    /// In the order of the list, each once.
    fn bricks(&self, problems: &mut Vec<Problem>) -> Vec<Brick> {
        let mut kinds: Vec<BrickKind> = Vec::new();
        for word in self.get(Field::Bricks).split(['|', ';']).map(str::trim).filter(|w| !says_nothing(w)) {
            match brick_of(word) {
                Some(kind) if kinds.contains(&kind) => {}
                Some(kind) => kinds.push(kind),
                None => problems.push(Problem::UnknownBrick(word.to_owned())),
            }
        }
        kinds.into_iter().map(Brick::of).collect()
    }

    /// The identifier of the list or, where it has none, the name and the commune.
    fn source_key(&self, name: &str, commune: &str) -> String {
        let list = match self.columns.format {
            PlaceFormat::Census => "census",
            PlaceFormat::Plain => "list",
        };
        match self.get(Field::Id) {
            "" => format!("{list}:{}", Slug::from_title(&format!("{name} {commune}"), "lieu")),
            id => format!("{list}:{id}"),
        }
    }

    /// The list's own words on where it has the place from, the year and the licence.
    fn source(&self) -> String {
        if self.columns.format == PlaceFormat::Census {
            return CENSUS_SOURCE.to_owned();
        }
        let (source, mut year) = (self.line(Field::Source), self.line(Field::SourceYear));
        if source.contains(&year) {
            year.clear();
        }
        let parts = [source, year, self.line(Field::Licence)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// Degrees with a decimal point or comma; nothing but a real number.
fn parse_degrees(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok().filter(|degrees: &f64| degrees.is_finite())
}

/// A whole date; a year alone is not a day.
fn parse_date(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d/%m/%Y"].iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

/// "En projet", "fermé", "abandonné" … but not "projet ouvert au public".
fn is_not_open(state: &str) -> bool {
    let state = fold(state);
    let says = |words: &[&str]| words.iter().any(|word| state.contains(word));
    says(&["projet", "ferme", "abandon"]) && !says(&["ouvert", "activite"])
}
