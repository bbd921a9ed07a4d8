//! Builds what the browser gets: styles, fonts and the app, under content-hashed names with compressed twins.

use crate::tools::{self, capture, hash, npm_program, root, say, scratch, target};
use crate::wasm;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How much care a build takes: quick for development, small and fast for everything that is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Care {
    Quick,
    Release,
}

impl Care {
    fn brotli_quality(self) -> i32 {
        if self == Self::Quick { 4 } else { 11 }
    }
}

/// Pages that are open during an update still ask for the files they were made with.
const KEEP_REPLACED: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Where the server finds its site.
pub fn folder() -> PathBuf {
    target().join("site")
}

/// The files of one step, as they are written.
pub struct Assets {
    care: Care,
    /// File name → bytes raw and compressed.
    pub files: BTreeMap<String, (u64, u64)>,
}

impl Assets {
    /// Writes under a name made from the content; answers with its address.
    pub fn put(&mut self, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        self.put_as(&format!("{stem}.{}.{extension}", hash([bytes])), bytes)
    }

    /// Writes under a name whose hash the caller made; answers with its address.
    pub fn put_as(&mut self, name: &str, bytes: &[u8]) -> Result<String> {
        let path = folder().join("assets").join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        let mut small = bytes.len();
        // These are compressed inside already.
        if !name.ends_with(".woff2") && !name.ends_with(".png") {
            let compressed = brotli(bytes, self.care.brotli_quality())?;
            small = compressed.len();
            fs::write(folder().join("assets").join(format!("{name}.br")), compressed)?;
        }
        self.files.insert(name.to_owned(), (bytes.len() as u64, small as u64));
        Ok(format!("/assets/{name}"))
    }
}

fn brotli(bytes: &[u8], quality: i32) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    brotli::CompressorWriter::with_params(&mut out, 4096, &parameters).write_all(bytes)?;
    Ok(out)
}

/// Builds the site, redoing only what changed, and prints what the browser loads.
pub fn build(care: Care) -> Result<PathBuf> {
    fs::create_dir_all(folder().join("assets"))?;
    let modules = wasm::compile(care)?;
    let mut files = BTreeMap::new();
    let styles = step("styles", care, &style_inputs()?, &mut files, styles)?;
    let mut manifest = styles;
    for (module, bytes) in modules {
        let inputs = [bytes.as_slice(), wasm::RECIPE.as_bytes()].concat();
        let part = step(module.file, care, &inputs, &mut files, |assets| wasm::link(module, &bytes, care, assets))?;
        if let (Value::Object(all), Value::Object(more)) = (&mut manifest, part) {
            all.extend(more);
        }
    }
    forget_old_files(files.keys())?;
    // Written last and in one move: a running server never sees half a manifest.
    let draft = folder().join("manifest.json.new");
    fs::write(&draft, serde_json::to_string_pretty(&manifest)?)?;
    fs::rename(draft, folder().join("manifest.json"))?;
    print_sizes(&files);
    Ok(folder())
}

/// Runs one step, unless the same inputs left files that are still there; answers with its part of the manifest.
fn step(
    name: &str,
    care: Care,
    inputs: &[u8],
    all: &mut BTreeMap<String, (u64, u64)>,
    make: impl FnOnce(&mut Assets) -> Result<Value>,
) -> Result<Value> {
    let stamp = scratch()?.join(format!("{name}-{}.json", if care == Care::Quick { "quick" } else { "release" }));
    let key = hash([inputs]);
    let found: Value = fs::read(&stamp).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    let files: BTreeMap<String, (u64, u64)> = serde_json::from_value(found["files"].clone()).unwrap_or_default();
    let there = !files.is_empty() && files.keys().all(|file| folder().join("assets").join(file).is_file());
    if found["key"] == key.as_str() && there {
        all.extend(files);
        return Ok(found["part"].clone());
    }
    let mut assets = Assets { care, files: BTreeMap::new() };
    let part = make(&mut assets)?;
    fs::write(&stamp, json!({ "key": key, "part": part, "files": assets.files }).to_string())?;
    all.extend(assets.files);
    Ok(part)
}

fn style_inputs() -> Result<Vec<u8>> {
    let mut inputs = fs::read(root().join("package-lock.json"))?;
    let mut folders = vec![root().join("style")];
    while let Some(folder) = folders.pop() {
        let mut entries = fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        entries.sort();
        for path in entries {
            if path.is_dir() {
                folders.push(path);
            } else {
                inputs.extend(path.to_string_lossy().as_bytes());
                inputs.extend(fs::read(&path)?);
            }
        }
    }
    Ok(inputs)
}

