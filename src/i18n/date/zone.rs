//! Time zones by the name under which people know them.

use chrono_tz::Tz;

use super::super::Locale;

/// "heure de Paris", "heure de La Réunion"; "Paris time". A zone that is not French is named by
/// the city of its IANA name.
pub fn zone_name(locale: Locale, zone: Tz) -> String {
    match (locale, french_zone(zone)) {
        (Locale::Fr, Some((name, _))) => format!("heure {name}"),
        (Locale::En, Some((_, name))) => format!("{name} time"),
        (Locale::Fr, None) => format!("heure {}", french_of(&city(zone))),
        (Locale::En, None) => format!("{} time", city(zone)),
    }
}

/// Of the zones in which France has inhabitants, French with its article.
fn french_zone(zone: Tz) -> Option<(&'static str, &'static str)> {
    Some(match zone {
        Tz::Europe__Paris => ("de Paris", "Paris"),
        Tz::America__Guadeloupe => ("de la Guadeloupe", "Guadeloupe"),
        Tz::America__Martinique => ("de la Martinique", "Martinique"),
        Tz::America__Cayenne => ("de la Guyane", "French Guiana"),
        Tz::America__Marigot => ("de Saint-Martin", "Saint Martin"),
        Tz::America__St_Barthelemy => ("de Saint-Barthélemy", "Saint Barthélemy"),
        Tz::America__Miquelon => ("de Saint-Pierre-et-Miquelon", "Saint Pierre and Miquelon"),
        Tz::Indian__Reunion => ("de La Réunion", "Réunion"),
        Tz::Indian__Mayotte => ("de Mayotte", "Mayotte"),
        Tz::Pacific__Noumea => ("de la Nouvelle-Calédonie", "New Caledonia"),
        Tz::Pacific__Tahiti => ("de Tahiti", "Tahiti"),
        Tz::Pacific__Marquesas => ("des Marquises", "Marquesas"),
        Tz::Pacific__Gambier => ("des Gambier", "Gambier"),
        Tz::Pacific__Wallis => ("de Wallis-et-Futuna", "Wallis and Futuna"),
        Tz::UTC => ("UTC", "UTC"),
        _ => return None,
    })
}

fn city(zone: Tz) -> String {
    let name = zone.name();
    name.rsplit_once('/').map_or(name, |(_, city)| city).replace('_', " ")
}

fn french_of(city: &str) -> String {
    if city.starts_with(['A', 'E', 'I', 'O', 'U']) { format!("d’{city}") } else { format!("de {city}") }
}
