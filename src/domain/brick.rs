//! Bricks: the kinds of activity that a place is composed of. A place has several, each with
//! its own words, hours, contact, equipment and events; a place never has one "type".

use super::code::code_enum;

code_enum! {
    /// A kind of activity (*brique d'activité*).
    BrickKind {
        Coworking = "coworking",
        PrivateOffices = "bureaux-prives",
        MeetingRooms = "salles-de-reunion",
        Fablab = "fablab",
        CraftWorkshop = "atelier-artisanal",
        /// Public digital space (EPN) and digital mediation.
        DigitalInclusion = "epn",
        FranceServices = "france-services",
        Training = "formation",
        Culture = "culture",
        Cafe = "cafe",
        SharedKitchen = "cuisine-partagee",
        SharedLand = "nourricier",
        Shop = "boutique",
        RepairCafe = "repair-cafe",
        LivingLab = "living-lab",
        Youth = "jeunesse",
        Housing = "habitat",
        Mobility = "mobilite",
        /// Accompaniment of project holders.
        ProjectSupport = "accompagnement",
        CommunityLife = "vie-associative",
        ServiceExchange = "echange-services",
        WorkInclusion = "insertion",
        Health = "sante",
    }
}