/// Fonts first, because the style sheet names them.
fn styles(assets: &mut Assets) -> Result<Value> {
    say("compiling the styles");
    let mut fonts = BTreeMap::new();
    for entry in fs::read_dir(root().join("style/fonts")).context("style/fonts is missing")? {
        let path = entry?.path();
        let (Some(name), Some(stem)) = (text(path.file_name()), text(path.file_stem())) else { continue };
        if let Some(extension @ ("woff2" | "woff")) = path.extension().and_then(|extension| extension.to_str()) {
            fonts.insert(name, assets.put(&stem, extension, &fs::read(&path)?)?);
        }
    }
    // Deprecations: bootstrap-italia still writes @import; the version of sass is fixed until it no longer does.
    let sass =
        ["--quiet-deps", "--silence-deprecation=import", "--no-source-map", "--style=compressed", "--load-path=node_modules"];
    let css = String::from_utf8(capture(npm_program("sass").args(sass).arg("style/main.scss"))?)?;
    let css = assets.put("style", "css", rewrite_addresses(&css, &fonts)?.as_bytes())?;
    Ok(json!({ "css": css, "fonts": fonts.values().collect::<Vec<_>>() }))
}

fn text(part: Option<&std::ffi::OsStr>) -> Option<String> {
    part.and_then(|part| part.to_str()).map(str::to_owned)
}

/// Puts hashed addresses into `url(…)`; what is not ours may only be inline.
fn rewrite_addresses(css: &str, known: &BTreeMap<String, String>) -> Result<String> {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("url(") {
        let (before, from) = rest.split_at(start + 4);
        out.push_str(before);
        let quote = from.chars().next().filter(|first| *first == '"' || *first == '\'');
        let body = quote.map_or(from, |_| &from[1..]);
        let end = body.find(quote.unwrap_or(')')).context("the style sheet has an open url(")?;
        let address = &body[..end];
        if address.starts_with("data:") || address.starts_with('#') {
            let taken = end + from.len() - body.len();
            out.push_str(&from[..taken]);
            rest = &from[taken..];
            continue;
        }
        let name = Path::new(address).file_name().and_then(|name| name.to_str()).unwrap_or(address);
        let Some(hashed) = known.get(name) else { bail!("the style sheet asks for {address}, which is not in style/fonts") };
        out.push_str(hashed);
        rest = &body[end + quote.map_or(0, char::len_utf8)..];
    }
    out.push_str(rest);
    Ok(out)
}

/// Deletes files that were replaced more than a week ago.
fn forget_old_files<'a>(current: impl Iterator<Item = &'a String>) -> Result<()> {
    let list = tools::scratch()?.join("current-files");
    let now: BTreeSet<String> = current.cloned().collect();
    let before = fs::read_to_string(&list).unwrap_or_default();
    // A file's time says when it was last in use, so that its week starts at its replacement.
    for name in before.lines().chain(now.iter().map(String::as_str)) {
        for name in [name.to_owned(), format!("{name}.br")] {
            if let Ok(file) = fs::File::options().append(true).open(folder().join("assets").join(name)) {
                file.set_modified(SystemTime::now())?;
            }
        }
    }
    for entry in fs::read_dir(folder().join("assets"))? {
        let entry = entry?;
        if entry.metadata()?.modified()?.elapsed().is_ok_and(|age| age > KEEP_REPLACED) {
            fs::remove_file(entry.path())?;
        }
    }
    fs::write(list, now.into_iter().collect::<Vec<_>>().join("\n"))?;
    Ok(())
}

fn print_sizes(files: &BTreeMap<String, (u64, u64)>) {
    println!("{:<44}{:>12}{:>12}", "  file of the site", "bytes", "brotli");
    for (name, (raw, small)) in files {
        println!("  {name:<42}{raw:>12}{small:>12}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_fonts_get_hashed_names_and_inline_pictures_stay() {
        let known = BTreeMap::from([("titillium.woff2".to_owned(), "/assets/titillium.1f.woff2".to_owned())]);
        let css = "a{src:url(\"../fonts/titillium.woff2\") format(\"woff2\")}b{src:url(titillium.woff2)}c{src:url('data:x)y')}";
        let expected = "a{src:url(/assets/titillium.1f.woff2) format(\"woff2\")}b{src:url(/assets/titillium.1f.woff2)}c{src:url('data:x)y')}";
        assert_eq!(rewrite_addresses(css, &known).expect("known fonts"), expected);
    }

    #[test]
    fn an_unknown_address_is_refused() {
        assert!(rewrite_addresses("a{background:url(https://elsewhere.example/a.png)}", &BTreeMap::new()).is_err());
    }
}
