//! Digests: what one reader is told of what goes on, in which block, and never twice. Knows neither
//! words nor mails, nor where the dates come from.
//!
//! A reader's windows follow each other without a gap: a date is listed in the digest before it, a
//! change and a new event are told in the digest after them.

mod date;
mod interests;
mod news;
mod own;
mod part;
mod shared;
mod window;

pub use date::{DateName, DigestDate};
pub use interests::Interests;
pub use news::{DateChange, News, Was};
pub use own::{Going, Own, Registered};
pub use part::{Contents, Part};
pub use shared::{Changed, Day, Material, Shared};
pub use window::Window;

#[cfg(test)]
mod tests;
