//! Signing in with an account elsewhere (OpenID Connect): the way to its provider, and what the
//! provider says of who comes back. Knows no database, and nobody's account here.

mod failure;
mod journey;
mod provider;
mod wire;

pub use failure::Failure;
pub use journey::Journey;
pub use provider::Provider;
