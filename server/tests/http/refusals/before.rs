//! What somebody who may call a function has done before, so that the call has something to work on.

use super::rows::Pairs;
use super::subject::next;
use crate::client::Client;
use crate::hosts::{Host, code_for, confirm, fill};
use crate::support::{PASSWORD, TestApp};

/// What has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    Nothing,
    /// The call ends the session: it is made from a browser of its own.
    NewBrowser,
    /// Somebody has an account; the call is about it, from a browser of its own.
    Account,
    /// The account's holder has been sent the link for a new password.
    PasswordLink,
    /// The asker has one role, and chooses it.
    OwnRole,
    /// The asker's browser holds a registration that is whole.
    DraftFilled,
    /// It was confirmed, and the code is on its way.
    CodeSent,
    /// Its link was sent.
    ResumeLink,
}

impl Before {
    /// Whether the call changes who the browser is.
    pub fn wants_new_browser(self) -> bool {
        matches!(
            self,
            Self::NewBrowser | Self::Account | Self::PasswordLink | Self::CodeSent | Self::DraftFilled | Self::ResumeLink
        )
    }

    /// Does it in that browser: the arguments that belong to it, or none where the row's own are right.
    pub async fn done(self, app: &TestApp, client: &Client) -> Option<Pairs> {
        match self {
            Self::Nothing | Self::NewBrowser => None,
            Self::Account => Some(of_an_account(app).await),
            Self::PasswordLink => Some(with_password_link(app).await),
            Self::OwnRole => Some(own_role(client).await),
            Self::DraftFilled => {
                let host = Host::numbered(next());
                fill(client, "upo", &host).await;
                Some(vec![
                    ("institution", "upo".to_owned()),
                    ("step", "nazione".to_owned()),
                    ("answers[privacy_accepted]", "true".to_owned()),
                    ("choices[vat_number]", "mine".to_owned()),
                ])
            }
            Self::CodeSent => Some(with_code(app, client).await),
            Self::ResumeLink => Some(with_resume_link(app, client).await),
        }
    }
}

async fn new_account(app: &TestApp) -> (String, String) {
    let name = format!("titolare.{}", next());
    app.account(&name).await;
    (name.clone(), format!("{name}@example.org"))
}

async fn of_an_account(app: &TestApp) -> Pairs {
    let (name, email) = new_account(app).await;
    vec![("login", name.clone()), ("password", PASSWORD.to_owned()), ("user_name", name), ("email", email)]
}

async fn with_password_link(app: &TestApp) -> Pairs {
    let (name, email) = new_account(app).await;
    app.client().post_form("identity/recover_password", &[("login", &name)]).await;
    let letters = app.mails_to(&email).await;
    let link = after(&letters.first().expect("a letter with a link").text, "link=");
    vec![("link", link), ("password", PASSWORD.to_owned()), ("again", PASSWORD.to_owned())]
}

async fn own_role(client: &Client) -> Pairs {
    let session: serde_json::Value = client.read("identity/me", &[]).await.json();
    let role = session["me"]["profiles"][0]["id"].as_str().expect("a role").to_owned();
    vec![("membership", role)]
}

async fn with_code(app: &TestApp, client: &Client) -> Pairs {
    let host = Host::numbered(next());
    confirm(client, "upo", &host).await;
    let code = code_for(app, &host).await;
    let password = PASSWORD.to_owned();
    vec![
        ("institution", "upo".to_owned()),
        ("user_name", host.user_name),
        ("code", code),
        ("password", password.clone()),
        ("password_again", password),
    ]
}

async fn with_resume_link(app: &TestApp, client: &Client) -> Pairs {
    let host = Host::numbered(next());
    fill(client, "upo", &host).await;
    client.post_form("accreditation/send_resume_link", &[("institution", "upo")]).await;
    let letters = app.mails_to(&host.email).await;
    let token = after(&letters.first().expect("a letter with a link").text, "chiave=");
    vec![("institution", "upo".to_owned()), ("token", token), ("identifier", host.answer("vat_number").to_owned())]
}

/// What follows a word in a text, up to the next blank.
fn after(text: &str, word: &str) -> String {
    let rest = text.split_once(word).unwrap_or_else(|| panic!("no {word} in {text}")).1;
    rest.split_whitespace().next().unwrap_or_default().to_owned()
}
