//! A picture being covered and cropped, on the canvas that shows it.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlCanvasElement, ImageBitmap};

use super::shrink::{canvas, pen};

/// A part of a picture, in shares of its sides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

/// No frame is smaller than this.
const LEAST: f64 = 0.02;
/// What is covered keeps this many shades across: too few to make a letter or a face out.
const SHADES: f64 = 4.0;

impl Default for Frame {
    fn default() -> Self {
        Self { left: 0.25, top: 0.25, width: 0.5, height: 0.5 }
    }
}

impl Frame {
    /// From one corner to the other.
    pub fn between((x, y): (f64, f64), (to_x, to_y): (f64, f64)) -> Self {
        let frame =
            Self { left: x.min(to_x), top: y.min(to_y), width: (to_x - x).abs(), height: (to_y - y).abs() };
        frame.grown(0.0, 0.0)
    }

    /// As large, elsewhere; never beyond the picture.
    pub fn moved(self, x: f64, y: f64) -> Self {
        let left = (self.left + x).clamp(0.0, 1.0 - self.width);
        Self { left, top: (self.top + y).clamp(0.0, 1.0 - self.height), ..self }
    }

    /// With its lower right corner elsewhere; never beyond the picture.
    pub fn grown(self, x: f64, y: f64) -> Self {
        let width = (self.width + x).clamp(LEAST, (1.0 - self.left).max(LEAST));
        Self { width, height: (self.height + y).clamp(LEAST, (1.0 - self.top).max(LEAST)), ..self }
    }

    /// In whole pixels of a canvas.
    fn on(self, canvas: &HtmlCanvasElement) -> (f64, f64, f64, f64) {
        let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
        let (left, top) = ((self.left * width).floor(), (self.top * height).floor());
        let right = ((self.left + self.width) * width).ceil().min(width);
        let bottom = ((self.top + self.height) * height).ceil().min(height);
        (left, top, (right - left).max(1.0), (bottom - top).max(1.0))
    }
}

/// What was done so far, to be undone.
#[derive(Clone, Default)]
pub struct Drawing {
    before: Vec<HtmlCanvasElement>,
}

impl Drawing {
    /// Puts a picture on the canvas.
    pub async fn show(blob: &Blob, on: &HtmlCanvasElement) {
        let Some(asked) =
            web_sys::window().and_then(|window| window.create_image_bitmap_with_blob(blob).ok())
        else {
            return;
        };
        let Ok(Ok(bitmap)) = JsFuture::from(asked).await.map(JsCast::dyn_into::<ImageBitmap>) else { return };
        on.set_width(bitmap.width());
        on.set_height(bitmap.height());
        if let Some(pen) = pen(on) {
            let _ = pen.draw_image_with_image_bitmap(&bitmap, 0.0, 0.0);
        }
        bitmap.close();
    }

    /// How many changes can be undone.
    pub fn changes(&self) -> usize {
        self.before.len()
    }

    /// Blurs what is in the frame beyond recognition: what was there is not in the picture any more.
    pub fn cover(&mut self, on: &HtmlCanvasElement, frame: Frame) {
        self.remember(on);
        let (x, y, width, height) = frame.on(on);
        let block = (width.min(height) / SHADES).max(1.0);
        let (few, rows) = ((width / block).ceil(), (height / block).ceil());
        let Some((small, pen, onto)) =
            canvas(few, rows).and_then(|small| Some((small.clone(), pen(on)?, pen(&small)?)))
        else {
            return;
        };
        let _ = onto.draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            on, x, y, width, height, 0.0, 0.0, few, rows,
        );
        let _ = pen.draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            &small, 0.0, 0.0, few, rows, x, y, width, height,
        );
    }

    /// Keeps what is in the frame alone.
    pub fn crop(&mut self, on: &HtmlCanvasElement, frame: Frame) {
        self.remember(on);
        let (x, y, width, height) = frame.on(on);
        let part = canvas(width, height).and_then(|part| {
            let onto = pen(&part)?;
            let _ = onto.draw_image_with_html_canvas_element(on, -x, -y);
            Some(part)
        });
        if let Some(part) = part {
            put(on, &part);
        }
    }

    /// Takes the last change back.
    pub fn undo(&mut self, on: &HtmlCanvasElement) {
        if let Some(before) = self.before.pop() {
            put(on, &before);
        }
    }

    fn remember(&mut self, on: &HtmlCanvasElement) {
        let copy = canvas(f64::from(on.width()), f64::from(on.height())).and_then(|copy| {
            let _ = pen(&copy)?.draw_image_with_html_canvas_element(on, 0.0, 0.0);
            Some(copy)
        });
        self.before.extend(copy);
    }
}

/// Shows one canvas on another, which takes its size.
fn put(on: &HtmlCanvasElement, other: &HtmlCanvasElement) {
    on.set_width(other.width());
    on.set_height(other.height());
    if let Some(pen) = pen(on) {
        let _ = pen.draw_image_with_html_canvas_element(other, 0.0, 0.0);
    }
}
