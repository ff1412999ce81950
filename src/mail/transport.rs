//! Hands letters over: to a mail server, or into a folder.

use std::path::{Path, PathBuf};

use lettre::Message;
use uuid::Uuid;

use super::failure::{Failure, FailureKind};
use super::route::{MailUrl, SmtpServer};
use super::smtp::Conversation;

/// A way out for letters.
#[derive(Clone, Debug)]
pub struct Transport {
    route: MailUrl,
    /// How we call ourselves.
    host: String,
}

/// A way out that is open; a connection serves many letters.
pub enum Open {
    Smtp(Box<Conversation>),
    Folder(PathBuf),
}

impl Transport {
    pub fn new(route: MailUrl, host: &str) -> Self {
        Self { route, host: host.to_owned() }
    }

    /// Connects and signs in, or looks whether the folder is there.
    ///
    /// # Errors
    /// What stands in the way of every letter.
    pub fn open(&self) -> Result<Open, Failure> {
        match &self.route {
            MailUrl::Smtp(server) => self.converse(server),
            // It is not made: a slip in the setting would go unseen.
            MailUrl::Folder(path) if path.is_dir() => Ok(Open::Folder(path.clone())),
            MailUrl::Folder(_) => Err(Failure::new(FailureKind::Folder, "there is no such folder")),
        }
    }

    fn converse(&self, server: &SmtpServer) -> Result<Open, Failure> {
        Conversation::open(server, &self.host).map(|conversation| Open::Smtp(Box::new(conversation)))
    }
}

impl Open {
    /// Hands one letter over.
    ///
    /// # Errors
    /// It was not taken, or that is not known.
    pub fn send(&mut self, uid: Uuid, message: &Message) -> Result<(), Failure> {
        match self {
            Self::Smtp(conversation) => conversation.send(message),
            Self::Folder(folder) => {
                write(folder, uid, message).map_err(|cause| Failure::new(FailureKind::Folder, cause))
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
fn write(folder: &Path, uid: Uuid, message: &Message) -> std::io::Result<()> {
    let unfinished = folder.join(format!(".{uid}.part"));
    std::fs::write(&unfinished, message.formatted())?;
    std::fs::rename(unfinished, folder.join(format!("{uid}.eml")))
}
