//! The account of a due instant, line by line (R22).

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::*;

/// Each line as "from to kind …", in wall time without the year.
fn lines(account: &Explanation) -> Vec<String> {
    let short = |at: Instant| at.with_timezone(&BOGOTA).format("%m-%d %H:%M").to_string();
    let line = |step: &Step| {
        let detail = match &step.kind {
            StepKind::Working { seconds, remaining_seconds, despite } if despite.is_empty() => {
                format!("working {seconds} left {remaining_seconds}")
            }
            StepKind::Working { seconds, despite, .. } => format!("working {seconds} despite {despite:?}"),
            StepKind::Waiting { given_back_seconds } => format!("waiting {given_back_seconds}"),
            StepKind::Holiday { names } => format!("holiday {names:?}"),
            StepKind::Added { name } => format!("added {name}"),
            StepKind::Condensed { seconds, given_back_seconds } => {
                format!("condensed {seconds} {given_back_seconds}")
            }
            plain => format!("{plain:?}"),
        };
        format!("{} → {} {detail}", short(step.from), short(step.to))
    };
    account.steps.iter().map(line).collect()
}

#[test]
fn the_first_landmark_day_by_day() {
    let account = Calendar::soho().explain(bogota("2026-07-10 17:30"), SupportPolicy::SOHO.response, &[]);
    assert_eq!(account.amount_seconds, 172_800);
    assert_eq!(wall(account.due), "2026-07-21 15:30:00");
    assert_eq!(
        lines(&account),
        [
            "07-10 17:30 → 07-10 18:00 working 1800 left 171000",
            "07-10 18:00 → 07-11 00:00 AfterClosing",
            "07-11 00:00 → 07-13 00:00 Weekend",
            "07-13 00:00 → 07-14 00:00 holiday [OurLadyOfChiquinquira]",
            "07-14 00:00 → 07-14 08:00 BeforeOpening",
            "07-14 08:00 → 07-14 18:00 working 36000 left 135000",
            "07-14 18:00 → 07-15 08:00 Overnight",
            "07-15 08:00 → 07-15 18:00 working 36000 left 99000",
            "07-15 18:00 → 07-16 08:00 Overnight",
            "07-16 08:00 → 07-16 18:00 working 36000 left 63000",
            "07-16 18:00 → 07-17 08:00 Overnight",
            "07-17 08:00 → 07-17 18:00 working 36000 left 27000",
            "07-17 18:00 → 07-18 00:00 AfterClosing",
            "07-18 00:00 → 07-20 00:00 Weekend",
            "07-20 00:00 → 07-21 00:00 holiday [Independence]",
            "07-21 00:00 → 07-21 08:00 BeforeOpening",
            "07-21 08:00 → 07-21 15:30 working 27000 left 0",
        ]
    );
}

#[test]
fn waits_and_an_administrator_s_days_have_their_lines() {
    let calendar = adjusted(&[("2026-10-15", "Inventario")], &["2026-10-12"]);
    let waits = [wait("2026-10-13 16:00", "2026-10-14 09:00"), wait("2026-10-12 10:00", "2026-10-12 11:00")];
    let account = calendar.explain(bogota("2026-10-12 06:00"), hours(26), &waits);
    assert_eq!(
        lines(&account),
        [
            "10-12 06:00 → 10-12 08:00 BeforeOpening",
            "10-12 08:00 → 10-12 10:00 working 7200 despite [EthnicDiversity]",
            "10-12 10:00 → 10-12 11:00 waiting 3600",
            "10-12 11:00 → 10-12 18:00 working 25200 despite [EthnicDiversity]",
            "10-12 18:00 → 10-13 08:00 Overnight",
            "10-13 08:00 → 10-13 16:00 working 28800 left 32400",
            "10-13 16:00 → 10-13 18:00 waiting 7200",
            "10-13 18:00 → 10-14 08:00 Overnight",
            "10-14 08:00 → 10-14 09:00 waiting 3600",
            "10-14 09:00 → 10-14 18:00 working 32400 left 0",
        ],
        "due at the closing, not after the inventory (R17)"
    );
    let longer = calendar.explain(bogota("2026-10-14 17:00"), hours(2), &[]);
    assert_eq!(
        lines(&longer),
        [
            "10-14 17:00 → 10-14 18:00 working 3600 left 3600",
            "10-14 18:00 → 10-15 00:00 AfterClosing",
            "10-15 00:00 → 10-16 00:00 added Inventario",
            "10-16 00:00 → 10-16 08:00 BeforeOpening",
            "10-16 08:00 → 10-16 09:00 working 3600 left 0",
        ]
    );
}

