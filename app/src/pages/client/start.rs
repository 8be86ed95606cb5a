//! The first screen: a bell for the guest who waits, six doors, and nine others shown the right way.

mod elsewhere_list;
mod kind_door;

use domain::scope::Kind;
use leptos::prelude::*;

use crate::components::{AttentionLine, Icon, Soon, SoonAtFirst};
use crate::draft::Unsent;
use crate::shell::ClientShell;
use crate::text::StartText;
use elsewhere_list::ElsewhereList;
use kind_door::KindDoor;

/// What a hotel sees first.
#[component]
pub fn StartPage() -> impl IntoView {
    let text = StartText::current();
    let unsent = match Unsent::recall() {
        Unsent::Nothing => None,
        Unsent::Draft => Some((text.drafted(), "/nuevo", text.go_on())),
        Unsent::Several => Some((text.unsent(), "/pendientes", text.see_unsent())),
    };
    view! {
        <ClientShell title="" hero=view! { <SoonAtFirst><Hero/></SoonAtFirst> }.into_any()>
            <div class="stack stack--loose">
                {unsent
                    .map(|(what, where_, verb)| {
                        view! {
                            <p class="banner banner--asks">
                                <span>{what}</span>
                                <a class="button push" href=where_>{verb}</a>
                            </p>
                        }
                    })}
                <section class="stack">
                    <div class="stack stack--tight">
                        <h2>{text.what()}</h2>
                        <p class="soft">{text.what_hint()}</p>
                    </div>
                    <div class="kinds">
                        <Soon>{Kind::ALL.map(|kind| view! { <KindDoor kind=kind/> }).collect_view()}</Soon>
                    </div>
                </section>
                <Soon>
                    <section class="stack stack--tight">
                        <h2>{text.have_one()}</h2>
                        <div class="row">
                            <a class="button" href="/mis-tickets">{text.mine()}</a>
                            <a class="button" href="/seguir">{text.by_number()}</a>
                        </div>
                    </section>
                    <ElsewhereList/>
                </Soon>
            </div>
        </ClientShell>
    }
}

#[component]
fn Hero() -> impl IntoView {
    let text = StartText::current();
    view! {
        <section class="hero" aria-labelledby="hero-title">
            <div class="hero__inner">
                <div class="hero__words">
                    <h1 id="hero-title">{text.title()}</h1>
                    <p class="hero__lead">{text.lead()}</p>
                </div>
                <div class="hero__act">
                    <a class="bell-button" href="/huesped">
                        <svg class="bell-button__drawing" viewBox="0 0 72 64" aria-hidden="true">
                            <use href="#d-bell"/>
                        </svg>
                        <span class="bell-button__text">
                            <span class="bell-button__title">{text.bell()}</span>
                            <span class="bell-button__hint">{text.bell_hint()}</span>
                        </span>
                        <Icon name="i-arrow"/>
                    </a>
                    <SoonAtFirst><AttentionLine/></SoonAtFirst>
                </div>
            </div>
        </section>
    }
}
