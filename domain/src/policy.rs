//! Every figure of the contract, by rule number. No other module states one.

use chrono::{NaiveTime, TimeDelta};

/// The figures a support contract fixes. [`SupportPolicy::SOHO`] is the one in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SupportPolicy {
    /// R12: wall-clock opening of an attention day in Bogotá.
    pub opens: NaiveTime,
    /// R12: wall-clock closing of an attention day in Bogotá.
    pub closes: NaiveTime,
    /// R14: attention time allowed until a person says the ticket is being analysed.
    pub first_response: TimeDelta,
    /// R14: clock time allowed for a critical ticket registered by phone outside attention hours.
    pub first_response_critical_by_phone: TimeDelta,
    /// R15: attention time allowed until the response.
    pub response: TimeDelta,
    /// R18: business days without an answer after which a ticket is closed as unreachable.
    pub unreachable_business_days: u32,
    /// R18: unsuccessful contact attempts at which a ticket is closed as unreachable.
    pub unreachable_attempts: u32,
    /// How much attention time before a promise falls due the desk is warned. Our own figure: the contract is silent.
    pub warning_ahead: TimeDelta,
    /// How much attention time before a committed date the desk is warned (R16). Our own figure.
    pub bug_warning_ahead: TimeDelta,
    /// Business days after which a resolution nobody contests stands. Our own figure, the same as R18's.
    pub uncontested_business_days: u32,
    /// R13: how long a number reserved for a call waits for it. Our own figure: a night.
    pub reservation: TimeDelta,
    /// How many numbers one address may hold reserved at a time. Our own figure: a hotel's devices share one.
    pub reservations_at_once: u32,
    /// How many numbers may wait reserved at a time, of all addresses together. Our own figure: many times the calls of any night,
    /// and a small part of the numbers there are, so that nobody fills either them or the database.
    pub reservations_in_all: u32,
    /// Longest text a person may write at once, in characters. Our own figure.
    pub text_limit: u32,
    /// The largest photo taken, in bytes. Our own figure: a phone's picture scaled down is far below it.
    pub photo_bytes: usize,
    /// The most photos of one ticket, whoever sends them. Our own figure: far more screens than any one case needs (R3), and a
    /// bound to what one ticket can be made to store.
    pub photos_a_ticket: u32,
    /// How many hand-over links of one ticket work at a time. Our own figure: every colleague of a shift, and a list its owner can
    /// still look through.
    pub links_a_ticket: u32,
    /// R10: the support line, E.164.
    pub support_line: &'static str,
    /// R2, R20: the commercial area's mailbox.
    pub commercial_mail: &'static str,
    /// R21: the site with the commercial area's chat.
    pub commercial_site: &'static str,
}

/// A wall-clock hour that is known to exist. Falls back to midnight, which no caller reaches.
const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

impl SupportPolicy {
    /// The support conditions of SOHOAPP SAS.
    pub const SOHO: Self = Self {
        opens: hour(8),
        closes: hour(18),
        first_response: TimeDelta::hours(3),
        first_response_critical_by_phone: TimeDelta::hours(3),
        response: TimeDelta::hours(48),
        unreachable_business_days: 2,
        unreachable_attempts: 9,
        warning_ahead: TimeDelta::hours(1),
        bug_warning_ahead: TimeDelta::hours(10),
        uncontested_business_days: 2,
        reservation: TimeDelta::hours(14),
        reservations_at_once: 10,
        reservations_in_all: 2_000,
        text_limit: 10_000,
        photo_bytes: 5 * 1024 * 1024,
        photos_a_ticket: 30,
        links_a_ticket: 20,
        support_line: "+573330333522",
        commercial_mail: "info@sohoapps.co",
        commercial_site: "https://sohoapps.co",
    };
}

impl Default for SupportPolicy {
    fn default() -> Self {
        Self::SOHO
    }
}
