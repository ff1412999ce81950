//! What is shown of accounts elsewhere: why nobody came in by one, the letter that decides, and the
//! links of one's own account.

use serde::Serialize;

use super::provider::LEAVE;
use crate::domain::code::code_enum;
use crate::i18n::{self, Locale};
use crate::web::asked::{local, with_query};
use crate::web::fields::FormMarks;
use crate::web::pages::Page;
use crate::web::parts::Link;
use crate::web::wording::said;

code_enum! {
    /// Why a journey to a provider came to nothing.
    Problem {
        /// The person said no there.
        Denied = "refus",
        /// It took too long, was finished before, or began in another browser.
        Late = "retard",
        Unreachable = "injoignable",
        Refused = "erreur",
        Untrusted = "signature",
        Clock = "heure",
        NoAddress = "adresse",
        ByInvitation = "invitation",
        Suspended = "compte",
        TooOften = "essais",
    }
}

impl Problem {
    /// Whether who runs the machine, or the provider, has something to mend.
    pub const fn is_ours_to_mend(self) -> bool {
        matches!(self, Self::Unreachable | Self::Refused | Self::Untrusted | Self::Clock)
    }
}

/// `/connexion/fournisseur/echec`, `/connexion/fournisseur/confirmation`
#[derive(Clone, Debug, Serialize)]
pub struct ProviderPage {
    pub heading: String,
    pub text: String,
    pub ways: Vec<Link>,
}

impl Page for ProviderPage {
    const TEMPLATE: &'static str = "accounts/provider.html";
}

impl ProviderPage {
    /// What is the matter, and what to do.
    pub fn problem(locale: Locale, problem: Problem, provider: &str) -> Self {
        let way = |key: &str, path: &str| Link::new(i18n::text(locale, key), local(locale, path));
        let other = way("provider-other-way", "/connexion");
        let ways = match problem {
            Problem::NoAddress => vec![other, way("sign-up-title", "/inscription-compte")],
            Problem::ByInvitation | Problem::Suspended | Problem::TooOften => vec![other],
            _ => vec![way("provider-again", LEAVE), other],
        };
        let name = provider.to_owned();
        Self {
            heading: i18n::text(locale, "provider-problem-title"),
            text: said(locale, &format!("provider-problem-{problem}"), [("provider", name)]),
            ways,
        }
    }

    /// A letter was sent to the account that has the same address.
    pub fn asked(locale: Locale, provider: &str) -> Self {
        Self {
            heading: i18n::text(locale, "provider-asked-title"),
            text: said(locale, "provider-asked-text", [("provider", provider.to_owned())]),
            ways: vec![Link::new(i18n::text(locale, "provider-other-way"), local(locale, "/connexion"))],
        }
    }
}

/// The link by which one signs in there, and then goes on to `towards` (it may be empty).
pub fn leave_link(locale: Locale, provider: &str, towards: &str) -> Link {
    let path = local(locale, LEAVE);
    let address = if towards.is_empty() { path } else { with_query(&path, &[("vers", towards)]) };
    Link::new(said(locale, "provider-sign-in", [("provider", provider.to_owned())]), address)
}

/// An account elsewhere by which one signs in.
#[derive(Clone, Debug, Serialize)]
pub struct IdentityLine {
    pub id: i64,
    pub form: FormMarks,
    /// How people call the provider.
    pub provider: String,
    /// "relié le 5 mars 2026"
    pub since: String,
}
