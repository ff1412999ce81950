//! The rooms of this noun: what a member's next digest would be.

pub mod page;
pub mod preview;

#[cfg(test)]
mod sample;
