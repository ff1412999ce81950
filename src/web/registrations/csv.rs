//! The list as a table for spreadsheets.

use actix_web::{HttpRequest, HttpResponse};
use chrono_tz::Tz;

use super::list::hosted;
use crate::domain::period::local_of;
use crate::domain::registration::RegistrationState;
use crate::domain::slug::Slug;
use crate::i18n::{self, Locale, date};
use crate::store::registrations::{self, RegistrationRow};
use crate::web::answer::private;
use crate::web::error::{Error, Result};
use crate::web::kept::Made;

/// `GET /evenements/{slug}/inscriptions/tableau.csv`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    private(&request, move |desk| {
        let occasion = hosted(desk, &slug.ok_or(Error::NotFound)?)?;
        let rows = registrations::of_date(desk.conn, occasion.event.id, occasion.offered.stored_key())?;
        let questions: Vec<String> =
            occasion.offered.terms.rules.questions.iter().map(|question| question.label.clone()).collect();
        Ok(Made {
            content_type: "text/csv; charset=utf-8",
            cache_control: "private, no-store",
            body: table(desk.locale(), occasion.zone, &questions, &rows)?,
            scope: crate::db::Scope::Network,
            valid_until: desk.now,
            last_modified: None,
            noindex: true,
        })
    })
    .await
}

/// With the mark by which spreadsheets know UTF-8, and the separator that French ones expect.
fn table(locale: Locale, zone: Tz, questions: &[String], rows: &[RegistrationRow]) -> Result<String> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(vec![0xEF, 0xBB, 0xBF]);
    let titles = ["name", "email", "people", "state", "came", "registered"]
        .map(|key| i18n::text(locale, &format!("csv-{key}")));
    let head = titles.iter().chain(questions).map(|text| guarded(text));
    writer.write_record(head).map_err(fault)?;
    for row in rows {
        let cells = cells(locale, zone, questions, row)?;
        writer.write_record(cells.iter().map(|text| guarded(text))).map_err(fault)?;
    }
    let bytes = writer.into_inner().map_err(|e| Error::Internal(e.to_string()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn cells(locale: Locale, zone: Tz, questions: &[String], row: &RegistrationRow) -> Result<Vec<String>> {
    let answers = row.answers()?;
    let came = match row.came {
        Some(true) => i18n::text(locale, "csv-yes"),
        Some(false) => i18n::text(locale, "csv-no"),
        None => String::new(),
    };
    let state: RegistrationState = row.state()?;
    let mut cells = vec![
        row.name.clone(),
        row.email.clone().unwrap_or_default(),
        row.size.to_string(),
        i18n::text(locale, &format!("registration-state-{state}")),
        came,
        date::numeric(local_of(row.created_at.0, zone).date()),
    ];
    cells.extend(questions.iter().map(|question| {
        let answer = answers.iter().find(|answer| answer.question == *question);
        answer.map(|answer| answer.answer.clone()).unwrap_or_default()
    }));
    Ok(cells)
}

/// A cell that no spreadsheet takes for a formula, whatever a stranger typed: those that begin like
/// one get an apostrophe.
fn guarded(text: &str) -> String {
    match text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']) || text.starts_with(['\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

fn fault(error: csv::Error) -> Error {
    Error::Internal(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (typed, written) in [
            ("Zoé", "Zoé"),
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            (" =1+1", "' =1+1"),
            ("+33 6", "'+33 6"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(guarded(typed), written);
        }
    }
}
