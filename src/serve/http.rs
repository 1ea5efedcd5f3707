//! The pages by HTTP. With `patience` the only door to `axum`.
//!
//! Paths are names of artifacts and lead to no disk, so there is nothing to break out of. A page is given only to who
//! asks for this machine by name or number: a site of somebody else's whose name suddenly means this machine is not.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::process;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{SignalKind, signal};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::Shared;
use super::page::{self, OWN};
use super::patience::{PATIENCE, Patient};
use crate::base::error::{Error, Result};

/// An address that was taken, and what will answer on it.
pub(super) struct Listener {
    runtime: Runtime,
    listener: TcpListener,
    at: SocketAddr,
}

/// Takes the address, before any work is done.
pub(super) fn listen(at: SocketAddr) -> Result<Listener> {
    let failed = |source| Error::Listen { at, source };
    let runtime = Builder::new_current_thread().enable_all().build().map_err(failed)?;
    let listener = runtime.block_on(TcpListener::bind(at)).map_err(failed)?;
    let at = listener.local_addr().map_err(failed)?;
    Ok(Listener { runtime, listener, at })
}

/// Answers until a signal says that it is enough.
pub(super) fn run(listener: Listener, shared: Arc<Shared>) -> Result<()> {
    let Listener { runtime, listener, at } = listener;
    let failed = |source| Error::Listen { at, source };
    let ended = runtime.block_on(async {
        let (mut interrupt, mut terminate, mut hangup) = (
            signal(SignalKind::interrupt()).map_err(failed)?,
            signal(SignalKind::terminate()).map_err(failed)?,
            signal(SignalKind::hangup()).map_err(failed)?,
        );
        shared.host.ready(at);
        let app = Router::new()
            .route(&format!("{OWN}events"), get(events))
            .fallback(get(file))
            .layer(middleware::from_fn(guard))
            .with_state(Arc::clone(&shared));
        tokio::select! {
            served = axum::serve(Patient { listener, patience: PATIENCE }, app) => served.map_err(failed),
            _ = interrupt.recv() => Ok(()),
            _ = terminate.recv() => Ok(()),
            _ = hangup.recv() => Ok(()),
        }
    });
    // Browsers that wait for changes would keep it for ever.
    runtime.shutdown_background();
    ended
}

/// Lets through who asks for this machine: by `localhost` or by a number.
async fn guard(headers: HeaderMap, request: Request, next: Next) -> Response {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let mut response = if is_this_machine(host) {
        next.run(request).await
    } else {
        (StatusCode::MISDIRECTED_REQUEST, "421\n").into_response()
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

fn is_this_machine(host: &str) -> bool {
    if host.parse::<SocketAddr>().is_ok() || host.parse::<IpAddr>().is_ok() {
        return true;
    }
    let name = host.rsplit_once(':').map_or(host, |(name, port)| if port.parse::<u16>().is_ok() { name } else { host });
    let number = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || number.parse::<IpAddr>().is_ok()
}

/// Tells the number of the state shown, now and whenever it is another one.
async fn events(State(shared): State<Arc<Shared>>) -> impl IntoResponse {
    // Numbers of another run are others, so that a page of it is loaded again.
    let run = process::id();
    let told = move |number: u64| Ok::<_, Infallible>(Event::default().event("site").data(format!("{run}-{number}")));
    let stream = WatchStream::new(shared.changes.subscribe()).map(told);
    Sse::new(stream).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

async fn file(State(shared): State<Arc<Shared>>, uri: Uri) -> Response {
    let path = uri.path();
    if let Some(own) = path.strip_prefix(OWN) {
        return match own {
            "reload.js" => of_type("text/javascript; charset=utf-8", page::SCRIPT.into()),
            "fault.css" => of_type("text/css; charset=utf-8", page::STYLE.into()),
            _ => missing(&shared),
        };
    }
    let (state, name) = (shared.state(), path.trim_start_matches('/'));
    let Some(edition) = state.edition else { return missing(&shared) };
    let name = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() };
    let catalog = shared.host.catalog();
    match edition.file(&name).await {
        Some(Ok(bytes)) if name.ends_with(".html") => {
            of_type(media_type(&name), page::served(bytes, state.fault.as_ref(), catalog))
        }
        Some(Ok(bytes)) => of_type(media_type(&name), bytes),
        Some(Err(error)) => {
            let fault = shared.told(&error);
            let body = page::bare(&catalog.text("serve-fault"), Some(&fault), catalog);
            (StatusCode::INTERNAL_SERVER_ERROR, of_type(media_type("x.html"), body)).into_response()
        }
        None => match edition.file(&format!("{name}/index.html")).await {
            Some(Ok(_)) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, format!("/{name}/"))]).into_response(),
            _ => missing(&shared),
        },
    }
}

/// There is no such page, or no site yet.
fn missing(shared: &Shared) -> Response {
    let (state, catalog) = (shared.state(), shared.host.catalog());
    let (status, key) = match state.edition {
        Some(_) => (StatusCode::NOT_FOUND, "serve-missing"),
        None => (StatusCode::SERVICE_UNAVAILABLE, "serve-no-site"),
    };
    let body = page::bare(&catalog.text(key), state.fault.as_ref().map(|fault| &*fault.text), catalog);
    (status, of_type(media_type("x.html"), body)).into_response()
}

fn of_type(media_type: &'static str, body: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, media_type)], body).into_response()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_and_numbers_are_let_through() {
        for host in ["localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:8000", "[::1]", "[::1]:8000", "10.1.2.3:8000"]
        {
            assert!(is_this_machine(host), "{host}");
        }
        for host in
            ["", "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.nip.io", "localhost:x"]
        {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
