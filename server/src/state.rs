//! What every handler shares.

use std::sync::Arc;

use backend::Backend;
use tokio_util::sync::CancellationToken;

use crate::assets::Site;
use crate::config::Network;
use crate::metrics::Metrics;
use crate::middleware::rate::{Limiter, Quotas};
use crate::streams::Streams;

/// The shared state of the router; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    pub backend: Arc<Backend>,
    pub site: Arc<Site>,
    pub limiter: Arc<Limiter>,
    pub streams: Arc<Streams>,
    pub metrics: Arc<Metrics>,
    /// Proxies whose word on the visitor's address is taken.
    pub trusted_proxies: Arc<[Network]>,
    /// Cancelled when the server stops: open streams end.
    pub stop: CancellationToken,
}

impl AppState {
    /// The state of one server process.
    pub fn new(backend: Arc<Backend>, site: Site) -> Self {
        let quotas = Quotas::of(backend.settings.mode);
        Self {
            backend,
            site: Arc::new(site),
            limiter: Arc::new(Limiter::new(quotas)),
            streams: Arc::default(),
            metrics: Arc::default(),
            trusted_proxies: Arc::new([]),
            stop: CancellationToken::new(),
        }
    }

    /// Believes these proxies.
    pub fn behind(mut self, proxies: &[Network]) -> Self {
        self.trusted_proxies = proxies.into();
        self
    }

    /// Uses other limits than the mode's.
    pub fn limited(mut self, quotas: Quotas) -> Self {
        self.limiter = Arc::new(Limiter::new(quotas));
        self
    }
}
