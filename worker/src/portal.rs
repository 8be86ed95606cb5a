//! What every route and job is given: the bindings, the rules in force, and the clock.

use crate::instant;
use crate::store::{Store, StoreError};
use domain::Instant;
use domain::calendar::{Adjustments, Calendar};
use domain::policy::SupportPolicy;
use domain::ticket::Rules;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};
use worker::{Context, Env};

/// One invocation's view of the world.
#[derive(Clone)]
pub struct Portal {
    env: Env,
    context: Option<Arc<Context>>,
    rules: Arc<OnceLock<Arc<Rules>>>,
    now: Instant,
}

impl Portal {
    /// For a request: the clock is the platform's.
    #[must_use]
    pub fn for_request(env: Env, context: Context) -> Self {
        Self { env, context: Some(Arc::new(context)), rules: Arc::default(), now: instant::now() }
    }

    /// For a job: the clock is the instant it was scheduled for.
    #[must_use]
    pub fn for_job(env: Env, now: Instant) -> Self {
        Self { env, context: None, rules: Arc::default(), now }
    }

    /// The contract's figures and the attention calendar in force, as far as the invocation learnt of it; before, the
    /// law's. Whoever decides has asked for the context, or called [`Self::learn`], first.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        static OF_LAW: LazyLock<Arc<Rules>> = LazyLock::new(|| Arc::new(Rules::soho()));
        self.rules.get().unwrap_or_else(|| &*OF_LAW)
    }

    /// Takes the administrators' adjustments into force (R12).
    pub fn know(&self, adjustments: Adjustments) {
        let _ = self.rules.set(rules_with(adjustments));
    }

    /// Reads the administrators' adjustments, where nothing else is read first: one statement.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn learn(&self) -> Result<(), StoreError> {
        if self.rules.get().is_none() {
            self.know(self.store()?.adjustments().await?.0);
        }
        Ok(())
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

/// The contract with a calendar adjusted so. An instance keeps the last one it built: days rarely change.
#[must_use]
pub fn rules_with(adjustments: Adjustments) -> Arc<Rules> {
    static LAST: Mutex<Option<Arc<Rules>>> = Mutex::new(None);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    match &*last {
        Some(rules) if *rules.calendar.adjustments() == adjustments => rules.clone(),
        _ => {
            let policy = SupportPolicy::SOHO;
            let rules = Arc::new(Rules { calendar: Calendar::new(&policy, adjustments), policy });
            *last = Some(rules.clone());
            rules
        }
    }
}
