//! What the address of the agenda asks for, and the address of what is asked.

use chrono::{Days, NaiveDate};

use crate::domain::agenda::AgendaFilter;
use crate::domain::period::{Period, PeriodKind};
use crate::web::asked::{Asked, local, with_query};

/// How many days the list shows from its first day on.
pub const LIST_DAYS: Days = Days::new(30);
/// No list has more pages.
const MOST_PAGES: u32 = 1_000;

pub mod param {
    pub const VIEW: &str = "vue";
    pub const DATE: &str = "date";
    pub const PAGE: &str = "page";
}

/// View, first day, page and filter.
#[derive(Clone, Debug)]
pub struct AgendaAsked {
    pub view: PeriodKind,
    /// `None`: today.
    pub date: Option<NaiveDate>,
    /// From 1.
    pub page: u32,
    pub filter: AgendaFilter,
    /// Names of what was not understood and is left aside.
    pub unknown: Vec<&'static str>,
}

impl AgendaAsked {
    pub fn of(asked: &Asked) -> Self {
        let (filter, mut unknown) = AgendaFilter::from_pairs(asked.pairs());
        let mut read = |name, value: Option<&str>, parsed: bool| {
            if value.is_some() && !parsed {
                unknown.push(name);
            }
        };
        let view_text = asked.get(param::VIEW);
        let view = view_text.and_then(PeriodKind::from_code);
        read(param::VIEW, view_text, view.is_some());
        let date_text = asked.get(param::DATE);
        let date = date_text.and_then(Period::parse).map(Period::first_day);
        read(param::DATE, date_text, date.is_some());
        let page_text = asked.get(param::PAGE);
        let page = page_text.and_then(|text| text.parse().ok()).filter(|n| (1..=MOST_PAGES).contains(n));
        read(param::PAGE, page_text, page.is_some());
        Self { view: view.unwrap_or(PeriodKind::Day), date, page: page.unwrap_or(1), filter, unknown }
    }

    /// The local address of this view (without language).
    pub fn address(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if self.view != PeriodKind::Day {
            pairs.push((param::VIEW, self.view.code().to_owned()));
        }
        if let Some(date) = self.date {
            pairs.push((param::DATE, date.format("%Y-%m-%d").to_string()));
        }
        pairs.extend(self.filter.pairs());
        if self.page > 1 {
            pairs.push((param::PAGE, self.page.to_string()));
        }
        with_query("/agenda", &pairs)
    }

    pub fn href(&self, locale: crate::i18n::Locale) -> String {
        local(locale, &self.address())
    }

    pub fn with_view(&self, view: PeriodKind) -> Self {
        Self { view, page: 1, ..self.clone() }
    }

    pub fn with_date(&self, date: Option<NaiveDate>) -> Self {
        Self { date, page: 1, ..self.clone() }
    }

    pub fn with_page(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }

    pub fn with_filter(&self, filter: AgendaFilter) -> Self {
        Self { filter, page: 1, ..self.clone() }
    }

    /// The same without one filter.
    pub fn without(&self, name: &str) -> Self {
        let pairs = self.filter.pairs();
        let rest = pairs.iter().filter(|(n, _)| *n != name).map(|(n, v)| (*n, v.as_str()));
        self.with_filter(AgendaFilter::from_pairs(rest).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    fn asked(pairs: &[(&str, &str)]) -> AgendaAsked {
        let pairs = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        AgendaAsked::of(&Asked {
            locale: Locale::Fr,
            path: "/agenda".into(),
            pairs,
            overlong: false,
            request_id: String::new(),
            client: String::new(),
        })
    }

    #[test]
    fn the_same_view_has_one_address() {
        let view = asked(&[("genre", "atelier"), ("page", "2"), ("date", "2026-03-05"), ("vue", "jour")]);
        assert_eq!(view.address(), "/agenda?date=2026-03-05&genre=atelier&page=2");
        assert_eq!(
            view.with_view(PeriodKind::Month).address(),
            "/agenda?vue=mois&date=2026-03-05&genre=atelier"
        );
        assert_eq!(view.without("genre").address(), "/agenda?date=2026-03-05");
        assert_eq!(asked(&[]).address(), "/agenda");
    }

    #[test]
    fn nonsense_is_named_and_left_aside() {
        let view = asked(&[("date", "2026-02-30"), ("vue", "an"), ("page", "0"), ("genre", "fête")]);
        assert_eq!(view.unknown, ["genre", "vue", "date", "page"]);
        assert_eq!(view.address(), "/agenda");
    }
}
