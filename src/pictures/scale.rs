//! Pixels to pixels: smaller, upright, square, on white.

use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};

/// The size that a picture gets. Nothing is ever made larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Whole, neither side longer than this many pixels.
    Within(u32),
    /// Cut to a square of this side.
    Square(u32),
}

/// The picture as it is shown.
pub fn fitted(image: DynamicImage, orientation: Orientation, fit: Fit) -> DynamicImage {
    let mut image = shrunk(image, fit);
    image.apply_orientation(orientation);
    match fit {
        Fit::Within(side) if image.width().max(image.height()) > side => {
            image.resize(side, side, FilterType::Lanczos3)
        }
        Fit::Within(_) => image,
        Fit::Square(side) => square(&image, side),
    }
}

/// Brought near its size in whole numbers: fine scaling, and turning, of all the pixels would take
/// several times their memory.
fn shrunk(image: DynamicImage, fit: Fit) -> DynamicImage {
    let (width, height) = (image.width(), image.height());
    let (wanted, there) = match fit {
        Fit::Within(side) => (side * 2, width.max(height)),
        Fit::Square(side) => (side * 2, width.min(height)),
    };
    if there <= wanted {
        return image;
    }
    let scaled = |length: u32| {
        let scaled = u64::from(length) * u64::from(wanted) / u64::from(there);
        u32::try_from(scaled).unwrap_or(length).max(1)
    };
    image.thumbnail_exact(scaled(width), scaled(height))
}

/// The middle of a wide picture; of a tall one what lies nearer its top, where faces are.
fn square(image: &DynamicImage, side: u32) -> DynamicImage {
    let (width, height) = (image.width(), image.height());
    let cut = width.min(height);
    let square = image.crop_imm((width - cut) / 2, (height - cut) / 4, cut, cut);
    if cut > side { square.resize_exact(side, side, FilterType::Lanczos3) } else { square }
}

/// Whether any pixel lets the ground be seen.
pub fn shines_through(image: &DynamicImage) -> bool {
    image.color().has_alpha() && image.to_rgba8().pixels().any(|pixel| pixel.0.last() != Some(&u8::MAX))
}

pub fn on_white(image: &DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.to_rgb8();
    }
    let white = image::Rgba([u8::MAX; 4]);
    let mut ground = image::RgbaImage::from_pixel(image.width(), image.height(), white);
    imageops::overlay(&mut ground, &image.to_rgba8(), 0, 0);
    DynamicImage::ImageRgba8(ground).to_rgb8()
}
