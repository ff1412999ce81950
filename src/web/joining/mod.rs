//! The rooms of belonging to a place: joining, its charter, its people, the welcome of newcomers.

pub mod charter;
pub mod decide;
pub mod host_page;
pub mod hosts;
pub mod join;
pub mod leave;
pub mod newcomers;
pub mod note;
pub mod own_places;
pub mod page;
pub mod people;
mod room;
pub mod rules;
pub mod standing;

#[cfg(test)]
mod sample;
