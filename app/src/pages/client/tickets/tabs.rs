//! Which tickets are looked at: the open ones or all, of one branch or of every one. The address says it, so that it can be kept
//! and sent.

use domain::ident::BranchId;
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use super::pages::Which;
use crate::text::TicketText;

/// The query that asks for closed tickets as well.
const ALL: (&str, &str) = ("ver", "todos");
/// The query that asks for one branch.
const BRANCH: &str = "sede";

/// Branches by identifier and name, as the session knows them.
pub type Branches = Vec<(BranchId, String)>;

/// What an address asks for. A branch that isn't the person's is as if none were named.
pub fn asked(query: &ParamsMap, branches: &[(BranchId, String)]) -> Which {
    let named = query.get_str(BRANCH);
    let branch = branches.iter().map(|(id, _)| id).find(|id| named == Some(id.as_str()));
    Which { all: query.get_str(ALL.0) == Some(ALL.1), branch: branch.cloned() }
}

/// Where these are looked at.
pub fn address(which: &Which) -> String {
    let all = which.all.then(|| format!("{}={}", ALL.0, ALL.1));
    let branch = which
        .branch
        .as_ref()
        .map(|branch| format!("{BRANCH}={}", String::from(js_sys::encode_uri_component(branch.as_str()))));
    let query: Vec<_> = branch.into_iter().chain(all).collect();
    if query.is_empty() { "/mis-tickets".to_owned() } else { format!("/mis-tickets?{}", query.join("&")) }
}

/// The open ones, or all.
#[component]
pub fn OpenTabs(wanted: Memo<Which>) -> impl IntoView {
    let text = TicketText::current();
    let tab = move |all: bool, words: &'static str| {
        let there = move || wanted.with(|which| address(&Which { all, ..which.clone() }));
        let here = move || wanted.with(|which| which.all == all).then_some("page");
        view! { <a class="tab" href=there aria-current=here>{words}</a> }
    };
    view! {
        <nav class="tabs" aria-label=text.which()>
            {tab(false, text.only_open())}
            {tab(true, text.see_all())}
        </nav>
    }
}

/// Every branch, or one; nothing for whoever has one or none.
#[component]
pub fn BranchTabs(
    /// What is looked at.
    wanted: Memo<Which>,
    /// The person's branches.
    branches: Branches,
) -> impl IntoView {
    let text = TicketText::current();
    let tab = move |branch: Option<BranchId>, words: String| {
        let target = branch.clone();
        let there = move || wanted.with(|which| address(&Which { branch: target.clone(), all: which.all }));
        let here = move || wanted.with(|which| which.branch == branch).then_some("page");
        view! { <a class="tab" href=there aria-current=here>{words}</a> }
    };
    (branches.len() > 1).then(|| {
        view! {
            <nav class="tabs" aria-label=text.branches()>
                {tab(None, text.every_branch().to_owned())}
                {branches.into_iter().map(|(id, name)| tab(Some(id), name)).collect_view()}
            </nav>
        }
    })
}
