//! HTTP/1.1 over one connection that is kept: as much of it as asking a server of ours takes.

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// One connection; requests go one after another.
pub struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
}

/// What is asked; `headers` beside `Host` and the body's length.
pub struct Request<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub headers: &'a [(&'a str, &'a str)],
    pub body: &'a str,
}

/// A whole answer, its body as it came over the line.
pub struct Answer {
    pub status: u16,
    /// Names in lower case.
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// Every value of a header; `name` in lower case.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Connection {
    /// To `http://host:port` or `host:port`.
    pub async fn open(address: &str) -> Result<Self> {
        let host = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let stream = TcpStream::connect(&host).await.with_context(|| format!("cannot reach {host}"))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::with_capacity(64 * 1024, stream), host })
    }

    /// Sends a request and reads the whole answer, whatever its status.
    pub async fn send(&mut self, request: &Request<'_>) -> Result<Answer> {
        let Request { method, path, headers, body } = request;
        let mut text = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\n", self.host);
        for (name, value) in *headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        if *method == "POST" {
            text.push_str(&format!("content-length: {}\r\n", body.len()));
        }
        text.push_str("\r\n");
        text.push_str(body);
        self.stream.get_mut().write_all(text.as_bytes()).await?;
        self.answer().await.with_context(|| format!("{method} {path}"))
    }

    async fn answer(&mut self) -> Result<Answer> {
        let first = self.line().await?;
        let status = first.split(' ').nth(1).and_then(|code| code.parse().ok()).context("no status")?;
        let mut headers = Vec::new();
        loop {
            let line = self.line().await?;
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut answer = Answer { status, headers, body: Vec::new() };
        let length = answer.all("content-length").next().map(str::parse::<usize>).transpose()?;
        match length {
            Some(length) => self.bytes(&mut answer.body, length).await?,
            None if answer.all("transfer-encoding").any(|encoding| encoding == "chunked") => {
                self.chunks(&mut answer.body).await?
            }
            None => {}
        }
        Ok(answer)
    }

    async fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            bail!("the server closed the connection");
        }
        Ok(line.trim_end().to_owned())
    }

    async fn bytes(&mut self, into: &mut Vec<u8>, length: usize) -> Result<()> {
        let start = into.len();
        into.resize(start + length, 0);
        self.stream.read_exact(&mut into[start..]).await?;
        Ok(())
    }

    async fn chunks(&mut self, into: &mut Vec<u8>) -> Result<()> {
        loop {
            let line = self.line().await?;
            let length = usize::from_str_radix(line.split(';').next().unwrap_or_default(), 16).context("no length of a piece")?;
            self.bytes(into, length).await?;
            self.line().await?;
            if length == 0 {
                return Ok(());
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
