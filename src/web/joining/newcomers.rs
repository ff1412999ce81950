//! The newcomers of a place: what is left to do with each, and letters that wait for their host.

use std::collections::HashMap;

use actix_web::{HttpRequest, HttpResponse};
use chrono::{NaiveDate, NaiveTime};

use super::host_page::{LetterDraft, NewcomerCard, NewcomersPage, StepLine};
use super::room::{self, hosted_place, slug_of};
use crate::db::UtcInstant;
use crate::domain::joining::LetterText;
use crate::domain::member::PersonName;
use crate::domain::newcomer::{NewcomerStep, Reminder, letter_due, new_since, next_letter};
use crate::domain::period::{instant_of, local_of};
use crate::i18n::{self, Args, Locale, date};
use crate::store::charters;
use crate::store::newcomer_facts::{self, Fact};
use crate::store::newcomers::{self, LetterRow, StepRow};
use crate::store::place_people::{self, PlacePerson};
use crate::store::places::PlaceRow;
use crate::web::answer::{Desk, private};
use crate::web::error::Result;
use crate::web::fields::{Choice, Field};
use crate::web::frame::Frame;
use crate::web::host_bar::{HostBar, HostRoom};
use crate::web::parts::{Empty, Link};
use crate::web::rows::say;
use crate::web::wording::said;

/// Most members that a sponsor is chosen from.
const SPONSORS: i64 = 200;

/// `GET /lieux/{slug}/accueil`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted_place(desk, slug.as_ref())?;
        let (page, frame) = draw(desk, &place, &Refused::default())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// What could not be done, and the letter that was typed.
#[derive(Default)]
pub struct Refused {
    pub problem: String,
    /// uid of the newcomer, and the words.
    pub letter: Option<(String, String)>,
}

pub fn draw(desk: &mut Desk<'_>, place: &PlaceRow, refused: &Refused) -> Result<(NewcomersPage, Frame)> {
    let locale = desk.locale();
    let welcome = Welcome::of(desk, place)?;
    let heading = i18n::text(locale, "newcomers-title");
    let frame = room::frame(desk, place, "/accueil", &heading);
    let empty = welcome.people.is_empty().then(|| Empty {
        title: i18n::text(locale, "newcomers-none"),
        text: i18n::text(locale, "newcomers-none-text"),
        suggestions: Vec::new(),
    });
    let page = NewcomersPage {
        token: desk.form().token,
        bar: HostBar::of(desk, place, Some(HostRoom::Welcome))?,
        place: room::link(locale, place),
        heading,
        problem: refused.problem.clone(),
        letters: welcome.drafts(desk, place, refused)?,
        people: welcome
            .people
            .iter()
            .map(|person| welcome.card(desk, place, person))
            .collect::<Result<_>>()?,
        empty,
        rules: Link::new(
            i18n::text(locale, "joining-people-rules"),
            room::href(locale, place, "/reglages-accueil"),
        ),
    };
    Ok((page, frame))
}

/// Everything that is known of the newcomers of a place.
struct Welcome {
    people: Vec<PlacePerson>,
    steps: Vec<StepRow>,
    letters: Vec<LetterRow>,
    /// What is known without anybody noting it.
    facts: Vec<Fact>,
    has_charter: bool,
    /// Names of hosts and sponsors by uid.
    names: HashMap<String, String>,
    /// Who may sponsor: uid and name.
    members: Vec<(String, String)>,
}

impl Welcome {
    fn of(desk: &mut Desk<'_>, place: &PlaceRow) -> Result<Self> {
        let since = instant_of(new_since(desk.today).and_time(NaiveTime::MIN), desk.network.zone);
        let people = place_people::newcomers(desk.conn, place.id, since)?;
        let ids: Vec<i64> = people.iter().map(|person| person.member.id).collect();
        let steps = newcomers::steps(desk.conn, place.id, &ids)?;
        let letters = newcomers::letters(desk.conn, place.id, &ids)?;
        let noted = steps.iter().flat_map(|row| [row.done_by.as_str(), row.sponsor.as_str()]);
        let mut uids: Vec<&str> = noted.chain(letters.iter().map(|row| row.decided_by.as_str())).collect();
        uids.sort_unstable();
        uids.dedup();
        let names = place_people::names(desk.conn, &uids)?;
        let members = match people.is_empty() {
            true => Vec::new(),
            false => place_people::belonging(desk.conn, place.id, "", (0, SPONSORS))?,
        };
        Ok(Self {
            facts: newcomer_facts::of(desk.conn, place.id, &ids)?,
            has_charter: charters::in_force(desk.conn, place.id)?.is_some(),
            members: members.into_iter().map(|person| (person.member.uid, person.member.name)).collect(),
            people,
            steps,
            letters,
            names,
        })
    }

