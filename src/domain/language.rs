//! Languages that people speak, by their ISO 639 codes.

use super::code::code_enum;

code_enum! {
    /// A language that a member speaks with others. The languages of the country come first, then
    /// those of Europe and of the world that are most heard in it, by the name in French.
    Language {
        French = "fr",
        FrenchSign = "lsf",
        Alsatian = "gsw",
        Basque = "eu",
        Breton = "br",
        Catalan = "ca",
        Corsican = "co",
        AntilleanCreole = "gcf",
        ReunionCreole = "rcf",
        Occitan = "oc",
        German = "de",
        English = "en",
        Arabic = "ar",
        Armenian = "hy",
        Berber = "ber",
        Chinese = "zh",
        Spanish = "es",
        Italian = "it",
        Japanese = "ja",
        Dutch = "nl",
        Persian = "fa",
        Polish = "pl",
        Portuguese = "pt",
        Romanian = "ro",
        Russian = "ru",
        Turkish = "tr",
        Ukrainian = "uk",
        Vietnamese = "vi",
        Wolof = "wo",
    }
}
