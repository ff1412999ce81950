//! A text as a QR code, drawn by us: nothing is asked of another site.

use qrcode::{Color, QrCode};
use serde::Serialize;

/// The quiet zone that the standard asks for, in modules.
const QUIET: usize = 4;

/// A picture for `<svg viewBox="0 0 SIDE SIDE"><path d="PATH"/></svg>`, dark on light.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QrPicture {
    pub side: usize,
    pub path: String,
}

impl QrPicture {
    /// `None` for a text that is too long for one.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::new(text).ok()?;
        let width = code.width();
        let colors = code.to_colors();
        let mut path = String::new();
        for (y, row) in colors.chunks(width).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                let (length, at) = (run.len(), (x + QUIET, y + QUIET));
                if run.first() == Some(&Color::Dark) {
                    path.push_str(&format!("M{} {}h{length}v1h-{length}z", at.0, at.1));
                }
                x += length;
            }
        }
        Some(Self { side: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark modules of a picture, read back from its path.
    fn dark(picture: &QrPicture) -> Vec<(usize, usize)> {
        let runs = picture.path.split('M').skip(1).map(|run| {
            let (at, length) = run.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let length: usize = length.split_once('v').unwrap().0.parse().unwrap();
            (x.parse::<usize>().unwrap(), y.parse::<usize>().unwrap(), length)
        });
        runs.flat_map(|(x, y, length)| (x..x + length).map(move |x| (x, y))).collect()
    }

    #[test]
    fn a_picture_has_the_dark_modules_of_the_code_within_a_quiet_zone() {
        let text = "otpauth://totp/R%C3%A9seau:a%40b%2Efr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=R";
        let picture = QrPicture::of(text).unwrap();
        let code = QrCode::new(text).unwrap();
        let wanted: Vec<_> = (0..code.width())
            .flat_map(|y| (0..code.width()).map(move |x| (x, y)))
            .filter(|at| code[*at] == Color::Dark)
            .map(|(x, y)| (x + 4, y + 4))
            .collect();
        assert_eq!(dark(&picture), wanted);
        assert_eq!(picture.side, code.width() + 8);
        assert_eq!(QrPicture::of(&"x".repeat(5_000)), None);
    }
}
