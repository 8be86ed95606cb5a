//! Making a photo small on the device: at most 1600 pixels a side, as a JPEG that is drawn anew. What cameras write beside a
//! picture, such as where it was taken, is not drawn and so stays behind.

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, ImageBitmap, ImageBitmapOptions,
    ImageOrientation, Url,
};

use crate::browser;

/// The longest side of a photo that is sent, in pixels: a screen's small print stays legible.
const LONGEST: f64 = 1600.0;
/// How true the JPEG stays, from 0 to 1.
const QUALITY: f64 = 0.85;

/// Why a photo can't be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// An iPhone's own format, which this browser can't show.
    Heic,
    /// It is no picture that this browser can show.
    NoPicture,
}

/// A picture that can be drawn.
enum Picture {
    Bitmap(ImageBitmap),
    Image(HtmlImageElement),
}

/// Makes a picture small.
pub async fn to_jpeg(blob: &Blob, name: &str) -> Result<Blob, Refusal> {
    let refused = if is_heic(blob, name).await { Refusal::Heic } else { Refusal::NoPicture };
    let picture = decode(blob).await.map_err(|_| refused)?;
    let (width, height) = picture.size();
    let scale = (LONGEST / width.max(height)).min(1.0);
    let canvas =
        canvas((width * scale).round().max(1.0), (height * scale).round().max(1.0)).ok_or(refused)?;
    picture.draw(&canvas).map_err(|_| refused)?;
    canvas_to_jpeg(&canvas).await.ok_or(refused)
}

/// What is drawn on a canvas, as a JPEG.
pub async fn canvas_to_jpeg(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let made = Promise::new(&mut |resolve: Function, _| {
        let _ = canvas.to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &QUALITY.into());
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

/// The name of a picture that became a JPEG.
pub fn as_jpeg(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("{stem}.jpg")
}

/// A canvas of so many pixels, white as paper: a JPEG has nothing that can be seen through.
pub fn canvas(width: f64, height: f64) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = browser::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 1600")]
    {
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
    }
    let pen = pen(&canvas)?;
    pen.set_fill_style_str("#fff");
    pen.fill_rect(0.0, 0.0, width, height);
    Some(canvas)
}

/// What draws on a canvas.
pub fn pen(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

async fn decode(blob: &Blob) -> Result<Picture, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let upright = ImageBitmapOptions::new();
    upright.set_image_orientation(ImageOrientation::FromImage);
    if let Ok(asked) = window.create_image_bitmap_with_blob_and_image_bitmap_options(blob, &upright)
        && let Ok(bitmap) = JsFuture::from(asked).await
    {
        return Ok(Picture::Bitmap(bitmap.dyn_into()?));
    }
    // Some browsers show formats that they don't make bitmaps of.
    let image = HtmlImageElement::new()?;
    let address = Url::create_object_url_with_blob(blob)?;
    image.set_src(&address);
    let outcome = JsFuture::from(image.decode()).await;
    let _ = Url::revoke_object_url(&address);
    outcome.map(|_| Picture::Image(image))
}

impl Picture {
    fn size(&self) -> (f64, f64) {
        let (width, height) = match self {
            Self::Bitmap(bitmap) => (bitmap.width(), bitmap.height()),
            Self::Image(image) => (image.natural_width(), image.natural_height()),
        };
        (f64::from(width), f64::from(height))
    }

    fn draw(&self, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
        let pen = pen(canvas).ok_or(JsValue::NULL)?;
        let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
        match self {
            Self::Bitmap(bitmap) => {
                pen.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height)?;
                bitmap.close();
                Ok(())
            }
            Self::Image(image) => {
                pen.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
            }
        }
    }
}

/// Whether it is what iPhones save: by its brand (ISO/IEC 23008-12), for phones name and declare it in many ways.
async fn is_heic(blob: &Blob, name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    if matches!(extension.as_deref(), Some("heic" | "heif")) {
        return true;
    }
    let Ok(head) = blob.slice_with_f64_and_f64(0.0, 12.0) else { return false };
    let Ok(bytes) = JsFuture::from(head.array_buffer()).await else { return false };
    let head = Uint8Array::new(&bytes).to_vec();
    let brand = head
        .strip_prefix(&[0, 0, 0])
        .and_then(|rest| rest.get(1..))
        .and_then(|rest| rest.strip_prefix(b"ftyp"));
    brand.is_some_and(|brand| {
        [b"heic", b"heix", b"mif1", b"heim", b"heis"].iter().any(|known| brand == *known)
    })
}
