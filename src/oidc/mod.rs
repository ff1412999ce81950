//! Signing in with an account elsewhere (OpenID Connect): the way to its provider, and what the
//! provider says of who comes back. Knows no database, and nobody's account here.

mod failure;
mod journey;
mod provider;
mod wire;

pub use failure::Failure;
pub use journey::Journey;
pub use provider::Provider;

/// Where a provider sends browsers back to, at a site of this scheme and host. To be registered
/// there.
pub fn redirect_address(origin: &str) -> String {
    format!("{origin}/connexion/fournisseur/retour")
}
