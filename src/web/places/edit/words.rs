//! Parts of a place in words: what each says under which name, and what differs between two.

use crate::domain::closure::Closure;
use crate::domain::equipment::{Equipment, EquipmentState};
use crate::domain::place::{Brick, Partner, Point, TeamMember};
use crate::domain::place_part::{PlacePart, Sheet};
use crate::i18n::{self, Locale, date};
use crate::web::place_rows;
use crate::web::places::hours;
use crate::web::rows::say;
use crate::web::wording::{capitalised, said};

/// One thing that a part says.
struct Fact {
    label: String,
    text: String,
}

/// One thing that two versions of a part say differently. Empty: not said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub label: String,
    pub before: String,
    pub after: String,
}

/// What differs, in the order in which the page tells it.
pub fn differences(locale: Locale, before: &PlacePart, after: &PlacePart) -> Vec<Difference> {
    let (old, new) = (facts(locale, before), facts(locale, after));
    let in_new = |label: &str| new.iter().find(|fact| fact.label == label);
    let kept = old.iter().map(|fact| Difference {
        label: fact.label.clone(),
        before: fact.text.clone(),
        after: in_new(&fact.label).map(|fact| fact.text.clone()).unwrap_or_default(),
    });
    let added = new.iter().filter(|fact| old.iter().all(|known| known.label != fact.label));
    let added = added.map(|fact| Difference {
        label: fact.label.clone(),
        before: String::new(),
        after: fact.text.clone(),
    });
    kept.chain(added).filter(|difference| difference.before != difference.after).collect()
}

/// Who made a change: a name, "une personne de l’équipe" once the account is gone, "un import".
pub fn who(locale: Locale, member_uid: Option<&str>, name: Option<String>) -> String {
    match (member_uid, name) {
        (_, Some(name)) => name,
        (Some(_), None) => i18n::text(locale, "place-edit-somebody"),
        (None, None) => i18n::text(locale, "place-edit-import"),
    }
}

/// "44.7289, 5.0215", as maps give and take it.
pub fn point(point: Point) -> String {
    format!("{}, {}", point.lat, point.lon)
}

/// "En panne depuis le mardi 3 mars (réparateur jeudi)".
pub fn equipment(locale: Locale, piece: &Equipment) -> String {
    let mut words = i18n::text(locale, &format!("equipment-{}", piece.state.code()));
    if let Some(day) = piece.since.filter(|_| piece.state != EquipmentState::InService) {
        words = format!("{words} {}", say(locale, "equipment-since", "day", date::day(locale, day)));
    }
    if !piece.note.is_empty() {
        words = format!("{words} ({})", piece.note);
    }
    words
}

fn facts(locale: Locale, part: &PlacePart) -> Vec<Fact> {
    let facts = match part {
        PlacePart::Sheet(sheet) => sheet_facts(locale, sheet),
        PlacePart::Bricks(bricks) => brick_facts(locale, bricks),
        PlacePart::Hours(text) => vec![fact(locale, "place-edit-horaires", hours::in_words(locale, text))],
        PlacePart::Closures(closures) => closures.iter().map(|c| closure_fact(locale, c)).collect(),
        PlacePart::Equipment(by_brick) => {
            let of_brick = |(kind, pieces): &(_, Vec<Equipment>)| -> Vec<Fact> {
                let brick = place_rows::brick(locale, *kind);
                let told = |piece: &Equipment| under(locale, &brick, &piece.name, equipment(locale, piece));
                pieces.iter().map(told).collect()
            };
            by_brick.iter().flat_map(of_brick).collect()
        }
        PlacePart::Photos(photos) => {
            let alts: Vec<String> = photos.iter().map(|photo| photo.alt.clone()).collect();
            vec![fact(locale, "place-edit-photos", alts.join("\n"))]
        }
        PlacePart::Team { team, partners } => team_facts(locale, team, partners),
        PlacePart::Confirmation(day) => {
            let day = day.map(|day| date::date(locale, day)).unwrap_or_default();
            vec![fact(locale, "place-edit-confirmation", day)]
        }
    };
    facts.into_iter().filter(|fact| !fact.text.is_empty()).collect()
}

fn fact(locale: Locale, key: &str, text: impl Into<String>) -> Fact {
    Fact { label: i18n::text(locale, key), text: text.into() }
}

/// "Fablab : découpe laser".
fn under(locale: Locale, whole: &str, part: &str, text: impl Into<String>) -> Fact {
    let args = [("whole", whole.to_owned()), ("part", part.to_owned())];
    Fact { label: said(locale, "place-edit-under", args), text: text.into() }
}

