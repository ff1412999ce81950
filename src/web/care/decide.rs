//! One report: the message and the few around it, and what the coordination decides.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::page::{DecidePage, Decided, ReportedMessage, VerdictFields};
use super::reports::{self as list, badge, name, names, signed, what};
use super::{coordination_only, day, word_field};
use crate::actions::{Verdict, decide_on_report, end_blocks, may_look_at};
use crate::domain::joining::Remark;
use crate::domain::report::ReportDecision;
use crate::i18n::{self, Locale};
use crate::store::reports::{self, ReportRow};
use crate::store::{conversations, place_people};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, FieldError};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::members::inbox::when;
use crate::web::members::page::Message;
use crate::web::parts::Link;
use crate::web::wording::{counted, said};

/// `GET /reseau/signalements/{uid}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    private(&request, move |desk| {
        coordination_only(desk)?;
        let (page, frame) = draw(desk, &uid, &Typed::default())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /reseau/signalements/{uid}`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    act(request, body, move |act, form| {
        coordination_only(&act.desk())?;
        let by = act.actor();
        if form.is_on("end-blocks") {
            end_blocks(act.tx, &by, &uid)?;
            return Ok(Done::see(path(&uid)).saying("done-blocks-ended"));
        }
        let mut typed = Typed::of(form);
        let verdict = match typed.parse(act.locale()) {
            Some(verdict) => verdict,
            None => return Err(again(act, &uid, &typed)?),
        };
        if !decide_on_report(act.tx, &by, &uid, &verdict, act.now)? {
            typed.problem = i18n::text(act.locale(), "report-decided-meanwhile");
            return Err(again(act, &uid, &typed)?);
        }
        Ok(Done::see(list::PATH).saying("done-report-decided"))
    })
    .await
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Typed {
    decision: String,
    note: String,
    word: String,
    errors: Vec<FieldError>,
    problem: String,
}

impl Typed {
    fn of(form: &Form) -> Self {
        let text = |name| form.text(name);
        Self { decision: text("decision"), note: text("note"), word: text("word"), ..Self::default() }
    }

    fn parse(&mut self, locale: Locale) -> Option<Verdict> {
        let mut wrong = |name: &str, key: &str| {
            self.errors.push(FieldError { name: name.to_owned(), text: i18n::text(locale, key) });
        };
        let decision = ReportDecision::from_code(&self.decision);
        if decision.is_none() {
            wrong("decision", "report-error-decision");
        }
        let mut remark = |name: &str, text: &str| {
            let parsed = Remark::parse(text);
            if parsed.is_none() {
                wrong(name, "care-error-too-long");
            }
            parsed
        };
        let (note, word) = (remark("note", &self.note), remark("word", &self.word));
        Some(Verdict { decision: decision?, note: note?, word: word? })
    }

    fn error(&self, name: &str) -> String {
        let error = self.errors.iter().find(|error| error.name == name);
        error.map(|error| error.text.clone()).unwrap_or_default()
    }
}

fn path(uid: &str) -> String {
    format!("{}/{uid}", list::PATH)
}

fn again(act: &mut Act<'_, '_>, uid: &str, typed: &Typed) -> Result<Error> {
    let (page, frame) = draw(&mut act.desk(), uid, typed)?;
    Ok(act.again(&page, &frame))
}

fn draw(desk: &mut Desk<'_>, uid: &str, typed: &Typed) -> Result<(DecidePage, Frame)> {
    let locale = desk.locale();
    let row = reports::by_uid(desk.conn, uid)?;
    if !may_look_at(&desk.actor(), &row) {
        return Err(Error::NotFound);
    }
    let names = names(desk.conn, &[&row])?;
    let shown = match row.message_id {
        Some(message) => reports::in_context(desk.conn, message)?,
        None => Vec::new(),
    };
    let zone = desk.network.zone;
    let messages = shown.into_iter().map(|message| ReportedMessage {
        reported: row.message_id == Some(message.id),
        message: Message {
            author: name(&names, message.author_id),
            own: message.author_id == row.reporter_id,
            when: when(locale, message.sent_at.0, zone),
            words: message.words,
            report: String::new(),
        },
    });
    let heading = what(locale, &row, &names);
    let reported = reports::count_of(desk.conn, row.reported_id)?;
    let decision = row.decision()?;
    let page = DecidePage {
        signed: signed(desk, &row, &names),
        reason: row.reason.clone(),
        messages: messages.collect(),
        count: if reported > 1 { counted(locale, "reports-count", reported) } else { String::new() },
        form: desk.form(),
        errors: typed.errors.clone(),
        problem: typed.problem.clone(),
        verdict: decision.is_none().then(|| verdict(locale, typed)),
        decided: decision.map(|decision| decided(desk, &row, decision)).transpose()?,
        heading: heading.clone(),
    };
    Ok((page, super::frame(desk, &path(uid), heading)))
}

fn verdict(locale: Locale, typed: &Typed) -> VerdictFields {
    let choice = Choice::new("decision", i18n::text(locale, "report-decision"))
        .error(typed.error("decision"))
        .required();
    let decision = ReportDecision::ALL.iter().fold(choice, |choice, one| {
        let label = i18n::text(locale, &format!("report-decision-{one}"));
        choice.option(one.code(), label, typed.decision == one.code())
    });
    VerdictFields {
        decision,
        note: word_field(locale, "note", "report-note", &typed.note).error(typed.error("note")),
        word: word_field(locale, "word", "report-word", &typed.word).error(typed.error("word")),
    }
}

fn decided(desk: &mut Desk<'_>, row: &ReportRow, decision: ReportDecision) -> Result<Decided> {
    let locale = desk.locale();
    let who = place_people::names(desk.conn, &[&row.decided_by])?.remove(&row.decided_by);
    let who = who.unwrap_or_else(|| i18n::text(locale, "care-somebody"));
    let on = row.decided_at.map(|at| day(desk, at)).unwrap_or_default();
    let (one, other) = (row.reporter_id, row.reported_id);
    let apart =
        conversations::blocks(desk.conn, one, other)? || conversations::blocks(desk.conn, other, one)?;
    let suspensions =
        || Link::new(i18n::text(locale, "suspensions-title"), local(locale, "/reseau/suspensions"));
    Ok(Decided {
        decision: badge(locale, decision),
        signed: said(locale, "report-decided-signed", [("day", on), ("who", who)]),
        note: row.note.clone(),
        end_blocks: if apart { local(locale, &path(&row.uid)) } else { String::new() },
        suspensions: (decision == ReportDecision::Suspend).then(suspensions),
    })
}
