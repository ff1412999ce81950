//! The rooms of this noun: its page structs (handlers stand beside them).

pub mod page;

#[cfg(test)]
mod sample;
