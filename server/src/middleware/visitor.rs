//! Who asks: from cookies to the use cases' context, and back to cookies.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::PoisonError;

use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::context::{Cookie, Ctx, Visitor};
use backend::{Answer, identity};
use domain::language::Language;
use http::header::{ACCEPT, COOKIE, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};

use crate::AppState;
use crate::config::Network;
use crate::failure::Failure;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
/// Seconds a browser keeps the key of its drafts: 30 days.
const DRAFT_AGE: i64 = 30 * 24 * 60 * 60;
/// Seconds a browser keeps its language: a year.
const LANGUAGE_AGE: i64 = 365 * 24 * 60 * 60;

/// Finds the visitor, runs the handler, writes the cookies it asked for.
pub async fn layer(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let brought = Brought::by(&state, &request);
    let visitor = match brought.visitor(&state).await {
        Ok(visitor) => visitor,
        Err(error) => return Failure::from(error).into_response(),
    };
    let ctx = Ctx { backend: state.backend.clone(), visitor };
    request.extensions_mut().insert(ctx.clone());
    let mut response = next.run(request).await;
    write_cookies(&state, &ctx.visitor, response.headers_mut());
    // A page about a failure is written further out and shows who is signed in.
    response.extensions_mut().insert(ctx);
    response
}

/// What a request says of its visitor.
struct Brought {
    session_token: Option<String>,
    draft_key: Option<String>,
    address: IpAddr,
    language: Language,
    renews: bool,
}

impl Brought {
    fn by(state: &AppState, request: &Request) -> Self {
        let headers = request.headers();
        let chosen = cookie(headers, LANGUAGE).and_then(|code| Language::from_code(&code));
        Self {
            session_token: session_token(state, headers),
            draft_key: cookie(headers, CookieNames::of(state).draft),
            address: Peer::of(request, &state.trusted_proxies).address(),
            language: chosen.unwrap_or_default(),
            renews: renews(request),
        }
    }

    async fn visitor(self, state: &AppState) -> Answer<Visitor> {
        let (backend, token, address) = (&state.backend, self.session_token.as_deref(), self.address.to_string());
        let visitor = identity::visitor(backend, token, self.draft_key, address, self.language).await?;
        if self.renews {
            identity::session::renew(backend, &visitor).await?;
        }
        Ok(visitor)
    }
}

/// Page loads and posts say that somebody is there; what a page asks by itself does not.
fn renews(request: &Request) -> bool {
    if request.method() == Method::POST {
        return true;
    }
    let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    request.method() == Method::GET && accept.contains("text/html") && !request.uri().path().starts_with("/api/")
}

const LANGUAGE: &str = "lingua";

/// `__Host-` needs `Secure`, which browsers refuse on plain http.
struct CookieNames {
    session: &'static str,
    draft: &'static str,
}

impl CookieNames {
    fn of(state: &AppState) -> Self {
        if state.backend.settings.secure_cookies() {
            Self { session: "__Host-ponte", draft: "__Host-ponte-bozza" }
        } else {
            Self { session: "ponte", draft: "ponte-bozza" }
        }
    }
}

/// The session's token, as the browser sent it.
pub fn session_token(state: &AppState, headers: &HeaderMap) -> Option<String> {
    cookie(headers, CookieNames::of(state).session)
}

/// The value of a cookie; of several with one name, the first.
fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let values = headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut pairs = values.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, value)| *key == name && !value.is_empty()).map(|(_, value)| value.to_owned())
}

fn write_cookies(state: &AppState, visitor: &Visitor, headers: &mut HeaderMap) {
    let names = CookieNames::of(state);
    let cookies = std::mem::take(&mut *visitor.cookies.lock().unwrap_or_else(PoisonError::into_inner));
    for cookie in cookies {
        if let (Cookie::Session(_), Some(signed_in)) = (&cookie, &visitor.signed_in) {
            // Logged out, or in again with another token: what listened with the old one ends now.
            state.backend.live.close_session(&signed_in.token_hash);
        }
        let (name, value, age) = match cookie {
            Cookie::Session(token) => (names.session, token, None),
            Cookie::Draft(key) => (names.draft, key, Some(DRAFT_AGE)),
            Cookie::Language(language) => (LANGUAGE, Some(language.code().to_owned()), Some(LANGUAGE_AGE)),
        };
        let written = written(name, value.as_deref(), age, state.backend.settings.secure_cookies());
        if let Ok(header) = HeaderValue::from_str(&written) {
            headers.append(SET_COOKIE, header);
        }
    }
}

fn written(name: &str, value: Option<&str>, age: Option<i64>, secure: bool) -> String {
    let age = if value.is_none() { Some(0) } else { age };
    let age = age.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let secure = if secure { "; Secure" } else { "" };
    format!("{name}={}; Path=/; HttpOnly; SameSite=Lax{age}{secure}", value.unwrap_or_default())
}

/// Where a request came from.
#[derive(Debug, Clone, Copy)]
pub struct Peer(IpAddr);

impl Peer {
    /// The nearest address that is not one of our proxies; only a proxy's `X-Forwarded-For` is read.
    pub fn of(request: &Request, proxies: &[Network]) -> Self {
        let connected = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let mut address = connected.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip().to_canonical());
        let values = request.headers().get_all(FORWARDED_FOR).into_iter().filter_map(|value| value.to_str().ok());
        let mut hops: Vec<&str> = values.flat_map(|value| value.split(',')).map(str::trim).collect();
        while proxies.iter().any(|proxy| proxy.contains(address)) {
            let Some(Ok(next)) = hops.pop().map(str::parse::<IpAddr>) else { break };
            address = next.to_canonical();
        }
        Self(address)
    }

    /// The address.
    pub fn address(self) -> IpAddr {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn request(headers: &[(&str, &str)]) -> Request {
        let mut request = Request::builder().uri("/upo");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::empty()).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([10, 0, 0, 1], 5000))));
        request
    }

    #[test]
    fn only_a_known_proxy_is_believed() {
        let proxy: Network = "10.0.0.0/8".parse().unwrap();
        let forged = request(&[("x-forwarded-for", "1.1.1.1, 203.0.113.7, 10.0.0.2")]);
        assert_eq!(Peer::of(&forged, &[proxy]).address().to_string(), "203.0.113.7");
        assert_eq!(Peer::of(&forged, &[]).address().to_string(), "10.0.0.1");
    }

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let request = request(&[("cookie", "xponte=1; ponte=; ponte=abc; lingua=en")]);
        assert_eq!(cookie(request.headers(), "ponte").as_deref(), Some("abc"));
        assert_eq!(cookie(request.headers(), "lingua").as_deref(), Some("en"));
        assert_eq!(cookie(request.headers(), "ponte-bozza"), None);
    }

    #[test]
    fn a_secure_cookie_says_so_and_a_removed_one_ends() {
        assert_eq!(written("__Host-ponte", Some("t"), None, true), "__Host-ponte=t; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(written("ponte", None, Some(9), false), "ponte=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }

    #[test]
    fn only_page_loads_and_posts_renew_a_session() {
        assert!(renews(&request(&[("accept", "text/html,*/*")])));
        assert!(!renews(&request(&[("accept", "application/json")])));
    }
}
