//! Who the member is: account, profile, photo, browsers, links, feeds.

use std::collections::BTreeMap;

use data_encoding::BASE64;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::{at, maybe_at};
use crate::db::schema::{
    passkeys, pictures, private_feeds, recovery_codes, second_factors, sessions, suspensions, tokens,
};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::profile::ProfileField;
use crate::store::members::MemberRow;
use crate::store::profiles;

pub fn account(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let factor: Option<Option<UtcInstant>> =
        second_factors::table.find(member.id).select(second_factors::confirmed_at).first(conn).optional()?;
    let codes: Vec<Option<UtcInstant>> = recovery_codes::table
        .filter(recovery_codes::member_id.eq(member.id))
        .order(recovery_codes::id)
        .select(recovery_codes::used_at)
        .load(conn)?;
    let suspension: Option<(String, UtcInstant)> = suspensions::table
        .find(member.id)
        .select((suspensions::word, suspensions::suspended_at))
        .first(conn)
        .optional()?;
    Ok(json!({
        "id": member.uid,
        "email": member.email,
        "name": member.name,
        "language": member.locale,
        "state": member.state,
        "coordinates_the_network": member.coordinates,
        "has_a_password": member.password_hash.is_some(),
        "second_factor": factor.map(|since| json!({
            "since": maybe_at(since),
            "recovery_codes": codes.len(),
            "recovery_codes_used_at": codes.iter().filter_map(|used| maybe_at(*used)).collect::<Vec<_>>(),
        })),
        "suspension": suspension.map(|(word, since)| json!({ "word": word, "since": at(since) })),
        "created_at": at(member.created_at),
        "changed_at": at(member.changed_at),
    }))
}

pub fn profile(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let profile = profiles::of(conn, member.id)?.profile;
    let public: BTreeMap<&str, String> = profiles::public_since(conn, member.id)?
        .into_iter()
        .map(|(field, since)| (field.code(), at(UtcInstant(since))))
        .collect();
    let audiences: BTreeMap<&str, &str> =
        ProfileField::ALL.iter().map(|field| (field.code(), profile.audiences.of(*field).code())).collect();
    let labels = |tags: &[crate::domain::skill::SkillTag]| -> Vec<String> {
        tags.iter().map(|tag| tag.label.clone()).collect()
    };
    Ok(json!({
        "name": profile.name,
        "pronouns": profile.pronouns,
        "activity": profile.activity,
        "skills": labels(&profile.skills),
        "wants": labels(&profile.wants),
        "languages": profile.languages.iter().map(|language| language.code()).collect::<Vec<_>>(),
        "availability": profile.availability.iter().map(|code| code.code()).collect::<Vec<_>>(),
        "links": profile.links,
        "seen_by": audiences,
        "public_by_choice_since": public,
    }))
}

/// The last one; its bytes in base64.
pub fn photo(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let photo: Option<(String, i32, i32, UtcInstant, Vec<u8>)> = pictures::table
        .filter(pictures::member_id.eq(member.id))
        .order(pictures::id.desc())
        .select((
            pictures::media_type,
            pictures::width,
            pictures::height,
            pictures::created_at,
            pictures::bytes,
        ))
        .first(conn)
        .optional()?;
    Ok(json!(photo.map(|(media_type, width, height, created_at, bytes)| json!({
        "media_type": media_type,
        "width": width,
        "height": height,
        "created_at": at(created_at),
        "base64": BASE64.encode(&bytes),
    }))))
}

pub fn sessions(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<(String, bool, UtcInstant, UtcInstant, UtcInstant)> = sessions::table
        .filter(sessions::member_id.eq(member.id))
        .order(sessions::id)
        .select((
            sessions::device,
            sessions::strong,
            sessions::created_at,
            sessions::seen_at,
            sessions::expires_at,
        ))
        .load(conn)?;
    let told = |(device, strong, created_at, seen_at, expires_at): &(String, bool, _, _, _)| {
        json!({
            "device": device,
            "with_second_factor": strong,
            "created_at": at(*created_at),
            "seen_at": at(*seen_at),
            "expires_at": at(*expires_at),
        })
    };
    Ok(rows.iter().map(told).collect())
}

/// Links that were sent by mail, without what opens them.
pub fn links(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<(String, String, UtcInstant, UtcInstant, Option<UtcInstant>)> = tokens::table
        .filter(tokens::member_id.eq(member.id))
        .order(tokens::id)
        .select((tokens::purpose, tokens::email, tokens::created_at, tokens::expires_at, tokens::used_at))
        .load(conn)?;
    let told = |(purpose, email, created_at, expires_at, used_at): &(String, String, _, _, _)| {
        json!({
            "purpose": purpose,
            "email": email,
            "created_at": at(*created_at),
            "expires_at": at(*expires_at),
            "used_at": maybe_at(*used_at),
        })
    };
    Ok(rows.iter().map(told).collect())
}

/// Private calendar feeds, without their addresses: nobody knows those.
pub fn feeds(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<(String, bool, bool, UtcInstant, UtcInstant)> = private_feeds::table
        .filter(private_feeds::member_id.eq(member.id))
        .order(private_feeds::id)
        .select((
            private_feeds::name,
            private_feeds::with_places,
            private_feeds::reminders,
            private_feeds::created_at,
            private_feeds::renewed_at,
        ))
        .load(conn)?;
    let told = |(name, with_places, reminders, created_at, renewed_at): &(String, bool, bool, _, _)| {
        json!({
            "name": name,
            "with_places": with_places,
            "reminders": reminders,
            "created_at": at(*created_at),
            "address_since": at(*renewed_at),
        })
    };
    Ok(rows.iter().map(told).collect())
}

/// Passkeys by the names that their owner gave them; what opens the account stays in the device.
pub fn passkeys(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<(String, UtcInstant, Option<UtcInstant>)> = passkeys::table
        .filter(passkeys::member_id.eq(member.id))
        .order(passkeys::id)
        .select((passkeys::name, passkeys::created_at, passkeys::used_at))
        .load(conn)?;
    let told = |(name, made, used): &(String, UtcInstant, Option<UtcInstant>)| json!({ "name": name, "made_at": at(*made), "used_at": maybe_at(*used) });
    Ok(rows.iter().map(told).collect())
}
