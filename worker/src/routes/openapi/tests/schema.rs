//! As much of JSON Schema as the description uses: enough to hold real answers against it.

use super::super::DOCUMENT;
use serde_json::Value;
use std::sync::LazyLock;

static PARSED: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(DOCUMENT).unwrap());

/// The whole description.
pub fn document() -> &'static Value {
    &PARSED
}

/// What a `$ref` points at.
pub fn resolve(reference: &str) -> &'static Value {
    let pointer = reference.strip_prefix('#').unwrap();
    document().pointer(pointer).unwrap_or_else(|| panic!("{reference} points at nothing"))
}

/// Why `value` is not what the named schema describes, if it isn't.
pub fn faults(schema: &str, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(resolve(&format!("#/components/schemas/{schema}")), value, schema, &mut faults);
    faults
}

fn fits(schema: &Value, value: &Value) -> bool {
    let mut faults = Vec::new();
    check(schema, value, "", &mut faults);
    faults.is_empty()
}

fn check(schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        check(resolve(reference), value, at, faults);
    }
    let mut unless = |holds: bool, what: &str| {
        if !holds {
            faults.push(format!("{at}: {what}: {value}"));
        }
    };
    let types = schema["type"].as_str().map(|one| vec![one]);
    let types = types.or_else(|| Some(schema["type"].as_array()?.iter().filter_map(Value::as_str).collect()));
    unless(types.is_none_or(|types| types.iter().any(|name| is_of_type(value, name))), "type");
    unless(schema["enum"].as_array().is_none_or(|values| values.contains(value)), "enum");
    unless(schema.get("const").is_none_or(|only| only == value), "const");
    let fitting =
        |name: &str| schema[name].as_array().map(|all| all.iter().filter(|one| fits(one, value)).count());
    unless(fitting("oneOf").is_none_or(|fitting| fitting == 1), "oneOf");
    unless(fitting("anyOf").is_none_or(|fitting| fitting > 0), "anyOf");
    for part in schema["allOf"].as_array().into_iter().flatten() {
        check(part, value, at, faults);
    }
    if let (Some(properties), Some(members)) = (schema["properties"].as_object(), value.as_object()) {
        for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !members.contains_key(name) {
                faults.push(format!("{at}: {name} is missing"));
            }
        }
        for (name, member) in members {
            match properties.get(name) {
                Some(property) => check(property, member, &format!("{at}/{name}"), faults),
                None if schema["additionalProperties"] == false => {
                    faults.push(format!("{at}: {name} is unknown"));
                }
                None => {}
            }
        }
    }
    if let Some(items) = value.as_array() {
        let fixed = schema["prefixItems"].as_array().map(Vec::as_slice).unwrap_or_default();
        for (index, item) in items.iter().enumerate() {
            let schema = fixed.get(index).unwrap_or(&schema["items"]);
            check(schema, item, &format!("{at}/{index}"), faults);
        }
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("{other} is no type the description uses"),
    }
}
