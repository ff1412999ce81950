//! The person a page is made for.

use std::sync::Arc;

use super::error::Error;
use crate::domain::policy::Actor;
use crate::store::sessions::SignedIn;

/// Somebody who is signed in. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub signed_in: Arc<SignedIn>,
    actor: Arc<Actor>,
}

impl Viewer {
    pub fn new(signed_in: SignedIn) -> Self {
        let actor = Arc::new(Actor::Member(signed_in.standing()));
        Self { signed_in: Arc::new(signed_in), actor }
    }

    /// Id of the member.
    pub fn id(&self) -> i64 {
        self.signed_in.member.id
    }

    pub fn name(&self) -> &str {
        &self.signed_in.member.name
    }

    /// Why this person is refused: what a coordinator may not do for want of a second factor, they
    /// are led to set it up for.
    pub fn refused(viewer: Option<&Self>, error: Error) -> Error {
        let owes = viewer.is_some_and(|viewer| viewer.signed_in.owes_second_factor);
        if owes && matches!(error, Error::NotFound) { Error::SecondFactor } else { error }
    }

    /// What the policy is asked with.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}
