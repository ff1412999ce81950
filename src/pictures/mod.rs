//! Photos that people send become pictures that the service may show: read by what they are (never
//! by name or declared type), turned upright, scaled, and written anew, so that nothing of the
//! sent file remains but what is seen. Knows nothing of who sent them or where they are shown.

mod alt;
mod disguise;
mod error;
mod jpeg;
mod scale;
#[cfg(test)]
mod tests;

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

pub use alt::AltText;
pub use error::PictureError;
pub use scale::Fit;

/// What is taken, and what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Of the sent file.
    pub most_bytes: usize,
    /// Width times height.
    pub most_pixels: u64,
    /// Width or height, in pixels.
    pub longest_side: u32,
    /// What reading it may take at once, in bytes, beside the file itself.
    pub most_memory: u64,
    pub fit: Fit,
}

impl Limits {
    /// A photo of a place, the cover of an event.
    pub const PHOTO: Self = Self {
        most_bytes: 10_000_000,
        most_pixels: 40_000_000,
        longest_side: 12_000,
        most_memory: 200_000_000,
        fit: Fit::Within(1_600),
    };

    /// A photo of a person.
    pub const PORTRAIT: Self = Self { fit: Fit::Square(512), ..Self::PHOTO };
}

/// A picture as it is stored and sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// `image/jpeg`, or `image/png` where something shines through.
    pub media_type: &'static str,
    /// In pixels.
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

/// Without the bytes.
impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} of {} × {}, {} bytes", self.media_type, self.width, self.height, self.bytes.len())
    }
}

/// One at a time in a process: memory stays bounded however many people send photos.
static READING: Mutex<()> = Mutex::new(());

/// Reads a sent file. Takes up to a second of one core for the largest: not for an async thread.
///
/// # Errors
/// Anything but a whole JPEG, PNG or WebP picture within the limits; sizes are refused from the
/// header, before anything is unpacked.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Picture, PictureError> {
    if bytes.len() > limits.most_bytes {
        return Err(PictureError::TooHeavy { most_bytes: limits.most_bytes });
    }
    let format = format_of(bytes)?;
    if disguise::opens_as_something_else(bytes) {
        return Err(PictureError::Disguised);
    }
    let _turn = READING.lock().unwrap_or_else(PoisonError::into_inner);
    let image = decode(bytes, format, limits)?;
    encode(&image)
}

/// The format that the first bytes tell.
fn format_of(bytes: &[u8]) -> Result<ImageFormat, PictureError> {
    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) => Ok(format),
        _ if disguise::is_heic(bytes) => Err(PictureError::Heic),
        _ => Err(PictureError::UnknownFormat),
    }
}

/// The picture, upright and scaled.
fn decode(bytes: &[u8], format: ImageFormat, limits: &Limits) -> Result<DynamicImage, PictureError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut bounds = image::Limits::default();
    bounds.max_alloc = Some(limits.most_memory);
    reader.limits(bounds);
    let mut decoder = reader.into_decoder().map_err(|e| refusal(&e, limits))?;
    let (width, height) = decoder.dimensions();
    let held_at_once = match format {
        ImageFormat::Jpeg => jpeg::outline(bytes).ok_or(PictureError::Damaged)?.bytes_a_pixel(),
        _ => u64::from(decoder.color_type().bytes_per_pixel()),
    };
    let pixels = u64::from(width) * u64::from(height);
    let too_much = pixels > limits.most_pixels || pixels * held_at_once > limits.most_memory;
    if too_much || width.max(height) > limits.longest_side {
        return Err(too_large(limits));
    }
    let orientation = decoder.orientation().map_err(|e| refusal(&e, limits))?;
    let image = DynamicImage::from_decoder(decoder).map_err(|e| refusal(&e, limits))?;
    Ok(scale::fitted(image, orientation, limits.fit))
}

fn refusal(error: &image::ImageError, limits: &Limits) -> PictureError {
    match error {
        image::ImageError::Limits(_) => too_large(limits),
        _ => PictureError::Damaged,
    }
}

fn too_large(limits: &Limits) -> PictureError {
    PictureError::TooLarge { most_pixels: limits.most_pixels, longest_side: limits.longest_side }
}

/// A see-through picture heavier than this is laid on white.
const HEAVIEST_PNG: usize = 1_500_000;

fn encode(image: &DynamicImage) -> Result<Picture, PictureError> {
    let (width, height) = (image.width(), image.height());
    if scale::shines_through(image) {
        let mut bytes = Vec::new();
        image
            .to_rgba8()
            .write_with_encoder(PngEncoder::new(&mut bytes))
            .map_err(|_| PictureError::Damaged)?;
        if bytes.len() <= HEAVIEST_PNG {
            return Ok(Picture { media_type: "image/png", width, height, bytes });
        }
    }
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 85);
    scale::on_white(image).write_with_encoder(encoder).map_err(|_| PictureError::Damaged)?;
    Ok(Picture { media_type: "image/jpeg", width, height, bytes })
}
