//! One letter in both languages, as each kind of mail program shows it, and what hostile words do
//! to it: nothing.

use expect_test::expect_file;
use mail_parser::{MessageParser, MimeHeaders, PartType};

use super::*;
use crate::i18n::Locale;

const UID: uuid::Uuid = uuid::Uuid::from_u128(0x6b1f_0c6a_53c1_4f0e_9d3b_2f6c_8d1e_0a42);

fn letter() -> Letter {
    Letter::new(Line::verbatim("Atelier vélo : c’est jeudi"))
        .paragraph(Line::verbatim(
            "Bonjour,\n\nle collège est fermé ce jour-là ; on se retrouve donc à l’Usine vivante, avec ses outils et ceux que vous apportez.\nÀ jeudi !",
        ))
        .fact(Line::verbatim("Lieu"), Line::verbatim("L’Usine vivante, Crest"))
        .fact(Line::verbatim("Page"), Line::address("/evenements/atelier-velo"))
        .button(Line::verbatim("Gérer mon inscription"), "/inscriptions/abc?de=1&a=2")
        .after(Line::verbatim("<b>Sans</b> réponse & sans casque"))
}

fn head(locale: Locale) -> Letterhead<'static> {
    Letterhead {
        network: "Réseau des tiers-lieux de la Drôme",
        origin: "https://vigie.example",
        locale,
        to_member: locale == Locale::Fr,
    }
}

fn sender() -> Sender {
    Sender::parse("bonjour@reseau.example").unwrap()
}

/// The bytes of a mail with this letter.
fn posted(letter: &Letter, recipient: &str, recipient_name: &str) -> Result<String, Failure> {
    with_calendar(letter, None, recipient, recipient_name)
}

/// The same with an iCalendar part: method and text.
fn with_calendar(
    letter: &Letter,
    calendar: Option<(&str, &str)>,
    recipient: &str,
    recipient_name: &str,
) -> Result<String, Failure> {
    let sheet = Sheet::of(letter, &head(Locale::Fr));
    let sender = sender();
    let date = "2026-03-05T09:00:00Z".parse().unwrap();
    let words = sheet.words().unwrap();
    let posted = Posted {
        words: &words,
        network: "Réseau des tiers-lieux de la Drôme",
        list: None,
        calendar,
        reply_to: letter.reply_to.as_ref().map(|(name, address)| (name.as_str(), address.as_str())),
        sender: &sender,
        recipient,
        recipient_name,
        uid: UID,
        host: "vigie.example",
        date,
    };
    message(&posted).map(|message| String::from_utf8(message.formatted()).unwrap())
}

#[test]
fn answers_go_to_the_person_who_wrote() {
    let letter = Letter::new(Line::new("letter-privacy"));
    let reply_to = |letter: &Letter| {
        let mail = posted(letter, "camille@exemple.fr", "").unwrap();
        mail.lines().find(|line| line.starts_with("Reply-To:")).map(str::to_owned)
    };
    assert_eq!(reply_to(&letter), None);
    let letter = letter.reply_to("Anaïs\r\nBcc: x@y.fr", "anais@exemple.fr");
    let told = reply_to(&letter).unwrap();
    assert!(told.ends_with("<anais@exemple.fr>"), "{told}");
    assert!(!posted(&letter, "camille@exemple.fr", "").unwrap().contains("\r\nBcc"));
    assert!(posted(&letter.clone().reply_to("Anaïs", "a\r\nBcc: x@y.fr"), "camille@exemple.fr", "").is_err());
}

#[test]
fn a_letter_reads_well_in_both_languages_and_both_forms() {
    for (locale, html, text) in [
        (Locale::Fr, expect_file!["snapshots/letter.fr.html"], expect_file!["snapshots/letter.fr.txt"]),
        (Locale::En, expect_file!["snapshots/letter.en.html"], expect_file!["snapshots/letter.en.txt"]),
    ] {
        let sheet = Sheet::of(&letter(), &head(locale));
        html.assert_eq(&sheet.html().unwrap());
        text.assert_eq(&sheet.text().unwrap());
    }
}

