//! R11: the number people quote aloud.
//!
//! Seven digits: a six-digit serial that never starts with 0, and a check digit by Damm's quasigroup of order 10
//! (H. M. Damm, 2004), which catches every single wrong digit and every swapped pair of neighbours. The number is
//! never a secret: knowing it opens nothing by itself.

use core::{fmt, ops::RangeInclusive, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::codes::coded_enum;

/// The serials a number can carry: six digits, no leading zero. There are 900 000; a drawn one that is taken is
/// drawn again.
pub const SERIALS: RangeInclusive<u32> = 100_000..=999_999;

/// Digits in a whole number: the serial's six and the check digit.
const DIGITS: usize = 7;

/// Damm's table: totally anti-symmetric, with zeros on the diagonal, so that a valid number ends at 0.
const QUASIGROUP: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// A ticket's number, check digit included. Shown in groups for reading aloud, `482 193 7`; stored and sent as its
/// digits, `"4821937"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct TicketNumber(u32);

coded_enum! {
    /// Why some text is not a ticket number.
    pub enum TicketNumberError {
        /// Not seven digits (spaces, dashes and a leading `#` aside).
        Shape = "ticket_number_shape",
        /// The check digit does not fit: a digit was misheard or mistyped.
        CheckDigit = "ticket_number_check_digit",
    }
}

impl std::error::Error for TicketNumberError {}

impl TicketNumber {
    /// The number that carries this serial, or `None` outside [`SERIALS`].
    #[must_use]
    pub fn from_serial(serial: u32) -> Option<Self> {
        SERIALS.contains(&serial).then(|| Self::with_check_digit(serial))
    }

    /// The number for a drawn random value. Every value gives a valid number, each serial as likely as any other
    /// but for a bias below one in four thousand.
    #[must_use]
    pub fn from_random(random: u32) -> Self {
        let serials = SERIALS.end() - SERIALS.start() + 1;
        Self::with_check_digit(SERIALS.start() + random % serials)
    }

    /// Reads a number as people write or dictate it: spaces, dashes, dots and a leading `#` are ignored.
    ///
    /// # Errors
    /// [`TicketNumberError::Shape`] when there are not seven digits or the first is 0,
    /// [`TicketNumberError::CheckDigit`] when one of them must be wrong.
    pub fn parse(text: &str) -> Result<Self, TicketNumberError> {
        let text = text.trim();
        let text = text.strip_prefix('#').unwrap_or(text);
        let digits: Vec<u32> = text
            .chars()
            .filter(|character| !character.is_whitespace() && !matches!(character, '-' | '.' | '–'))
            .map(|character| character.to_digit(10).ok_or(TicketNumberError::Shape))
            .collect::<Result<_, _>>()?;
        if digits.len() != DIGITS {
            return Err(TicketNumberError::Shape);
        }
        let number = digits.iter().fold(0, |number, digit| number * 10 + digit);
        if !SERIALS.contains(&(number / 10)) {
            return Err(TicketNumberError::Shape);
        }
        if damm(number) == 0 { Ok(Self(number)) } else { Err(TicketNumberError::CheckDigit) }
    }

    /// The seven digits, without separators.
    #[must_use]
    pub fn digits(self) -> String {
        self.0.to_string()
    }

    /// All seven digits as one integer, as storage keys it.
    #[must_use]
    pub const fn value(self) -> u32 {
        self.0
    }

    /// The number without its check digit.
    #[must_use]
    pub const fn serial(self) -> u32 {
        self.0 / 10
    }

    fn with_check_digit(serial: u32) -> Self {
        Self(serial * 10 + u32::from(damm(serial)))
    }
}

/// The quasigroup product of the decimal digits, from the left: the check digit of a serial, 0 for a whole number.
/// Leading zeros change nothing, so it runs over the ten places of a `u32`.
fn damm(number: u32) -> u8 {
    let step = |interim: u8, digit: u32| {
        let row = QUASIGROUP.get(usize::from(interim));
        row.and_then(|row| row.get(usize::try_from(digit).ok()?)).copied().unwrap_or_default()
    };
    (0..10).rev().fold(0, |interim, place| step(interim, number / 10_u32.pow(place) % 10))
}

impl fmt::Display for TicketNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:03} {:03} {}", self.0 / 10_000, self.0 / 10 % 1_000, self.0 % 10)
    }
}

impl FromStr for TicketNumber {
    type Err = TicketNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl From<TicketNumber> for String {
    fn from(number: TicketNumber) -> Self {
        number.digits()
    }
}

impl TryFrom<String> for TicketNumber {
    type Error = TicketNumberError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Serials spread over the whole range, the ends included.
    fn sample() -> impl Iterator<Item = TicketNumber> {
        let serials = SERIALS.step_by(611).chain([*SERIALS.end()]);
        serials.map(|serial| TicketNumber::from_serial(serial).unwrap())
    }

    #[test]
    fn every_single_wrong_digit_is_caught() {
        for number in sample() {
            let digits = number.digits().into_bytes();
            for place in 0..digits.len() {
                for wrong in (b'0'..=b'9').filter(|wrong| *wrong != digits[place]) {
                    let mut mistyped = digits.clone();
                    mistyped[place] = wrong;
                    let mistyped = String::from_utf8(mistyped).unwrap();
                    assert!(TicketNumber::parse(&mistyped).is_err(), "{number} read as {mistyped}");
                }
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_caught() {
        for number in sample() {
            let digits = number.digits().into_bytes();
            for place in (1..digits.len()).filter(|place| digits[*place] != digits[place - 1]) {
                let mut swapped = digits.clone();
                swapped.swap(place, place - 1);
                let swapped = String::from_utf8(swapped).unwrap();
                assert!(TicketNumber::parse(&swapped).is_err(), "{number} read as {swapped}");
            }
        }
    }

    #[test]
    fn reads_what_people_write_and_shows_groups() {
        let number = TicketNumber::from_serial(572_000).unwrap();
        let digits = number.digits();
        assert_eq!(number.to_string(), format!("572 000 {}", &digits[6..]));
        for written in
            [digits.clone(), number.to_string(), format!(" #{digits} "), format!("572-000-{}", &digits[6..])]
        {
            assert_eq!(TicketNumber::parse(&written), Ok(number), "{written}");
        }
        assert_eq!(serde_json::to_value(number).unwrap(), digits);
        assert_eq!(serde_json::from_str::<TicketNumber>(&format!("\"{digits}\"")).unwrap(), number);
    }

    #[test]
    fn damm_published_example() {
        assert_eq!(damm(572), 4);
        assert_eq!(damm(5724), 0);
    }

    #[test]
    fn refuses_other_shapes() {
        for text in ["", "123456", "12345678", "0123456", "48219x7", "٤٨٢١٩٣٧", "+4821937", "##4821937"]
        {
            assert_eq!(TicketNumber::parse(text), Err(TicketNumberError::Shape), "{text}");
        }
        assert_eq!(TicketNumber::from_serial(99_999), None);
        assert_eq!(TicketNumber::from_serial(1_000_000), None);
    }

    #[test]
    fn any_random_value_gives_a_number_that_reads_back() {
        for random in [0, 1, 899_999, 900_000, u32::MAX] {
            let number = TicketNumber::from_random(random);
            assert!(SERIALS.contains(&number.serial()));
            assert_eq!(TicketNumber::parse(&number.digits()), Ok(number));
        }
    }
}
