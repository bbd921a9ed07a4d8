//! A signed copy is sent by a plain form with a file: it works without scripts.

use domain::access::Role;
use domain::attachment::CopyProblem;
use domain::ids::ConventionId;
use i18n::convention as words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::components::{FieldSpec, FileField, Note, Tone, kept};
use crate::language::language;
use crate::routes;

/// The word in the address for a copy that was taken.
pub const TAKEN: &str = "ricevuta";

/// What became of the copy that was sent before this page.
#[component]
pub fn CopyNews() -> impl IntoView {
    let language = language();
    let code = use_query_map().with_untracked(|query| query.get("copia"))?;
    if code == TAKEN {
        return Some(view! { <Note tone=Tone::Ok announced=true><p>{words::UPLOADED.get(language)}</p></Note> }.into_any());
    }
    let problem = CopyProblem::from_code(&code)?;
    let text = words::copy_problem(problem.code()).map(|word| word.get(language));
    Some(view! { <Note tone=Tone::Bad title=words::NOT_ACCEPTED.get(language) announced=true><p>{text}</p></Note> }.into_any())
}

/// The form for the copy of one signer.
#[component]
pub fn UploadForm(
    institution: String,
    id: ConventionId,
    /// The page to come back to.
    back: String,
    signer: Role,
    #[prop(into)] name: String,
    /// What may be sent, in words.
    #[prop(optional, into)]
    help: Option<String>,
) -> impl IntoView {
    let language = language();
    let who = if name.is_empty() { i18n::state::role(signer, language).to_owned() } else { name };
    let control = ["copia-", signer.code()].concat();
    let form = move || {
        let spec = FieldSpec::new("file", control.clone(), words::UPLOAD_FILE.get(language)).mandatory();
        let spec = match &help {
            Some(help) => spec.hint(help.clone()),
            None => spec,
        };
        view! {
            <form method="post" enctype="multipart/form-data" action=routes::copy_upload(&institution)>
                <input type="hidden" name="convention" value=id.to_string()/>
                <input type="hidden" name="signer" value=signer.code()/>
                <input type="hidden" name="back" value=back.clone()/>
                <h3>{words::UPLOAD_FOR.fill(language, &[("name", &who)])}</h3>
                <FileField spec accept="application/pdf,.p7m,application/pkcs7-mime,image/png,image/jpeg"/>
                <button class="btn btn-primary" type="submit">{words::UPLOAD.get(language)}</button>
            </form>
        }
    };
    // A file that was chosen stays while the page follows what happens.
    kept(signer.code().to_owned(), form)
}
