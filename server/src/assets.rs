//! What the browser loads beside the pages: built by `xtask` under hashed names, served as it is, cached for ever.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Path as UrlPath, State};
use axum::response::{IntoResponse, Response};
use domain::profile::Profiles;
use http::StatusCode;
use http::header::{self, HeaderMap, HeaderValue};
use serde::Deserialize;

use crate::{AppState, tint};

/// Files up to this size stay in memory; a development build's module is read from disk each time.
const IN_MEMORY: u64 = 2 * 1024 * 1024;

/// Addresses of the parts every page names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    /// The script that loads the module.
    #[serde(default)]
    pub js: String,
    /// The module.
    #[serde(default)]
    pub wasm: String,
    /// The same two of the part that watches over forms.
    #[serde(default)]
    pub forms_js: String,
    #[serde(default)]
    pub forms_wasm: String,
    /// The style sheet.
    #[serde(default)]
    pub css: String,
    /// Fonts to be fetched early.
    #[serde(default)]
    pub fonts: Vec<String>,
    /// The style sheet of the institutions' colours; made here, not built.
    #[serde(skip)]
    pub tint_css: String,
}

/// The manifest and every file of the assets' folder.
#[derive(Debug, Default)]
pub struct Site {
    pub manifest: Manifest,
    files: HashMap<String, File>,
}

#[derive(Debug)]
struct File {
    content_type: HeaderValue,
    plain: Content,
    brotli: Option<Content>,
}

#[derive(Debug)]
enum Content {
    Memory(Bytes),
    Disk(PathBuf),
}

/// Why the site cannot be served.
#[derive(Debug, thiserror::Error)]
#[error("the site's files cannot be read, {path}: {cause}; build them with `cargo xtask run`")]
pub struct SiteError {
    path: PathBuf,
    cause: String,
}

impl Site {
    /// Reads the folder that `xtask` built, and adds the colours of the profiles.
    pub fn read(folder: &Path, profiles: &Profiles) -> Result<Self, SiteError> {
        let manifest = folder.join("manifest.json");
        let text = std::fs::read(&manifest).map_err(|cause| failed(&manifest, &cause))?;
        let parsed = serde_json::from_slice(&text).map_err(|cause| failed(&manifest, &cause))?;
        let mut site = Self { manifest: parsed, files: HashMap::new() };
        let assets = folder.join("assets");
        for entry in std::fs::read_dir(&assets).map_err(|cause| failed(&assets, &cause))? {
            let path = entry.map_err(|cause| failed(&assets, &cause))?.path();
            site.add(&path).map_err(|cause| failed(&path, &cause))?;
        }
        site.tint(profiles);
        Ok(site)
    }

    /// A site without built files: pages carry no scripts and no style sheet. For tests.
    pub fn bare(profiles: &Profiles) -> Self {
        let mut site = Self::default();
        site.tint(profiles);
        site
    }

    fn add(&mut self, path: &Path) -> std::io::Result<()> {
        let Some(name) = path.file_name().and_then(|name| name.to_str()).map(str::to_owned) else { return Ok(()) };
        if name.ends_with(".br") || !path.is_file() {
            return Ok(());
        }
        let compressed = path.with_file_name(format!("{name}.br"));
        let brotli = if compressed.is_file() { Some(content(&compressed)?) } else { None };
        let file = File { content_type: content_type(&name), plain: content(path)?, brotli };
        self.files.insert(name, file);
        Ok(())
    }

    fn tint(&mut self, profiles: &Profiles) {
        let css = tint::style_sheet(profiles);
        let name = tint::file_name(&css);
        self.manifest.tint_css = format!("/assets/{name}");
        let file = File { content_type: content_type(&name), plain: Content::Memory(css.into()), brotli: None };
        self.files.insert(name, file);
    }
}

fn failed(path: &Path, cause: &impl ToString) -> SiteError {
    SiteError { path: path.to_owned(), cause: cause.to_string() }
}

fn content(path: &Path) -> std::io::Result<Content> {
    if std::fs::metadata(path)?.len() <= IN_MEMORY {
        return Ok(Content::Memory(std::fs::read(path)?.into()));
    }
    Ok(Content::Disk(path.to_owned()))
}

fn content_type(name: &str) -> HeaderValue {
    HeaderValue::from_static(match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    })
}

/// `GET /assets/{name}`.
pub async fn serve(State(state): State<AppState>, UrlPath(name): UrlPath<String>, headers: HeaderMap) -> Response {
    let site = Arc::clone(&state.site);
    let Some(file) = site.files.get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let compressed = file.brotli.as_ref().filter(|_| accepts_brotli(&headers));
    let body = match compressed.unwrap_or(&file.plain) {
        Content::Memory(bytes) => bytes.clone(),
        Content::Disk(path) => match tokio::fs::read(path).await {
            Ok(bytes) => bytes.into(),
            // Replaced by a newer build while we run.
            Err(_) => return StatusCode::NOT_FOUND.into_response(),
        },
    };
    let mut response = Response::new(Body::from(body));
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, file.content_type.clone());
    // The name changes with the content, so nobody ever has to ask again.
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    if file.brotli.is_some() {
        answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    if compressed.is_some() {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

/// Whether the browser takes brotli; `br;q=0` says that it does not.
fn accepts_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|coding| {
        let (name, quality) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let refused = quality.trim().strip_prefix("q=").and_then(|q| q.parse().ok()).is_some_and(|q: f32| q <= 0.0);
        name.trim().eq_ignore_ascii_case("br") && !refused
    })
}
