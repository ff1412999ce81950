//! "Près de chez moi": which commune was meant, and the way to each other one that may have been.

use super::asked::PlacesAsked;
use crate::domain::commune::{self, Commune, CommuneQuery};
use crate::domain::place::Point;
use crate::i18n::Locale;
use crate::store::communes;
use crate::web::answer::Desk;
use crate::web::error::Result;
use crate::web::parts::Link;
use crate::web::rows::say;
use crate::web::wording::said;

/// Communes that are offered when several were meant.
const CHOICES: usize = 8;

/// What became of the question.
#[derive(Default)]
pub struct Near {
    /// Where distances are counted from; `None`: nothing was asked, or nothing found.
    pub from: Option<Point>,
    /// "Autour de Crest (26400)". Empty: not asked.
    pub result: String,
    pub choices: Vec<Link>,
}

/// Looks up what was typed. The best answer is taken at once, and the others are offered.
pub fn near(desk: &mut Desk<'_>, asked: &PlacesAsked) -> Result<Near> {
    let Some(typed) = &asked.near else { return Ok(Near::default()) };
    let locale = desk.locale();
    let found = match CommuneQuery::parse(typed) {
        Some(query) => meant(&query, candidates(desk, &query)?),
        None => Vec::new(),
    };
    let Some((best, others)) = found.split_first() else {
        let result = say(locale, "near-unknown", "typed", typed.clone());
        return Ok(Near { result, ..Near::default() });
    };
    let twins = others.iter().any(|other| other.territory != best.territory);
    let choice = |commune: &Commune| {
        let label = named(locale, commune, twins);
        Link::new(label, asked.with_near(Some(typed_for(commune))).href(locale))
    };
    let around = if others.is_empty() { "near-around" } else { "near-around-first" };
    Ok(Near {
        from: best.point,
        result: say(locale, around, "commune", named(locale, best, twins)),
        choices: others.iter().map(choice).collect(),
    })
}

/// From the imported communes, or from those that the product brings.
fn candidates(desk: &mut Desk<'_>, query: &CommuneQuery) -> Result<Vec<Commune>> {
    let found = communes::find(desk.conn, query, CHOICES + 1)?;
    Ok(match found.is_empty() {
        true => query.best(commune::drome().iter().cloned(), CHOICES + 1),
        false => found,
    })
}

/// Those that have a place on the map; one alone when it is called exactly as was typed.
fn meant(query: &CommuneQuery, mut found: Vec<Commune>) -> Vec<Commune> {
    found.retain(|commune| commune.point.is_some());
    let exact = |commune: &&Commune| !query.key.is_empty() && commune.search_key() == query.key;
    if found.iter().filter(exact).count() == 1 {
        found.retain(|commune| exact(&commune));
    }
    found
}

/// "Crest (26400)", "Crest (26400, Drôme)".
fn named(locale: Locale, commune: &Commune, with_territory: bool) -> String {
    let postcode = commune.postcodes.first().cloned().unwrap_or_default();
    let territory = commune.territory().map(|t| t.name.clone()).filter(|_| with_territory);
    let details: Vec<String> =
        [Some(postcode).filter(|p| !p.is_empty()), territory].into_iter().flatten().collect();
    match details.is_empty() {
        true => commune.name.clone(),
        false => {
            said(locale, "near-commune", [("name", commune.name.clone()), ("details", details.join(", "))])
        }
    }
}

/// What to type to mean just this one.
fn typed_for(commune: &Commune) -> String {
    let postcode = commune.postcodes.first().map(String::as_str).unwrap_or_default();
    format!("{postcode} {}", commune.name).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(typed: &str) -> Vec<String> {
        let query = CommuneQuery::parse(typed).unwrap();
        let found = query.best(commune::drome().iter().cloned(), CHOICES + 1);
        meant(&query, found).into_iter().map(|commune| commune.name).collect()
    }

    #[test]
    fn an_exact_name_is_meant_alone_and_a_postcode_offers_its_communes() {
        assert_eq!(names("die"), ["Die"]);
        assert_eq!(names("26400 crest"), ["Crest"]);
        let by_postcode = names("26400");
        assert_eq!(by_postcode.first().map(String::as_str), Some("Crest"));
        assert!(by_postcode.len() > 1);
        assert!(names("zzz").is_empty());
    }

    #[test]
    fn a_choice_leads_to_one_commune() {
        for commune in commune::drome().iter().filter(|commune| commune.point.is_some()) {
            assert_eq!(names(&typed_for(commune)), [commune.name.as_str()]);
        }
    }
}
