//! The keys of the desk, listed, and the switch that turns them off.

use leptos::prelude::*;

use crate::pages::agent::keys;
use crate::pages::agent::modal::Modal;
use crate::text::agent::desk::DeskText;

/// The list of keys.
#[component]
pub fn KeyHelp(
    /// Whether its reader registers calls: a key that does nothing is not told.
    calls: bool,
    /// It was left.
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = DeskText::current();
    let groups: [(&str, &[(&str, &str)]); 3] = [
        (
            say.keys_queue(),
            &[
                ("j k", say.key_next()),
                ("Enter", say.key_open()),
                ("t", say.key_take()),
                ("/", say.key_search()),
            ],
        ),
        (
            say.keys_ticket(),
            &[
                ("t", say.key_take()),
                ("r", say.key_reply()),
                ("n", say.key_note()),
                ("i", say.key_ask()),
                ("s", say.key_resolve()),
                ("c", say.key_contact()),
                ("a", say.key_assign()),
                ("d", say.key_date()),
                ("j k", say.key_next()),
                ("Ctrl Enter", say.key_send()),
            ],
        ),
        (
            say.keys_everywhere(),
            &[
                ("g q", say.key_queue()),
                ("g l", say.key_call()),
                ("#", say.key_number()),
                ("?", say.key_help()),
                ("Esc", say.key_back()),
            ],
        ),
    ];
    let groups = groups.map(|(title, list)| {
        let list = list.iter().filter(|(pressed, _)| calls || *pressed != "g l").map(|(pressed, does)| {
            let pressed = pressed
                .split(' ')
                .map(|key| view! { <kbd class="kbd">{key.to_owned()}</kbd> })
                .collect_view();
            view! { <div><dt>{pressed}</dt><dd>{*does}</dd></div> }
        });
        view! {
            <section>
                <h3 class="key-list__title">{title}</h3>
                <dl class="key-list">{list.collect_view()}</dl>
            </section>
        }
    });
    view! {
        <Modal title=say.keys() on_close=on_close>
            <div class="dialog__body">
                {groups.into_iter().collect_view()}
                <label class="tick">
                    <input
                        type="checkbox"
                        prop:checked=!keys::silenced()
                        on:change=move |event| keys::silence(!event_target_checked(&event))
                    />
                    <span>{say.keys_on()}</span>
                </label>
            </div>
        </Modal>
    }
}
