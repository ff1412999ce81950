//! Members: the directory, a profile as each may see it, one's own profile, and messages between
//! members. What is seen from where is the domain's to say.

pub mod asked;
pub mod conversation;
pub mod edit;
mod fields;
mod filters;
pub mod inbox;
pub mod list;
pub mod page;
pub mod photo;
pub mod preview;
pub mod sheet;
pub mod show;
pub mod write;

#[cfg(test)]
mod sample;
