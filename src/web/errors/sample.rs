//! Samples of the pages of errors.

use super::page::NotFoundPage;
use crate::i18n::Locale;
use crate::web::parts::Link;
use crate::web::samples::at;

impl NotFoundPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            q: "usine".to_owned(),
            suggestions: vec![Link::new("L’Usine Vivante, Crest", at(locale, "/lieux/l-usine-vivante"))],
        }
    }
}
