//! The second factor of SOHO's staff.

use domain::api::Me;
use domain::api::factor::{Enrolled, Enrolment, FactorCode, FactorFacts, RecoveryCodes, ShowFactor};

use super::{Answer, IdempotencyKey, get, post};

/// How one's own second factor stands.
pub async fn factor_facts() -> Answer<FactorFacts> {
    get("/session/factor").await
}

/// What an authenticator application is told.
pub async fn begin_enrolment() -> Answer<Enrolment> {
    post("/session/factor/enrolment", &(), &IdempotencyKey::fresh()).await
}

/// Sets the factor up with the first code that the application shows.
pub async fn confirm_enrolment(code: String) -> Answer<Enrolled> {
    post("/session/factor/enrolment/confirmation", &FactorCode { code }, &IdempotencyKey::fresh()).await
}

/// Shows the factor.
pub async fn show_factor(shown: &ShowFactor) -> Answer<Me> {
    post("/session/factor", shown, &IdempotencyKey::fresh()).await
}

/// Replaces the recovery codes.
pub async fn renew_recovery_codes(code: String) -> Answer<RecoveryCodes> {
    post("/session/factor/recovery-codes", &FactorCode { code }, &IdempotencyKey::fresh()).await
}
