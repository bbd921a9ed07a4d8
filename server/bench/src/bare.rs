//! What the framework alone takes: a handler that answers as many bytes and does nothing else.

use anyhow::Result;
use axum::Router;
use axum::body::Bytes;
use axum::response::Html;
use axum::routing::get;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;

/// Starts such a server on a free port; answers its address. It ends with the process.
pub async fn start(bytes: usize) -> Result<String> {
    let page = Bytes::from(vec![b'x'; bytes]);
    let router = Router::new().route("/", get(async move || Html(page.clone())));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    let listener = listener.tap_io(|connection| {
        // As the server does.
        let _ = connection.set_nodelay(true);
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(format!("http://{address}"))
}
