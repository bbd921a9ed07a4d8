//! A browser without a window: it keeps cookies and one connection.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use crate::http::{Answer, Connection, Request, encoded};

/// What browsers ask pages with.
const HTML: &str = "text/html,application/xhtml+xml,*/*;q=0.8";

/// One visitor.
pub struct Visitor {
    connection: Connection,
    cookies: BTreeMap<String, String>,
}

impl Visitor {
    /// Somebody who has never been here.
    pub async fn new(address: &str) -> Result<Self> {
        Ok(Self { connection: Connection::open(address).await?, cookies: BTreeMap::new() })
    }

    /// Somebody who is logged in with the password of the demo.
    pub async fn logged_in(address: &str, user_name: &str) -> Result<Self> {
        let mut visitor = Self::new(address).await?;
        let pairs = [("login", user_name), ("password", backend::demo::PASSWORD)];
        visitor.post("/api/identity/log_in", &pairs).await?;
        if !visitor.cookies.contains_key("ponte") {
            bail!("{user_name} could not log in");
        }
        Ok(visitor)
    }

    /// Loads an address as it is, or compressed. Anything but 200 is an error.
    pub async fn get(&mut self, path: &str, compressed: bool) -> Result<Answer> {
        let cookie = self.cookie();
        let mut headers = vec![("accept", HTML), ("cookie", cookie.as_str())];
        if compressed {
            headers.push(("accept-encoding", "br"));
        }
        let answer = self.connection.send(&Request { method: "GET", path, headers: &headers, body: "" }).await?;
        self.kept(path, answer)
    }

    /// Calls a server function as a script does. Anything but 200 is an error.
    pub async fn post(&mut self, path: &str, pairs: &[(&str, &str)]) -> Result<Answer> {
        let (cookie, body) = (self.cookie(), encoded(pairs));
        let form = "application/x-www-form-urlencoded";
        let headers = [("accept", "application/json"), ("content-type", form), ("cookie", cookie.as_str())];
        let answer = self.connection.send(&Request { method: "POST", path, headers: &headers, body: &body }).await?;
        self.kept(path, answer)
    }

    fn cookie(&self) -> String {
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    fn kept(&mut self, path: &str, answer: Answer) -> Result<Answer> {
        if answer.status != 200 {
            bail!("{path}: {} {}", answer.status, answer.text().chars().take(300).collect::<String>());
        }
        let pairs = answer.all("set-cookie").filter_map(|line| line.split(';').next()?.split_once('='));
        self.cookies.extend(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        Ok(answer)
    }
}
