//! From the configuration to a running server, and back to nothing when it is told to stop.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use axum::serve::ListenerExt;
use backend::settings::Mode;
use backend::{Answer, Backend, demo, live, mail, timer};
use domain::language::Language;
use domain::profile::{Profiles, embedded, load_all};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing_subscriber::EnvFilter;

use crate::config::Config;
use crate::routes::demo::role;
use crate::{AppState, Site, metrics, router};

/// How long requests and workers may take to end.
const FAREWELL: Duration = Duration::from_secs(10);

/// Runs the server until it is told to stop.
pub async fn run(config: Config) -> anyhow::Result<()> {
    log_to_stderr(config.mode);
    // One provider for everything; installed before anything speaks TLS. An error says that it is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let listener = TcpListener::bind(config.address).await.with_context(|| format!("cannot listen at {}", config.address))?;
    let address = listener.local_addr()?;
    let backend = start_backend(&config, address).await?;
    let site = Site::read(&config.site, &backend.profiles)?;
    let state = AppState::new(Arc::clone(&backend), site).behind(&config.trusted_proxies);
    let workers = start_workers(&backend, &state.stop);
    if let Some(address) = config.metrics_address {
        let metrics = TcpListener::bind(address).await.with_context(|| format!("cannot listen at {address}"))?;
        workers.spawn(serve(metrics, metrics::router(state.clone()), state.stop.clone()));
    }
    workers.spawn(serve(listener, router(state.clone()), state.stop.clone()));
    workers.close();
    announce(&backend, address);
    told_to_stop().await?;
    tracing::info!("stopping");
    state.stop.cancel();
    if tokio::time::timeout(FAREWELL, workers.wait()).await.is_err() {
        tracing::warn!("stopped before everything had ended");
    }
    Ok(())
}

/// Standard output is for the lines that programs and people wait for.
fn log_to_stderr(mode: Mode) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm=warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second subscriber is refused; the first one is as good.
    let _ = if mode == Mode::Production { log.json().try_init() } else { log.try_init() };
}

pub(crate) async fn start_backend(config: &Config, address: SocketAddr) -> anyhow::Result<Arc<Backend>> {
    let profiles = profiles(config.profiles.as_deref())?;
    if let Some(file) = config.database_url.strip_prefix("sqlite://")
        && let Some(folder) = Path::new(file.split('?').next().unwrap_or(file)).parent()
    {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    let backend = Backend::start(&config.database_url, config.settings(address), profiles).await?;
    match config.mode {
        Mode::Production if demo::has_demo_accounts(&backend).await? => {
            bail!("production does not start on a database with demo accounts: their password is known to everybody")
        }
        Mode::Demo => {
            demo::seed(&backend).await?;
            backend::accreditation::demo::seed(&backend).await?;
        }
        Mode::Production | Mode::Test => {}
    }
    Ok(backend)
}

/// The shipped profiles and those of a further folder; every mistake of every file is named.
fn profiles(folder: Option<&Path>) -> anyhow::Result<Profiles> {
    let mut files: Vec<(String, String)> =
        embedded().iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    if let Some(folder) = folder {
        let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
                files.push((path.display().to_string(), text));
            }
        }
    }
    load_all(&files).map_err(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("the profiles have mistakes:\n{}", lines.join("\n"))
    })
}

fn start_workers(backend: &Arc<Backend>, stop: &CancellationToken) -> TaskTracker {
    let workers = TaskTracker::new();
    workers.spawn(said("mail", mail::run(Arc::clone(backend), stop.clone())));
    workers.spawn(said("timers", timer::run(Arc::clone(backend), stop.clone())));
    workers.spawn(live::run(Arc::clone(backend), stop.clone()));
    workers
}

/// A worker that cannot work says so; the others go on.
async fn said(worker: &'static str, work: impl Future<Output = Answer<()>>) {
    if let Err(error) = work.await {
        tracing::error!(%error, worker, "a worker has ended");
    }
}

async fn serve(listener: TcpListener, router: axum::Router, stop: CancellationToken) {
    let listener = listener.tap_io(|connection| {
        // Small events must not wait for company; a connection that refuses is slower, not wrong.
        let _ = connection.set_nodelay(true);
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    if let Err(error) = axum::serve(listener, service).with_graceful_shutdown(stop.cancelled_owned()).await {
        tracing::error!(%error, "the listener failed");
    }
}

/// What programs and people wait for: first where the server is, then, in a demo, what to do there.
fn announce(backend: &Backend, address: SocketAddr) {
    println!("listening on http://{address}");
    if backend.settings.mode != Mode::Demo {
        return;
    }
    for path in ["/", "/demo", "/demo/posta", "/demo/orologio"] {
        println!("  http://{address}{path}");
    }
    println!("accounts, all with the password {}:", demo::PASSWORD);
    for account in demo::accounts(backend) {
        println!("  {:<22} {}, {}", account.user_name, role(&account, Language::It), account.institution);
    }
}

async fn told_to_stop() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}
