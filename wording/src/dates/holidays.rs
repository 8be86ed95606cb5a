//! The names of the holidays.

use domain::calendar::holidays::HolidayName;

use crate::Locale;

/// "Virgen de Chiquinquirá", "Our Lady of Chiquinquirá".
#[must_use]
pub fn holiday_name(holiday: HolidayName, locale: Locale) -> &'static str {
    match locale {
        Locale::Es => in_spanish(holiday),
        Locale::En => in_english(holiday),
    }
}

/// All the holidays of one day: "Sagrado Corazón de Jesús / San Pedro y San Pablo".
#[must_use]
pub fn holiday_names(holidays: &[HolidayName], locale: Locale) -> String {
    let names: Vec<&str> = holidays.iter().map(|holiday| holiday_name(*holiday, locale)).collect();
    names.join(" / ")
}

fn in_spanish(holiday: HolidayName) -> &'static str {
    match holiday {
        HolidayName::NewYear => "Año Nuevo",
        HolidayName::Epiphany => "Reyes Magos",
        HolidayName::SaintJoseph => "San José",
        HolidayName::HolyThursday => "Jueves Santo",
        HolidayName::GoodFriday => "Viernes Santo",
        HolidayName::LabourDay => "Día del Trabajo",
        HolidayName::Ascension => "Ascensión del Señor",
        HolidayName::CorpusChristi => "Corpus Christi",
        HolidayName::SacredHeart => "Sagrado Corazón de Jesús",
        HolidayName::SaintPeterAndSaintPaul => "San Pedro y San Pablo",
        HolidayName::OurLadyOfChiquinquira => "Virgen de Chiquinquirá",
        HolidayName::Independence => "Día de la Independencia",
        HolidayName::BattleOfBoyaca => "Batalla de Boyacá",
        HolidayName::Assumption => "Asunción de la Virgen",
        HolidayName::EthnicDiversity => "Día de la Diversidad Étnica y Cultural",
        HolidayName::AllSaints => "Todos los Santos",
        HolidayName::IndependenceOfCartagena => "Independencia de Cartagena",
        HolidayName::ImmaculateConception => "Inmaculada Concepción",
        HolidayName::Christmas => "Navidad",
    }
}

fn in_english(holiday: HolidayName) -> &'static str {
    match holiday {
        HolidayName::NewYear => "New Year's Day",
        HolidayName::Epiphany => "Epiphany",
        HolidayName::SaintJoseph => "Saint Joseph's Day",
        HolidayName::HolyThursday => "Holy Thursday",
        HolidayName::GoodFriday => "Good Friday",
        HolidayName::LabourDay => "Labour Day",
        HolidayName::Ascension => "Ascension Day",
        HolidayName::CorpusChristi => "Corpus Christi",
        HolidayName::SacredHeart => "Sacred Heart of Jesus",
        HolidayName::SaintPeterAndSaintPaul => "Saint Peter and Saint Paul",
        HolidayName::OurLadyOfChiquinquira => "Our Lady of Chiquinquirá",
        HolidayName::Independence => "Independence Day",
        HolidayName::BattleOfBoyaca => "Battle of Boyacá",
        HolidayName::Assumption => "Assumption of Mary",
        HolidayName::EthnicDiversity => "Ethnic and Cultural Diversity Day",
        HolidayName::AllSaints => "All Saints' Day",
        HolidayName::IndependenceOfCartagena => "Independence of Cartagena",
        HolidayName::ImmaculateConception => "Immaculate Conception",
        HolidayName::Christmas => "Christmas Day",
    }
}
