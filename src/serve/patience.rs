//! Connections that end when nothing has gone through them for a while: a browser that is gone without a word, or a
//! client that never asks, would hold its place for ever.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, Sleep, sleep};

/// Longer than the pause between two signs of life to a browser that waits for changes.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// Takes connections, and waits so long for each.
pub(super) struct Patient {
    pub(super) listener: TcpListener,
    pub(super) patience: Duration,
}

impl Listener for Patient {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, from) = Listener::accept(&mut self.listener).await;
        (Connection { stream, patience: self.patience, end: Box::pin(sleep(self.patience)) }, from)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection, and when it ends unless something goes through it.
pub(super) struct Connection {
    stream: TcpStream,
    patience: Duration,
    end: Pin<Box<Sleep>>,
}

impl Connection {
    /// What the stream did; where it did nothing, whether it is too late.
    fn heard<T>(&mut self, did: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if did.is_ready() {
            self.end.as_mut().reset(Instant::now() + self.patience);
            return did;
        }
        ready!(self.end.as_mut().poll(context));
        Poll::Ready(Err(ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Connection {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let did = Pin::new(&mut self.stream).poll_read(context, into);
        self.heard(did, context)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let did = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.heard(did, context)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net;
    use std::thread;

    use axum::Router;
    use tokio::runtime::Builder;

    use super::*;

    /// A server that waits for a short while only.
    fn served(patience: Duration) -> SocketAddr {
        let listener = net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a listener that does not block");
        let at = listener.local_addr().expect("an address");
        thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).expect("a listener");
                axum::serve(Patient { listener, patience }, Router::new()).await
            })
        });
        at
    }

    #[test]
    fn who_never_asks_is_let_go_and_who_asks_slowly_is_answered() {
        let at = served(Duration::from_millis(400));
        let connect = || {
            let stream = net::TcpStream::connect(at).expect("a connection");
            stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
            stream
        };
        let (mut mute, mut slow, mut answer) = (connect(), connect(), String::new());
        for part in ["GET / HT", "TP/1.1\r\nHo", "st: localhost\r\n", "Connection: close\r\n", "\r\n"] {
            slow.write_all(part.as_bytes()).expect("a part of a request");
            thread::sleep(Duration::from_millis(150));
        }
        slow.read_to_string(&mut answer).expect("an answer");
        assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
        assert_eq!(mute.read(&mut [0]).expect("the end"), 0);
    }
}
