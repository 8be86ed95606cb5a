//! What holds for every calendar, start, amount and set of waits.

use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;

use super::*;

/// A question to a calendar that an administrator may have changed.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) adjustments: Adjustments,
    pub(super) from: Instant,
    pub(super) amount: TimeDelta,
    pub(super) waits: Vec<Wait>,
}

impl Case {
    pub(super) fn calendar(&self) -> Calendar {
        Calendar::new(&SupportPolicy::SOHO, self.adjustments.clone())
    }

    fn due(&self) -> Instant {
        self.calendar().due(self.from, self.amount, &self.waits)
    }
}

impl Arbitrary for Case {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let question = instant().prop_flat_map(|from| (Just(from), amount(), vec(wait_near(from), 0..5)));
        (adjustments(), question)
            .prop_map(|(adjustments, (from, amount, waits))| Self { adjustments, from, amount, waits })
            .boxed()
    }
}

/// A second of 2025 to 2029; every other one at a boundary, where mistakes live.
pub(super) fn instant() -> impl Strategy<Value = Instant> {
    let day = || (0..1826_i64).prop_map(|days| bogota("2025-01-01 00:00") + TimeDelta::days(days));
    let anywhere = (day(), 0..86_400_i64).prop_map(|(day, second)| day + TimeDelta::seconds(second));
    let boundary = (day(), prop::sample::select(vec![0, 8, 18]), -1..=1_i64)
        .prop_map(|(day, hour, second)| day + hours(hour) + TimeDelta::seconds(second));
    prop_oneof![anywhere, boundary]
}

fn amount() -> impl Strategy<Value = TimeDelta> {
    prop_oneof![
        (0..72 * 3600_i64).prop_map(TimeDelta::seconds),
        (0..200_i64).prop_map(hours),
        (0..36_000_000_i64).prop_map(TimeDelta::seconds),
    ]
}

/// A wait that begins within days of the start, even before it.
fn wait_near(from: Instant) -> impl Strategy<Value = Wait> {
    (-2 * 86_400..8 * 86_400_i64, 0..4 * 86_400_i64).prop_map(move |(after, length)| {
        let begins = from + TimeDelta::seconds(after);
        Wait { from: begins, to: begins + TimeDelta::seconds(length) }
    })
}

fn adjustments() -> impl Strategy<Value = Adjustments> {
    let day = || (0..1826_i64).prop_map(|days| date("2025-01-01") + TimeDelta::days(days));
    let holiday = (2025..2030_i32, 0..18_usize)
        .prop_map(|(year, index)| holidays::of_year(year).expect("a known year")[index].date);
    let added = btree_map(day(), Just("Inventario".to_owned()), 0..40);
    let removed = btree_set(prop_oneof![holiday, day()], 0..20);
    (added, removed).prop_map(|(added, removed)| Adjustments { added, removed })
}

