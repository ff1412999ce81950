//! Numbers, prices, distances, counts and lists in words.

use super::{Args, Locale, text, text_with};

/// Rounding of distances under a kilometre: nobody walks "847 m".
const SHORT_STEP_M: u32 = 50;

/// What is counted; each kind has its own message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    Places,
    Events,
    /// Dates of a series.
    Dates,
    Seats,
}

impl Counted {
    pub const ALL: [Self; 4] = [Self::Places, Self::Events, Self::Dates, Self::Seats];

    fn key(self) -> &'static str {
        match self {
            Self::Places => "count-places",
            Self::Events => "count-events",
            Self::Dates => "count-dates",
            Self::Seats => "count-seats",
        }
    }
}

/// "aucun évènement", "1 lieu", "34 lieux", "5 000 évènements"; "no event", "1 place".
pub fn count(locale: Locale, what: Counted, n: u64) -> String {
    let mut args = Args::new();
    args.set("n", n);
    args.set("shown", number(locale, n));
    text_with(locale, what.key(), Some(&args))
}

/// "12 345" with narrow no-break spaces, "12,345".
pub fn number(locale: Locale, n: u64) -> String {
    let separator = match locale {
        Locale::Fr => '\u{202f}',
        Locale::En => ',',
    };
    let digits = n.to_string();
    let mut out = String::with_capacity(2 * digits.len());
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// From euro cents: "gratuit", "12 €", "12,50 €"; "free", "€12", "€12.50".
pub fn price(locale: Locale, cents: u32) -> String {
    if cents == 0 {
        return text(locale, "price-free");
    }
    let (euros, rest) = (number(locale, u64::from(cents / 100)), cents % 100);
    match (locale, rest) {
        (Locale::Fr, 0) => format!("{euros}\u{a0}€"),
        (Locale::Fr, _) => format!("{euros},{rest:02}\u{a0}€"),
        (Locale::En, 0) => format!("€{euros}"),
        (Locale::En, _) => format!("€{euros}.{rest:02}"),
    }
}

/// "à 800 m", "à 3,2 km", "à 34 km"; "800 m away". Rounded to what a walker or driver needs.
pub fn distance(locale: Locale, metres: u32) -> String {
    let shown = match metres {
        0..975 => format!("{}\u{a0}m", ((metres + SHORT_STEP_M / 2) / SHORT_STEP_M).max(1) * SHORT_STEP_M),
        975..9_950 => {
            let tenths = (metres + 50) / 100;
            let comma = if locale == Locale::Fr { ',' } else { '.' };
            match tenths % 10 {
                0 => format!("{}\u{a0}km", tenths / 10),
                tenth => format!("{}{comma}{tenth}\u{a0}km", tenths / 10),
            }
        }
        _ => format!("{}\u{a0}km", number(locale, (u64::from(metres) + 500) / 1000)),
    };
    match locale {
        Locale::Fr => format!("à {shown}"),
        Locale::En => format!("{shown} away"),
    }
}

/// "a", "a et b", "a, b et c"; "a, b and c".
pub fn list<S: AsRef<str>>(locale: Locale, items: &[S]) -> String {
    let and = match locale {
        Locale::Fr => " et ",
        Locale::En => " and ",
    };
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        out.push_str(match at {
            0 => "",
            _ if at + 1 == items.len() => and,
            _ => ", ",
        });
        out.push_str(item.as_ref());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_prices_and_distances() {
        let table: [(String, &str); 22] = [
            (number(Locale::Fr, 0), "0"),
            (number(Locale::Fr, 999), "999"),
            (number(Locale::Fr, 1_234_567), "1 234 567"),
            (number(Locale::En, 1_000), "1,000"),
            (price(Locale::Fr, 0), "gratuit"),
            (price(Locale::En, 0), "free"),
            (price(Locale::Fr, 1200), "12 €"),
            (price(Locale::Fr, 1250), "12,50 €"),
            (price(Locale::Fr, 5), "0,05 €"),
            (price(Locale::Fr, 123_450), "1 234,50 €"),
            (price(Locale::En, 1200), "€12"),
            (price(Locale::En, 1250), "€12.50"),
            (price(Locale::En, 123_450), "€1,234.50"),
            (distance(Locale::Fr, 0), "à 50 m"),
            (distance(Locale::Fr, 800), "à 800 m"),
            (distance(Locale::Fr, 980), "à 1 km"),
            (distance(Locale::Fr, 3_240), "à 3,2 km"),
            (distance(Locale::En, 3_240), "3.2 km away"),
            (distance(Locale::Fr, 9_949), "à 9,9 km"),
            (distance(Locale::Fr, 9_950), "à 10 km"),
            (distance(Locale::Fr, 34_400), "à 34 km"),
            (distance(Locale::En, u32::MAX), "4,294,967 km away"),
        ];
        for (got, wanted) in table {
            assert_eq!(got.replace(['\u{a0}', '\u{202f}'], " "), wanted);
        }
    }

    #[test]
    fn counts_agree_in_number() {
        let said = |locale, what, n| count(locale, what, n).replace('\u{202f}', " ");
        assert_eq!(said(Locale::Fr, Counted::Events, 0), "aucun évènement");
        assert_eq!(said(Locale::Fr, Counted::Places, 0), "aucun lieu");
        assert_eq!(said(Locale::Fr, Counted::Places, 1), "1 lieu");
        assert_eq!(said(Locale::Fr, Counted::Places, 34), "34 lieux");
        assert_eq!(said(Locale::Fr, Counted::Events, 5_000), "5 000 évènements");
        assert_eq!(said(Locale::Fr, Counted::Dates, 2), "2 dates");
        assert_eq!(said(Locale::Fr, Counted::Seats, 0), "aucune place");
        assert_eq!(said(Locale::En, Counted::Events, 0), "no event");
        assert_eq!(said(Locale::En, Counted::Events, 1), "1 event");
        assert_eq!(said(Locale::En, Counted::Places, 5_000), "5,000 places");
        assert_eq!(said(Locale::En, Counted::Seats, 1), "1 seat");
    }

    #[test]
    fn lists() {
        assert_eq!(list::<&str>(Locale::Fr, &[]), "");
        assert_eq!(list(Locale::Fr, &["a"]), "a");
        assert_eq!(list(Locale::Fr, &["a", "b"]), "a et b");
        assert_eq!(list(Locale::En, &["a", "b", "c"]), "a, b and c");
    }
}
