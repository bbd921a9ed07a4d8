//! What a template can see: itself, the shared frame, and the facts. No disk, no network, no clock.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts;
use crate::typeset::Template;

const FACTS: &str = "/facts.json";

/// Path and text of every source.
const SOURCES: [(&str, &str); 3] = [
    ("/frame.typ", include_str!("../templates/frame.typ")),
    ("/convention.it.typ", include_str!("../templates/convention.it.typ")),
    ("/convention.en.typ", include_str!("../templates/convention.en.typ")),
];

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static PARSED: LazyLock<HashMap<FileId, Source>> = LazyLock::new(|| {
    let parsed = |(path, text): (&str, &str)| Some((id(path)?, Source::new(id(path)?, text.to_owned())));
    SOURCES.into_iter().filter_map(parsed).collect()
});

fn id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// One template with its facts.
pub struct Desk {
    main: FileId,
    facts: Option<FileId>,
    json: Bytes,
}

impl Desk {
    /// A template before these facts, as JSON. None if there is no such template.
    pub fn new(template: Template, json: Vec<u8>) -> Option<Self> {
        Some(Self { main: id(template.path())?, facts: id(FACTS), json: Bytes::new(json) })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        PARSED.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == self.facts { Ok(self.json.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
