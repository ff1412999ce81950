//! The pages of members, ready to be displayed.

use serde::Serialize;

use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::pages::Page;
use crate::web::parts::{Badge, Empty, Filters, Link, Paging};

/// Somebody in a list.
#[derive(Clone, Debug, Serialize)]
pub struct MemberCard {
    pub href: String,
    pub name: String,
    pub portrait: Portrait,
    /// What they do, shortened. May be empty.
    pub summary: String,
    /// Names of their places. May be empty.
    pub places: String,
    pub skills: Vec<String>,
    pub availability: Vec<String>,
}

/// A photo, or initials where there is none.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Portrait {
    pub initials: String,
    /// Address of the photo. Empty: none to be seen.
    pub photo: String,
}

/// The directory.
#[derive(Clone, Debug, Serialize)]
pub struct MembersPage {
    pub heading: String,
    pub notice: String,
    pub count: String,
    /// Says that more is seen by those who sign in, and leads there. `None`: they are.
    pub sign_in: Option<Link>,
    pub filters: Filters,
    pub members: Vec<MemberCard>,
    pub paging: Option<Paging>,
    pub empty: Option<Empty>,
}

impl Page for MembersPage {
    const TEMPLATE: &'static str = "members/list.html";
}

/// What somebody sees of a member.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileSheet {
    pub name: String,
    pub portrait: Portrait,
    pub pronouns: String,
    pub activity_html: String,
    /// Each leads to who else has it.
    pub skills: Vec<Link>,
    pub wants: Vec<String>,
    pub languages: String,
    pub availability: Vec<Link>,
    pub places: Vec<Link>,
    pub links: Vec<Link>,
    /// Nothing of the member is seen from there.
    pub blank: bool,
}

/// A member's page.
#[derive(Clone, Debug, Serialize)]
pub struct MemberPage {
    pub sheet: ProfileSheet,
    /// The reader's own: seen as their places see it.
    pub own: bool,
    /// Where to write. `None`: oneself, or nobody is signed in.
    pub write: Option<Link>,
    /// Telling the coordination of the member, and what the coordination itself can do.
    pub care: Vec<Link>,
}

impl Page for MemberPage {
    const TEMPLATE: &'static str = "members/show.html";
}

/// One's own profile, field by field.
#[derive(Clone, Debug, Serialize)]
pub struct EditProfilePage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub rows: Vec<EditRow>,
    /// Suggestions for skills.
    pub vocabulary: Vec<String>,
    /// Agreement to what becomes public: asked when something does.
    pub agree: Option<Choice>,
}

impl Page for EditProfilePage {
    const TEMPLATE: &'static str = "members/edit.html";
}

/// One's own photo.
#[derive(Clone, Debug, Serialize)]
pub struct PhotoPage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub portrait: Portrait,
    pub file: Field,
}

impl Page for PhotoPage {
    const TEMPLATE: &'static str = "members/photo.html";
}

/// A field with its audience beside it. One of `field`, `boxes`, `lines` is there, or none where
/// the field is said elsewhere.
#[derive(Clone, Debug, Serialize)]
pub struct EditRow {
    pub label: String,
    /// Said where the field is not filled in here. May be empty.
    pub note: String,
    /// Where it is. `None`: nowhere by itself.
    pub link: Option<Link>,
    pub field: Option<Field>,
    /// The field is a longer text.
    pub long: bool,
    pub boxes: Option<Choice>,
    /// Folds a long list of boxes away under what is ticked: "français, anglais". Empty: no fold.
    pub fold: String,
    pub lines: Option<Lines>,
    pub audience: Choice,
}

/// A field of several short lines, each with the suggestions of the vocabulary.
#[derive(Clone, Debug, Serialize)]
pub struct Lines {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    pub error: String,
    pub values: Vec<String>,
}

/// "Where can I be seen?": the profile from each viewpoint.
#[derive(Clone, Debug, Serialize)]
pub struct PreviewPage {
    pub form: FormMarks,
    pub views: Vec<View>,
    /// Some field is shown to somebody.
    pub seen: bool,
}

impl Page for PreviewPage {
    const TEMPLATE: &'static str = "members/preview.html";
}

/// The profile from one viewpoint.
#[derive(Clone, Debug, Serialize)]
pub struct View {
    pub anchor: &'static str,
    pub heading: String,
    /// Who that is.
    pub who: String,
    /// Whether the directory lists it there.
    pub listed: Badge,
    pub sheet: ProfileSheet,
}

/// Writing to a member.
#[derive(Clone, Debug, Serialize)]
pub struct WritePage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub name: String,
    pub profile_href: String,
    pub words: Field,
    /// Why the message was not taken. May be empty.
    pub refused: String,
    /// The conversation that there is.
    pub conversation: Option<Link>,
}

impl Page for WritePage {
    const TEMPLATE: &'static str = "members/write.html";
}

/// All conversations.
#[derive(Clone, Debug, Serialize)]
pub struct InboxPage {
    pub conversations: Vec<ConversationCard>,
}

impl Page for InboxPage {
    const TEMPLATE: &'static str = "members/inbox.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct ConversationCard {
    pub href: String,
    pub name: String,
    pub initials: String,
    /// Last message: "jeudi 5 mars à 10 h".
    pub when: String,
    /// It is the reader's turn.
    pub awaits: bool,
}

/// One conversation.
#[derive(Clone, Debug, Serialize)]
pub struct ConversationPage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub name: String,
    /// Their profile, where it can be seen. May be empty.
    pub profile_href: String,
    pub messages: Vec<Message>,
    /// The other's address, once there was an answer. Empty: not yet.
    pub email: String,
    /// What an answer shows. Empty: it was given.
    pub addresses: String,
    pub words: Field,
    /// Why the message was not taken. May be empty.
    pub refused: String,
    pub blocked: bool,
    pub block_action: String,
}

impl Page for ConversationPage {
    const TEMPLATE: &'static str = "members/conversation.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct Message {
    pub author: String,
    pub own: bool,
    pub when: String,
    /// As typed.
    pub words: String,
    /// Where it is reported to the coordination. Empty: one's own.
    pub report: String,
}
