//! The words, as tables. Non-breaking spaces are written `~` here, so that one can see them.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use domain::calendar::{Adjustments, Calendar, Explanation, Step, StepKind, Wait, holidays};
use domain::policy::SupportPolicy;

use super::*;
use Locale::{En, Es};

fn bogota(text: &str) -> Instant {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect(text);
    local.and_local_timezone(BOGOTA).single().expect(text).to_utc()
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

fn visible(text: &str) -> String {
    text.replace('\u{a0}', "~")
}

#[test]
fn instants_as_people_say_them() {
    for (at, es, en) in [
        ("2026-07-21 15:30", "martes 21 de julio, 3:30~p.~m.", "Tuesday, July 21, 3:30~p.m."),
        ("2026-01-05 00:05", "lunes 5 de enero, 12:05~a.~m.", "Monday, January 5, 12:05~a.m."),
        ("2026-02-04 12:00", "miércoles 4 de febrero, 12:00~p.~m.", "Wednesday, February 4, 12:00~p.m."),
        ("2026-03-05 11:59", "jueves 5 de marzo, 11:59~a.~m.", "Thursday, March 5, 11:59~a.m."),
        ("2026-04-03 23:59", "viernes 3 de abril, 11:59~p.~m.", "Friday, April 3, 11:59~p.m."),
        ("2026-05-02 01:00", "sábado 2 de mayo, 1:00~a.~m.", "Saturday, May 2, 1:00~a.m."),
        ("2026-06-07 13:01", "domingo 7 de junio, 1:01~p.~m.", "Sunday, June 7, 1:01~p.m."),
    ] {
        assert_eq!(visible(&people_instant(bogota(at), Es)), es);
        assert_eq!(visible(&people_instant(bogota(at), En)), en);
        let time = es.split_once(", ").expect("a time").1;
        assert_eq!(visible(&people_time(bogota(at), Es)), time);
    }
}

#[test]
fn an_instant_is_told_in_bogota_and_seconds_are_dropped() {
    let at: Instant = "2026-07-22T04:59:59.9Z".parse().expect("an instant");
    assert_eq!(visible(&people_instant(at, Es)), "martes 21 de julio, 11:59~p.~m.");
}

#[test]
fn the_year_is_said_only_when_it_is_another() {
    let (this_year, next) = (bogota("2026-12-24 16:00"), bogota("2027-01-04 14:00"));
    assert_eq!(
        visible(&people_instant_seen_from(this_year, next, Es)),
        "lunes 4 de enero de 2027, 2:00~p.~m."
    );
    assert_eq!(visible(&people_instant_seen_from(this_year, next, En)), "Monday, January 4, 2027, 2:00~p.m.");
    assert_eq!(people_instant_seen_from(next, next, Es), people_instant(next, Es));
    assert_eq!(visible(&short_instant_seen_from(this_year, next, Es)), "lun 4 ene 2027, 2:00~p.~m.");
    assert_eq!(visible(&short_instant_seen_from(this_year, next, En)), "Mon, Jan 4, 2027, 2:00~p.m.");
    assert_eq!(short_instant_seen_from(next, next, En), short_instant(next, En));
    // In UTC it is already 2027; in Bogotá it is not.
    let new_years_eve = bogota("2026-12-31 20:00");
    assert_eq!(people_instant_seen_from(this_year, new_years_eve, Es), people_instant(new_years_eve, Es));
}

#[test]
fn short_forms_for_tables() {
    for (at, es, en) in [
        ("2026-07-21 15:30", "mar 21 jul, 3:30~p.~m.", "Tue, Jul 21, 3:30~p.m."),
        ("2026-09-02 08:00", "mié 2 sep, 8:00~a.~m.", "Wed, Sep 2, 8:00~a.m."),
        ("2026-08-01 08:00", "sáb 1 ago, 8:00~a.~m.", "Sat, Aug 1, 8:00~a.m."),
    ] {
        assert_eq!(visible(&short_instant(bogota(at), Es)), es);
        assert_eq!(visible(&short_instant(bogota(at), En)), en);
    }
}

#[test]
fn days_of_every_month() {
    for (day, es, en) in [
        ("2026-08-07", "viernes 7 de agosto", "Friday, August 7"),
        ("2026-09-30", "miércoles 30 de septiembre", "Wednesday, September 30"),
        ("2026-10-12", "lunes 12 de octubre", "Monday, October 12"),
        ("2026-11-01", "domingo 1 de noviembre", "Sunday, November 1"),
        ("2026-12-08", "martes 8 de diciembre", "Tuesday, December 8"),
    ] {
        assert_eq!(people_day(date(day), Es), es);
        assert_eq!(people_day(date(day), En), en);
        assert_eq!(people_day_and_year(date(day), Es), format!("{es} de 2026"));
        assert_eq!(people_day_and_year(date(day), En), format!("{en}, 2026"));
    }
    assert_eq!(short_day(date("2026-12-08"), Es), "mar 8 dic");
    assert_eq!(short_day(date("2026-12-08"), En), "Tue, Dec 8");
}

#[test]
fn amounts_of_attention_time() {
    for (seconds, es, en) in [
        (0, "0 minutos hábiles", "0 business minutes"),
        (59, "menos de un minuto hábil", "less than a business minute"),
        (60, "1 minuto hábil", "1 business minute"),
        (600, "10 minutos hábiles", "10 business minutes"),
        (3_600, "1 hora hábil", "1 business hour"),
        (7_200, "2 horas hábiles", "2 business hours"),
        (5_460, "1 hora hábil y 31 minutos", "1 business hour and 31 minutes"),
        (35_999, "9 horas hábiles y 59 minutos", "9 business hours and 59 minutes"),
        (36_000, "1 día hábil", "1 business day"),
        (46_800, "1 día hábil y 3 horas", "1 business day and 3 hours"),
        (36_060, "1 día hábil y 1 minuto", "1 business day and 1 minute"),
        (172_800, "4 días hábiles y 8 horas", "4 business days and 8 hours"),
        (172_800 - 60, "4 días hábiles, 7 horas y 59 minutos", "4 business days, 7 hours and 59 minutes"),
    ] {
        assert_eq!(attention_duration(TimeDelta::seconds(seconds), Es), es, "{seconds}");
        assert_eq!(attention_duration(TimeDelta::seconds(seconds), En), en, "{seconds}");
        assert_eq!(attention_duration(TimeDelta::seconds(-seconds), Es), es, "{seconds}");
    }
}

#[test]
fn a_promise_by_the_clock_is_told_in_time_of_the_clock() {
    for (minutes, es, en) in [
        (180, "en 3 h 0 min de reloj", "in 3 h 0 min by the clock"),
        (45, "en 45 min de reloj", "in 45 min by the clock"),
        (-65, "hace 1 h 5 min de reloj", "1 h 5 min ago by the clock"),
    ] {
        assert_eq!(clock_relative(TimeDelta::minutes(minutes), Es), es);
        assert_eq!(clock_relative(TimeDelta::minutes(minutes), En), en);
    }
}

#[test]
fn amounts_before_and_after_now() {
    for (minutes, es, en) in [
        (120, "en 2 horas hábiles", "in 2 business hours"),
        (-10, "hace 10 minutos hábiles", "10 business minutes ago"),
        (0, "en 0 minutos hábiles", "in 0 business minutes"),
    ] {
        assert_eq!(attention_relative(TimeDelta::minutes(minutes), Es), es);
        assert_eq!(attention_relative(TimeDelta::minutes(minutes), En), en);
    }
}

#[test]
fn where_an_instant_lies_in_attention_time() {
    let calendar = Calendar::soho();
    for (now, at, es, en) in [
        ("2026-10-13 09:00", "2026-10-13 11:00", "en 2 horas hábiles", "in 2 business hours"),
        ("2026-10-13 17:00", "2026-10-14 09:00", "en 2 horas hábiles", "in 2 business hours"),
        ("2026-10-14 08:05", "2026-10-13 17:55", "hace 10 minutos hábiles", "10 business minutes ago"),
        ("2026-10-17 12:00", "2026-10-19 08:00", "al abrir", "at opening"),
        ("2026-10-17 12:00", "2026-10-16 18:00", "después del último cierre", "since the last closing"),
        ("2026-10-17 12:00", "2026-10-17 12:00", "ahora", "now"),
    ] {
        assert_eq!(attention_from(bogota(now), bogota(at), &calendar, Es), es, "{at} seen from {now}");
        assert_eq!(attention_from(bogota(now), bogota(at), &calendar, En), en, "{at} seen from {now}");
    }
}

#[test]
fn while_it_is_closed_an_amount_says_from_which_opening_it_counts() {
    let calendar = Calendar::soho();
    let (saturday, due) = (bogota("2026-10-17 12:00"), bogota("2026-10-19 11:00"));
    assert_eq!(
        visible(&attention_counted(saturday, due, &calendar, Es)),
        "desde que abramos el lunes 19 de octubre, 8:00~a.~m.: 3 horas hábiles"
    );
    assert_eq!(
        visible(&attention_counted(saturday, due, &calendar, En)),
        "from our opening on Monday, October 19, 8:00~a.m.: 3 business hours"
    );
    for (now, at) in [
        ("2026-10-19 08:00", "2026-10-19 11:00"),
        ("2026-10-17 12:00", "2026-10-19 08:00"),
        ("2026-10-17 12:00", "2026-10-16 17:00"),
    ] {
        let (now, at) = (bogota(now), bogota(at));
        assert_eq!(attention_counted(now, at, &calendar, Es), attention_from(now, at, &calendar, Es));
    }
}

#[test]
fn every_holiday_has_its_own_name() {
    let year = holidays::of_year(2026).expect("a known year");
    for locale in [Es, En] {
        let names: std::collections::BTreeSet<_> =
            year.iter().map(|day| holiday_name(day.kind, locale)).collect();
        assert_eq!(names.len(), 19);
    }
    let both = holidays::on(date("2025-06-30"));
    assert_eq!(holiday_names(&both, Es), "Sagrado Corazón de Jesús / San Pedro y San Pablo");
    assert_eq!(holiday_names(&both, En), "Sacred Heart of Jesus / Saint Peter and Saint Paul");
}

#[test]
fn a_long_weekend_told_line_by_line() {
    let account = Calendar::soho().explain(bogota("2026-07-10 17:30"), TimeDelta::hours(11), &[]);
    assert_eq!(
        visible(&account_summary(&account, Es)),
        "Contamos 1 día hábil y 1 hora desde el viernes 10 de julio, 5:30~p.~m.; el plazo se cumple el miércoles 15 de \
         julio, 8:30~a.~m."
    );
    assert_eq!(
        visible(&account_summary(&account, En)),
        "We count 1 business day and 1 hour from Friday, July 10, 5:30~p.m.; the time is up on Wednesday, July 15, \
         8:30~a.m."
    );
    tell(
        &account,
        &[
            (
                "Viernes 10 de julio, de 5:30~p.~m. a 6:00~p.~m.: cuentan 30 minutos hábiles; faltan 1 día hábil y 30 \
                 minutos.",
                "Friday, July 10, 5:30~p.m. to 6:00~p.m.: 30 business minutes counted; 1 business day and 30 minutes to \
                 go.",
            ),
            (
                "Viernes 10 de julio, tras el cierre: no se cuenta.",
                "Friday, July 10, after closing: not counted.",
            ),
            (
                "Sábado 11 de julio y domingo 12 de julio: fin de semana, no se cuenta.",
                "Saturday, July 11 and Sunday, July 12: weekend, not counted.",
            ),
            (
                "Lunes 13 de julio: festivo (Virgen de Chiquinquirá), no se cuenta.",
                "Monday, July 13: public holiday (Our Lady of Chiquinquirá), not counted.",
            ),
            (
                "Martes 14 de julio: el tiempo empieza a contar con la apertura, a las 8:00~a.~m.",
                "Tuesday, July 14: time starts counting at opening, 8:00~a.m.",
            ),
            (
                "Martes 14 de julio, de 8:00~a.~m. a 6:00~p.~m.: cuenta 1 día hábil; faltan 30 minutos hábiles.",
                "Tuesday, July 14, 8:00~a.m. to 6:00~p.m.: 1 business day counted; 30 business minutes to go.",
            ),
            (
                "Martes 14 de julio, tras el cierre: no se cuenta hasta la apertura del miércoles 15 de julio, \
                 8:00~a.~m.",
                "Tuesday, July 14, after closing: not counted until opening on Wednesday, July 15, 8:00~a.m.",
            ),
            (
                "Miércoles 15 de julio, de 8:00~a.~m. a 8:30~a.~m.: cuentan 30 minutos hábiles y se cumple el plazo.",
                "Wednesday, July 15, 8:00~a.m. to 8:30~a.m.: 30 business minutes counted, and the time is up.",
            ),
        ],
    );
}

#[test]
fn waits_and_an_administrator_s_days_told_line_by_line() {
    let adjustments = Adjustments {
        added: [(date("2026-10-13"), "Inventario general".to_owned())].into(),
        removed: [date("2026-10-12")].into(),
    };
    let calendar = Calendar::new(&SupportPolicy::SOHO, adjustments);
    let waits = [Wait { from: bogota("2026-10-12 15:00"), to: bogota("2026-10-12 17:00") }];
    let account = calendar.explain(bogota("2026-10-11 14:00"), TimeDelta::hours(9), &waits);
    tell(
        &account,
        &[
            (
                "Domingo 11 de octubre: fin de semana, no se cuenta.",
                "Sunday, October 11: weekend, not counted.",
            ),
            (
                "Lunes 12 de octubre: el tiempo empieza a contar con la apertura, a las 8:00~a.~m.",
                "Monday, October 12: time starts counting at opening, 8:00~a.m.",
            ),
            (
                "Lunes 12 de octubre, de 8:00~a.~m. a 3:00~p.~m.: aunque es festivo (Día de la Diversidad Étnica y \
                 Cultural), hay atención; cuentan 7 horas hábiles; faltan 2 horas hábiles.",
                "Monday, October 12, 8:00~a.m. to 3:00~p.m.: a public holiday (Ethnic and Cultural Diversity Day) with \
                 service all the same; 7 business hours counted; 2 business hours to go.",
            ),
            (
                "Lunes 12 de octubre, de 3:00~p.~m. a 5:00~p.~m.: en espera de una respuesta; ese tiempo (2 horas \
                 hábiles) no se cuenta.",
                "Monday, October 12, 3:00~p.m. to 5:00~p.m.: waiting for an answer; that time (2 business hours) is not \
                 counted.",
            ),
            (
                "Lunes 12 de octubre, de 5:00~p.~m. a 6:00~p.~m.: aunque es festivo (Día de la Diversidad Étnica y \
                 Cultural), hay atención; cuenta 1 hora hábil; falta 1 hora hábil.",
                "Monday, October 12, 5:00~p.m. to 6:00~p.m.: a public holiday (Ethnic and Cultural Diversity Day) with \
                 service all the same; 1 business hour counted; 1 business hour to go.",
            ),
            (
                "Lunes 12 de octubre, tras el cierre: no se cuenta.",
                "Monday, October 12, after closing: not counted.",
            ),
            (
                "Martes 13 de octubre: día sin atención (Inventario general), no se cuenta.",
                "Tuesday, October 13: no service that day (Inventario general), not counted.",
            ),
            (
                "Miércoles 14 de octubre: el tiempo empieza a contar con la apertura, a las 8:00~a.~m.",
                "Wednesday, October 14: time starts counting at opening, 8:00~a.m.",
            ),
            (
                "Miércoles 14 de octubre, de 8:00~a.~m. a 9:00~a.~m.: cuenta 1 hora hábil y se cumple el plazo.",
                "Wednesday, October 14, 8:00~a.m. to 9:00~a.m.: 1 business hour counted, and the time is up.",
            ),
        ],
    );
}

#[test]
fn a_very_long_account_names_its_years() {
    let step = |given_back_seconds| Step {
        from: bogota("2026-10-13 08:00"),
        to: bogota("2030-10-14 18:00"),
        kind: StepKind::Condensed { seconds: 360_000, given_back_seconds },
    };
    let (es, en) = (
        "Del martes 13 de octubre de 2026 al lunes 14 de octubre de 2030: 10 días hábiles en total",
        "From \
         Tuesday, October 13, 2026 to Monday, October 14, 2030: 10 business days in all",
    );
    assert_eq!(step_sentence(&step(0), Es), format!("{es}."));
    assert_eq!(step_sentence(&step(0), En), format!("{en}."));
    let told = step_sentence(&step(3600), Es);
    assert_eq!(told, format!("{es}, sin contar 1 hora hábil en espera de una respuesta."));
    let told = step_sentence(&step(3600), En);
    assert_eq!(told, format!("{en}, leaving out 1 business hour waiting for an answer."));
}

#[test]
fn opening_at_one_takes_the_singular_article() {
    let step = Step {
        from: bogota("2026-10-13 07:00"),
        to: bogota("2026-10-13 13:00"),
        kind: StepKind::BeforeOpening,
    };
    let told = "Martes 13 de octubre: el tiempo empieza a contar con la apertura, a la 1:00~p.~m.";
    assert_eq!(visible(&step_sentence(&step, Es)), told);
}

#[test]
fn the_ends_of_time_are_told_without_a_panic() {
    for at in [Instant::MIN_UTC, Instant::MAX_UTC] {
        for locale in [Es, En] {
            assert!(!people_instant_seen_from(bogota("2026-10-13 09:00"), at, locale).is_empty());
            assert!(!short_instant(at, locale).is_empty());
            let account = Calendar::soho().explain(at, TimeDelta::MAX, &[]);
            assert!(account.steps.iter().all(|step| !step_sentence(step, locale).is_empty()));
            let (seconds, remaining_seconds) = (i64::MAX, i64::MIN);
            for kind in [StepKind::Weekend, StepKind::Working { seconds, remaining_seconds, despite: vec![] }]
            {
                assert!(!step_sentence(&Step { from: at, to: at, kind }, locale).is_empty());
            }
        }
    }
}

/// Each step of an account has the sentence expected of it, in both languages.
fn tell(account: &Explanation, expected: &[(&str, &str)]) {
    let told: Vec<_> = account
        .steps
        .iter()
        .map(|step| (visible(&step_sentence(step, Es)), visible(&step_sentence(step, En))))
        .collect();
    let expected: Vec<_> = expected.iter().map(|(es, en)| ((*es).to_owned(), (*en).to_owned())).collect();
    assert_eq!(told, expected);
}

#[test]
fn a_closing_is_told_in_business_days() {
    let account = Calendar::soho().explain_unreachable_close(bogota("2026-10-09 11:00"), 2);
    assert_eq!(
        closing_summary(&account, Es),
        "Contamos 2 días hábiles desde el día siguiente, sábado 10 de octubre; el plazo se cumple al cierre del último, el miércoles 14 de octubre, 6:00\u{a0}p.\u{a0}m."
    );
    assert_eq!(
        closing_summary(&account, En),
        "We count 2 business days from the day after, Saturday, October 10; the time is up at the close of the last one, Wednesday, October 14, 6:00\u{a0}p.m."
    );
}
