//! A browser without a window: keeps cookies, posts forms, reads answers.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, REFERER, SET_COOKIE};
use http::{HeaderMap, Method, Request, Response, StatusCode};
use serde::de::DeserializeOwned;
use tower::ServiceExt;

/// Where the tests' server believes to be.
pub const ORIGIN_OF_TESTS: &str = "http://ponte.test";

/// One browser.
#[derive(Clone)]
pub struct Client {
    router: Router,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    /// Where it is, for a server that trusts the proxy before it.
    address: String,
}

/// Browsers so far: each has an address of its own.
static BROWSERS: AtomicU32 = AtomicU32::new(0);

/// A whole answer.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Reply {
    /// A header's text; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where the answer sends the browser.
    pub fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    /// The body as JSON of that shape.
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error} in {}", self.body))
    }
}

impl Client {
    /// A browser that has never been here.
    pub fn new(router: Router) -> Self {
        let [.., high, low] = BROWSERS.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        Self { router, cookies: Arc::default(), address: format!("198.18.{high}.{low}") }
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Whether it has a session's cookie, by either of its names.
    pub fn is_logged_in(&self) -> bool {
        self.cookie("ponte").or(self.cookie("__Host-ponte")).is_some()
    }

    /// Sets a cookie by hand.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    /// Loads a page as somebody who clicks a link.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(self.request(Method::GET, path).header(ACCEPT, "text/html,*/*;q=0.8").body(Body::empty()).unwrap()).await
    }

    /// Opens what has no end, and leaves it: the answer without its body.
    pub async fn head_of(&self, path: &str) -> Reply {
        let (parts, _) = self.open(self.request(Method::GET, path).body(Body::empty()).unwrap()).await.into_parts();
        Reply { status: parts.status, headers: parts.headers, body: String::new() }
    }

    /// Calls a reading server function (`noun/verb`) as a script does.
    pub async fn read(&self, function: &str, pairs: &[(&str, &str)]) -> Reply {
        let path = format!("/api/{function}?{}", encoded(pairs));
        self.send(self.request(Method::GET, &path).header(ACCEPT, "application/json").body(Body::empty()).unwrap()).await
    }

    /// Calls a writing server function (`noun/verb`) as a script does.
    pub async fn post_form(&self, function: &str, pairs: &[(&str, &str)]) -> Reply {
        let (path, body) = (format!("/api/{function}"), encoded(pairs));
        self.send(self.form(&path, &body).header(ACCEPT, "application/json").body(Body::from(body)).unwrap()).await
    }

    /// Posts a form as a browser without scripts does, from a page of ours.
    pub async fn post_plain(&self, path: &str, pairs: &[(&str, &str)], from: &str) -> Reply {
        let body = encoded(pairs);
        let request = self.form(path, &body).header(ACCEPT, "text/html,*/*;q=0.8");
        let request = request.header(REFERER, format!("{ORIGIN_OF_TESTS}{from}"));
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Posts a form with one file, as a browser without scripts does.
    pub async fn send_file(&self, path: &str, field: &str, bytes: &[u8]) -> Reply {
        self.send_form(path, &[], (field, bytes)).await
    }

    /// The same with further fields.
    pub async fn send_form(&self, path: &str, pairs: &[(&str, &str)], (field, bytes): (&str, &[u8])) -> Reply {
        const BOUNDARY: &str = "a-line-that-no-file-has";
        let disposition = format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name");
        let fields: String = pairs.iter().map(|(name, value)| format!("{disposition}=\"{name}\"\r\n\r\n{value}\r\n")).collect();
        let head = format!("{fields}{disposition}=\"{field}\"; filename=\"a.png\"\r\n\r\n");
        let body = [head.as_bytes(), bytes, format!("\r\n--{BOUNDARY}--\r\n").as_bytes()].concat();
        let request = self.request(Method::POST, path).header(ORIGIN, ORIGIN_OF_TESTS).header("sec-fetch-site", "same-origin");
        let request = request.header(CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"));
        self.send(request.header(ACCEPT, "text/html,*/*;q=0.8").body(Body::from(body)).unwrap()).await
    }

    fn form(&self, path: &str, body: &str) -> http::request::Builder {
        self.request(Method::POST, path)
            .header(CONTENT_LENGTH, body.len())
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(ORIGIN, ORIGIN_OF_TESTS)
            .header("sec-fetch-site", "same-origin")
    }

    /// A request with this browser's cookies, to be completed by the test.
    pub fn request(&self, method: Method, path: &str) -> http::request::Builder {
        let host = ORIGIN_OF_TESTS.trim_start_matches("http://");
        let request = Request::builder().method(method).uri(path).header(HOST, host).header("x-forwarded-for", &self.address);
        let cookies = self.cookies.lock().unwrap();
        if cookies.is_empty() {
            return request;
        }
        let pairs: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        request.header(COOKIE, pairs.join("; "))
    }

    /// Sends any request and reads the whole answer.
    pub async fn send(&self, request: Request<Body>) -> Reply {
        let (parts, body) = self.open(request).await.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body that ends");
        Reply { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// Sends any request and leaves the body to be read piece by piece.
    pub async fn open(&self, request: Request<Body>) -> Response<Body> {
        let response = self.router.clone().oneshot(request).await.expect("a router that never fails");
        self.keep_cookies(response.headers());
        response
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        let mut cookies = self.cookies.lock().unwrap();
        for header in headers.get_all(SET_COOKIE) {
            let text = header.to_str().expect("cookies are ASCII");
            let (name, value) = text.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie has a name");
            if text.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// Pairs as a form writes them.
pub fn encoded(pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = pairs.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
    pairs.join("&")
}

fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
