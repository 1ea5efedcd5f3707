//! Messages of the protocol as they come over a stream: headers, a blank line, JSON.
//!
//! Whatever comes, reading goes on: what is no message is passed over, and nobody is believed how long it is.

use std::io::{self, BufRead, Read, Write};

use serde_json::Value;

/// Longest message that is taken.
const LONGEST: u64 = 16 * 1024 * 1024;

/// Longest line of a header that is taken.
const LONGEST_LINE: u64 = 4096;

/// The next message, or nothing at the end; what is no JSON is told as such.
pub fn read(input: &mut impl BufRead) -> io::Result<Option<Result<Value, ()>>> {
    let Some(length) = length(input)? else { return Ok(None) };
    let Some(length) = length.filter(|length| *length <= LONGEST) else {
        if let Some(length) = length {
            io::copy(&mut input.take(length), &mut io::sink())?;
        }
        return Ok(Some(Err(())));
    };
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(serde_json::from_slice(&bytes).map_err(|_| ())))
}

/// The length that the headers name, which may be none; nothing at all at the end of the stream.
fn length(input: &mut impl BufRead) -> io::Result<Option<Option<u64>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        if line.trim().is_empty() {
            return Ok(Some(length));
        }
        let (name, value) = line.split_once(':').unwrap_or_default();
        if name.trim().eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok();
        }
    }
}

/// Writes a message.
pub fn write(output: &mut dyn Write, message: &Value) -> io::Result<()> {
    let text = message.to_string();
    write!(output, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_is_passed_over() {
        let stream = b"x\r\n\r\nContent-Length: 3\r\n\r\n{\"aContent-Length: 99999999999\r\n\r\n";
        let mut input = &stream[..];
        assert_eq!(read(&mut input).expect("a stream"), Some(Err(())));
        assert_eq!(read(&mut input).expect("a stream"), Some(Err(())));
        assert_eq!(read(&mut input).expect("a stream"), Some(Err(())));
        assert_eq!(read(&mut input).expect("a stream"), None);
        let mut input = &b"content-length: 2\nX: y\n\n{}Content-Length: 9\r\n\r\n{"[..];
        assert_eq!(read(&mut input).expect("a stream"), Some(Ok(serde_json::json!({}))));
        assert_eq!(read(&mut input).expect("a stream"), None);
    }
}
