//! A whole list of places, row by row.

use std::collections::{HashMap, HashSet};

use super::super::commune::CommuneIndex;
use super::super::line::LineCounter;
use super::super::place::PlaceDraft;
use super::super::slug::Slug;
use super::super::text::fold;
use super::columns::Columns;
use super::decode::{decode, separator};
use super::row::Row;
use super::{FileProblem, Import, LineNote, Problem};

/// Reads a list of places in UTF-8 (with or without a byte order mark) or Windows-1252, separated
/// by `;`, `,` or tabs. `communes` gives names their Insee codes and stands in for coordinates
/// that are missing or wrong.
pub fn read_places(bytes: &[u8], communes: &CommuneIndex) -> Result<Import, FileProblem> {
    let (text, is_windows_1252) = decode(bytes);
    if text.trim().is_empty() {
        return Err(FileProblem::Empty);
    }
    let mut reader = csv::ReaderBuilder::new().delimiter(separator(&text)).from_reader(text.as_bytes());
    let columns = Columns::of(&reader.headers().cloned().unwrap_or_default())?;
    let mut reading = Reading::default();
    let mut lines = LineCounter::new(text.as_bytes());
    if is_windows_1252 {
        reading.note(1, Problem::ReadAsWindows1252);
    }
    for row in reader.records() {
        reading.rows += 1;
        match row {
            Err(error) => reading.note(lines.line_of(error.position()), unreadable(&error)),
            Ok(fields) if fields.iter().all(|field| field.trim().is_empty()) => {}
            Ok(fields) => {
                let row = Row { columns: &columns, fields: &fields, communes };
                reading.add(lines.line_of(fields.position()), row.draft());
            }
        }
    }
    if reading.rows == 0 {
        return Err(FileProblem::NoRows);
    }
    Ok(Import { format: columns.format, drafts: reading.drafts, report: reading.report })
}

fn unreadable(error: &csv::Error) -> Problem {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            Problem::WrongFieldCount { expected: *expected_len, found: *len }
        }
        _ => Problem::Unreadable,
    }
}

#[derive(Default)]
struct Reading {
    rows: u64,
    drafts: Vec<PlaceDraft>,
    report: Vec<LineNote>,
    /// Line of each identity met so far.
    lines: HashMap<String, u64>,
    slugs: HashSet<Slug>,
}

impl Reading {
    fn note(&mut self, line: u64, problem: Problem) {
        self.report.push(LineNote { line, problem });
    }

    fn add(&mut self, line: u64, read: Result<(PlaceDraft, Vec<Problem>), Problem>) {
        let (mut draft, problems) = match read {
            Ok(read) => read,
            Err(problem) => return self.note(line, problem),
        };
        let identities = identities(&draft);
        if let Some(first_line) = identities.iter().find_map(|key| self.lines.get(key)) {
            return self.note(line, Problem::Duplicate { first_line: *first_line });
        }
        self.lines.extend(identities.into_iter().map(|key| (key, line)));
        for problem in problems {
            self.note(line, problem);
        }
        if !self.slugs.insert(draft.slug.clone()) {
            draft.slug = Slug::from_title(&format!("{} {}", draft.name, draft.commune), "lieu");
            self.slugs.insert(draft.slug.clone());
        }
        self.drafts.push(draft);
    }
}

/// Two rows that share one of these are the same place.
fn identities(draft: &PlaceDraft) -> Vec<String> {
    let commune = if draft.insee.is_empty() { fold(&draft.commune) } else { draft.insee.clone() };
    let named = format!("name:{}|{commune}", fold(&draft.name));
    draft.source_key.clone().into_iter().chain([named]).collect()
}