#[test]
fn a_letter_asks_nothing_of_any_server() {
    let html = Sheet::of(&letter(), &head(Locale::Fr)).html().unwrap();
    for asks in ["<img", "<link", "@import", "url(", "src=", "<script", "http://"] {
        assert!(!html.contains(asks), "{asks}");
    }
    assert!(html.contains("&lt;b&gt;Sans"), "{html}");
    for address in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(address.starts_with("https://vigie.example/"), "{address}");
    }
}

#[test]
fn a_mail_is_read_by_other_software_as_it_was_written() {
    let letter = letter();
    let ics = "BEGIN:VCALENDAR\r\nSUMMARY:été\r\nEND:VCALENDAR\r\n";
    let raw =
        with_calendar(&letter, Some(("REQUEST", ics)), "camille@exemple.fr", "Camille « Cam » Roux, Die")
            .unwrap();
    assert!(raw.is_ascii());
    let (_, body) = raw.split_once("\r\n\r\n").unwrap();
    assert!(body.lines().all(|line| line.len() <= 76), "{body}");
    let mail = MessageParser::default().parse(raw.as_bytes()).unwrap();
    assert_eq!(mail.subject(), Some("Atelier vélo : c’est jeudi"));
    let to = mail.to().unwrap().first().unwrap();
    assert_eq!((to.name(), to.address()), (Some("Camille « Cam » Roux, Die"), Some("camille@exemple.fr")));
    let from = mail.from().unwrap().first().unwrap();
    assert_eq!(from.name(), Some("Réseau des tiers-lieux de la Drôme"));
    assert_eq!(from.address(), Some("bonjour@reseau.example"));
    assert_eq!(mail.message_id(), Some(format!("{UID}@vigie.example").as_str()));
    assert_eq!(mail.date().unwrap().to_rfc3339(), "2026-03-05T09:00:00Z");
    assert_eq!(mail.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
    let sheet = Sheet::of(&letter, &head(Locale::Fr));
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), sheet.text().unwrap());
    assert_eq!(mail.body_html(0).unwrap().replace("\r\n", "\n"), sheet.html().unwrap());
    let of_type = |subtype| {
        let is = |part: &&mail_parser::MessagePart<'_>| {
            part.content_type().is_some_and(|kind| kind.subtype() == Some(subtype))
        };
        mail.parts.iter().find(is).unwrap()
    };
    let file = of_type("ics");
    assert_eq!((file.attachment_name(), file.contents()), (Some("invite.ics"), ics.as_bytes()));
    let calendar = of_type("calendar");
    let kind = calendar.content_type().unwrap();
    assert_eq!((kind.ctype(), kind.subtype()), ("text", Some("calendar")));
    assert_eq!((kind.attribute("method"), kind.attribute("charset")), (Some("REQUEST"), Some("utf-8")));
    let PartType::Text(text) = &calendar.body else { panic!("{:?}", calendar.body) };
    assert_eq!(text.as_ref(), ics);
}

#[test]
fn no_header_can_be_added() {
    for evil in
        ["a\r\nBcc: x@y.example", "a\nBcc: x@y.example", "a\r\n\r\n<p>", "=?utf-8?q?a=0ABcc:?=", "\u{85}a"]
    {
        let raw = posted(&Letter::new(Line::verbatim(evil)), "camille@exemple.fr", evil).unwrap();
        let (headers, _) = raw.split_once("\r\n\r\n").unwrap();
        let names: Vec<&str> = headers
            .lines()
            .filter(|line| !line.starts_with([' ', '\t']))
            .map(|line| line.split(':').next().unwrap_or_default())
            .collect();
        let expected = ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version"];
        assert_eq!(names.iter().filter(|name| **name != "Content-Type").count(), expected.len(), "{headers}");
        assert!(expected.iter().all(|name| names.contains(name)), "{headers}");
    }
    for recipient in ["camille@exemple.fr\r\nBcc: x@y.example", "camille", "a b@exemple.fr", "<a@b.fr>"] {
        let refused = posted(&letter(), recipient, "").unwrap_err();
        assert_eq!(refused.kind, FailureKind::Unwritable, "{recipient:?}");
    }
    let odd = with_calendar(&letter(), Some(("REQUEST\r\nX: y", "")), "camille@exemple.fr", "");
    assert_eq!(odd.unwrap_err().kind, FailureKind::Unwritable);
}
