//! The platform's own cryptography (Web Cryptography API), as far as pushes need it: P-256 and AES-GCM in no byte of ours.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use worker::wasm_bindgen::JsValue;
use worker::wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    type SubtleCrypto;

    #[wasm_bindgen(thread_local_v2, js_namespace = crypto, js_name = subtle)]
    static SUBTLE: SubtleCrypto;

    #[wasm_bindgen(method, catch, js_name = importKey)]
    fn import_key(
        this: &SubtleCrypto,
        format: &str,
        key: &JsValue,
        algorithm: &Object,
        extractable: bool,
        usages: &Array,
    ) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = generateKey)]
    fn generate_key(
        this: &SubtleCrypto,
        algorithm: &Object,
        extractable: bool,
        usages: &Array,
    ) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = exportKey)]
    fn export_key(this: &SubtleCrypto, format: &str, key: &JsValue) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = deriveBits)]
    fn derive_bits(
        this: &SubtleCrypto,
        algorithm: &Object,
        key: &JsValue,
        bits: u32,
    ) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn encrypt(
        this: &SubtleCrypto,
        algorithm: &Object,
        key: &JsValue,
        data: &Uint8Array,
    ) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn sign(
        this: &SubtleCrypto,
        algorithm: &Object,
        key: &JsValue,
        data: &Uint8Array,
    ) -> Result<js_sys::Promise, JsValue>;
}

/// What the platform said no to.
type Said<T> = Result<T, JsValue>;

/// The point of a pair made for one message, and the secret it shares with a receiver.
#[derive(Debug)]
pub struct Agreed {
    /// The pair's public point, uncompressed.
    pub public: Vec<u8>,
    /// The shared secret.
    pub secret: Vec<u8>,
}

/// Agrees on a secret with the holder of a public point of P-256, by a pair made for this once. `None` when it is no point.
///
/// # Errors
/// What the platform said.
pub async fn agree(theirs: &[u8]) -> Said<Option<Agreed>> {
    let curve = || object(&[("name", "ECDH".into()), ("namedCurve", "P-256".into())]);
    let point = Uint8Array::from(theirs).into();
    let imported = run(|subtle| subtle.import_key("raw", &point, &curve()?, false, &Array::new())).await;
    let Ok(theirs) = imported else { return Ok(None) };
    let uses = Array::of1(&"deriveBits".into());
    let pair = run(|subtle| subtle.generate_key(&curve()?, false, &uses)).await?;
    let (private, public) =
        (Reflect::get(&pair, &"privateKey".into())?, Reflect::get(&pair, &"publicKey".into())?);
    let algorithm = object(&[("name", "ECDH".into()), ("public", theirs)])?;
    let secret = run(|subtle| subtle.derive_bits(&algorithm, &private, 256)).await?;
    let public = run(|subtle| subtle.export_key("raw", &public)).await?;
    Ok(Some(Agreed { public: bytes(&public), secret: bytes(&secret) }))
}

/// Encrypts by AES-128-GCM, with the tag at the end.
///
/// # Errors
/// What the platform said.
pub async fn encrypt(key: &[u8], nonce: &[u8], plain: &[u8]) -> Said<Vec<u8>> {
    let (key, uses) = (Uint8Array::from(key).into(), Array::of1(&"encrypt".into()));
    let name = object(&[("name", "AES-GCM".into())])?;
    let key = run(|subtle| subtle.import_key("raw", &key, &name, false, &uses)).await?;
    let algorithm = object(&[("name", "AES-GCM".into()), ("iv", Uint8Array::from(nonce).into())])?;
    Ok(bytes(&run(|subtle| subtle.encrypt(&algorithm, &key, &Uint8Array::from(plain))).await?))
}

/// Signs by ECDSA over P-256 with SHA-256 (ES256, RFC 7518 §3.4), by a key whose numbers stand in base64url.
///
/// # Errors
/// What the platform said, as when the numbers are no pair.
pub async fn sign(x: &str, y: &str, d: &str, data: &[u8]) -> Said<Vec<u8>> {
    let jwk = object(&[
        ("kty", "EC".into()),
        ("crv", "P-256".into()),
        ("x", x.into()),
        ("y", y.into()),
        ("d", d.into()),
    ])?;
    let curve = object(&[("name", "ECDSA".into()), ("namedCurve", "P-256".into())])?;
    let uses = Array::of1(&"sign".into());
    let key = run(|subtle| subtle.import_key("jwk", &jwk, &curve, false, &uses)).await?;
    let algorithm = object(&[("name", "ECDSA".into()), ("hash", "SHA-256".into())])?;
    Ok(bytes(&run(|subtle| subtle.sign(&algorithm, &key, &Uint8Array::from(data))).await?))
}

async fn run(ask: impl FnOnce(&SubtleCrypto) -> Said<js_sys::Promise>) -> Said<JsValue> {
    JsFuture::from(SUBTLE.with(ask)?).await
}

fn object(members: &[(&str, JsValue)]) -> Said<Object> {
    let object = Object::new();
    for (name, value) in members {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

fn bytes(buffer: &JsValue) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}
