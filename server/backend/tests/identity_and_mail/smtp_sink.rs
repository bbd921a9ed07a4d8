//! A mail server of the tests' own: takes messages, or behaves badly when asked to.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    Accept,
    /// An answer to `RCPT`, 4xx or 5xx.
    RefuseRecipient(u16),
    /// An answer after the message.
    RefuseMessage(u16),
    /// Takes the message and never answers.
    Stall,
    /// Hangs up in the middle of the message.
    Die,
    /// Keeps the message and hangs up before the answer arrives: what a crash of ours after its 250 looks like.
    AcceptAndDie,
}

#[derive(Default)]
struct Inside {
    manners: VecDeque<Manner>,
    messages: Vec<String>,
}

/// The server; it lives as long as the test.
#[derive(Clone)]
pub struct Sink {
    pub url: String,
    inside: Arc<Mutex<Inside>>,
}

impl Sink {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let sink = Self { url: format!("smtp://127.0.0.1:{port}"), inside: Arc::default() };
        let serving = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let sink = serving.clone();
                tokio::spawn(async move { sink.talk(stream).await });
            }
        });
        sink
    }

    /// How the next messages are treated; those after them are accepted.
    pub fn then(&self, manners: &[Manner]) {
        self.inside.lock().expect("the sink").manners.extend(manners);
    }

    /// What was accepted.
    pub fn messages(&self) -> Vec<String> {
        self.inside.lock().expect("the sink").messages.clone()
    }

    fn keep(&self, message: String) {
        self.inside.lock().expect("the sink").messages.push(message);
    }

    /// Ends when the other side, or a bad manner, hangs up.
    async fn talk(&self, stream: TcpStream) -> Option<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let mut manner = Manner::Accept;
        write.write_all(b"220 sink ready\r\n").await.ok()?;
        while let Some(line) = lines.next_line().await.ok()? {
            let verb = line.split(' ').next().unwrap_or_default().to_ascii_uppercase();
            let answer = match verb.as_str() {
                "EHLO" => "250-sink\r\n250 8BITMIME".to_owned(),
                "MAIL" => {
                    let next = self.inside.lock().expect("the sink").manners.pop_front();
                    manner = next.unwrap_or(Manner::Accept);
                    "250 ok".to_owned()
                }
                "RCPT" => match manner {
                    Manner::RefuseRecipient(code) => format!("{code} not here"),
                    _ => "250 ok".to_owned(),
                },
                "DATA" => {
                    write.write_all(b"354 go on\r\n").await.ok()?;
                    if manner == Manner::Die {
                        return None;
                    }
                    let mut message = String::new();
                    while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
                        message.push_str(line.strip_prefix('.').unwrap_or(&line));
                        message.push_str("\r\n");
                    }
                    match manner {
                        Manner::RefuseMessage(code) => format!("{code} not this"),
                        Manner::Stall => {
                            std::future::pending::<()>().await;
                            return None;
                        }
                        Manner::AcceptAndDie => {
                            self.keep(message);
                            return None;
                        }
                        _ => {
                            self.keep(message);
                            "250 taken".to_owned()
                        }
                    }
                }
                "QUIT" => "221 bye".to_owned(),
                _ => "250 ok".to_owned(),
            };
            write.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
        }
        Some(())
    }
}
