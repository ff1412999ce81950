//! The photo of a member: sent by them, seen by whom they chose.

use vigie::domain::member::MembershipRole;
use vigie::domain::profile::{Audience, ProfileField};

use super::MemberGestures;
use crate::support::{on_each_database, place};

/// A picture of a few points, as a drawing program would write it.
fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let image = image::RgbImage::from_pixel(40, 30, image::Rgb([120, 80, 40]));
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn a_photo_is_seen_by_whom_it_was_chosen_for() {
    on_each_database(|app| {
        let (here, there) = (app.place(place("Ici")), app.place(place("Là-bas")));
        let camille = app.member("Camille Roux", &[(here.id, MembershipRole::Member)]);
        let mate = app.sign_in(&app.member("Nadia Lopez", &[(here.id, MembershipRole::Member)]));
        let stranger = app.sign_in(&app.member("Basile Fayard", &[(there.id, MembershipRole::Member)]));
        let (own, nobody) = (app.sign_in(&camille), app.visitor());
        let page = format!("/membres/{}", camille.uid);
        let photo = format!("{page}/photo");
        assert_eq!(own.get(&photo).status, 404);
        let sent = own.upload("/moi/profil/photo", ("photo", "moi.png", &png()), &[]);
        assert_eq!((sent.status, sent.location()), (303, "/moi/profil/photo"));
        let seen = || [&nobody, &stranger, &mate, &own].map(|browser| browser.get(&photo).status == 200);
        assert_eq!(seen(), [false, false, true, true]);
        let answer = mate.get(&photo);
        assert_eq!(answer.header("cache-control"), Some("private, no-cache"));
        assert_ne!(answer.body, png(), "written anew");
        assert!(mate.get(&page).text().contains(&format!("src=\"{photo}?v=")));
        // Shown to everyone, hidden again: kept pages follow at once.
        for (audience, everyone) in [(Audience::Public, true), (Audience::Network, false)] {
            app.profile(&camille, |profile| {
                profile.audiences.set(ProfileField::Name, Audience::Public);
                profile.audiences.set(ProfileField::Photo, audience);
            });
            assert_eq!(seen(), [everyone, true, true, true]);
            assert_eq!(nobody.get(&page).text().contains(&photo), everyone);
        }
        own.press("/moi/profil/photo", "/moi/profil/photo/retirer", &[]);
        assert_eq!(seen(), [false; 4]);
        assert!(!own.get(&page).text().contains("<img"));
    });
}

#[test]
fn what_is_no_photo_is_refused_with_a_sentence() {
    on_each_database(|app| {
        let here = app.place(place("Ici"));
        let own = app.sign_in(&app.member("Camille Roux", &[(here.id, MembershipRole::Member)]));
        for bytes in [&b"<svg onload='alert(1)'/>"[..], &png()[..40], &[]] {
            let refused = own.upload("/moi/profil/photo", ("photo", "moi.png", bytes), &[]);
            assert_eq!(refused.status, 422);
            assert!(refused.text().contains("id=\"e-photo\""));
        }
    });
}
