//! Labels that can be read: each stands beside its marker where it covers nothing, or not at all.

use super::path::Extent;
use super::{Spot, tenth};

/// Side of the text's box on which its position lies (`text-anchor`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// Text beside something.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Label {
    pub text: String,
    /// Position of the text's base line.
    #[serde(flatten)]
    pub at: Spot,
    pub anchor: Anchor,
}

/// What is already drawn.
pub(super) struct Sheet {
    bounds: Extent,
    /// No text may stand there.
    taken: Vec<Extent>,
    /// Middles of markers, with a wider space in which the text of another would be misread.
    markers: Vec<(Spot, Extent)>,
}

/// A text that wants a place near `at`.
pub(super) struct Wish<'a> {
    pub text: &'a str,
    pub at: Spot,
    /// Radius of what it stands beside, px.
    pub radius: f64,
    /// Size of the type, px.
    pub size: f64,
    /// How much further than `radius` it may stand.
    pub reach: &'a [f64],
}

impl Sheet {
    pub fn new(width: f64, height: f64) -> Self {
        Self {
            bounds: Extent { left: 0.0, top: 0.0, right: width, bottom: height },
            taken: Vec::new(),
            markers: Vec::new(),
        }
    }

    /// Keeps a marker free of text, and what is close to it free of others' text.
    pub fn take_marker(&mut self, at: Spot, radius: f64) {
        self.taken.push(Extent::of_disc(at, radius + 1.0));
        self.markers.push((at, Extent::of_disc(at, radius + 4.0)));
    }

    /// Keeps a rectangle free of text.
    pub fn take(&mut self, extent: Extent) {
        self.taken.push(extent);
    }

    /// Sets the text down at the first free position: right, left, above, below, then the corners,
    /// nearest first.
    pub fn set(&mut self, wish: &Wish<'_>) -> Option<Label> {
        let width = text_width(wish.text, wish.size);
        let positions = wish.reach.iter().flat_map(|further| positions(wish, wish.radius + further));
        for (anchor, base) in positions {
            let extent = text_extent(anchor, base, width, wish.size);
            if self.is_free(wish.at, &extent) {
                self.taken.push(extent);
                let at = Spot { x: tenth(base.x), y: tenth(base.y) };
                return Some(Label { text: wish.text.to_owned(), at, anchor });
            }
        }
        None
    }

    fn is_free(&self, owner: Spot, text: &Extent) -> bool {
        let corners = [Spot { x: text.left, y: text.top }, Spot { x: text.right, y: text.bottom }];
        let misread = |(at, near): &(Spot, Extent)| *at != owner && near.meets(text);
        corners.into_iter().all(|corner| self.bounds.contains(corner))
            && !self.taken.iter().any(|taken| taken.meets(text))
            && !self.markers.iter().any(misread)
    }
}

/// Base lines at `distance` from the wish's middle.
fn positions(wish: &Wish<'_>, distance: f64) -> [(Anchor, Spot); 8] {
    let Spot { x, y } = wish.at;
    // From the middle of the letters to their base line.
    let drop = wish.size * 0.35;
    let slant = distance * 0.85;
    let at = |anchor, x, y| (anchor, Spot { x, y });
    [
        at(Anchor::Start, x + distance, y + drop),
        at(Anchor::End, x - distance, y + drop),
        at(Anchor::Middle, x, y - distance - wish.size * 0.2),
        at(Anchor::Middle, x, y + distance + wish.size * 0.85),
        at(Anchor::Start, x + slant, y - slant),
        at(Anchor::Start, x + slant, y + slant + wish.size * 0.7),
        at(Anchor::End, x - slant, y - slant),
        at(Anchor::End, x - slant, y + slant + wish.size * 0.7),
    ]
}

fn text_extent(anchor: Anchor, base: Spot, width: f64, size: f64) -> Extent {
    let left = match anchor {
        Anchor::Start => base.x,
        Anchor::Middle => base.x - width / 2.0,
        Anchor::End => base.x - width,
    };
    Extent { left, top: base.y - size * 0.85, right: left + width, bottom: base.y + size * 0.25 }
}

/// Width of a line of a system sans-serif, px: an estimate on the wide side.
fn text_width(text: &str, size: f64) -> f64 {
    let em = |c: char| match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '’' | '|' | ':' | 'î' | 'ï' => 0.28,
        'f' | 'r' | 't' | ' ' | '-' | '(' | ')' => 0.36,
        'm' | 'w' | 'M' | 'W' | 'Œ' | 'œ' | '—' | '…' => 0.9,
        c if c.is_uppercase() => 0.7,
        _ => 0.57,
    };
    text.chars().map(em).sum::<f64>() * size
}

/// A name short enough for a map: without what follows a dash or a bracket, and cut after a word
/// that can end it when it is still long.
pub(super) fn short_name(name: &str) -> String {
    const LONGEST: usize = 26;
    let marks = [" (", " – ", " — ", " - "];
    let head = marks.iter().fold(name, |head, mark| head.split(mark).next().unwrap_or(head)).trim();
    let head = if head.is_empty() { name } else { head };
    if head.chars().count() <= LONGEST {
        return head.to_owned();
    }
    let short: String = head.chars().take(LONGEST - 1).collect();
    let words: Vec<&str> = head.split(' ').collect();
    let fitting = |n: &usize| words.iter().take(*n).map(|w| w.chars().count() + 1).sum::<usize>() <= LONGEST;
    let ends_well = |n: &usize| words.get(n - 1).is_some_and(|w| w.chars().count() > 3);
    let kept = (1..words.len()).rev().filter(fitting).find(ends_well);
    let short = kept.map_or(short, |n| words.iter().take(n).copied().collect::<Vec<_>>().join(" "));
    format!("{short}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_where_they_may_be() {
        for (name, short) in [
            ("L’Épicentre", "L’Épicentre"),
            ("Le Moulin Digital (ex-Pôle Numérique)", "Le Moulin Digital"),
            ("Espace Barral – Maison des entrepreneurs du Diois", "Espace Barral"),
            ("Espace numérique et de vie sociale Eustache", "Espace numérique…"),
            ("EPI de Mollans-sur-Ouvèze", "EPI de Mollans-sur-Ouvèze"),
            ("EPI de Saint-Rambert-d’Albon-en-Valloire", "EPI de Saint-Rambert-d’Al…"),
            ("(Sans nom)", "(Sans nom)"),
            ("Anticonstitutionnellementparlant", "Anticonstitutionnellement…"),
        ] {
            assert_eq!(short_name(name), short);
        }
    }

    #[test]
    fn labels_stay_inside_and_apart() {
        let mut sheet = Sheet::new(200.0, 100.0);
        let wish = |text, x, y| Wish { text, at: Spot { x, y }, radius: 9.0, size: 12.0, reach: &[0.0] };
        let right = sheet.set(&wish("Crest", 60.0, 50.0)).unwrap();
        assert_eq!(right.anchor, Anchor::Start);
        let left = sheet.set(&wish("Nyons", 195.0, 50.0)).unwrap();
        assert_eq!(left.anchor, Anchor::End);
        let beside = sheet.set(&wish("Rémuzat", 60.0, 50.0)).unwrap();
        assert_eq!(beside.anchor, Anchor::End);
        let above = sheet.set(&wish("Die", 60.0, 50.0)).unwrap();
        assert!(above.anchor == Anchor::Middle && above.at.y < 45.0, "{above:?}");
        assert_eq!(sheet.set(&wish(&"m".repeat(40), 100.0, 50.0)), None);
    }
}
