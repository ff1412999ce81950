//! What the pages of a second factor show.

use serde::Serialize;

use super::errors::Errors;
use crate::i18n::{self, Locale};
use crate::recovery_code::RecoveryCode;
use crate::totp::TotpSecret;
use crate::web::fields::{Field, FieldError, FormMarks};
use crate::web::pages::Page;
use crate::web::parts::Link;
use crate::web::qr::QrPicture;
use crate::web::wording::counted;

/// `/connexion/code/{token}`
#[derive(Clone, Debug, Serialize)]
pub struct SecondStepPage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    /// Where the form is sent: the page may stand at another address.
    pub action: String,
    pub code: Field,
    /// A form that waits for the person to sign in. Empty: none.
    pub stash: String,
    /// A passkey does as well; `None`: the person has none, or a form waits in the page.
    pub passkey: Option<FormMarks>,
    /// Where the person was going. Empty: nowhere.
    pub towards: String,
}

impl Page for SecondStepPage {
    const TEMPLATE: &'static str = "accounts/second_step.html";
}

/// `/compte/double-verification`
#[derive(Clone, Debug, Serialize)]
pub struct FactorPage {
    pub errors: Vec<FieldError>,
    /// The network asks for it, and what the person wanted has to wait.
    pub owed: bool,
    /// Where the person was going. Empty: nowhere.
    pub towards: String,
    pub state: FactorState,
}

/// How far it is.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub enum FactorState {
    Off { form: FormMarks },
    Proposed(Box<Proposed>),
    On(Box<On>),
}

/// Being set up: the app is to learn the secret.
#[derive(Clone, Debug, Serialize)]
pub struct Proposed {
    pub form: FormMarks,
    /// `None`: the names in it are too long for one.
    pub qr: Option<QrPicture>,
    /// To be typed where no camera reads it.
    pub secret: String,
    /// Opens the app where the page is read on the phone itself.
    pub link: String,
    pub code: Field,
}

impl Proposed {
    /// For an account of a network.
    pub fn new(locale: Locale, secret: &TotpSecret, network: &str, account: &str, errors: &Errors) -> Self {
        let link = secret.link(network, account);
        Self {
            form: FormMarks::default(),
            qr: QrPicture::of(&link),
            secret: secret.in_groups(),
            link,
            code: Field {
                inputmode: "numeric",
                ..code_field(locale, "code", "second-factor-first-code", errors)
            },
        }
    }
}

/// Asked for at each sign-in.
#[derive(Clone, Debug, Serialize)]
pub struct On {
    /// "Il vous reste 9 codes de secours."
    pub left: String,
    /// So few that others are due.
    pub few: bool,
    pub renew_form: FormMarks,
    pub renew_code: Field,
    pub off_form: FormMarks,
    pub off_code: Field,
}

impl On {
    /// With so many codes on paper left.
    pub fn new(locale: Locale, left: i64, errors: &Errors) -> Self {
        Self {
            left: counted(locale, "second-factor-left", left),
            few: left <= 3,
            renew_form: FormMarks::default(),
            renew_code: code_field(locale, "renew", "second-factor-code", errors),
            off_form: FormMarks::default(),
            off_code: code_field(locale, "off", "second-factor-code", errors),
        }
    }
}

impl Page for FactorPage {
    const TEMPLATE: &'static str = "accounts/factor.html";
}

/// The codes on paper, the one time that they can be read.
#[derive(Clone, Debug, Serialize)]
pub struct RecoveryCodesPage {
    pub codes: Vec<String>,
    pub go_on: Link,
}

impl RecoveryCodesPage {
    pub fn new(codes: &[RecoveryCode], go_on: Link) -> Self {
        Self { codes: codes.iter().map(RecoveryCode::in_groups).collect(), go_on }
    }
}

impl Page for RecoveryCodesPage {
    const TEMPLATE: &'static str = "accounts/recovery_codes.html";
}

/// The field of a code, of the app or on paper.
pub fn code_field(locale: Locale, name: &str, label_key: &str, errors: &Errors) -> Field {
    Field::text(name, i18n::text(locale, label_key))
        .error(errors.of(name))
        .autocomplete("one-time-code")
        .maxlength(40)
        .required()
}
