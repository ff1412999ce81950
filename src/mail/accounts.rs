//! Letters about accounts. Each says in one sentence why it comes, leads to one thing to do, and
//! tells those who asked for nothing that they need do nothing.

use super::{Letter, Line};
use crate::domain::link::LinkPurpose;
use crate::secret::Secret;

/// Whether letters of this kind open an account, keep it safe or prove an address: they are sent to
/// an address that refused others.
pub fn is_about_access(kind: &str) -> bool {
    const PURPOSES: &[LinkPurpose] = &[
        LinkPurpose::SignIn,
        LinkPurpose::ResetPassword,
        LinkPurpose::ChangeAddress,
        LinkPurpose::DeleteAccount,
    ];
    const KINDS: &[&str] = &[
        "sign-up",
        "take-address",
        "leave-address",
        "password-changed",
        "account-deleted",
        "second-factor-on",
        "second-factor-off",
        "recovery-codes",
        "recovery-code-used",
        TRIAL,
    ];
    KINDS.contains(&kind) || PURPOSES.iter().any(|purpose| purpose.code() == kind)
}

/// Kind of the letter that proves that an address is read again.
pub const TRIAL: &str = "address-trial";

fn letter(name: &str) -> Letter {
    Letter::new(Line::new(&format!("{name}-subject"))).paragraph(Line::new(&format!("{name}-text")))
}

fn link(name: &str) -> Line {
    Line::new(&format!("{name}-button"))
}

/// Asks a person who signs up to confirm the address.
pub fn confirm_signup(secret: &Secret) -> Letter {
    let name = "letter-signup";
    letter(name)
        .button(link(name), format!("/inscription-compte/{}", secret.reveal()))
        .after(Line::new("letter-lasts-two-days"))
        .after(Line::new("letter-not-you"))
}

/// To a person who signs up again.
pub fn already_member() -> Letter {
    let name = "letter-already";
    letter(name).button(link(name), "/connexion").after(Line::new("letter-not-you"))
}

/// To an address that asks for a link and has no account.
pub fn no_account() -> Letter {
    let name = "letter-no-account";
    letter(name).button(link(name), "/inscription-compte").after(Line::new("letter-not-you"))
}

/// A link that signs in.
pub fn sign_in(secret: &Secret) -> Letter {
    let name = "letter-sign-in";
    letter(name)
        .button(link(name), format!("/connexion/lien/{}", secret.reveal()))
        .after(Line::new("letter-lasts-a-quarter"))
        .after(Line::new("letter-not-you"))
}

/// A link that lets choose a new password.
pub fn reset_password(secret: &Secret) -> Letter {
    let name = "letter-reset";
    letter(name)
        .button(link(name), format!("/mot-de-passe/{}", secret.reveal()))
        .after(Line::new("letter-lasts-an-hour"))
        .after(Line::new("letter-not-you"))
}

/// Says that the password was changed, with the way back for whom it was not.
pub fn password_changed() -> Letter {
    let name = "letter-password-changed";
    letter(name).button(link(name), "/mot-de-passe")
}

/// Says that signing in asks for a code from now on.
pub fn second_factor_on() -> Letter {
    about_second_factor("letter-second-factor-on")
}

/// Says that signing in asks for no code any more.
pub fn second_factor_off() -> Letter {
    about_second_factor("letter-second-factor-off")
}

/// Says that the codes on paper are others now.
pub fn recovery_codes_renewed() -> Letter {
    about_second_factor("letter-recovery-codes")
}

/// Says that a code on paper was used, and how many are left.
pub fn recovery_code_used(left: i64) -> Letter {
    let name = "letter-recovery-code-used";
    let said = Line::new("letter-recovery-code-used-text").with("left", left.to_string());
    Letter::new(Line::new("letter-recovery-code-used-subject"))
        .paragraph(said)
        .button(link(name), SECOND_FACTOR)
        .after(Line::new("letter-second-factor-not-you"))
}

/// Asks the person of an account whether an account at a provider is theirs too.
pub fn link_identity(secret: &Secret, provider: &str) -> Letter {
    let said = |key: &str| Line::new(key).with("provider", provider);
    Letter::new(said("letter-link-identity-subject"))
        .paragraph(said("letter-link-identity-text"))
        .button(link("letter-link-identity"), format!("/connexion/fournisseur/lien/{}", secret.reveal()))
        .after(Line::new("letter-lasts-an-hour"))
        .after(Line::new("letter-link-identity-not-you"))
}

/// Says that an account elsewhere opens this one no more.
pub fn identity_unlinked() -> Letter {
    let name = "letter-identity-unlinked";
    letter(name).button(link(name), "/compte").after(Line::new("letter-identity-unlinked-not-you"))
}

/// Says that a passkey was made, which opens the account.
pub fn passkey_made(name: &str) -> Letter {
    let said = Line::new("letter-passkey-made-text").with("name", name);
    Letter::new(Line::new("letter-passkey-made-subject"))
        .paragraph(said)
        .button(link("letter-passkey-made"), "/compte/cles")
        .after(Line::new("letter-passkey-not-you"))
}

/// Says that a passkey opens the account no more.
pub fn passkey_removed() -> Letter {
    let name = "letter-passkey-removed";
    letter(name).button(link(name), "/compte/cles").after(Line::new("letter-passkey-not-you"))
}

