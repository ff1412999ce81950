//! Stories of members who show something of themselves, are found by it, and write to each other.

mod finding;
mod pages;
mod photo;
mod plans;
mod writing;

use diesel::RunQueryDsl;
use vigie::actions;
use vigie::db;
use vigie::domain::policy::{Actor, Standing};
use vigie::domain::profile::{Audience, Profile, ProfileField};
use vigie::domain::skill::SkillTag;
use vigie::store::directory::{self, DirectoryFilter};
use vigie::store::{memberships, profiles};

use crate::support::{Person, TestApp};

/// What members do, told in a word.
trait MemberGestures {
    /// The person as the policy knows them, signed in.
    fn actor(&self, person: &Person) -> Actor;
    /// The person changes their profile and agrees to what becomes public.
    fn profile(&self, person: &Person, change: impl Fn(&mut Profile));
    /// The names that somebody finds, in order.
    fn found(&self, by: &Actor, filter: &DirectoryFilter) -> Vec<String>;
    /// [`Self::found`] with words.
    fn search(&self, by: &Actor, text: &str) -> Vec<String>;
    /// The state of an account changes.
    fn becomes(&self, person: &Person, state: &str);
}

impl MemberGestures for TestApp {
    fn actor(&self, person: &Person) -> Actor {
        let rows = self.db.read_now(|conn| memberships::of_member(conn, person.id)).unwrap();
        let real = rows.iter().filter(|row| row.role != "demandee");
        let member_of = real.map(|row| row.place_id).collect();
        Actor::Member(Standing { member: person.id, active: true, member_of, ..Standing::default() })
    }

    fn profile(&self, person: &Person, change: impl Fn(&mut Profile)) {
        let (now, by) = (self.clock.now(), self.actor(person));
        let write = |tx: &mut db::Transaction<'_>| {
            let mut profile = profiles::of(tx, person.id)?.profile;
            change(&mut profile);
            actions::save_profile(tx, &by, person.id, &profile, true, now)
        };
        self.db.write_now(write).unwrap();
    }

    fn found(&self, by: &Actor, filter: &DirectoryFilter) -> Vec<String> {
        let backend = self.db.backend();
        let find = |conn: &mut db::DbConnection| {
            let ids = directory::find(conn, backend, by, filter, 100)?;
            profiles::by_ids(conn, &ids)
        };
        let known = self.db.read_now(find).unwrap();
        known.into_iter().map(|one| one.profile.name).collect()
    }

    fn search(&self, by: &Actor, text: &str) -> Vec<String> {
        self.found(by, &DirectoryFilter { text: Some(text.to_owned()), ..DirectoryFilter::default() })
    }

    fn becomes(&self, person: &Person, state: &str) {
        let write = |tx: &mut db::Transaction<'_>| {
            diesel::sql_query(format!("UPDATE members SET state = '{state}' WHERE id = {}", person.id))
                .execute(&mut **tx)?;
            Ok::<_, db::Error>(())
        };
        self.db.write_now(write).unwrap();
    }
}

fn skill(label: &str) -> SkillTag {
    SkillTag::parse(label).unwrap()
}

/// The same audience for every field.
fn show_all(profile: &mut Profile, audience: Audience) {
    for field in ProfileField::ALL {
        profile.audiences.set(*field, audience);
    }
}
