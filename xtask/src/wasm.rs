//! The browser's side of the program: cargo, wasm-split, wasm-bindgen, wasm-opt, and names that follow the content.

use crate::site::{Assets, Care};
use crate::tools::{WASM, capture, cargo, hash, npm_program, run, say, scratch, target};
use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Changes whenever the steps below do, so that nothing old is reused.
pub const RECIPE: &str = "4";

/// What rustc may emit; an optimiser that is not told refuses the module.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];

/// Relocations tell the splitter who calls whom.
pub const FLAGS: &str = "target.wasm32-unknown-unknown.rustflags=['-Clink-args=--emit-relocs']";

const SPLIT_JS: &str = "__wasm_split.js";

/// The modules the browser loads, each on pages of its own: crate, and the word its files and their keys begin with.
pub const MODULES: [Module; 2] = [
    Module { package: "frontend", file: "app", keys: ["js", "wasm", "lazy"] },
    Module { package: "forms", file: "forms", keys: ["forms_js", "forms_wasm", "forms_lazy"] },
];

/// One of them.
#[derive(Clone, Copy)]
pub struct Module {
    pub package: &'static str,
    pub file: &'static str,
    /// In the manifest: its script, the module itself, its lazy parts.
    keys: [&'static str; 3],
}

/// Compiles the browser's side. Never in one cargo call with the server: their features would mix.
pub fn compile(care: Care) -> Result<Vec<(Module, Vec<u8>)>> {
    let profile = if care == Care::Quick { "wasm-dev" } else { "wasm-release" };
    say("compiling the browser's side");
    let packages = MODULES.iter().flat_map(|module| ["--package", module.package]);
    run(cargo().arg("build").args(packages).args(["--target", WASM, "--profile", profile, "--config", FLAGS]))?;
    let read = |module: Module| {
        let path = target().join(WASM).join(profile).join(format!("{}.wasm", module.package));
        Ok((module, fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?))
    };
    MODULES.into_iter().map(read).collect()
}

/// Turns the compiled module into files for the browser; answers with their part of the manifest.
pub fn link(which: Module, module: &[u8], care: Care, assets: &mut Assets) -> Result<Value> {
    say(&format!("linking the browser's side: {}", which.file));
    let folder = scratch()?.join("link");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let lazy = module.windows(SPLIT_MARK.len()).any(|bytes| bytes == SPLIT_MARK);
    let split = if lazy { split(module, &folder)? } else { Split::default() };
    let main = if lazy { fs::read(folder.join("main.wasm"))? } else { module.to_vec() };
    bind(main, lazy, care, &folder)?;
    let chunks = chunks(&split, care, &folder, assets)?;
    let wasm = optimised(&folder.join("app_bg.wasm"), care)?;
    let wasm = assets.put(which.file, "wasm", &wasm)?;
    scripts(which, &folder, &chunks, wasm, &split, assets)
}

/// Every lazy part imports a loader of such a name.
const SPLIT_MARK: &[u8] = b"__wasm_split_load_";

/// The lazy parts and which of them each lazy function needs.
#[derive(Default)]
struct Split {
    files: Vec<PathBuf>,
    needs: BTreeMap<String, Vec<String>>,
}

fn split(module: &[u8], folder: &Path) -> Result<Split> {
    let main = folder.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(module);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = "./app.js";
    let done = wasm_split_cli_support::transform(options).map_err(|problem| anyhow!("splitting failed: {problem:?}"))?;
    let mut files = done.split_modules;
    files.sort();
    Ok(Split { files, needs: done.prefetch_map.into_iter().collect() })
}

fn bind(main: Vec<u8>, lazy: bool, care: Care, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("app", main).typescript(false).keep_lld_exports(lazy).remove_producers_section(true);
    bindgen.remove_name_section(care == Care::Release && !lazy).omit_default_module_path(true).web(true)?;
    let mut output = bindgen.generate_output()?;
    // Left over from the linker; they describe offsets that no longer exist.
    for section in ["linking", "reloc.CODE", "reloc.DATA"] {
        output.wasm_mut().customs.remove_raw(section);
    }
    if !output.local_modules().is_empty() {
        bail!("a dependency brings JavaScript files of its own, whose imports the site cannot follow");
    }
    output.emit(folder)
}

/// The module made small, or as it is when the build should be quick.
fn optimised(module: &Path, care: Care) -> Result<Vec<u8>> {
    if care == Care::Quick {
        return Ok(fs::read(module)?);
    }
    let mut optimise = npm_program("wasm-opt");
    optimise.arg("-Oz").args(WASM_FEATURES).args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    capture(optimise.arg(module).args(["--output", "-"]))
}

/// Writes the lazy parts; answers with the new name of each.
fn chunks(split: &Split, care: Care, folder: &Path, assets: &mut Assets) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for file in &split.files {
        let stem = file.file_stem().and_then(|stem| stem.to_str()).context("a lazy part without a name")?;
        let bytes = optimised(&folder.join(format!("{stem}.wasm")), care)?;
        let short: String = stem.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '_').take(40).collect();
        names.insert(stem.to_owned(), assets.put(&short, "wasm", &bytes)?);
    }
    Ok(names)
}

/// The scripts import each other, so one hash over all, and over what they load, names them all.
fn scripts(
    which: Module,
    folder: &Path,
    chunks: &BTreeMap<String, String>,
    wasm: String,
    split: &Split,
    assets: &mut Assets,
) -> Result<Value> {
    let mut scripts = Vec::new();
    for path in scripts_below(folder)? {
        let mut text = fs::read_to_string(folder.join(&path))?;
        for (stem, address) in chunks {
            let name = address.trim_start_matches("/assets/");
            text = text.replace(&format!("\"./{stem}.wasm\""), &format!("\"./{name}\""));
        }
        scripts.push((path, text));
    }
    let all = hash(scripts.iter().map(|(_, text)| text.as_bytes()).chain([wasm.as_bytes(), RECIPE.as_bytes()]));
    let named: Vec<(String, String)> = scripts.iter().map(|(path, _)| (path.clone(), script_name(which, path, &all))).collect();
    let [key_of_script, key_of_module, key_of_lazy] = which.keys;
    let mut manifest = json!({ key_of_module: wasm });
    for ((path, mut text), (_, name)) in scripts.into_iter().zip(&named) {
        for (from, to) in &named {
            // The import statements only: in the table of the module's imports the old name is a key.
            for quote in ['"', '\''] {
                text = text.replace(&format!("from {quote}./{from}{quote}"), &format!("from {quote}./{to}{quote}"));
            }
        }
        let address = assets.put_as(name, text.as_bytes())?;
        if path == "app.js" {
            manifest[key_of_script] = address.into();
        }
    }
    if !chunks.is_empty() {
        let addresses = |stems: &Vec<String>| stems.iter().filter_map(|stem| chunks.get(stem)).cloned().collect::<Vec<_>>();
        manifest[key_of_lazy] = split.needs.iter().map(|(name, stems)| (name.clone(), Value::from(addresses(stems)))).collect();
    }
    Ok(manifest)
}

/// Every script below the folder, with its path from there.
fn scripts_below(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "js") {
                found.push(path.strip_prefix(folder)?.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

fn script_name(which: Module, path: &str, hash: &str) -> String {
    let start = which.file;
    match path {
        "app.js" => format!("{start}.{hash}.js"),
        SPLIT_JS => format!("{start}-lazy.{hash}.js"),
        other => format!("{start}-{}.{hash}.js", other.trim_end_matches(".js").replace(['/', '.'], "-")),
    }
}
