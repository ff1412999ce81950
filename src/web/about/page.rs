//! What the pages about the service show. Their words are messages; what is fetched is here.

use serde::Serialize;

use crate::web::pages::Page;
use crate::web::parts::Link;

/// `/a-propos`: what this is, and where its data come from.
#[derive(Clone, Debug, Serialize)]
pub struct SourcesPage {
    /// Figures of this network, as "34 lieux", "512 rendez-vous à venir".
    pub figures: Vec<String>,
    /// Version of the software.
    pub version: String,
    /// Where the source code is offered (AGPL). Empty: ask the contact.
    pub code_href: String,
    /// Contact of the publisher: e-mail or web address. May be empty.
    pub contact: Option<Link>,
    /// Feed of new events and of the whole agenda.
    pub feeds: Vec<Link>,
}

impl Page for SourcesPage {
    const TEMPLATE: &'static str = "about/sources.html";
}

/// `/mentions-legales`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LegalPage {
    /// Who publishes. Empty: not configured, which the page says.
    pub publisher: String,
    /// Who answers for the publication. May be empty.
    pub director: String,
    pub contact: Option<Link>,
    /// Name and address of the host of the machine. May be empty.
    pub host: String,
}

impl Page for LegalPage {
    const TEMPLATE: &'static str = "about/legal.html";
}

/// `/confidentialite`.
#[derive(Clone, Debug, Serialize)]
pub struct PrivacyPage {
    pub publisher: String,
    pub contact: Option<Link>,
}

impl Page for PrivacyPage {
    const TEMPLATE: &'static str = "about/privacy.html";
}

/// `/accessibilite`: the RGAA declaration.
#[derive(Clone, Debug, Serialize)]
pub struct AccessibilityPage {
    pub publisher: String,
    pub contact: Option<Link>,
    /// Day of the declaration in words.
    pub declared_on: String,
}

impl Page for AccessibilityPage {
    const TEMPLATE: &'static str = "about/accessibility.html";
}
