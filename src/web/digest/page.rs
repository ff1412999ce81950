//! What the page about one's next digest shows.

use serde::Serialize;

use crate::web::pages::Page;

/// `/moi/courrier/apercu`: the next digest, as it would be now.
#[derive(Clone, Debug, Serialize)]
pub struct DigestPreviewPage {
    /// "dimanche 29 novembre à 18 h". Empty: none is to come.
    pub when: String,
    /// Empty: there is nothing to tell, and no mail would be sent.
    pub subject: String,
    pub lang: &'static str,
    pub text: String,
    /// Address of the mail as programs for mail draw it.
    pub mail_href: String,
    pub settings_href: String,
}

impl Page for DigestPreviewPage {
    const TEMPLATE: &'static str = "digest/preview.html";
}
