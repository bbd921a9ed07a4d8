//! What is inside a PDF.

use domain::attachment::CopyProblem;
use domain::profile::SignatureMethod;
use lopdf::{Dictionary, Document, LoadOptions, Object};

/// Bytes a single compressed part may unfold to: far above what a document of ten megabytes needs.
const UNFOLDED: usize = 64 * 1024 * 1024;
/// How deep objects are looked into; what a real document holds directly is a few levels.
const DEPTH: usize = 64;

/// Actions that do something beyond moving about in the document.
const ACTIVE: [&[u8]; 9] =
    [b"JavaScript", b"Launch", b"SubmitForm", b"ImportData", b"RichMediaExecute", b"Rendition", b"Movie", b"Sound", b"GoToE"];
/// Keys that hold scripts or programs whatever they hold.
const HOLDERS: [&[u8]; 4] = [b"JS", b"JavaScript", b"XFA", b"RichMediaContent"];

/// How a PDF is signed. Errors: `Unreadable`, `Encrypted`, `ActiveContent`.
pub fn inspect(bytes: &[u8]) -> Result<SignatureMethod, CopyProblem> {
    let document = load(bytes)?;
    if document.get_pages().is_empty() {
        return Err(CopyProblem::Unreadable);
    }
    if document.objects.values().any(|object| any(object, DEPTH, &is_active)) {
        return Err(CopyProblem::ActiveContent);
    }
    let signed = document.objects.values().any(|object| any(object, DEPTH, &is_signature));
    Ok(if signed { SignatureMethod::Pades } else { SignatureMethod::HandwrittenScan })
}

fn load(bytes: &[u8]) -> Result<Document, CopyProblem> {
    let document = Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(UNFOLDED));
    let document = document.map_err(|_| CopyProblem::Unreadable)?;
    if document.is_encrypted() || document.was_encrypted() || document.trailer.has(b"Encrypt") {
        return Err(CopyProblem::Encrypted);
    }
    Ok(document)
}

/// Whether an object, or one it holds directly, is such a dictionary.
fn any(object: &Object, depth: usize, is: &dyn Fn(&Dictionary) -> bool) -> bool {
    if depth == 0 {
        // Deeper than any document is: nobody can say what it holds.
        return true;
    }
    match object {
        Object::Dictionary(dictionary) => in_dictionary(dictionary, depth, is),
        Object::Stream(stream) => in_dictionary(&stream.dict, depth, is),
        Object::Array(items) => items.iter().any(|item| any(item, depth - 1, is)),
        _ => false,
    }
}

fn in_dictionary(dictionary: &Dictionary, depth: usize, is: &dyn Fn(&Dictionary) -> bool) -> bool {
    is(dictionary) || dictionary.iter().any(|(_, value)| any(value, depth - 1, is))
}

fn is_active(dictionary: &Dictionary) -> bool {
    let action = dictionary.get(b"S").and_then(Object::as_name).is_ok_and(|name| ACTIVE.contains(&name));
    action || HOLDERS.iter().any(|key| dictionary.has(key))
}

/// A signature's dictionary: its bytes and which bytes of the file it covers.
fn is_signature(dictionary: &Dictionary) -> bool {
    dictionary.has(b"ByteRange") && dictionary.has(b"Contents")
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    /// A document of one empty page whose catalogue has these entries too.
    fn document(more: Dictionary) -> Vec<u8> {
        let mut document = Document::with_version("1.7");
        let pages = document.new_object_id();
        let page = document.add_object(
            dictionary! { "Type" => "Page", "Parent" => pages, "MediaBox" => vec![0.into(), 0.into(), 10.into(), 10.into()] },
        );
        document.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
        let mut catalogue = dictionary! { "Type" => "Catalog", "Pages" => pages };
        for (key, value) in &more {
            catalogue.set(key.clone(), value.clone());
        }
        let catalogue = document.add_object(catalogue);
        document.trailer.set("Root", catalogue);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).expect("can be written");
        bytes
    }

    #[test]
    fn a_plain_document_is_a_scan_and_one_with_a_signature_is_signed() {
        assert_eq!(inspect(&document(dictionary! {})), Ok(SignatureMethod::HandwrittenScan));
        let signature = dictionary! {
            "Type" => "Sig", "ByteRange" => vec![0.into(), 1.into(), 2.into(), 3.into()], "Contents" => Object::string_literal("x"),
        };
        let field = dictionary! { "FT" => "Sig", "V" => signature };
        let signed = document(dictionary! { "AcroForm" => dictionary! { "Fields" => vec![field.into()] } });
        assert_eq!(inspect(&signed), Ok(SignatureMethod::Pades));
    }

    #[test]
    fn what_does_something_when_opened_is_refused_wherever_it_stands() {
        let script = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
        let launch = dictionary! { "S" => "Launch", "F" => Object::string_literal("calc.exe") };
        let names = dictionary! { "JavaScript" => dictionary! { "Names" => Object::Array(Vec::new()) } };
        let deep = dictionary! { "AA" => dictionary! { "WC" => launch.clone() } };
        for more in [
            dictionary! { "OpenAction" => script },
            dictionary! { "OpenAction" => launch },
            dictionary! { "Names" => names },
            deep,
            dictionary! { "AcroForm" => dictionary! { "XFA" => Object::string_literal("x") } },
        ] {
            assert_eq!(inspect(&document(more)), Err(CopyProblem::ActiveContent));
        }
    }

    #[test]
    fn moving_about_in_the_document_is_not_active() {
        let go = dictionary! { "S" => "GoTo", "D" => Object::string_literal("1") };
        assert_eq!(inspect(&document(dictionary! { "OpenAction" => go })), Ok(SignatureMethod::HandwrittenScan));
    }

    #[test]
    fn what_nobody_can_read_is_said_so() {
        assert_eq!(inspect(b"%PDF-1.7\nnothing at all"), Err(CopyProblem::Unreadable));
        assert_eq!(inspect(b""), Err(CopyProblem::Unreadable));
    }
}
