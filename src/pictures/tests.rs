//! Sent files, good and bad; all are made here.

use std::io::Cursor;

use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use proptest::prelude::*;

use super::*;

/// A picture whose left top quarter is red, the rest blue.
fn marked(width: u32, height: u32) -> DynamicImage {
    let image = RgbImage::from_fn(width, height, |x, y| match x < width / 2 && y < height / 2 {
        true => Rgb([220, 30, 30]),
        false => Rgb([30, 30, 220]),
    });
    DynamicImage::ImageRgb8(image)
}

fn file(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    file(&marked(width, height), ImageFormat::Jpeg)
}

fn photo(bytes: &[u8]) -> std::result::Result<Picture, PictureError> {
    read(bytes, &Limits::PHOTO)
}

fn pixels(picture: &Picture) -> DynamicImage {
    image::load_from_memory(&picture.bytes).unwrap()
}

/// Exif (TIFF, big endian) that says an orientation, a maker and a position.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\x00\x2a\x00\x00\x00\x08\x00\x03".to_vec();
    tiff.extend(b"\x01\x0f\x00\x02\x00\x00\x00\x09\x00\x00\x00\x32"); // maker, text at 50
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]); // orientation
    tiff.extend(b"\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x3c"); // GPS, directory at 60
    tiff.extend([0; 4]);
    tiff.extend(b"MakerGPS\x00\x00");
    tiff.extend([0; 6]);
    tiff
}

/// The JPEG file with an Exif segment behind its first marker.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let body = [b"Exif\0\0".as_slice(), &exif(orientation)].concat();
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &body, &jpeg[2..]].concat()
}

/// A PNG file that says this size and holds nothing.
fn empty_png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = file(&marked(1, 1), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}

#[test]
fn jpeg_png_and_webp_become_pictures() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let picture = photo(&file(&marked(2_000, 1_000), format)).unwrap();
        assert_eq!(
            (picture.width, picture.height, picture.media_type),
            (1_600, 800, "image/jpeg"),
            "{format:?}"
        );
        let shown = pixels(&picture).to_rgb8();
        assert!(shown.get_pixel(10, 10).0[0] > 150 && shown.get_pixel(1_500, 700).0[2] > 150);
    }
}

#[test]
fn small_pictures_stay_as_they_are() {
    let picture = photo(&jpeg(300, 200)).unwrap();
    assert_eq!((picture.width, picture.height), (300, 200));
}

#[test]
fn portraits_are_cut_to_a_square() {
    let portrait = |width, height| read(&jpeg(width, height), &Limits::PORTRAIT).unwrap();
    for (width, height, side) in [(1_200, 800, 512), (800, 2_400, 512), (300, 200, 200), (1, 1, 1)] {
        let picture = portrait(width, height);
        assert_eq!((picture.width, picture.height), (side, side), "{width} × {height}");
    }
}

#[test]
fn what_shines_through_stays_so() {
    let half = RgbaImage::from_fn(40, 40, |x, _| Rgba([200, 0, 0, if x < 20 { 0 } else { 255 }]));
    let picture = photo(&file(&DynamicImage::ImageRgba8(half), ImageFormat::Png)).unwrap();
    assert_eq!(picture.media_type, "image/png");
    assert_eq!(pixels(&picture).to_rgba8().get_pixel(0, 0).0[3], 0);
    let opaque = RgbaImage::from_pixel(40, 40, Rgba([200, 0, 0, 255]));
    assert_eq!(
        photo(&file(&DynamicImage::ImageRgba8(opaque), ImageFormat::Png)).unwrap().media_type,
        "image/jpeg"
    );
}

#[test]
fn deep_and_grey_pictures_are_read() {
    for image in [
        DynamicImage::ImageRgb16(marked(50, 30).to_rgb16()),
        DynamicImage::ImageLuma8(marked(50, 30).to_luma8()),
        DynamicImage::ImageLumaA16(marked(50, 30).to_luma_alpha16()),
    ] {
        let picture = photo(&file(&image, ImageFormat::Png)).unwrap();
        assert_eq!((picture.width, picture.media_type), (50, "image/jpeg"));
    }
}

/// Where the red quarter is, seen upright, for each value of the Exif tag.
#[test]
fn pictures_are_turned_upright() {
    let sent = jpeg(64, 32);
    for (orientation, size, red) in [
        (1, (64, 32), (8, 8)),
        (2, (64, 32), (56, 8)),
        (3, (64, 32), (56, 24)),
        (4, (64, 32), (8, 24)),
        (5, (32, 64), (8, 8)),
        (6, (32, 64), (24, 8)),
        (7, (32, 64), (24, 56)),
        (8, (32, 64), (8, 56)),
        (99, (64, 32), (8, 8)),
    ] {
        let picture = photo(&with_exif(&sent, orientation)).unwrap();
        assert_eq!((picture.width, picture.height), size, "{orientation}");
        let shown = pixels(&picture).to_rgb8();
        let [r, _, b] = shown.get_pixel(red.0, red.1).0;
        assert!(r > 150 && b < 100, "{orientation}: {r} {b}");
    }
}

