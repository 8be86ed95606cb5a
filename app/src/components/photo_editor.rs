//! Covering what must not leave, and cutting off what doesn't matter, before a photo is sent: by finger, mouse or keys.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::{Canvas, Dialog};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Blob, HtmlCanvasElement};

use super::Icon;
use crate::browser;
use crate::photos::{Drawing, Frame, Photos, canvas_to_jpeg};
use crate::text::PhotoText;

/// How far a key moves the frame, of the picture's side.
const STEP: f64 = 0.05;
const FRAME: &str = "photo-frame";

/// A photo being covered and cropped.
#[derive(Clone, Copy)]
struct Editing {
    canvas: NodeRef<Canvas>,
    /// What is marked.
    frame: RwSignal<Frame>,
    /// Where a finger went down.
    dragged: RwSignal<Option<(f64, f64)>>,
    drawing: StoredValue<Drawing, LocalStorage>,
    /// How much there is to undo.
    changes: RwSignal<usize>,
    /// What was done last, for those who don't see it.
    said: RwSignal<&'static str>,
}

impl Editing {
    fn begin() -> Self {
        Self {
            canvas: NodeRef::new(),
            frame: RwSignal::new(Frame::default()),
            dragged: RwSignal::new(None),
            drawing: StoredValue::new_local(Drawing::default()),
            changes: RwSignal::new(0),
            said: RwSignal::new(""),
        }
    }

    fn act(self, act: fn(&mut Drawing, &HtmlCanvasElement, Frame), words: &'static str) {
        if let Some(canvas) = self.canvas.get_untracked() {
            self.drawing.update_value(|drawing| act(drawing, &canvas, self.frame.get_untracked()));
            self.changes.set(self.drawing.with_value(Drawing::changes));
            self.said.set(words);
        }
    }

    /// Where on the picture a finger is, in shares of its sides.
    fn place(self, event: &PointerEvent) -> Option<(f64, f64)> {
        let seen = self.canvas.get_untracked()?.get_bounding_client_rect();
        let x = (f64::from(event.client_x()) - seen.left()) / seen.width();
        let y = (f64::from(event.client_y()) - seen.top()) / seen.height();
        Some((x.clamp(0.0, 1.0), y.clamp(0.0, 1.0)))
    }

    fn press(self, event: &PointerEvent) {
        event.prevent_default();
        if let Some(canvas) = self.canvas.get_untracked() {
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
        self.dragged.set(self.place(event));
    }

    fn pull(self, event: &PointerEvent) {
        if let (Some(from), Some(to)) = (self.dragged.get_untracked(), self.place(event)) {
            self.frame.set(Frame::between(from, to));
        }
    }

    fn key(self, event: &KeyboardEvent) {
        let (x, y) = match event.key().as_str() {
            "ArrowLeft" => (-STEP, 0.0),
            "ArrowRight" => (STEP, 0.0),
            "ArrowUp" => (0.0, -STEP),
            "ArrowDown" => (0.0, STEP),
            _ => return,
        };
        event.prevent_default();
        let grows = event.shift_key();
        self.frame.update(|frame| *frame = if grows { frame.grown(x, y) } else { frame.moved(x, y) });
    }
}

/// The dialog over one photo. It is shown at once, and closes with `on_close`.
#[component]
pub fn PhotoEditor(
    /// Which of the photos.
    id: u32,
    /// The picture as it is.
    blob: Blob,
    /// The photos it is one of.
    photos: Photos,
    /// The dialog went.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let text = PhotoText::current();
    let dialog = NodeRef::<Dialog>::new();
    let editing = Editing::begin();
    let blob = StoredValue::new_local(blob);
    Effect::new(move |_| {
        let (Some(dialog), Some(canvas)) = (dialog.get(), editing.canvas.get()) else { return };
        if !dialog.open() {
            let _ = dialog.show_modal();
        }
        spawn_local(async move {
            let Some(blob) = blob.try_get_value() else { return };
            Drawing::show(&blob, &canvas).await;
            browser::focus(FRAME);
        });
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let done = move |()| {
        let Some(canvas) = editing.canvas.get_untracked() else { return };
        spawn_local(async move {
            let blob = canvas_to_jpeg(&canvas).await;
            let changed = editing.changes.try_get_untracked().unwrap_or_default() > 0;
            close();
            if let (true, Some(blob)) = (changed, blob) {
                photos.replace(id, blob);
            }
        });
    };
    view! {
        <dialog class="dialog dialog--photo" node_ref=dialog aria-labelledby="photo-title" on:close=move |_| on_close.run(())>
            <div class="dialog__head">
                <h2 class="dialog__title" id="photo-title">{text.title()}</h2>
                <button class="button button--icon button--quiet" type="button" aria-label=text.cancel() on:click=move |_| close()>
                    <Icon name="i-close"/>
                </button>
            </div>
            <div class="dialog__body stack stack--tight">
                <p class="small soft" id="photo-how">{text.how()}</p>
                <Picture editing=editing/>
                <p class="visually-hidden" role="status">{move || editing.said.get()}</p>
            </div>
            <Tools editing=editing on_done=done/>
        </dialog>
    }
}

#[component]
fn Picture(editing: Editing) -> impl IntoView {
    let text = PhotoText::current();
    let percent = move |part: fn(&Frame) -> f64| move || format!("{:.2}%", editing.frame.with(part) * 100.0);
    view! {
        <div class="photo-editor">
            <canvas
                class="photo-editor__picture"
                node_ref=editing.canvas
                role="img"
                aria-label=text.picture()
                on:pointerdown=move |event| editing.press(&event)
                on:pointermove=move |event| editing.pull(&event)
                on:pointerup=move |_| editing.dragged.set(None)
                on:pointercancel=move |_| editing.dragged.set(None)
            ></canvas>
            <div
                class="photo-editor__frame"
                id=FRAME
                tabindex="0"
                role="group"
                aria-label=text.frame()
                aria-describedby="photo-how"
                style:left=percent(|frame| frame.left)
                style:top=percent(|frame| frame.top)
                style:width=percent(|frame| frame.width)
                style:height=percent(|frame| frame.height)
                on:keydown=move |event| editing.key(&event)
            ></div>
        </div>
    }
}

#[component]
fn Tools(editing: Editing, #[prop(into)] on_done: Callback<()>) -> impl IntoView {
    let text = PhotoText::current();
    let crop = move |_| {
        editing.act(Drawing::crop, text.cropped());
        editing.frame.set(Frame::default());
    };
    view! {
        <div class="dialog__foot">
            <button class="button" type="button" on:click=move |_| editing.act(Drawing::cover, text.covered())>
                {text.cover()}
            </button>
            <button class="button" type="button" on:click=crop>{text.crop()}</button>
            <button
                class="button button--quiet"
                type="button"
                disabled=move || editing.changes.get() == 0
                on:click=move |_| editing.act(|drawing, canvas, _| drawing.undo(canvas), text.undone())
            >
                {text.undo()}
            </button>
            <button class="button button--primary" type="button" on:click=move |_| on_done.run(())>{text.done()}</button>
        </div>
    }
}
