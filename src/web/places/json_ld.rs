//! A place as schema.org's Place, for search engines.

use serde_json::{Map, Value, json};

use crate::domain::closure::Closure;
use crate::domain::opening_hours::Specification;
use crate::domain::place::PointPrecision;
use crate::domain::website::parse_website;
use crate::store::places::PlaceRow;
use crate::web::door;

/// What of its hours is told.
pub struct HoursOf<'a> {
    /// The place has closed for good: it has no hours.
    pub is_history: bool,
    /// Exceptional ones that are not over.
    pub closures: &'a [Closure],
}

/// `path`: the local address of its page.
pub fn place(origin: &str, path: &str, place: &PlaceRow, description: &str, hours: &HoursOf<'_>) -> Value {
    let url = format!("{origin}{path}");
    let mut said = Map::new();
    let mut say = |key: &str, value: Value| said.insert(key.to_owned(), value);
    say("@context", json!("https://schema.org"));
    say("@type", json!("Place"));
    say("@id", json!(format!("{origin}/lieux/{}", place.slug)));
    say("name", json!(place.name));
    say("description", json!(description));
    say("url", json!(url));
    say("address", address(place));
    // The middle of a commune is not where the place is.
    if let (Some(point), Ok(PointPrecision::Address)) = (place.point(), place.precision()) {
        say("geo", json!({ "@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon }));
    }
    if let Some(website) = parse_website(&place.website) {
        say("sameAs", json!(website));
    }
    if hours.is_history {
        return Value::Object(said);
    }
    if let Some(week) = door::read(&place.opening_hours).and_then(|hours| hours.regular_week()) {
        let week: Vec<Value> = week.specifications().iter().map(specification).collect();
        said.insert("openingHoursSpecification".to_owned(), Value::Array(week));
    }
    if !hours.closures.is_empty() {
        let closures: Vec<Value> = hours.closures.iter().map(closure).collect();
        said.insert("specialOpeningHoursSpecification".to_owned(), Value::Array(closures));
    }
    Value::Object(said)
}

fn address(place: &PlaceRow) -> Value {
    let mut address = Map::new();
    let mut say = |key: &str, value: &str| {
        if !value.is_empty() {
            address.insert(key.to_owned(), json!(value));
        }
    };
    say("@type", "PostalAddress");
    say("streetAddress", &place.address);
    say("postalCode", &place.postcode);
    say("addressLocality", &place.commune);
    say("addressCountry", "FR");
    Value::Object(address)
}

fn specification(hours: &Specification) -> Value {
    let days: Vec<String> =
        hours.days.iter().map(|day| format!("https://schema.org/{}", english(*day))).collect();
    json!({
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": days,
        "opens": hours.opens.format("%H:%M").to_string(),
        "closes": hours.closes.format("%H:%M").to_string(),
    })
}

/// "From midnight to midnight" is how search engines are told of a closed day.
fn closure(closure: &Closure) -> Value {
    json!({
        "@type": "OpeningHoursSpecification",
        "opens": "00:00",
        "closes": "00:00",
        "validFrom": closure.first.to_string(),
        "validThrough": closure.last.to_string(),
    })
}

fn english(day: chrono::Weekday) -> &'static str {
    crate::i18n::date::weekday(crate::i18n::Locale::En, day)
}
