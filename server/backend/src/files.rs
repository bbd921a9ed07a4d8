//! The bytes of files, by their digest: the same content is kept once and never changes. Source: design 5.

use std::path::Path as Folder;
use std::sync::Arc;

use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};

use crate::history::hex;
use crate::{Answer, BackendError};

/// Where the bytes are.
#[derive(Debug, Clone)]
pub struct Files(Arc<dyn ObjectStore>);

impl Files {
    /// Keeps them in a folder, which is made if it is not there.
    pub fn in_folder(folder: &Folder) -> Answer<Self> {
        let failed = |error: std::io::Error| BackendError::Internal(format!("{}: {error}", folder.display()));
        std::fs::create_dir_all(folder).map_err(failed)?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?)))
    }

    /// Writes the bytes, whole or not at all; the digest finds them again.
    pub async fn put(&self, bytes: Vec<u8>) -> Answer<String> {
        let digest = hex(&Sha256::digest(&bytes));
        self.0.put(&place(&digest), bytes.into()).await?;
        Ok(digest)
    }

    /// The bytes of a digest. Error: `Files` if they are not there.
    pub async fn get(&self, digest: &str) -> Answer<Vec<u8>> {
        Ok(self.0.get(&place(digest)).await?.bytes().await?.to_vec())
    }
}

/// Few files in one folder.
fn place(digest: &str) -> Path {
    let (shelf, _) = digest.split_at_checked(2).unwrap_or((digest, ""));
    Path::from_iter([shelf, digest])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_was_put_is_found_by_its_digest() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(&folder.path().join("new")).unwrap();
        let digest = files.put(b"ponte".to_vec()).await.unwrap();
        assert_eq!(files.put(b"ponte".to_vec()).await.unwrap(), digest);
        assert_eq!(files.get(&digest).await.unwrap(), b"ponte");
        assert!(matches!(files.get("00").await, Err(BackendError::Files(_))));
    }
}
