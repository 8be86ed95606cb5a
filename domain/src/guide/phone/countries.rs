//! The numbering plans of the countries guests and owners ring from (ITU-T E.164 and each national plan).
//!
//! The Americas, Spain and the larger countries of Europe are known by their real lengths and first digits. For the
//! rest, a country code that ITU-T has assigned and a length within E.164's bounds are enough.

use super::{colombia, pattern::lengths};

/// The national numbers of one country code, as patterns of [`super::pattern`].
pub(super) struct Plan {
    /// The digits after the `+`.
    pub code: &'static str,
    /// Numbers that can only be mobiles.
    pub mobile: &'static [&'static str],
    /// Fixed lines, and numbers of either sort.
    pub other: &'static [&'static str],
}

const fn plan(code: &'static str, mobile: &'static [&'static str], other: &'static [&'static str]) -> Plan {
    Plan { code, mobile, other }
}

pub(super) const PLANS: &[Plan] = &[
    // North America and most of the Caribbean: an area never has 9 second, and neither part ends in 11 as service
    // codes do. `NOT_PERSONAL_AREAS` leaves out toll-free and premium.
    plan("1", &[], &["N[0-8]xNxxxxxx"]),
    plan("500", &["[56]xxxx"], &["[2-47]xxxx"]), // Falkland Islands
    plan("501", &["6xxxxxx"], &["[2-578]xxxxxx"]), // Belize
    plan("502", &["[345]xxxxxxx"], &["[267]xxxxxxx", "80[0-4]xxxxx"]), // Guatemala
    plan("503", &["[5-7]xxxxxxx"], &["2xxxxxxx"]), // El Salvador
    plan("504", &["[3789]xxxxxxx"], &["2xxxxxxx"]), // Honduras
    plan("505", &["[5-8]xxxxxxx"], &["2xxxxxxx"]), // Nicaragua
    plan("506", &["[5-8]xxxxxxx"], &["[24]xxxxxxx"]), // Costa Rica
    plan("507", &["6xxxxxxx"], &["[1-57-9]xxxxxx"]), // Panama
    plan("508", &["708xxxxxx"], &["[2-9]xxxxx", "80[6-9]xxxxxx"]), // Saint Pierre and Miquelon
    plan("509", &["[345]xxxxxxx"], &["[29]xxxxxxx"]), // Haiti
    plan("51", &["9xxxxxxxx"], &["[1-8]xxxxxxx"]), // Peru
    // Mexico: ten digits for everything since 2019; the 1 that mobiles had after +52 is dropped before.
    plan("52", &[], &["[2-9]xxxxxxxxx"]),
    plan("53", &["[56]xxxxxxx"], &["[2-4]xxxxx??", "7xxxxxx?"]), // Cuba
    // Argentina: from abroad a mobile takes a 9 before its area.
    plan("54", &["9[1-3]xxxxxxxxx"], &["[1-3]xxxxxxxxx", "67xxxxxxxx"]),
    // Brazil: two digits of area, then eight of a fixed line or nine of a mobile.
    plan("55", &["[1-9][1-9]9xxxxxxxx"], &["[1-9][1-9][2-57]xxxxxxx"]),
    plan("56", &["9xxxxxxxx"], &["[2-7]xxxxxxxx", "8[1-9]xxxxxxx", "80[1-9]xxxxxx"]), // Chile
    plan("57", &[colombia::MOBILE], &[colombia::FIXED]),
    plan("58", &["4xxxxxxxxx"], &["2xxxxxxxxx"]),      // Venezuela
    plan("590", &["[67]xxxxxxxx"], &["[59]xxxxxxxx"]), // Guadeloupe, Saint Martin, Saint Barthélemy
    plan("591", &["[67]xxxxxxx"], &["[2-5]xxxxxxx"]),  // Bolivia
    plan("592", &["[67]xxxxxx"], &["[2-5]xxxxxx"]),    // Guyana
    plan("593", &["9xxxxxxxx"], &["[2-7]xxxxxxx"]),    // Ecuador
    plan("594", &["[67]xxxxxxxx"], &["[59]xxxxxxxx"]), // French Guiana
    plan("595", &["9xxxxxxxx"], &["[2-8]xxxxxx??"]),   // Paraguay
    plan("596", &["[67]xxxxxxxx"], &["[59]xxxxxxxx"]), // Martinique
    plan("597", &["[678]xxxxxx"], &["[2-5]xxxxx", "91xxxxx"]), // Suriname
    plan("598", &["9xxxxxxx"], &["[124]xxxxxxx"]),     // Uruguay
    plan("599", &[], &["[3-79]xxxxxx?"]),              // Curaçao, Bonaire
    plan("297", &[], &["[25-79]xxxxxx"]),              // Aruba
    plan("299", &["[245]xxxxx"], &["[3689]xxxxx", "19xxxx", "70xxxx"]), // Greenland
    plan("31", &["6xxxxxxxx"], &["[1-57-9]xxxxxxxx"]), // Netherlands
    plan("32", &["4xxxxxxxx"], &["[1-79]xxxxxxx", "8[1-9]xxxxxx"]), // Belgium
    plan("33", &["[67]xxxxxxxx"], &["[1-59]xxxxxxxx"]), // France
    // Spain: nine digits; mobiles begin with 6 or 7, fixed lines with 8 or 9 and another digit than 0.
    plan("34", &["6xxxxxxxx", "7[1-9]xxxxxxx"], &["[89][1-9]xxxxxxx", "70xxxxxxx"]),
    plan("351", &["9xxxxxxxx"], &["[23]xxxxxxxx"]),   // Portugal
    plan("353", &["8xxxxxxxx"], &["[1-79]xxxxxx??"]), // Ireland
    plan("39", &["3xxxxxxxx?"], &["0xxxxx??????"]),   // Italy keeps the 0 of its fixed lines
    plan("41", &["7xxxxxxxx"], &["[2-6]xxxxxxxx", "[89]1xxxxxxx"]), // Switzerland
    plan("43", &["6xxxxxx??????"], &["[1-57]xxx?????????"]), // Austria
    plan("44", &["7xxxxxxxxx"], &["[1-3]xxxxxxxx?", "5[56]xxxxxxxx"]), // United Kingdom
    plan("49", &["1[567]xxxxxxxx?"], &["[2-9]xxxx????????"]), // Germany
];

/// Area codes of North America that are toll-free or premium.
pub(super) const NOT_PERSONAL_AREAS: &[&str] =
    &["800", "822", "833", "844", "855", "866", "877", "888", "900"];

/// Countries whose numbers begin with a 0 that is dialled from abroad too; elsewhere it is a trunk digit.
pub(super) const CODES_THAT_KEEP_THE_ZERO: &[&str] = &["39", "378", "225", "229", "241", "242"];

/// Country codes assigned by ITU-T that `PLANS` does not describe; of the global ones, the satellite networks.
pub(super) const OTHER_CODES: &[&str] = &[
    "7", "20", "27", "30", "36", "40", "45", "46", "47", "48", "60", "61", "62", "63", "64", "65", "66",
    "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98", "211", "212", "213", "216", "218",
    "220", "221", "222", "223", "224", "225", "226", "227", "228", "229", "230", "231", "232", "233", "234",
    "235", "236", "237", "238", "239", "240", "241", "242", "243", "244", "245", "246", "247", "248", "249",
    "250", "251", "252", "253", "254", "255", "256", "257", "258", "260", "261", "262", "263", "264", "265",
    "266", "267", "268", "269", "290", "291", "298", "350", "352", "354", "355", "356", "357", "358", "359",
    "370", "371", "372", "373", "374", "375", "376", "377", "378", "380", "381", "382", "383", "385", "386",
    "387", "389", "420", "421", "423", "670", "672", "673", "674", "675", "676", "677", "678", "679", "680",
    "681", "682", "683", "685", "686", "687", "688", "689", "690", "691", "692", "850", "852", "853", "855",
    "856", "870", "880", "881", "886", "960", "961", "962", "963", "964", "965", "966", "967", "968", "970",
    "971", "972", "973", "974", "975", "976", "977", "979", "992", "993", "994", "995", "996", "998",
];

impl Plan {
    /// Every pattern.
    pub fn patterns(&self) -> impl Iterator<Item = &'static str> {
        self.mobile.iter().chain(self.other).copied()
    }

    /// The fewest and the most digits of a national number.
    pub fn lengths(&self) -> (usize, usize) {
        let each = || self.patterns().map(lengths);
        let fewest = each().map(|(fewest, _)| fewest).min().unwrap_or_default();
        (fewest, each().map(|(_, most)| most).max().unwrap_or_default())
    }
}