#[test]
fn a_start_on_sunday_begins_with_the_rest_of_the_weekend() {
    let account = Calendar::soho().explain(bogota("2026-10-18 10:00"), hours(1), &[]);
    let expected = [
        "10-18 10:00 → 10-19 00:00 Weekend",
        "10-19 00:00 → 10-19 08:00 BeforeOpening",
        "10-19 08:00 → 10-19 09:00 working 3600 left 0",
    ];
    assert_eq!(lines(&account), expected);
}

#[test]
fn nothing_to_spend_needs_no_account_while_open() {
    let calendar = Calendar::soho();
    assert!(calendar.explain(bogota("2026-10-13 10:00"), hours(0), &[]).steps.is_empty());
    assert!(calendar.explain(bogota("2026-10-13 18:00"), hours(0), &[]).steps.is_empty());
    let night = calendar.explain(bogota("2026-10-13 19:00"), hours(0), &[]);
    assert_eq!(lines(&night), ["10-13 19:00 → 10-14 08:00 Overnight"]);
}

#[test]
fn a_very_long_account_is_condensed_and_still_adds_up() {
    let calendar = Calendar::soho();
    let wait = wait("2027-01-01 00:00", "2040-01-01 00:00");
    let account = calendar.explain(bogota("2026-10-13 10:00"), hours(50_000), &[wait]);
    assert_eq!(account.steps.len(), MOST_STEPS);
    assert_eq!(
        account.steps.iter().map(|step| step.kind.counted_seconds()).sum::<i64>(),
        account.amount_seconds
    );
    let given_back: i64 = account.steps.iter().map(|step| step.kind.given_back_seconds()).sum();
    assert_eq!(given_back, calendar.elapsed(wait.from, wait.to).num_seconds());
    let last = account.steps.last().expect("a step");
    assert_eq!(last.to, account.due);
    assert!(matches!(last.kind, StepKind::Condensed { .. }));
}

#[test]
fn an_account_that_just_fits_is_not_condensed() {
    let calendar = Calendar::soho();
    let from = bogota("2026-10-13 10:00");
    let mut amounts = (1..60_i64)
        .map(|day| calendar.explain(from, calendar.day_length() * 8 * i32::try_from(day).expect("few"), &[]));
    let condensed = |account: &Explanation| {
        matches!(account.steps.last().expect("a step").kind, StepKind::Condensed { .. })
    };
    assert!(amounts.all(|account| condensed(&account) == (account.steps.len() == MOST_STEPS)));
}

#[test]
fn an_account_travels_flat() {
    let calendar = adjusted(&[("2026-07-14", "Inventario")], &["2026-07-20"]);
    let waits = [wait("2026-07-15 08:00", "2026-07-15 09:00")];
    let account = calendar.explain(bogota("2026-07-10 17:30"), hours(2), &waits);
    let json = serde_json::json!({
        "from": "2026-07-10T22:30:00Z",
        "due": "2026-07-15T15:30:00Z",
        "amount_seconds": 7200,
        "steps": [
            { "from": "2026-07-10T22:30:00Z", "to": "2026-07-10T23:00:00Z", "kind": "working", "seconds": 1800,
              "remaining_seconds": 5400 },
            { "from": "2026-07-10T23:00:00Z", "to": "2026-07-11T05:00:00Z", "kind": "after_closing" },
            { "from": "2026-07-11T05:00:00Z", "to": "2026-07-13T05:00:00Z", "kind": "weekend" },
            { "from": "2026-07-13T05:00:00Z", "to": "2026-07-14T05:00:00Z", "kind": "holiday",
              "names": ["our_lady_of_chiquinquira"] },
            { "from": "2026-07-14T05:00:00Z", "to": "2026-07-15T05:00:00Z", "kind": "added", "name": "Inventario" },
            { "from": "2026-07-15T05:00:00Z", "to": "2026-07-15T13:00:00Z", "kind": "before_opening" },
            { "from": "2026-07-15T13:00:00Z", "to": "2026-07-15T14:00:00Z", "kind": "waiting",
              "given_back_seconds": 3600 },
            { "from": "2026-07-15T14:00:00Z", "to": "2026-07-15T15:30:00Z", "kind": "working", "seconds": 5400,
              "remaining_seconds": 0 },
        ]
    });
    assert_eq!(serde_json::to_value(&account).expect("JSON"), json);
    assert_eq!(serde_json::from_value::<Explanation>(json).expect("an account"), account);
}
