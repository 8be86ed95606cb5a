//! What the device keeps of texts and pictures: one store of `IndexedDB`, values by name. Where a browser has none, as some
//! private windows do, the same is kept in memory: what is written must at least outlive a change of page.
//!
//! The database is opened for each use and closed after it, so that signing out can delete it from any window.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbKeyRange, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

use crate::browser;

const STORE: &str = "kept";
/// Raised when what is in the store changes its shape.
const VERSION: u32 = 1;

thread_local! {
    static MEMORY: RefCell<BTreeMap<String, JsValue>> = const { RefCell::new(BTreeMap::new()) };
}

/// A change of one name: its new value, or that it goes.
pub type Change = (String, Option<JsValue>);

/// Everything whose name begins so, in the order of names.
pub async fn list(prefix: &str) -> Vec<(String, JsValue)> {
    match stored(prefix).await {
        Ok(found) => found,
        Err(_) => MEMORY.with_borrow(|memory| {
            let named = memory.iter().filter(|(name, _)| name.starts_with(prefix));
            named.map(|(name, value)| (name.clone(), value.clone())).collect()
        }),
    }
}

/// What is kept under a name.
pub async fn read(name: &str) -> Option<JsValue> {
    list(name).await.into_iter().find(|(found, _)| found == name).map(|(_, value)| value)
}

/// Makes all the changes or none.
pub async fn change(changes: Vec<Change>) {
    if write(&changes).await.is_err() {
        MEMORY.with_borrow_mut(|memory| {
            for (name, value) in changes {
                match value {
                    Some(value) => memory.insert(name, value),
                    None => memory.remove(&name),
                };
            }
        });
    }
}

async fn stored(prefix: &str) -> Result<Vec<(String, JsValue)>, JsValue> {
    let database = open().await?;
    let transaction = database.transaction_with_str(STORE)?;
    let store = transaction.object_store(STORE)?;
    let range = IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into())?;
    // Both are asked before either is awaited: a transaction with nothing to do ends by itself.
    let names = store.get_all_keys_with_key(&range)?;
    let values = store.get_all_with_key(&range)?;
    let outcome = over(&transaction).await;
    database.close();
    outcome?;
    let names: Array = names.result()?.unchecked_into();
    let values: Array = values.result()?.unchecked_into();
    Ok(names.iter().filter_map(|name| name.as_string()).zip(values.iter()).collect())
}

async fn write(changes: &[Change]) -> Result<(), JsValue> {
    let database = open().await?;
    let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
    let store = transaction.object_store(STORE)?;
    for (name, value) in changes {
        match value {
            Some(value) => store.put_with_key(value, &name.into())?,
            None => store.delete(&name.into())?,
        };
    }
    let outcome = over(&transaction).await;
    database.close();
    outcome
}

async fn open() -> Result<IdbDatabase, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let factory = window.indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open_with_u32(browser::DATABASE, VERSION)?;
    let asked = request.clone();
    let upgrade = Closure::once(move || make(&asked));
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    answered(&request).await?;
    request.result()?.dyn_into()
}

fn make(request: &IdbOpenDbRequest) {
    if let Some(database) = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok()) {
        let _ = database.create_object_store(STORE);
    }
}

async fn answered(request: &IdbRequest) -> Result<(), JsValue> {
    let answered = Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(answered).await.map(drop)
}

async fn over(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let over = Promise::new(&mut |resolve: Function, reject: Function| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    });
    JsFuture::from(over).await.map(drop)
}
