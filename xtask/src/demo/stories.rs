//! The tickets of the demo data, by where they stand.

mod analysis;
mod closed;
mod critical;
mod development;
mod fresh;
mod resolved;
mod unusual;
mod waiting;

use super::story::Stage;

/// Tells every story.
pub fn tell(stage: &mut Stage) {
    fresh::tell(stage);
    critical::tell(stage);
    analysis::tell(stage);
    waiting::tell(stage);
    development::tell(stage);
    resolved::tell(stage);
    closed::tell(stage);
    unusual::tell(stage);
}
