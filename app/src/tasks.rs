//! Work cut into tasks, between which a browser paints and answers touches. On a cheap phone that is the difference between a page
//! that is there and one that hangs: most of what a first visit waits for is the browser compiling what it runs for the first time.

use std::cell::{OnceCell, RefCell};
use std::collections::VecDeque;
use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessagePort};

type Work = Box<dyn FnOnce()>;

#[derive(Default)]
struct Queue {
    /// What is to be done, a task each.
    waiting: VecDeque<Work>,
    /// What the last task asked for.
    asked: VecDeque<Work>,
    running: bool,
}

thread_local! {
    static QUEUE: RefCell<Queue> = RefCell::default();
    /// Where tasks are asked for. Timers would wait for one another, and for seconds where nobody looks.
    static PORT: OnceCell<Option<MessagePort>> = const { OnceCell::new() };
    static NEXT: RefCell<VecDeque<Work>> = RefCell::default();
}

/// Does it in the next task.
fn next(work: Work) {
    NEXT.with_borrow_mut(|next| next.push_back(work));
    let asked = PORT.with(|port| {
        let port = port.get_or_init(open);
        port.as_ref().is_some_and(|port| port.post_message(&JsValue::NULL).is_ok())
    });
    if !asked {
        set_timeout(run_next, Duration::ZERO);
    }
}

fn run_next() {
    if let Some(work) = NEXT.with_borrow_mut(VecDeque::pop_front) {
        work();
    }
}

fn open() -> Option<MessagePort> {
    let channel = MessageChannel::new().ok()?;
    let heard = Closure::<dyn Fn()>::new(run_next);
    channel.port1().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // Lives as long as the portal.
    heard.forget();
    Some(channel.port2())
}

/// Does it in a task of its own, after what was asked for before. What a task asks for goes before what was waiting: a page that is
/// built so grows from its top down, and nothing in sight moves.
pub fn soon(work: impl FnOnce() + 'static) {
    ask(|queue| queue.asked.push_back(Box::new(work)));
}

/// Does it after all that is to be done, and what that asks for.
pub fn at_last(work: impl FnOnce() + 'static) {
    ask(|queue| queue.waiting.push_back(Box::new(work)));
}

fn ask(how: impl FnOnce(&mut Queue)) {
    let idle = QUEUE.with_borrow_mut(|queue| {
        how(queue);
        !std::mem::replace(&mut queue.running, true)
    });
    if idle {
        next(Box::new(step));
    }
}

/// One task; what its signals change is built right after it, and asks for tasks in its turn.
fn step() {
    let work = QUEUE.with_borrow_mut(|queue| {
        let mut first = std::mem::take(&mut queue.asked);
        first.append(&mut queue.waiting);
        queue.waiting = first;
        let work = queue.waiting.pop_front();
        queue.running = work.is_some();
        work
    });
    if let Some(work) = work {
        // Asked for before: what waits is done also when this fails.
        next(Box::new(step));
        work();
    }
}

/// Whether something is being built in tasks.
pub fn are_running() -> bool {
    QUEUE.with_borrow(|queue| queue.running)
}

/// Goes on in a task of its own.
pub async fn breathe() {
    let going_on = js_sys::Promise::new(&mut |go_on, _| {
        next(Box::new(move || {
            let _ = go_on.call0(&JsValue::NULL);
        }));
    });
    let _ = JsFuture::from(going_on).await;
}
