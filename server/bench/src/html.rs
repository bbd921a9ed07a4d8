//! What a page and its scripts ask a browser to load, and where its links lead. For pages of ours: no general parser.

use std::collections::BTreeSet;

/// Relations of `<link>` that make a browser load something.
const LOADED: [&str; 4] = ["stylesheet", "preload", "modulepreload", "icon"];

/// Addresses a page loads at once: its links, pictures and scripts, and what its start script fetches and imports.
pub fn loaded_by_page(html: &str) -> BTreeSet<String> {
    let links = tags(html, "link").filter(|tag| attribute(tag, "rel").is_some_and(|rel| LOADED.contains(&rel)));
    let links = links.filter_map(|tag| attribute(tag, "href"));
    let sources = ["script", "img"].into_iter().flat_map(|name| tags(html, name)).filter_map(|tag| attribute(tag, "src"));
    let started = ["fetch(\"", "import(\""].into_iter().flat_map(|call| quoted_after(html, call));
    links.chain(sources).chain(started).filter(|address| address.starts_with('/')).map(str::to_owned).collect()
}

/// Addresses of the scripts that a script imports, all of them beside it.
pub fn imported_by_script(script: &str) -> BTreeSet<String> {
    let statements = ["from \"./", "from './", "import \"./", "import './"];
    let names = statements.into_iter().flat_map(|statement| {
        let quote = if statement.contains('"') { '"' } else { '\'' };
        after(script, statement).filter_map(move |rest| rest.split(quote).next())
    });
    names.filter(|name| name.ends_with(".js")).map(|name| format!("/assets/{name}")).collect()
}

/// Where the link of a relation leads, e.g. `next`.
pub fn link(html: &str, relation: &str) -> Option<String> {
    let tag = tags(html, "a").find(|tag| attribute(tag, "rel") == Some(relation))?;
    attribute(tag, "href").map(|address| address.replace("&amp;", "&"))
}

fn tags<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!("<{name} ");
    let found: Vec<&str> = after(html, &start).filter_map(|rest| rest.split('>').next()).collect();
    found.into_iter()
}

/// The value of an attribute, as it is written.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = format!("{name}=\"");
    let inside = |rest: &'a str| rest.split('"').next();
    if let Some(rest) = tag.strip_prefix(&start) {
        return inside(rest);
    }
    tag.split_once(&format!(" {start}")).and_then(|(_, rest)| inside(rest))
}

fn quoted_after<'a>(text: &'a str, start: &str) -> Vec<&'a str> {
    after(text, start).filter_map(|rest| rest.split('"').next()).collect()
}

fn after<'a>(text: &'a str, start: &str) -> impl Iterator<Item = &'a str> {
    text.match_indices(start).map(move |(place, found)| &text[place + found.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_loads_its_links_and_what_its_script_starts() {
        let html = r#"<link rel="icon" href="/favicon.ico"/><link href="/assets/a.css" rel="stylesheet"/>
            <link rel="canonical" href="/elsewhere"/><a href="/upo" rel="next">x</a>
            <script type="module" nonce="x">const w=fetch("/assets/a.wasm");import("/assets/a.js").then(m=>m)</script>"#;
        let loaded: Vec<String> = loaded_by_page(html).into_iter().collect();
        assert_eq!(loaded, ["/assets/a.css", "/assets/a.js", "/assets/a.wasm", "/favicon.ico"]);
    }

    #[test]
    fn a_script_imports_what_lies_beside_it() {
        let script = "import { a } from './a.1.js';\nimport * as b from \"./b.2.js\"; const c = `from './c'`;";
        let imported: Vec<String> = imported_by_script(script).into_iter().collect();
        assert_eq!(imported, ["/assets/a.1.js", "/assets/b.2.js"]);
    }

    #[test]
    fn the_way_on_is_the_link_of_its_relation() {
        let html = r#"<a href="/a?x=1">1</a><a href="/a?page=b&amp;size=25" rel="next">2</a>"#;
        assert_eq!(link(html, "next").as_deref(), Some("/a?page=b&size=25"));
        assert_eq!(link(html, "prev"), None);
    }
}
