//! What lies outside: unknown years, impossible amounts, the ends of time. Nothing panics and nothing takes long.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

const ENDS: [Instant; 2] = [Instant::MIN_UTC, Instant::MAX_UTC];

#[test]
fn the_known_years_begin_and_end_at_midnight_in_bogota() {
    for (at, year) in [
        ("1984-01-01T04:59:59Z", Some(1983)),
        ("1984-01-01T05:00:00Z", None),
        ("2026-07-10T22:30:00Z", None),
        ("2101-01-01T04:59:59Z", None),
        ("2101-01-01T05:00:00Z", Some(2101)),
    ] {
        let instant: Instant = at.parse().expect(at);
        assert_eq!(
            Calendar::check_range(instant),
            year.map_or(Ok(()), |year| Err(OutOfRange { year })),
            "{at}"
        );
    }
    assert!(ENDS.iter().all(|end| Calendar::check_range(*end).is_err()));
}

#[test]
fn figures_from_outside_can_be_refused() {
    let calendar = Calendar::soho();
    let from = bogota("2026-10-13 09:00");
    assert_eq!(calendar.checked_due(from, hours(3), &[]), Ok(bogota("2026-10-13 12:00")));
    let (old, far) = (bogota("1983-12-31 23:59:59"), bogota("2101-01-01 00:00"));
    let refused = |year| Err(OutOfRange { year });
    assert_eq!(calendar.checked_due(old, hours(3), &[]), refused(1983));
    assert_eq!(calendar.checked_due(from, hours(3), &[Wait { from: old, to: from }]), refused(1983));
    assert_eq!(calendar.checked_due(from, hours(3), &[Wait { from, to: far }]), refused(2101));
    assert_eq!(
        calendar.checked_due(bogota("2100-12-31 17:00"), hours(1), &[]),
        Ok(bogota("2100-12-31 18:00"))
    );
    assert_eq!(calendar.checked_due(bogota("2100-12-31 17:00"), hours(2), &[]), refused(2101));
    assert!(calendar.checked_due(from, TimeDelta::MAX, &[]).is_err());
}

#[test]
fn outside_the_known_years_weekdays_go_on_counting() {
    let calendar = Calendar::soho();
    // Christmas 1983 was a Sunday; Thursday 8 December 1983 a holiday of an older law, unknown here.
    assert!(calendar.is_open(bogota("1983-12-08 12:00")));
    assert!(!calendar.is_open(bogota("1983-12-25 12:00")));
    let from = bogota("2100-12-31 17:00");
    assert_eq!(wall(calendar.due(from, hours(2), &[])), "2101-01-03 09:00:00");
    for (from, to) in [("1960-01-01 00:00", "1961-01-01 00:00"), ("2200-01-01 00:00", "2201-01-01 00:00")] {
        let (from, to) = (bogota(from), bogota(to));
        let elapsed = calendar.elapsed(from, to);
        assert_eq!(elapsed.num_hours(), 2610, "261 days from Monday to Friday in {from}");
        assert_eq!(calendar.elapsed(from, calendar.due(from, elapsed, &[])), elapsed);
    }
}

#[test]
fn the_ends_of_time_and_impossible_amounts_saturate() {
    let calendar = Calendar::soho();
    let everything = Wait { from: Instant::MIN_UTC, to: Instant::MAX_UTC };
    let last = whole(Instant::MAX_UTC);
    assert_eq!((last.timestamp(), last.timestamp_subsec_nanos()), (Instant::MAX_UTC.timestamp(), 0));
    for from in [Instant::MIN_UTC, bogota("2026-10-13 09:00"), Instant::MAX_UTC] {
        assert_eq!(calendar.due(from, TimeDelta::MAX, &[]), last);
        assert_eq!(calendar.due(from, TimeDelta::MAX, &[everything]), last);
        assert_eq!(calendar.due(from, hours(1), &[everything]), last);
        assert_eq!(calendar.due(from, TimeDelta::MIN, &[]), calendar.due(from, TimeDelta::zero(), &[]));
        assert_eq!(calendar.before(from, TimeDelta::MAX), Instant::MIN_UTC);
        assert_eq!(calendar.before(from, TimeDelta::MIN), whole(from));
        assert_eq!(calendar.unreachable_close(from, u32::MAX), last);
        assert!(calendar.next_opening(from) >= whole(from));
        assert!(calendar.explain(from, TimeDelta::MAX, &[everything]).steps.len() <= MOST_STEPS);
        assert!(calendar.explain(from, TimeDelta::MIN, &[]).steps.len() <= 3);
        for to in ENDS {
            assert!(calendar.elapsed_net(from, to, &[everything]) == TimeDelta::zero());
        }
    }
}

#[test]
fn a_policy_without_hours_counts_nothing() {
    let policy = SupportPolicy { closes: SupportPolicy::SOHO.opens, ..SupportPolicy::SOHO };
    let upside_down =
        SupportPolicy { opens: SupportPolicy::SOHO.closes, closes: SupportPolicy::SOHO.opens, ..policy };
    let from = bogota("2026-10-13 12:00");
    for policy in [policy, upside_down] {
        let calendar = Calendar::new(&policy, Adjustments::default());
        assert!(!calendar.is_open(from));
        assert_eq!(calendar.elapsed(from, bogota("2027-10-13 12:00")), TimeDelta::zero());
        assert!(calendar.checked_due(from, hours(1), &[]).is_err());
        assert_eq!(calendar.next_opening(from), whole(Instant::MAX_UTC));
        assert_eq!(calendar.before(from, hours(1)), from);
        assert!(calendar.explain(from, hours(1), &[]).steps.len() <= MOST_STEPS);
    }
}
