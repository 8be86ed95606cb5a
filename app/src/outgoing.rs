//! Photos that leave after their ticket exists. They belong to the whole portal, so a change of page doesn't stop them.

use leptos::prelude::*;

use crate::components::Photos;

#[derive(Clone, Copy)]
struct Outgoing(Photos);

/// Makes them known to everything below.
pub fn provide_outgoing_photos() {
    provide_context(Outgoing(Photos::new()));
}

/// The photos of the form.
pub fn use_outgoing_photos() -> Photos {
    use_context::<Outgoing>().map_or_else(Photos::new, |Outgoing(photos)| photos)
}
