//! Fills a database with requests, and measures a server that runs. Prints JSON; `cargo xtask bench` makes tables of it.

mod autosave;
mod bare;
mod document;
mod fill;
mod html;
mod http;
mod time;
mod visit;
mod visitor;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde::Serialize;

const USAGE: &str = "\
ponte-bench fill NUMBER      bring the requests of upo in DATABASE_URL up to NUMBER
ponte-bench engine           the version of the database engine
ponte-bench visits ADDRESS   what a browser loads, by page and kind
ponte-bench times ADDRESS    server time of the pages, beside a bare handler
ponte-bench autosaves ADDRESS   autosaves per second
ponte-bench documents        how long documents take to be typeset";

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ponte-bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(dispatch(&words))
}

async fn dispatch(words: &[&str]) -> Result<()> {
    match words {
        ["fill", number] => print(&fill::up_to(&connect().await?, number.parse().context(USAGE)?).await?),
        ["engine"] => print(&engine().await?),
        ["visits", address] => print(&visit::all(address).await?),
        ["times", address] => print(&time::all(address).await?),
        ["documents"] => print(&document::all()?),
        ["autosaves", address] => print(&autosave::per_second(address).await?),
        _ => bail!("{USAGE}"),
    }
}

fn print(figures: &impl Serialize) -> Result<()> {
    println!("{}", serde_json::to_string(figures)?);
    Ok(())
}

async fn connect() -> Result<sea_orm::DatabaseConnection> {
    let url = std::env::var("DATABASE_URL").context("DATABASE_URL is not set")?;
    backend::database::connect(&url).await.context("cannot reach DATABASE_URL")
}

/// As the engine itself says it, e.g. `3.50.2` or `15.8`.
async fn engine() -> Result<String> {
    let db = connect().await?;
    let kind = db.get_database_backend();
    let sql = match kind {
        DbBackend::Postgres => "SELECT split_part(current_setting('server_version'), ' ', 1) AS version",
        _ => "SELECT sqlite_version() AS version",
    };
    let row = db.query_one_raw(Statement::from_string(kind, sql)).await?.context("no version")?;
    Ok(row.try_get("", "version")?)
}
