//! As much HTTP/1.1 as talking to the local server and showing the mailbox takes.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

use crate::Outcome;

/// Longer than the slowest answer of a server that is just starting.
const PATIENCE: Duration = Duration::from_secs(30);

/// An answer of the local server.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

/// Sends a GET to the local server.
///
/// # Errors
/// When nothing listens there or the answer is not HTTP.
pub fn get(port: u16, path: &str) -> Outcome<Answer> {
    send(port, &format!("GET {path} HTTP/1.1\r\n"), &[])
}

/// Sends a POST of a JSON document to the local server, with a bearer token (RFC 6750).
///
/// # Errors
/// When nothing listens there or the answer is not HTTP.
pub fn post_json(port: u16, path: &str, token: &str, body: &[u8]) -> Outcome<Answer> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nContent-Type: application/json\r\nOrigin: http://localhost:{port}\r\n\
         Authorization: Bearer {token}\r\nContent-Length: {}\r\n",
        body.len()
    );
    send(port, &head, body)
}

fn send(port: u16, head: &str, body: &[u8]) -> Outcome<Answer> {
    let mut stream = TcpStream::connect(("localhost", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "{head}Host: localhost:{port}\r\nConnection: close\r\n\r\n")?;
    stream.write_all(body)?;
    read_answer(BufReader::new(stream))
}

fn read_answer(mut reader: impl BufRead) -> Outcome<Answer> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let status = line.split_whitespace().nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| format!("the server's answer is not HTTP: {line:?}"))?;
    let (mut length, mut chunked) = (None, false);
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok();
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            chunked = value.trim().eq_ignore_ascii_case("chunked");
        }
    }
    let mut body = Vec::new();
    if chunked {
        read_chunks(&mut reader, &mut body)?;
    } else if let Some(length) = length {
        reader.take(length).read_to_end(&mut body)?;
    } else {
        reader.read_to_end(&mut body)?;
    }
    Ok(Answer { status, body })
}

fn read_chunks(reader: &mut impl BufRead, body: &mut Vec<u8>) -> Outcome {
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let size =
            u64::from_str_radix(line.trim(), 16).map_err(|_| format!("a chunk has no size: {line:?}"))?;
        if size == 0 {
            return Ok(());
        }
        reader.by_ref().take(size).read_to_end(body)?;
        reader.read_line(&mut String::new())?;
    }
}

/// Reads the path, with its query, of a request to us. `None` when it is not a GET.
///
/// # Errors
/// When the caller hangs up.
pub fn asked_path(stream: &TcpStream) -> Outcome<Option<String>> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let path = line.strip_prefix("GET ").and_then(|rest| rest.split(' ').next()).map(str::to_owned);
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    Ok(path)
}

/// Writes an answer of ours and ends the exchange.
///
/// # Errors
/// When the caller hangs up.
pub fn answer(mut stream: &TcpStream, status: &str, kind: &str, body: &str) -> Outcome {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\n\
         Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::read_answer;

    #[test]
    fn both_ways_of_giving_a_length_are_read() {
        for text in [
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\n\r\nhello",
        ] {
            let answer = read_answer(text.as_bytes()).unwrap();
            assert_eq!((answer.status, answer.body.as_slice()), (200, b"hello".as_slice()));
        }
    }

    #[test]
    fn what_is_not_http_is_said() {
        assert!(read_answer("SSH-2.0".as_bytes()).unwrap_err().to_string().contains("SSH-2.0"));
    }
}