proptest! {
    #[test]
    fn exactly_the_amount_has_elapsed_when_it_is_due(case: Case) {
        let calendar = case.calendar();
        prop_assert_eq!(calendar.elapsed_net(case.from, case.due(), &case.waits), case.amount);
        prop_assert_eq!(calendar.elapsed(case.from, calendar.due(case.from, case.amount, &[])), case.amount);
    }

    #[test]
    fn nothing_is_due_later_than_it_must(case: Case) {
        prop_assume!(case.amount > TimeDelta::zero());
        let calendar = case.calendar();
        let a_second_before = case.due() - TimeDelta::seconds(1);
        prop_assert!(calendar.elapsed_net(case.from, a_second_before, &case.waits) < case.amount);
    }

    #[test]
    fn a_due_instant_lies_inside_attention_hours_or_on_a_closing(case: Case) {
        let (calendar, due) = (case.calendar(), case.due());
        let just_closed = calendar.closing(due - TimeDelta::seconds(1)) == Some(due);
        prop_assert!(calendar.is_open(due) || just_closed, "{}", wall(due));
        prop_assert!(due >= case.from);
    }

    #[test]
    fn due_never_comes_earlier_for_a_later_start_or_a_larger_amount(
        case: Case,
        later in 0..200_000_i64,
        larger in 0..200_000_i64,
    ) {
        let calendar = case.calendar();
        let (later, larger) = (case.from + TimeDelta::seconds(later), case.amount + TimeDelta::seconds(larger));
        prop_assert!(calendar.due(later, case.amount, &case.waits) >= case.due());
        prop_assert!(calendar.due(case.from, larger, &case.waits) >= case.due());
    }

    #[test]
    fn splitting_doubling_or_shuffling_waits_changes_nothing(case: Case, cut in 0.0..1.0_f64, turn in 0..10_usize) {
        let calendar = case.calendar();
        let mut pieces = Vec::new();
        for wait in &case.waits {
            #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
            let middle = ((wait.to - wait.from).num_seconds() as f64 * cut) as i64;
            let middle = wait.from + TimeDelta::seconds(middle);
            pieces.extend([Wait { from: middle, to: wait.to }, *wait, Wait { from: wait.from, to: middle }]);
        }
        let turns = turn % pieces.len().max(1);
        pieces.rotate_left(turns);
        let due = case.due();
        prop_assert_eq!(calendar.due(case.from, case.amount, &pieces), due);
        prop_assert_eq!(calendar.elapsed_net(case.from, due, &pieces), case.amount);
        let explained = calendar.explain(case.from, case.amount, &pieces);
        prop_assert_eq!(explained, calendar.explain(case.from, case.amount, &case.waits));
    }

    #[test]
    fn another_wait_never_makes_anything_earlier(case: Case, extra in instant().prop_flat_map(wait_near)) {
        let mut waits = case.waits.clone();
        waits.push(extra);
        prop_assert!(case.calendar().due(case.from, case.amount, &waits) >= case.due());
    }

    #[test]
    fn another_holiday_never_makes_anything_earlier(case: Case, after in 0..40_i64, to in instant()) {
        let calendar = case.calendar();
        let mut adjustments = case.adjustments.clone();
        let day = case.from.with_timezone(&BOGOTA).date_naive() + TimeDelta::days(after);
        adjustments.added.insert(day, "Otro".to_owned());
        let longer = Calendar::new(&SupportPolicy::SOHO, adjustments);
        prop_assert!(longer.due(case.from, case.amount, &case.waits) >= case.due());
        prop_assert!(longer.next_opening(case.from) >= calendar.next_opening(case.from));
        prop_assert!(longer.unreachable_close(case.from, 2) >= calendar.unreachable_close(case.from, 2));
        prop_assert!(longer.elapsed(case.from, to) <= calendar.elapsed(case.from, to));
    }

    #[test]
    fn a_warning_leaves_exactly_its_amount_and_comes_no_sooner_than_it_must(case: Case, ahead in 1..200_000_i64) {
        let (calendar, due, ahead) = (case.calendar(), case.due(), TimeDelta::seconds(ahead));
        let warned = calendar.before(due, ahead);
        prop_assert!(calendar.is_open(warned), "{}", wall(warned));
        prop_assert_eq!(calendar.elapsed(warned, due), ahead);
        prop_assert!(calendar.elapsed(warned + TimeDelta::seconds(1), due) < ahead);
    }

    #[test]
    fn an_unreachable_ticket_has_whole_business_days_to_answer(case: Case, days in 1..6_u32) {
        let calendar = case.calendar();
        let close = calendar.unreachable_close(case.from, days);
        let midnight = case.from.with_timezone(&BOGOTA).date_naive() + TimeDelta::days(1);
        let midnight = bogota(&format!("{midnight} 00:00"));
        prop_assert_eq!(calendar.elapsed(midnight, close), calendar.day_length() * i32::try_from(days).expect("few"));
        prop_assert_eq!(calendar.closing(close - TimeDelta::seconds(1)), Some(close));
    }

    #[test]
    fn an_account_has_no_gap_and_adds_up(case: Case) {
        let calendar = case.calendar();
        let account = calendar.explain(case.from, case.amount, &case.waits);
        prop_assert_eq!((account.from, account.due), (case.from, case.due()));
        prop_assert!(account.steps.len() <= MOST_STEPS);
        let (mut at, mut remaining, mut given_back) = (case.from, case.amount.num_seconds(), 0);
        for step in &account.steps {
            prop_assert!(step.from == at && step.to > at, "{step:?}");
            let passed = calendar.elapsed(step.from, step.to).num_seconds();
            let (counted, back) = (step.kind.counted_seconds(), step.kind.given_back_seconds());
            prop_assert_eq!(passed, counted + back, "{:?}", step);
            prop_assert_eq!(calendar.elapsed_net(step.from, step.to, &case.waits).num_seconds(), counted, "{:?}", step);
            remaining -= counted;
            given_back += back;
            if let StepKind::Working { remaining_seconds, .. } = step.kind {
                prop_assert_eq!(remaining_seconds, remaining);
            }
            at = step.to;
        }
        prop_assert_eq!((at, remaining), (case.due(), 0));
        let waited = calendar.elapsed(case.from, case.due()) - calendar.elapsed_net(case.from, case.due(), &case.waits);
        prop_assert_eq!(given_back, waited.num_seconds());
    }
}