    /// The letters that are proposed today.
    fn drafts(&self, desk: &Desk<'_>, place: &PlaceRow, refused: &Refused) -> Result<Vec<LetterDraft>> {
        let mut drafts = Vec::new();
        for person in &self.people {
            let decided = self.decided(person)?;
            if let Some(joined) = joined_on(desk, person)
                && let Some(reminder) = letter_due(joined, desk.today, &decided)
            {
                drafts.push(draft(desk, place, person, reminder, refused)?);
            }
        }
        Ok(drafts)
    }

    fn decided(&self, person: &PlacePerson) -> Result<Vec<Reminder>> {
        let theirs = self.letters.iter().filter(|row| row.member_id == person.member.id);
        Ok(theirs.map(LetterRow::reminder).collect::<crate::db::Result<_>>()?)
    }

    fn card(&self, desk: &Desk<'_>, place: &PlaceRow, person: &PlacePerson) -> Result<NewcomerCard> {
        let locale = desk.locale();
        let steps =
            NewcomerStep::ALL.iter().filter(|step| self.has_charter || **step != NewcomerStep::Charter);
        let steps: Vec<StepLine> = steps.map(|step| self.step(desk, person, *step)).collect();
        let done = steps.iter().filter(|step| step.done).count();
        let has_sponsor = steps.iter().any(|step| step.code == NewcomerStep::Sponsor.code() && step.done);
        let figures = [("done", done.to_string()), ("all", steps.len().to_string())];
        let joined = person.membership.joined_at.map(|since| room::day(desk, since)).unwrap_or_default();
        Ok(NewcomerCard {
            uid: person.member.uid.clone(),
            name: person.member.name.clone(),
            initials: PersonName::initials(&person.member.name),
            kind: i18n::text(locale, &format!("membership-kind-{}", person.membership.kind()?)),
            joined: say(locale, "newcomers-joined", "day", joined),
            progress: said(locale, "newcomers-progress", figures),
            action: room::href(locale, place, &format!("/accueil/{}", person.member.uid)),
            steps,
            sponsor: if has_sponsor { None } else { self.sponsors(locale, person) },
            letters: self.letter_words(desk, person)?,
        })
    }

    fn step(&self, desk: &Desk<'_>, person: &PlacePerson, step: NewcomerStep) -> StepLine {
        let locale = desk.locale();
        let row = self.steps.iter().find(|row| row.member_id == person.member.id && row.step == step.code());
        // A sponsor whose account is gone sponsors nobody any more.
        let row = row.filter(|row| row.sponsor.is_empty() || self.names.contains_key(&row.sponsor));
        let known = self.known(person, step);
        let by = match (row, known) {
            (Some(row), _) => self.noted(desk, row),
            (None, Some(at)) => say(locale, "newcomers-done-known", "day", room::day(desk, at)),
            (None, None) => String::new(),
        };
        let button = match (row, known) {
            (Some(_), _) => "newcomers-untick",
            (None, None) if step != NewcomerStep::Sponsor => "newcomers-tick",
            (None, _) => "",
        };
        StepLine {
            code: step.code(),
            label: i18n::text(locale, &format!("newcomers-step-{step}")),
            done: row.is_some() || known.is_some(),
            by,
            button: if button.is_empty() { String::new() } else { i18n::text(locale, button) },
        }
    }

