//! The accounts with which one tries a demo, offered where one signs in. Nothing of this in a real
//! network.

use serde::Serialize;

use crate::demo::{DemoRole, PASSWORD};
use crate::domain::email::EmailAddress;
use crate::i18n::{self, Locale};
use crate::store::members;
use crate::web::answer::Desk;
use crate::web::error::Result;
use crate::web::fields::FormMarks;

/// A button for each role.
#[derive(Clone, Debug, Serialize)]
pub struct DemoAccounts {
    pub form: FormMarks,
    pub password: &'static str,
    pub accounts: Vec<DemoAccount>,
}

#[derive(Clone, Debug, Serialize)]
pub struct DemoAccount {
    pub email: &'static str,
    /// "Essayer comme animateur·rice".
    pub label: String,
}

impl DemoAccounts {
    /// Those that there are; `None` where the network is a real one, or nobody is in it.
    pub fn of(desk: &mut Desk<'_>) -> Result<Option<Self>> {
        if !desk.network.demo {
            return Ok(None);
        }
        let mut roles = Vec::new();
        for role in DemoRole::ALL {
            let Some(email) = EmailAddress::parse(role.email()) else { continue };
            if members::by_email(desk.conn, &email)?.is_some() {
                roles.push(*role);
            }
        }
        Ok((!roles.is_empty()).then(|| Self::with(desk.locale(), desk.form(), &roles)))
    }

    pub fn with(locale: Locale, form: FormMarks, roles: &[DemoRole]) -> Self {
        let account = |role: &DemoRole| DemoAccount {
            email: role.email(),
            label: i18n::text(locale, &format!("demo-account-{role}")),
        };
        Self { form, password: PASSWORD, accounts: roles.iter().map(account).collect() }
    }
}