#[test]
fn nothing_is_left_of_what_the_file_said_of_its_maker() {
    let sent = with_exif(&jpeg(64, 32), 6);
    let mut png = Vec::new();
    let mut encoder = PngEncoder::new(&mut png);
    encoder.set_exif_metadata(exif(6)).unwrap();
    encoder.write_image(marked(64, 32).as_bytes(), 64, 32, image::ExtendedColorType::Rgb8).unwrap();
    let mut webp = Vec::new();
    let mut encoder = WebPEncoder::new_lossless(&mut webp);
    encoder.set_exif_metadata(exif(6)).unwrap();
    encoder.write_image(marked(64, 32).as_bytes(), 64, 32, image::ExtendedColorType::Rgb8).unwrap();
    for file in [sent, png, webp] {
        let says = |bytes: &[u8], word: &[u8]| memchr::memmem::find(bytes, word).is_some();
        assert!(says(&file, b"MakerGPS"));
        let picture = photo(&file).unwrap();
        assert_eq!((picture.width, picture.height), (32, 64));
        for word in [b"Exif".as_slice(), b"EXIF", b"eXIf", b"Maker", b"GPS", b"MM\0\x2a"] {
            assert!(!says(&picture.bytes, word), "{}", String::from_utf8_lossy(word));
        }
    }
}

#[test]
fn other_files_are_refused_whatever_they_are_called() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    for other in
        [b"".as_slice(), b"x", b"GIF89a\x01\x00\x01\x00", svg, b"%PDF-1.7\n", b"PK\x03\x04", b"BM\0\0\0\0"]
    {
        assert_eq!(photo(other), Err(PictureError::UnknownFormat), "{}", String::from_utf8_lossy(other));
    }
    assert_eq!(photo(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Err(PictureError::Heic));
}

#[test]
fn files_that_are_something_else_as_well_are_refused() {
    let sent = jpeg(64, 32);
    let comment = |text: &[u8]| {
        let length = u16::try_from(text.len() + 2).unwrap().to_be_bytes();
        [&sent[..2], &[0xff, 0xfe], &length, text, &sent[2..]].concat()
    };
    let mut archive = [&sent, b"PK\x05\x06".as_slice(), &[0; 16]].concat();
    archive.extend([3, 0]);
    archive.extend(b"end");
    for file in [comment(b"%PDF-1.4 1 0 obj"), comment(b"*/<SCRIPT>alert(1)</script>"), archive] {
        assert_eq!(photo(&file), Err(PictureError::Disguised));
    }
    // Phones put a film behind a photo; it goes.
    let film = [&sent, b"\0\0\0\x18ftypmp42 PK\x05\x06 film".as_slice()].concat();
    assert!(memchr::memmem::find(&photo(&film).unwrap().bytes, b"film").is_none());
}

#[test]
fn sizes_are_refused_before_anything_is_unpacked() {
    let heavy = vec![0xff; 10_000_001];
    assert_eq!(photo(&heavy), Err(PictureError::TooHeavy { most_bytes: 10_000_000 }));
    let too_large = Err(PictureError::TooLarge { most_pixels: 40_000_000, longest_side: 12_000 });
    for (width, height) in
        [(8_000, 6_250), (12_001, 10), (10, 12_001), (65_000, 65_000), (u32::MAX >> 1, u32::MAX >> 1)]
    {
        assert_eq!(photo(&empty_png(width, height)), too_large, "{width} × {height}");
    }
    // A size that is allowed, and a file that does not hold it.
    assert_eq!(photo(&empty_png(6_000, 6_000)), Err(PictureError::Damaged));
    let mut sent = jpeg(64, 32);
    let frame = memchr::memmem::find(&sent, b"\xff\xc0").unwrap();
    sent[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert_eq!(photo(&sent), too_large);
}

#[test]
fn a_heap_of_scans_is_refused() {
    let sent = jpeg(64, 32);
    let scan = memchr::memmem::find(&sent, b"\xff\xda").unwrap();
    let scans = sent[scan..sent.len() - 2].repeat(65);
    let heap = [&sent[..scan], &scans, &[0xff, 0xd9]].concat();
    assert_eq!(photo(&heap), Err(PictureError::Damaged));
    assert_eq!(jpeg::outline(&sent).map(jpeg::Outline::bytes_a_pixel), Some(3));
}

#[test]
fn files_cut_short_are_refused() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = file(&marked(200, 150), format);
        for kept in [20, whole.len() / 4, whole.len() / 2, whole.len() * 3 / 4, whole.len() - 20] {
            let cut = photo(&whole[..kept]);
            assert!(cut.is_err(), "{format:?}: {kept} of {} bytes: {cut:?}", whole.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..600), start in 0..4_usize) {
        let starts: [&[u8]; 4] = [b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBPVP8 "];
        let _ = photo(&[starts[start], &bytes].concat());
    }

    #[test]
    fn any_harm_done_to_a_photo_is_answered(
        format in prop::sample::select(vec![ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP]),
        harm in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = file(&marked(40, 30), format);
        for (at, byte) in harm {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(picture) = photo(&bytes) {
            prop_assert!(picture.width <= 1_600 && picture.height <= 1_600);
        }
    }
}
