//! What the pages of proposed events show.

use serde::Serialize;

use super::page::Preview;
use crate::web::fields::{Field, FieldError, FormMarks};
use crate::web::pages::Page;
use crate::web::parts::{Badge, Link};

/// `/evenements/propositions`: what somebody proposed, and what became of it.
#[derive(Clone, Debug, Serialize)]
pub struct ProposalsPage {
    pub proposals: Vec<ProposalLine>,
    /// Where one proposes to.
    pub places_href: String,
}

impl Page for ProposalsPage {
    const TEMPLATE: &'static str = "hosting/proposals.html";
}

/// A proposal in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ProposalLine {
    pub link: Link,
    /// "de Camille Roux, le 5 mars 2026".
    pub about: String,
    /// On one's own list.
    pub state: Option<Badge>,
}

/// `/evenements/propositions/{uid}`: one proposal, for who proposes it and for who decides on it.
#[derive(Clone, Debug, Serialize)]
pub struct ProposalPage {
    pub heading: String,
    pub crumb: Link,
    pub state: Badge,
    /// "Proposé par Camille Roux à La Fabrique, le 5 mars 2026".
    pub about: String,
    /// The kind of event. May be empty.
    pub kind: String,
    /// Its dates, and for who decides what they meet.
    pub preview: Preview,
    /// Cleaned HTML. May be empty.
    pub description_html: String,
    /// Why. May be empty.
    pub reason: String,
    /// The host's word with the decision. May be empty.
    pub word: String,
    /// What it became.
    pub event: Option<Link>,
    /// Why it was not published just now. May be empty.
    pub problem: String,
    pub form: FormMarks,
    pub action: String,
    pub can_withdraw: bool,
    /// For who may decide, as long as it waits.
    pub decision: Option<Decision>,
}

impl Page for ProposalPage {
    const TEMPLATE: &'static str = "hosting/proposal.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct Decision {
    /// The form of an event, filled in.
    pub amend_href: String,
    pub errors: Vec<FieldError>,
    /// The word that goes with a no.
    pub word: Field,
}
