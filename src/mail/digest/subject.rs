//! The subject of a digest: what there is, in the words of those who would go.

use super::row::{capital, count, say, title};
use crate::domain::digest::{Shared, Window};
use crate::i18n::{self, Args, Locale, date};

/// Communes that are named.
const NAMED: usize = 2;

/// "Du 24 au 30 novembre : 3 rendez-vous à Crest, 2 à Die".
pub fn subject(shared: &Shared, window: &Window, locale: Locale) -> String {
    let days = days(window, locale);
    if !shared.communes.is_empty() {
        return two(locale, "digest-subject", ("days", days), ("where", places(shared, locale)));
    }
    if let Some(first) = shared.fresh.first() {
        let others = shared.fresh.len() + shared.more_fresh - 1;
        let fresh = say(locale, "digest-subject-fresh", "title", title(&first.title));
        return with_others(locale, fresh, others);
    }
    if let Some(first) = shared.changed.first() {
        let others = shared.changed.len() + shared.more_changed - 1;
        let changed = say(locale, "digest-subject-changed", "title", title(&first.date.title));
        return with_others(locale, changed, others);
    }
    say(locale, "digest-subject-own", "days", lower(&days))
}

/// "Du 24 au 30 novembre", "Mardi 24 novembre".
pub fn days(window: &Window, locale: Locale) -> String {
    let (first, last) = window.days();
    capital(&match first == last {
        true => date::day(locale, first),
        false => date::period(locale, first, last, false),
    })
}

/// "3 rendez-vous à Crest, 2 à Die, 4 ailleurs".
fn places(shared: &Shared, locale: Locale) -> String {
    let mut said = Vec::new();
    for (n, (commune, dates)) in shared.communes.iter().take(NAMED).enumerate() {
        let at = at_commune(locale, commune);
        let dates = if n == 0 { count(locale, "digest-dates", *dates) } else { dates.to_string() };
        said.push(format!("{dates} {at}"));
    }
    let named: usize = shared.communes.iter().take(NAMED).map(|(_, dates)| dates).sum();
    let elsewhere = shared.communes.iter().map(|(_, dates)| dates).sum::<usize>().max(shared.count()) - named;
    if elsewhere > 0 {
        said.push(count(locale, "digest-elsewhere", elsewhere));
    }
    said.join(", ")
}

/// "à Crest", "au Pouzin", "aux Granges".
fn at_commune(locale: Locale, commune: &str) -> String {
    let commune = super::row::shown(commune);
    if locale == Locale::En {
        return format!("in {commune}");
    }
    match (commune.strip_prefix("Le "), commune.strip_prefix("Les ")) {
        (Some(rest), _) => format!("au {rest}"),
        (_, Some(rest)) => format!("aux {rest}"),
        _ => format!("à {commune}"),
    }
}

fn with_others(locale: Locale, said: String, others: usize) -> String {
    match others {
        0 => said,
        n => format!("{said} {}", count(locale, "digest-subject-others", n)),
    }
}

fn two(locale: Locale, key: &str, a: (&'static str, String), b: (&'static str, String)) -> String {
    i18n::text_with(locale, key, Some(&Args::from_iter([a, b])))
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