fn sheet_facts(locale: Locale, sheet: &Sheet) -> Vec<Fact> {
    let town = format!("{} {}", sheet.postcode, sheet.commune);
    let access: Vec<String> = sheet
        .accessibility
        .iter()
        .map(|code| i18n::text(locale, &format!("accessibility-{}", code.code())))
        .collect();
    vec![
        fact(locale, "place-edit-name", &sheet.name),
        fact(locale, "place-edit-summary", &sheet.summary),
        fact(locale, "place-edit-description", &sheet.description),
        fact(locale, "place-edit-address", &sheet.address),
        fact(locale, "place-edit-commune", town.trim()),
        fact(locale, "place-edit-point", sheet.point.map(point).unwrap_or_default()),
        fact(locale, "place-edit-website", &sheet.website),
        fact(locale, "place-edit-directions", &sheet.directions),
        fact(locale, "place-accessibility", access.join(", ")),
        fact(locale, "place-edit-accessibility-note", &sheet.accessibility_note),
    ]
}

fn brick_facts(locale: Locale, bricks: &[Brick]) -> Vec<Fact> {
    let names: Vec<String> = bricks.iter().map(|brick| place_rows::brick(locale, brick.kind)).collect();
    let mut facts = vec![fact(locale, "place-edit-bricks-order", names.join(" · "))];
    for (brick, kind) in bricks.iter().zip(&names) {
        let own = |key: &str, text: &str| under(locale, kind, &i18n::text(locale, key), text);
        facts.extend([
            own("place-edit-brick-name", &brick.name),
            own("place-edit-brick-text", &brick.text),
            own("place-edit-horaires", &hours::in_words(locale, &brick.opening_hours)),
            own("place-edit-brick-contact", &brick.contact),
        ]);
    }
    facts
}

fn closure_fact(locale: Locale, closure: &Closure) -> Fact {
    let closed = i18n::text(locale, "opening-closed");
    let text = match closure.reason.as_str() {
        "" => closed,
        reason => format!("{closed} ({reason})"),
    };
    Fact { label: capitalised(&date::period(locale, closure.first, closure.last, true)), text }
}

fn team_facts(locale: Locale, team: &[TeamMember], partners: &[Partner]) -> Vec<Fact> {
    let role = |member: &TeamMember| i18n::text(locale, &format!("team-role-{}", member.role.code()));
    let people: Vec<String> = team.iter().map(|m| format!("{} ({})", m.name, role(m))).collect();
    let kind = |partner: &Partner| i18n::text(locale, &format!("partner-{}", partner.kind.code()));
    let told = |p: &Partner| match p.website.as_str() {
        "" => format!("{} ({})", p.name, kind(p)),
        website => format!("{} ({}, {website})", p.name, kind(p)),
    };
    let partners: Vec<String> = partners.iter().map(told).collect();
    vec![fact(locale, "place-team", people.join("\n")), fact(locale, "place-partners", partners.join("\n"))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::brick::BrickKind;

    fn told(before: &PlacePart, after: &PlacePart) -> Vec<(String, String, String)> {
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        differences(Locale::Fr, before, after)
            .into_iter()
            .map(|d| (plain(d.label), plain(d.before), plain(d.after)))
            .collect()
    }

    #[test]
    fn what_changed_is_told_and_nothing_else() {
        let labo = Brick { text: "Ouvert à toutes et tous.".to_owned(), ..Brick::of(BrickKind::Fablab) };
        let before = PlacePart::Bricks(vec![Brick::of(BrickKind::Cafe), labo.clone()]);
        let renamed = Brick { name: "Le Labo".to_owned(), ..labo };
        let after = PlacePart::Bricks(vec![renamed, Brick::of(BrickKind::Cafe)]);
        let row = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(
            told(&before, &after),
            [
                row(
                    "Briques, dans l’ordre",
                    "Café, restauration · Fablab, makerspace",
                    "Fablab, makerspace · Café, restauration"
                ),
                row("Fablab, makerspace : nom", "", "Le Labo"),
            ]
        );
        assert_eq!(told(&after, &after), []);
    }

    #[test]
    fn a_machine_is_told_with_its_state() {
        let printer = Equipment::in_service("imprimante");
        let broken = Equipment {
            note: "bourrage".to_owned(),
            ..printer.clone().found(EquipmentState::OutOfOrder, "2026-03-03".parse().unwrap())
        };
        let of = |piece| PlacePart::Equipment(vec![(BrickKind::Fablab, vec![piece])]);
        let (label, before, after) = told(&of(printer), &of(broken)).remove(0);
        assert_eq!(
            (label.as_str(), before.as_str(), after.as_str()),
            ("Fablab, makerspace : imprimante", "En service", "En panne depuis le mardi 3 mars (bourrage)")
        );
    }
}
