//! Everything the use cases share, made once at start.

use std::sync::Arc;

use domain::places::Places;
use domain::profile::Profiles;
use sea_orm::DatabaseConnection;

use crate::clock::Clock;
use crate::files::Files;
use crate::identity::Hasher;
use crate::institution::Institutions;
use crate::live::Hub;
use crate::mail::Wake;
use crate::settings::Settings;
use crate::{Answer, BackendError, database};

/// The shared state of one server process.
pub struct Backend {
    pub db: DatabaseConnection,
    pub clock: Clock,
    pub settings: Settings,
    pub profiles: Arc<Profiles>,
    pub institutions: Institutions,
    pub places: Arc<Places>,
    pub hasher: Hasher,
    pub files: Files,
    pub live: Hub,
    /// Wakes the mail worker after a commit that queued a letter.
    pub mail: Wake,
}

impl Backend {
    /// Connects, migrates, and makes the rows that profiles stand for.
    pub async fn start(database_url: &str, settings: Settings, profiles: Profiles) -> Answer<Arc<Self>> {
        let db = database::connect(database_url).await?;
        database::migrate(&db).await?;
        let clock = Clock::default();
        let institutions = Institutions::load(&db, &profiles, clock.now()).await?;
        let places = Places::parse(include_str!("../data/municipalities.csv"), include_str!("../data/countries.csv"))
            .map_err(BackendError::Internal)?;
        let hasher = Hasher::new(settings.argon2);
        let files = Files::in_folder(&settings.files)?;
        let live = Hub::new();
        Ok(Arc::new(Self {
            db,
            clock,
            settings,
            profiles: Arc::new(profiles),
            institutions,
            places: Arc::new(places),
            hasher,
            files,
            live,
            mail: Wake::default(),
        }))
    }

    /// Wakes who waits for what a transaction wrote: screens and the mail worker. Call after the commit.
    pub fn announce(&self) {
        self.live.wake();
        self.mail.wake();
    }
}
