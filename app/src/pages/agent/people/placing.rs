//! Where somebody stands: role, and for people of a hotel which one and which branch.

use domain::access::Role;
use domain::api::people::{Hotel, Standing};
use domain::ident::{BranchId, CompanyId};
use domain::people::Place;
use leptos::prelude::*;
use wording::people::role_name;

use super::{Choices, said_of};
use crate::api::ApiError;
use crate::components::{Field, described_by};
use crate::locale::locale;
use crate::text::agent::people::PeopleText;

/// The members of a place that are shown.
pub const MEMBERS: [&str; 3] = ["role", "company", "branch"];

const ROLE: &str = "lugar-perfil";
const COMPANY: &str = "lugar-hotel";
const BRANCH: &str = "lugar-sede";

/// A place that is being chosen.
#[derive(Clone, Copy)]
pub struct Placing {
    role: RwSignal<Role>,
    company: RwSignal<String>,
    branch: RwSignal<String>,
}

impl Placing {
    /// Begins with where somebody stands; who is new is one of a hotel's.
    pub fn begin(from: Option<&Standing>) -> Self {
        let id = |pair: Option<String>| RwSignal::new(pair.unwrap_or_default());
        Self {
            role: RwSignal::new(from.map_or(Role::Client, |from| from.role)),
            company: id(from.and_then(|from| from.company.as_ref()).map(|(id, _)| id.0.clone())),
            branch: id(from.and_then(|from| from.branch.as_ref()).map(|(id, _)| id.0.clone())),
        }
    }

    /// What was chosen. Staff belong to no hotel, whatever was chosen before.
    pub fn place(self) -> Place {
        let role = self.role.get_untracked();
        let told = |text: RwSignal<String>| {
            Some(text.get_untracked()).filter(|text| !role.is_staff() && !text.is_empty())
        };
        Place { role, company: told(self.company).map(CompanyId), branch: told(self.branch).map(BranchId) }
    }

    /// Whether a hotel is missing.
    pub fn lacks_hotel(self) -> bool {
        !self.role.get_untracked().is_staff() && self.company.with_untracked(String::is_empty)
    }

    /// The control for what is missing.
    pub const fn hotel_control() -> &'static str {
        COMPANY
    }
}

/// Its fields.
#[component]
pub fn PlaceFields(
    /// What is chosen.
    placing: Placing,
    /// The hotels there are.
    choices: Choices,
    /// What the Worker said of it.
    error: RwSignal<Option<ApiError>>,
    /// Whether it was tried without a hotel.
    #[prop(into)]
    hotel_missing: Signal<bool>,
) -> impl IntoView {
    let say = PeopleText::current();
    let said = move |member: &'static str| {
        Signal::derive(move || error.with(|error| said_of(error.as_ref(), member)))
    };
    let company_said = Signal::derive(move || {
        let missing = hotel_missing.get().then(|| say.choose_hotel().to_owned());
        missing.or_else(|| error.with(|error| said_of(error.as_ref(), "company")))
    });
    let roles = Role::ALL.map(|role| {
        let chosen = placing.role.get_untracked() == role;
        view! { <option value=role.code() selected=chosen>{role_name(role, locale())}</option> }
    });
    let of_hotel = move || !placing.role.get().is_staff();
    let hotels = move || {
        let chosen = placing.company.get_untracked();
        let option = |hotel: Hotel| {
            let chosen = hotel.id.0 == chosen;
            view! { <option value=hotel.id.0 selected=chosen>{hotel.name}</option> }
        };
        choices.0.get().into_iter().map(option).collect_view()
    };
    let branches = move || {
        let company = placing.company.get();
        let chosen = placing.branch.get_untracked();
        let hotel = choices.0.get().into_iter().find(|hotel| hotel.id.0 == company);
        let option = |(id, name): (BranchId, String)| {
            let chosen = id.0 == chosen;
            view! { <option value=id.0 selected=chosen>{name}</option> }
        };
        hotel.map(|hotel| hotel.branches.into_iter().map(option).collect_view())
    };
    let choose_role = move |event| {
        if let Some(role) = Role::parse(&event_target_value(&event)) {
            placing.role.set(role);
        }
    };
    let choose_company = move |event| {
        placing.branch.set(String::new());
        placing.company.set(event_target_value(&event));
    };
    view! {
        <Field id=ROLE label=say.role() error=said("role")>
            <select class="input" id=ROLE aria-describedby=described_by(ROLE, false, false) on:change=choose_role>
                {roles.into_iter().collect_view()}
            </select>
        </Field>
        <Show when=of_hotel>
            <Field id=COMPANY label=say.hotel() error=company_said>
                <select
                    class="input"
                    id=COMPANY
                    aria-describedby=described_by(COMPANY, false, false)
                    aria-invalid=move || company_said.with(Option::is_some).then_some("true")
                    on:change=choose_company
                >
                    <option value="" selected=placing.company.with_untracked(String::is_empty)>{say.choose_hotel()}</option>
                    {hotels}
                </select>
            </Field>
            <Field id=BRANCH label=say.branch() error=said("branch")>
                <select
                    class="input"
                    id=BRANCH
                    aria-describedby=described_by(BRANCH, false, false)
                    on:change=move |event| placing.branch.set(event_target_value(&event))
                >
                    <option value="" selected=placing.branch.with_untracked(String::is_empty)>{say.all_branches()}</option>
                    {branches}
                </select>
            </Field>
        </Show>
    }
}
