//! The signed copies with what was found, and the forms for the next one.

use domain::attachment::FileState;
use domain::convention::view::{ConventionView, CopyView};
use domain::profile::SignatureMethod;
use domain::signing::Means;
use i18n::{Word, convention as words, state};
use leptos::prelude::*;

use super::upload::{CopyNews, UploadForm};
use crate::components::{StateTag, Tone};
use crate::language::language;
use crate::{routes, time};

/// Everything that was put in place, newest first, and what can be put in place now.
#[component]
pub fn Copies(institution: String, view: ConventionView, back: String) -> impl IntoView {
    let language = language();
    let rows = view.copies.iter().cloned().map(|copy| line(&institution, copy)).collect_view();
    let list = if view.copies.is_empty() {
        view! { <p class="m0">{words::NO_COPIES.get(language)}</p> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let mb = view.max_mb.to_string();
    let forms = view.signers.clone().into_iter().map(|signer| {
        let methods = signer.methods.iter().map(|method| method_words(*method).get(language)).collect::<Vec<_>>().join("; ");
        let mut letters = methods.chars();
        let methods = letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default();
        let help = words::UPLOAD_HELP.fill(language, &[("methods", &methods), ("mb", &mb)]);
        view! {
            <div class="mt-l">
                <UploadForm institution=institution.clone() id=view.id back=back.clone() signer=signer.role name=signer.name help/>
            </div>
        }
    });
    let forms = forms.collect_view();
    view! {
        <section class="card-p" id="firme">
            <h2>{words::SIGNATURES.get(language)}</h2>
            <CopyNews/>
            <p class="muted">{words::SIGNATURES_TEXT.get(language)}</p>
            {list}{forms}
        </section>
    }
}

fn line(institution: &str, copy: CopyView) -> impl IntoView + use<> {
    let language = language();
    let role = state::role(copy.signer, language);
    let (who, role) = if copy.signer_name.is_empty() { (role.to_owned(), None) } else { (copy.signer_name.clone(), Some(role)) };
    let means = match copy.means {
        Means::Paper => words::ON_PAPER,
        Means::File(method) => method_words(method),
    };
    let (tone, tag, text) = verdict(&copy);
    let file = copy.file.map(|file| {
        let name = copy.file_name.clone();
        view! { <a href=routes::document(institution, file) rel="external" download>{name}</a>" · " }.into_any()
    });
    let file = file.or_else(|| (!copy.file_name.is_empty()).then(|| view! { {copy.file_name.clone()}" · " }.into_any()));
    let means = (copy.state != FileState::Rejected).then(|| [means.get(language), " · "].concat());
    let looked = (!copy.looked_by.is_empty()).then(|| {
        view! { <p class="small m0">{words::LOOKED_BY.fill(language, &[("name", &copy.looked_by)])}</p> }
    });
    let note = (!copy.note.is_empty()).then(|| view! { <p class="small m0 pre">{copy.note.clone()}</p> });
    view! {
        <li>
            <div class="sig">
                <div>
                    <b>{who}</b>{role.map(|role| [", ", &lower(role)].concat())}<br/>
                    <span class="small muted">
                        {file}{means}{copy.by}" · "
                        <time class="num" datetime=time::machine(copy.at)>{time::day_and_time(copy.at)}</time>
                    </span>
                </div>
                <div><StateTag tone text=tag.get(language)/></div>
            </div>
            <p class="small m0">{text}</p>{note}{looked}
        </li>
    }
}

/// What is said of a copy: never that a signature is right.
fn verdict(copy: &CopyView) -> (Tone, Word, String) {
    let language = language();
    if !copy.problem.is_empty() {
        let why = words::copy_problem(&copy.problem).map(|word| word.get(language)).unwrap_or_default();
        return (Tone::Bad, words::NOT_ACCEPTED, why.to_owned());
    }
    if !copy.counts {
        return (Tone::Ended, words::REPLACED, words::REPLACED_TEXT.get(language).to_owned());
    }
    let text = match copy.means {
        Means::Paper => String::new(),
        Means::File(_) => [words::CHECKED_CONTENT.get(language), ". ", words::NOT_VERIFIED_LONG.get(language), "."].concat(),
    };
    let tag = if copy.means == Means::Paper { words::ON_PAPER } else { words::NOT_VERIFIED };
    (Tone::Unknown, tag, text)
}

/// How a copy is signed.
pub fn method_words(method: SignatureMethod) -> Word {
    match method {
        SignatureMethod::Pades => words::DIGITAL_PADES,
        SignatureMethod::Cades => words::DIGITAL_CADES,
        SignatureMethod::HandwrittenScan => words::SCAN,
        SignatureMethod::PortalOtp => words::PORTAL_CODE,
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
