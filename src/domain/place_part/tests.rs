use super::*;
use crate::domain::slug::Slug;

fn content() -> PlaceContent {
    let draft = PlaceDraft {
        slug: Slug::from_title("Usine", "lieu"),
        source_key: Some("census:1".to_owned()),
        source: String::new(),
        name: "Usine".to_owned(),
        summary: String::new(),
        description: String::new(),
        address: String::new(),
        postcode: "26400".to_owned(),
        commune: "Crest".to_owned(),
        insee: "26108".to_owned(),
        territory: "26".to_owned(),
        point: Some(Point { lat: 44.7, lon: 5.0 }),
        precision: PointPrecision::Address,
        zone: chrono_tz::Europe::Paris,
        school_zone: None,
        website: String::new(),
        opening_hours: "Mo 09:00-12:00".to_owned(),
        directions: String::new(),
        accessibility: vec![Accessibility::Motor],
        accessibility_note: String::new(),
        bricks: vec![with_equipment(BrickKind::Fablab, "laser"), with_equipment(BrickKind::Cafe, "four")],
        team: Vec::new(),
        partners: Vec::new(),
        confirmed_on: None,
        opened_on: None,
        closed_on: None,
    };
    PlaceContent { draft, closures: Vec::new(), photos: Vec::new() }
}

fn with_equipment(kind: BrickKind, name: &str) -> Brick {
    Brick { equipment: vec![Equipment::in_service(name)], ..Brick::of(kind) }
}

#[test]
fn every_part_is_written_and_read_back_and_put_back_as_it_was() {
    let before = content();
    for section in PlaceSection::ALL {
        let part = before.part(*section);
        assert_eq!(part.section(), *section);
        let text = serde_json::to_string(&part).unwrap();
        assert_eq!(serde_json::from_str::<PlacePart>(&text).unwrap(), part, "{text}");
        let mut after = content();
        after.put(part);
        assert_eq!(after, before, "{section}");
    }
}

#[test]
fn bricks_come_back_with_their_equipment_and_leave_that_of_others_alone() {
    let before = content();
    let bricks = before.part(PlaceSection::Bricks);
    let mut now = before.clone();
    now.draft.bricks.retain(|brick| brick.kind == BrickKind::Cafe);
    now.draft.bricks[0].equipment.push(Equipment::in_service("bouilloire"));
    now.put(bricks);
    let told: Vec<(BrickKind, Vec<&str>)> = now
        .draft
        .bricks
        .iter()
        .map(|brick| (brick.kind, brick.equipment.iter().map(|e| e.name.as_str()).collect()))
        .collect();
    assert_eq!(told, [(BrickKind::Fablab, vec!["laser"]), (BrickKind::Cafe, vec!["four", "bouilloire"])]);
}

#[test]
fn equipment_is_no_change_of_its_brick() {
    let before = content();
    let mut after = before.clone();
    after.draft.bricks[0].equipment.clear();
    let same = |section| before.part(section).says_the_same(&after.part(section));
    assert!(same(PlaceSection::Bricks) && !same(PlaceSection::Equipment));
}
