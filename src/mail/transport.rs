//! Hands letters over: to a mail server, or into a folder.

use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use super::failure::{Failure, FailureKind};
use super::parcel::Parcel;
use super::route::{MailUrl, SmtpServer};
use super::smtp::{Conversation, Limits, Minutes, Said, Trust};

/// A way out for letters.
#[derive(Clone, Debug)]
pub struct Transport {
    route: MailUrl,
    /// How we call ourselves.
    host: String,
    trust: Trust,
    limits: Limits,
}

/// A way out that is open; a connection serves many letters.
pub enum Open {
    Smtp(Box<Conversation>),
    Folder(PathBuf),
}

impl Transport {
    pub fn new(route: MailUrl, host: &str) -> Self {
        Self { route, host: host.to_owned(), trust: Trust::default(), limits: Limits::default() }
    }

    /// The same, believing other certificates.
    pub fn trusting(self, trust: Trust) -> Self {
        Self { trust, ..self }
    }

    /// The same, with another patience.
    pub fn within(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Connects and signs in, or looks whether the folder is there.
    ///
    /// # Errors
    /// What stands in the way of every letter.
    pub fn open(&self) -> Result<Open, Failure> {
        self.open_noted(None)
    }

    fn open_noted(&self, minutes: Option<Minutes>) -> Result<Open, Failure> {
        match &self.route {
            MailUrl::Smtp(server) => self.converse(server, minutes),
            // It is not made: a slip in the setting would go unseen.
            MailUrl::Folder(path) if path.is_dir() => Ok(Open::Folder(path.clone())),
            MailUrl::Folder(_) => Err(Failure::new(FailureKind::Folder, "there is no such folder")),
        }
    }

    fn converse(&self, server: &SmtpServer, minutes: Option<Minutes>) -> Result<Open, Failure> {
        Conversation::open(server, &self.host, &self.trust, self.limits, minutes)
            .map(|conversation| Open::Smtp(Box::new(conversation)))
    }

    /// Hands one letter over on a way of its own; gives what both sides said, and what came of it.
    pub fn try_out(&self, parcel: &Parcel) -> (Vec<Said>, Result<(), Failure>) {
        let minutes = Minutes::default();
        let outcome = self.open_noted(Some(minutes.clone())).and_then(|mut open| open.send(parcel));
        let said = minutes.lock().unwrap_or_else(PoisonError::into_inner).clone();
        (said, outcome)
    }
}

impl Open {
    /// Hands one letter over.
    ///
    /// # Errors
    /// It was not taken, or that is not known.
    pub fn send(&mut self, parcel: &Parcel) -> Result<(), Failure> {
        match self {
            Self::Smtp(conversation) => conversation.send(parcel),
            Self::Folder(folder) => {
                write(folder, parcel).map_err(|cause| Failure::new(FailureKind::Folder, cause))
            }
        }
    }

    /// Nothing can be sent on it any more.
    pub fn is_over(&self) -> bool {
        match self {
            Self::Smtp(conversation) => conversation.is_over(),
            Self::Folder(_) => false,
        }
    }
}

/// Written aside and then renamed, so that nobody reads half a letter.
fn write(folder: &Path, parcel: &Parcel) -> std::io::Result<()> {
    let uid = parcel.uid;
    let unfinished = folder.join(format!(".{uid}.part"));
    std::fs::write(&unfinished, &parcel.text)?;
    std::fs::rename(unfinished, folder.join(format!("{uid}.eml")))
}
