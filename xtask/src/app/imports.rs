//! Short names for what the first module imports from its JavaScript.
//!
//! wasm-bindgen names each import with a hash, once in the module and once in the JavaScript. Nobody reads them and they
//! don't compress: with some three hundred imports they were 7 kB of the first load.

use crate::Outcome;

/// The section of a module that lists its imports (WebAssembly core specification, 5.5.5).
const IMPORTS: u8 = 2;
/// An import that is a function.
const FUNCTION: u8 = 0;
/// Magic number and version.
const PREAMBLE: usize = 8;
/// How many digits a hash of wasm-bindgen's has.
const HASH: usize = 16;

/// Renames the imports of `module` whose names end in a hash, and the same names in `glue`.
///
/// # Errors
/// When the module is not one, or imports what is no function: after wasm-bindgen, the first module imports nothing else.
pub fn shorten(module: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let (preamble, rest) = module.split_at_checked(PREAMBLE).ok_or("This is no WebAssembly module.")?;
    let (mut fresh, mut glue) = (preamble.to_vec(), glue.to_owned());
    let mut sections = Reader(rest);
    while let Ok(kind) = sections.byte() {
        let content = sections.bytes()?;
        fresh.push(kind);
        if kind == IMPORTS {
            put_bytes(&mut fresh, &shorten_section(content, &mut glue)?);
        } else {
            put_bytes(&mut fresh, content);
        }
    }
    Ok((fresh, glue))
}

fn shorten_section(section: &[u8], glue: &mut String) -> Outcome<Vec<u8>> {
    let mut imports = Reader(section);
    let count = imports.number()?;
    let mut fresh = Vec::new();
    put_number(&mut fresh, count);
    let mut given = 0;
    for _ in 0..count {
        let (from, name) = (imports.bytes()?, imports.bytes()?);
        let text = str::from_utf8(name).map_err(|_| "An import has no readable name.")?;
        if imports.byte()? != FUNCTION {
            return Err(format!("The first module imports {text}, which is no function.").into());
        }
        put_bytes(&mut fresh, from);
        if ends_in_hash(text) {
            let short = name_of(given);
            given += 1;
            *glue = glue.replace(text, &short);
            put_bytes(&mut fresh, short.as_bytes());
        } else {
            put_bytes(&mut fresh, name);
        }
        fresh.push(FUNCTION);
        put_number(&mut fresh, imports.number()?);
    }
    Ok(fresh)
}

fn ends_in_hash(name: &str) -> bool {
    let hash = name.rsplit('_').next().unwrap_or_default();
    name.starts_with("__w") && hash.len() == HASH && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// `a` to `z`, `aa`, `ab`, and so on.
fn name_of(index: u32) -> String {
    let last = char::from(b'a' + u8::try_from(index % 26).unwrap_or_default());
    match index / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", name_of(more - 1)),
    }
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Outcome<u8> {
        let (first, rest) = self.0.split_first().ok_or("The module ends too early.")?;
        self.0 = rest;
        Ok(*first)
    }

    /// A number in LEB128.
    fn number(&mut self) -> Outcome<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err("A number in the module is too long.".into())
    }

    /// As many bytes as the number before them says.
    fn bytes(&mut self) -> Outcome<&'a [u8]> {
        let length = usize::try_from(self.number()?)?;
        let (taken, rest) = self.0.split_at_checked(length).ok_or("The module ends too early.")?;
        self.0 = rest;
        Ok(taken)
    }
}

fn put_number(to: &mut Vec<u8>, mut number: u32) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            return to.push(low);
        }
        to.push(low | 0x80);
    }
}

fn put_bytes(to: &mut Vec<u8>, bytes: &[u8]) {
    put_number(to, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    to.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::{name_of, shorten};

    const NAME: &str = "__wbg_fetch_0123456789abcdef";

    /// A module that imports a function by each name from `./x.js`, and a custom section after it.
    fn module(names: &[&str], kind: u8) -> Vec<u8> {
        let mut section = vec![u8::try_from(names.len()).unwrap()];
        for name in names {
            section.extend([6, b'.', b'/', b'x', b'.', b'j', b's', u8::try_from(name.len()).unwrap()]);
            section.extend(name.bytes());
            section.extend([kind, 0]);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([2, u8::try_from(section.len()).unwrap()]);
        module.extend(section);
        module.extend([0, 2, 1, b'k']);
        module
    }

    #[test]
    fn a_hashed_name_is_short_in_both_and_any_other_stays() {
        let names = [NAME, "__wbindgen_object_drop_ref", "__wbg_now_fedcba9876543210"];
        let glue = format!("{{ {NAME}: 1, __wbindgen_object_drop_ref: 2, __wbg_now_fedcba9876543210: 3 }}");
        let (fresh, glue) = shorten(&module(&names, 0), &glue).unwrap();
        assert_eq!(fresh, module(&["a", "__wbindgen_object_drop_ref", "b"], 0));
        assert_eq!(glue, "{ a: 1, __wbindgen_object_drop_ref: 2, b: 3 }");
    }

    #[test]
    fn what_is_no_module_of_functions_is_refused() {
        assert!(shorten(b"\0asm", "").is_err());
        assert!(shorten(&module(&[NAME], 2), "").unwrap_err().to_string().contains(NAME));
        let whole = module(&[NAME], 0);
        assert!(shorten(&whole[..20], "").is_err());
    }

    #[test]
    fn names_are_never_given_twice() {
        assert_eq!([0, 25, 26, 701, 702].map(name_of), ["a", "z", "aa", "zz", "aaa"]);
    }
}
