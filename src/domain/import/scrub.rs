//! E-mail addresses and telephone numbers in free text: people gave them to a census, not to
//! this site, so they go.

/// The text without them. What stands around stays ("Contact :").
pub fn scrub_contacts(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let within_a_word = kept.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '+');
        let found = if within_a_word { None } else { contact(rest) };
        match found {
            Some(length) => rest = rest.get(length..).unwrap_or_default(),
            None => {
                kept.push(next);
                rest = rest.get(next.len_utf8()..).unwrap_or_default();
            }
        }
    }
    if kept.len() == text.len() { kept } else { tidy(&kept) }
}

/// Length of the contact that `text` begins with.
fn contact(text: &str) -> Option<usize> {
    email(text).or_else(|| telephone(text))
}

fn email(text: &str) -> Option<usize> {
    let prefix = if text.get(..7).is_some_and(|p| p.eq_ignore_ascii_case("mailto:")) { 7 } else { 0 };
    let body = text.get(prefix..)?;
    let is_local = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let local = body.find(|c| !is_local(c))?;
    let after = body.get(local..)?;
    let at = ["@", "(at)", "[at]", " at "].into_iter().find(|at| after.starts_with(at))?;
    let host = after.get(at.len()..)?;
    let length = host.find(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-')).unwrap_or(host.len());
    let host = host.get(..length)?.trim_end_matches(['.', '-']);
    (local > 0 && host.contains('.')).then_some(prefix + local + at.len() + host.len())
}

/// "04 75 55 78 78", "+33 (0)4.75.55.78.78", "0262-12-34-56": ten digits from 0, or `+`/`00` and
/// ten to fourteen digits.
fn telephone(text: &str) -> Option<usize> {
    let international = text.starts_with('+') || text.starts_with("00");
    let (least, most) = if international { (10, 14) } else { (10, 10) };
    if !international && !text.starts_with('0') {
        return None;
    }
    let (mut digits, mut end, mut since_digit) = (0, 0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' if digits < most => (digits, end, since_digit) = (digits + 1, at + 1, 0),
            '0'..='9' if since_digit == 0 => return None,
            '+' if at == 0 => {}
            ' ' | '.' | '-' | '(' | ')' | '\u{a0}' | '\u{202f}' if since_digit < 2 => since_digit += 1,
            _ => break,
        }
        if digits == most && since_digit > 0 {
            break;
        }
    }
    let real = text.chars().filter(char::is_ascii_digit).nth(1) != Some('0') || international;
    (digits >= least && real).then_some(end)
}

/// Closes the gaps that were left: no two blanks in a row, none at the ends.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for c in text.chars() {
        if !(c == ' ' && (tidied.is_empty() || tidied.ends_with([' ', '\n']))) {
            tidied.push(c);
        }
    }
    tidied.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn contacts_go_and_the_rest_stays() {
        for (text, scrubbed) in [
            ("Écrire à prenom.nom@exemple.invalid, ou passer.", "Écrire à , ou passer."),
            ("mailto:a@b.exemple", ""),
            ("Contact : a (at) b", "Contact : a (at) b"),
            ("contact(at)exemple.invalid", ""),
            ("Tél. 04 75 55 78 78 le matin", "Tél. le matin"),
            ("Tél. 04.75.55.78.78", "Tél."),
            ("0475557878 ou +33 (0)4 75 55 78 78", "ou"),
            ("00 33 4 75 55 78 78", ""),
            ("+262 262 12 34 56", ""),
            ("01 02 03 04 05 06 07 08 09 10", ""),
            ("Ouvert en 2014, 2 000 m², 12 postes", "Ouvert en 2014, 2 000 m², 12 postes"),
            ("Du 01.09.2018 au 30.06.2019", "Du 01.09.2018 au 30.06.2019"),
            ("SIRET 01234567890123", "SIRET 01234567890123"),
            ("@tierslieu sur les réseaux", "@tierslieu sur les réseaux"),
            ("", ""),
        ] {
            assert_eq!(scrub_contacts(text), scrubbed, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_never_grows(text in "[a-z0-9@.+() éà-]{0,60}|.{0,60}") {
            prop_assert!(scrub_contacts(&text).len() <= text.len());
        }

        #[test]
        fn no_number_survives(a in 10..99u32, b in 10..99u32, c in 10..99u32, d in 10..99u32, separator in "[ .-]?") {
            let text = format!("Appelez le 06{separator}{a}{separator}{b}{separator}{c}{separator}{d} !");
            prop_assert_eq!(scrub_contacts(&text), "Appelez le !");
        }
    }
}