const SECOND_FACTOR: &str = "/compte/double-verification";

fn about_second_factor(name: &str) -> Letter {
    letter(name).button(link(name), SECOND_FACTOR).after(Line::new("letter-second-factor-not-you"))
}

/// To the address that an account has now: is the change meant?
pub fn leave_address(secret: &Secret, to: &str) -> Letter {
    let name = "letter-leave-address";
    let said = Line::new("letter-leave-address-text").with("address", to);
    Letter::new(Line::new("letter-leave-address-subject"))
        .paragraph(said)
        .button(link(name), format!("/compte/adresse/{}", secret.reveal()))
        .after(Line::new("letter-lasts-two-days"))
        .after(Line::new("letter-leave-address-not-you"))
}

/// To the address that an account is to have: does it belong to its person?
pub fn take_address(secret: &Secret) -> Letter {
    let name = "letter-take-address";
    letter(name)
        .button(link(name), format!("/compte/adresse/{}", secret.reveal()))
        .after(Line::new("letter-lasts-two-days"))
        .after(Line::new("letter-not-you"))
}

/// To an address that somebody else wants and that has an account.
pub fn address_is_taken() -> Letter {
    letter("letter-address-taken")
}

/// A link that erases the account.
pub fn delete_account(secret: &Secret) -> Letter {
    let name = "letter-delete";
    letter(name)
        .button(link(name), format!("/compte/suppression/{}", secret.reveal()))
        .after(Line::new("letter-lasts-an-hour"))
        .after(Line::new("letter-not-you"))
}

/// Says that the account is gone.
pub fn account_deleted() -> Letter {
    letter("letter-deleted")
}

/// To those who decide: somebody waits to be welcomed.
pub fn somebody_waits(name: &str, place: Option<&str>) -> Letter {
    let mut letter = Letter::new(Line::new("letter-waits-subject").with("name", name))
        .paragraph(Line::new("letter-waits-text").with("name", name));
    if let Some(place) = place {
        letter = letter.fact(Line::new("letter-waits-place"), Line::verbatim(place));
    }
    letter.button(link("letter-waits"), "/comptes-en-attente")
}

/// To a person who was welcomed.
pub fn welcomed() -> Letter {
    let name = "letter-welcomed";
    letter(name).button(link(name), "/connexion")
}

/// To a person who was not, with a word of who decided (it may be empty).
pub fn declined(word: &str) -> Letter {
    let said = letter("letter-declined");
    if word.is_empty() { said } else { said.paragraph(Line::verbatim(word)) }
}

/// To a person whose account was put aside; a word of the coordination may follow.
pub fn suspended() -> Letter {
    letter("letter-suspended").after(Line::new("letter-suspended-answer"))
}

/// To an address that asks for a link while its account is put aside.
pub fn still_suspended() -> Letter {
    letter("letter-still-suspended").after(Line::new("letter-suspended-answer"))
}

/// To a person whose account was taken back.
pub fn suspension_lifted() -> Letter {
    let name = "letter-suspension-lifted";
    letter(name).button(link(name), "/connexion")
}

/// Invites somebody, to a place or to the network.
pub fn invitation(secret: &Secret, by: &str, place: Option<&str>) -> Letter {
    let name = "letter-invitation";
    let said = match place {
        Some(place) => Line::new("letter-invitation-place").with("by", by).with("place", place),
        None => Line::new("letter-invitation-text").with("by", by),
    };
    Letter::new(Line::new("letter-invitation-subject").with("by", by))
        .paragraph(said)
        .button(link(name), format!("/invitations/{}", secret.reveal()))
        .after(Line::new("letter-lasts-two-weeks"))
        .after(Line::new("letter-not-you"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn every_letter_is_worded_in_both_languages() {
        let secret = Secret::new();
        let letters = [
            confirm_signup(&secret),
            already_member(),
            no_account(),
            sign_in(&secret),
            reset_password(&secret),
            password_changed(),
            second_factor_on(),
            second_factor_off(),
            recovery_codes_renewed(),
            recovery_code_used(9),
            link_identity(&secret, "Le nuage de la Drôme"),
            identity_unlinked(),
            passkey_made("Mon téléphone"),
            passkey_removed(),
            leave_address(&secret, "nouvelle@exemple.fr"),
            take_address(&secret),
            address_is_taken(),
            delete_account(&secret),
            account_deleted(),
            somebody_waits("Ada", Some("La Fabrique")),
            welcomed(),
            declined("À bientôt"),
            suspended(),
            still_suspended(),
            suspension_lifted(),
            invitation(&secret, "Ada", Some("La Fabrique")),
            invitation(&secret, "Ada", None),
        ];
        for letter in letters {
            let facts = letter.facts.iter().flat_map(|(label, value)| [label, value]);
            let button = letter.button.iter().map(|(label, _)| label);
            let said = letter.paragraphs.iter().chain(&letter.after).chain(facts).chain(button);
            for line in said.chain([&letter.subject]).filter(|line| line.key != "letter-verbatim") {
                for locale in Locale::ALL {
                    let words = line.say(locale);
                    assert!(words != line.key && !words.contains('{'), "{} in {locale:?}", line.key);
                }
            }
        }
    }
}