    /// When a step was taken, where the program knows it by itself.
    fn known(&self, person: &PlacePerson, step: NewcomerStep) -> Option<UtcInstant> {
        let known = |fact: &&Fact| fact.member == person.member.id && fact.step == step;
        self.facts.iter().find(known).map(|fact| fact.at)
    }

    fn noted(&self, desk: &Desk<'_>, row: &StepRow) -> String {
        let locale = desk.locale();
        let (who, day) = (self.name(locale, &row.done_by), room::day(desk, row.done_at));
        match row.sponsor.as_str() {
            "" => said(locale, "newcomers-done-by", [("who", who), ("day", day)]),
            sponsor => {
                let sponsor = self.name(locale, sponsor);
                said(locale, "newcomers-sponsored-by", [("sponsor", sponsor), ("who", who), ("day", day)])
            }
        }
    }

    fn name(&self, locale: Locale, uid: &str) -> String {
        self.names.get(uid).cloned().unwrap_or_else(|| i18n::text(locale, "newcomers-somebody"))
    }

    /// Other members of the place; `None` when there is nobody else.
    fn sponsors(&self, locale: Locale, person: &PlacePerson) -> Option<Choice> {
        let uid = &person.member.uid;
        let label = say(locale, "newcomers-sponsor", "name", person.member.name.clone());
        let first = i18n::text(locale, "newcomers-sponsor-choose");
        let choice = Choice::new(&format!("sponsor-{uid}"), label).required().option("", first, true);
        let others = self.members.iter().filter(|(other, _)| other != uid);
        let choice = others.fold(choice, |choice, (uid, name)| choice.option(uid, name, false));
        (choice.options.len() > 1).then_some(choice)
    }

    fn letter_words(&self, desk: &Desk<'_>, person: &PlacePerson) -> Result<Vec<String>> {
        let locale = desk.locale();
        let theirs = self.letters.iter().filter(|row| row.member_id == person.member.id);
        let mut words: Vec<String> = theirs
            .map(|row| {
                let key = if row.sent { "newcomers-letter-sent" } else { "newcomers-letter-was-aside" };
                let day = room::day(desk, row.decided_at);
                said(locale, key, [("who", self.name(locale, &row.decided_by)), ("day", day)])
            })
            .collect();
        if let Some((_, day)) = joined_on(desk, person).and_then(|joined| next_letter(joined, desk.today)) {
            words.push(say(locale, "newcomers-next-letter", "day", date::date(locale, day)));
        }
        Ok(words)
    }
}

fn joined_on(desk: &Desk<'_>, person: &PlacePerson) -> Option<NaiveDate> {
    person.membership.joined_at.map(|since| local_of(since.0, desk.network.zone).date())
}

/// A letter in the language of the newcomer, for the host to make their own.
fn draft(
    desk: &Desk<'_>,
    place: &PlaceRow,
    person: &PlacePerson,
    reminder: Reminder,
    refused: &Refused,
) -> Result<LetterDraft> {
    let (locale, host) = (desk.locale(), desk.member()?);
    let (uid, name) = (&person.member.uid, &person.member.name);
    let typed = refused.letter.as_ref().filter(|(to, _)| to == uid).map(|(_, words)| words.clone());
    let proposed = || {
        let args = [("name", name.as_str()), ("place", place.name.as_str()), ("host", host.name())];
        let key = format!("newcomers-draft-{reminder}");
        i18n::text_with(person.member.locale(), &key, Some(&Args::from_iter(args)))
    };
    let facts = [("name", name.clone()), ("email", host.signed_in.member.email.clone())];
    let text = Field::text(&format!("letter-{uid}"), i18n::text(locale, "newcomers-letter-text"))
        .value(typed.unwrap_or_else(proposed))
        .hint(said(locale, "newcomers-letter-hint", facts))
        .maxlength(u32::try_from(LetterText::LONGEST).unwrap_or(u32::MAX))
        .rows(9)
        .required();
    Ok(LetterDraft {
        form: desk.form(),
        heading: say(locale, &format!("newcomers-letter-{reminder}"), "name", name.clone()),
        action: room::href(locale, place, &format!("/accueil/{uid}")),
        reminder: reminder.code(),
        text,
    })
}
