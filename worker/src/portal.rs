//! What every route and job is given: the bindings, the rules in force, and the clock.

use crate::instant;
use crate::store::{Store, StoreError};
use domain::Instant;
use domain::calendar::{Adjustments, Calendar};
use domain::policy::SupportPolicy;
use domain::ticket::Rules;
use std::sync::{Arc, LazyLock};
use worker::{Context, Env};

/// One invocation's view of the world.
#[derive(Clone)]
pub struct Portal {
    env: Env,
    context: Option<Arc<Context>>,
    rules: Arc<Rules>,
    now: Instant,
}

impl Portal {
    /// For a request: the clock is the platform's.
    #[must_use]
    pub fn for_request(env: Env, context: Context) -> Self {
        Self { env, context: Some(Arc::new(context)), rules: rules_in_force(), now: instant::now() }
    }

    /// For a job: the clock is the instant it was scheduled for.
    #[must_use]
    pub fn for_job(env: Env, now: Instant) -> Self {
        Self { env, context: None, rules: rules_in_force(), now }
    }

    /// The contract's figures and the attention calendar.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The instant this invocation takes place.
    #[must_use]
    pub const fn now(&self) -> Instant {
        self.now
    }

    /// The bindings.
    #[must_use]
    pub const fn env(&self) -> &Env {
        &self.env
    }

    /// The database.
    ///
    /// # Errors
    /// [`StoreError`] when the binding is missing.
    pub fn store(&self) -> Result<Store, StoreError> {
        Ok(Store::new(self.env.d1("DB")?))
    }

    /// A setting of the deployment; empty when it isn't set.
    #[must_use]
    pub fn setting(&self, name: &str) -> String {
        self.env.var(name).map(|value| value.to_string()).unwrap_or_default()
    }

    /// Goes on with `work` after the answer has left.
    pub fn afterwards(&self, work: impl Future<Output = ()> + 'static) {
        if let Some(context) = &self.context {
            context.wait_until(work);
        }
    }
}

/// The contract with the calendar as administrators adjusted it. They can't adjust it yet, so an instance builds it once.
fn rules_in_force() -> Arc<Rules> {
    static RULES: LazyLock<Arc<Rules>> = LazyLock::new(|| {
        let policy = SupportPolicy::SOHO;
        Arc::new(Rules { calendar: Calendar::new(&policy, Adjustments::default()), policy })
    });
    RULES.clone()
}
