//! Why a sent file does not become a picture.

/// Each has its sentence in `assets/locales`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureError {
    TooHeavy {
        most_bytes: usize,
    },
    /// More pixels, a longer side, or more memory to read it than is allowed.
    TooLarge {
        most_pixels: u64,
        longest_side: u32,
    },
    /// Neither JPEG nor PNG nor WebP.
    UnknownFormat,
    /// What iPhones write unless they are told to be "most compatible".
    Heic,
    /// A picture that is a document, a page or an archive as well.
    Disguised,
    /// Cut short, or not what its header says.
    Damaged,
}

impl std::fmt::Display for PictureError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "not a picture to be shown: {self:?}")
    }
}

impl std::error::Error for PictureError {}
