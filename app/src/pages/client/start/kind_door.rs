//! One of the six kinds, as a door.

use domain::scope::Kind;
use leptos::prelude::*;
use wording::scope::{kind_description, kind_title};

use crate::components::Icon;
use crate::locale::locale;

/// A door into the form.
#[component]
pub fn KindDoor(
    /// Where it leads.
    kind: Kind,
) -> impl IntoView {
    let drawing = match kind {
        Kind::CannotStart => "k-start",
        Kind::Failure => "k-failure",
        Kind::InconsistentReports => "k-report",
        Kind::BranchSync => "k-sync",
        Kind::PointOfSaleConnection => "k-pos",
        Kind::LicenceExpiry => "k-licence",
    };
    view! {
        <a class="kind" href=format!("/nuevo?tipo={kind}")>
            <span class="kind__door"><Icon name=drawing/></span>
            <span>
                <span class="kind__title">{kind_title(kind, locale())}</span>
                <span class="kind__hint">{kind_description(kind, locale())}</span>
            </span>
        </a>
    }
}
