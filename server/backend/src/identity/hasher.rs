//! Argon2id, off the threads that answer requests, few at a time.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::{Answer, BackendError};

/// Hashes at once: each takes its memory for as long as it runs.
const AT_ONCE: usize = 4;

/// Hashes and checks passwords.
#[derive(Debug)]
pub struct Hasher {
    params: Params,
    /// Of a password nobody has: checked against when there is no account, so that it takes the same time.
    nobody: Arc<str>,
    places: Arc<Semaphore>,
}

impl Hasher {
    /// With so much memory (KiB) and so many passes; figures that Argon2 refuses give its own defaults.
    pub fn new((memory_kib, passes): (u32, u32)) -> Self {
        let params = Params::new(memory_kib, passes, 1, None).unwrap_or_default();
        let nobody = hash(&params, "nobody has this password").unwrap_or_default().into();
        Self { params, nobody, places: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// The hash of a password, as it is stored.
    pub async fn hash(&self, password: &str) -> Answer<String> {
        let (params, password) = (self.params.clone(), password.to_owned());
        self.apart(move || hash(&params, &password)).await?
    }

    /// Whether the password is the one of the hash. Without a hash the same work is done and the answer is no.
    pub async fn verify(&self, stored: Option<&str>, password: &str) -> Answer<bool> {
        let against: Arc<str> = stored.map_or_else(|| self.nobody.clone(), Arc::from);
        let (password, known) = (password.to_owned(), stored.is_some());
        self.apart(move || {
            let parsed = PasswordHash::new(&against);
            let right = parsed.is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok());
            right && known
        })
        .await
    }

    async fn apart<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
        let place = self.places.clone().acquire_owned().await.map_err(|error| BackendError::Internal(error.to_string()))?;
        let worked = tokio::task::spawn_blocking(move || {
            let _place = place;
            work()
        });
        worked.await.map_err(|error| BackendError::Internal(error.to_string()))
    }
}

fn hash(params: &Params, password: &str) -> Answer<String> {
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let hash = argon2.hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|error| BackendError::Internal(error.to_string()))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let hasher = Hasher::new((8, 1));
        let stored = hasher.hash("quattro ponti").await.unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(hasher.verify(Some(&stored), "quattro ponti").await.unwrap());
        assert!(!hasher.verify(Some(&stored), "quattro ponte").await.unwrap());
        assert!(!hasher.verify(None, "nobody has this password").await.unwrap());
        assert!(!hasher.verify(Some("not a hash"), "quattro ponti").await.unwrap());
    }

    #[tokio::test]
    async fn the_work_is_done_beside_the_threads_that_answer_and_few_at_a_time() {
        let hasher = Hasher::new((8, 1));
        let (running, most, answering) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)), thread::current().id());
        let works = (0..4 * AT_ONCE).map(|_| {
            let (running, most) = (Arc::clone(&running), Arc::clone(&most));
            hasher.apart(move || {
                most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                thread::sleep(Duration::from_millis(5));
                running.fetch_sub(1, Ordering::SeqCst);
                thread::current().id()
            })
        });
        // This thread alone runs the test: were the work done on it, one would follow the other.
        for place in futures::future::join_all(works).await {
            assert_ne!(place.unwrap(), answering);
        }
        assert!((2..=AT_ONCE).contains(&most.load(Ordering::SeqCst)));
    }
}
