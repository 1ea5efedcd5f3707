//! A site served on loopback below a path, as an intranet would.

use std::path::{Path, PathBuf};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::chrome::Result;

const BELOW: &str = "/chi-bo/trang/";

/// Serves `folder` until the program ends and returns its address.
pub async fn serve(folder: PathBuf) -> Result<String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = format!("http://{}{BELOW}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let folder = folder.clone();
            tokio::spawn(async move {
                // A browser that goes away in the middle is no fault.
                let _ = answer(stream, &folder).await;
            });
        }
    });
    Ok(address)
}

async fn answer(mut stream: TcpStream, folder: &Path) -> Result<()> {
    let (read, mut write) = stream.split();
    let mut lines = BufReader::new(read).lines();
    let request = lines.next_line().await?.unwrap_or_default();
    while lines.next_line().await?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split(' ').nth(1).unwrap_or_default();
    let (status, kind, body) = match path.strip_prefix(BELOW) {
        _ if path == "/favicon.ico" => ("204 No Content", "text/plain", Vec::new()),
        Some(path) if !path.contains("..") => match tokio::fs::read(folder.join(path)).await {
            Ok(body) => ("200 OK", content_type(path), body),
            Err(_) => ("404 Not Found", "text/plain", Vec::new()),
        },
        _ => ("404 Not Found", "text/plain", Vec::new()),
    };
    let length = body.len();
    let head =
        format!("HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n");
    write.write_all(head.as_bytes()).await?;
    write.write_all(&body).await?;
    Ok(write.shutdown().await?)
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("json") => "application/json",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
