//! A bare actix server that answers ready bytes from memory: the most that any handler on this framework can do.

use crate::client::Answer;
use crate::server::Command;
use actix_web::http::header::{ETAG, HeaderName, HeaderValue, IF_NONE_MATCH};
use actix_web::web::{Bytes, Data, Path};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use anyhow::{Context, Result};

/// The first argument that makes this program the baseline.
pub const ARGUMENT: &str = "--baseline";

/// Headers that belong to a connection, which every server writes itself.
const OF_THE_CONNECTION: [&str; 5] =
    ["content-length", "connection", "date", "keep-alive", "transfer-encoding"];

/// How to start the baseline with these answers, served as /0, /1, …: files of [`save`], or `sample:BYTES`.
pub fn command(workers: usize, answers: &[String]) -> Result<Command> {
    Ok(Command {
        program: std::env::current_exe()?.display().to_string(),
        arguments: [ARGUMENT.to_owned(), workers.to_string()]
            .into_iter()
            .chain(answers.iter().cloned())
            .collect(),
        environment: vec![],
    })
}

/// Saves an answer for the baseline: a JSON line of its headers, then its body.
pub fn save(answer: &Answer, file: &std::path::Path) -> Result<()> {
    let own = |name: &str| !OF_THE_CONNECTION.contains(&name);
    let headers: Vec<_> = answer.headers.iter().filter(|(name, _)| own(name)).collect();
    let mut bytes = serde_json::to_vec(&headers)?;
    bytes.push(b'\n');
    bytes.extend(&answer.body);
    std::fs::write(file, bytes).with_context(|| file.display().to_string())
}

struct Ready {
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
}

impl Ready {
    fn load(file: &String) -> Result<Self> {
        if let Some(bytes) = file.strip_prefix("sample:") {
            let headers = vec![(ETAG, HeaderValue::from_static("\"sample\""))];
            return Ok(Self { headers, body: Bytes::from(vec![b'v'; bytes.parse()?]) });
        }
        let bytes = Bytes::from(std::fs::read(file).with_context(|| file.clone())?);
        let line = bytes.iter().position(|byte| *byte == b'\n').context("no headers")?;
        let pairs: Vec<(String, String)> = serde_json::from_slice(bytes.get(..line).unwrap_or_default())?;
        let headers = pairs.iter().map(|(name, value)| Ok((name.parse()?, value.parse()?)));
        Ok(Self { headers: headers.collect::<Result<_>>()?, body: bytes.slice(line + 1..) })
    }
}

/// Serves saved answers until killed.
pub fn serve(workers: usize, files: &[String]) -> Result<()> {
    let ready: Vec<Ready> = files.iter().map(Ready::load).collect::<Result<_>>()?;
    let ready = Data::new(ready);
    actix_web::rt::System::new().block_on(async move {
        let application = move || App::new().app_data(ready.clone()).route("/{index}", web::get().to(answer));
        let server = HttpServer::new(application).workers(workers).bind("127.0.0.1:0")?;
        for address in server.addrs() {
            println!("http://{address}");
        }
        Ok(server.run().await?)
    })
}

async fn answer(request: HttpRequest, index: Path<usize>, ready: Data<Vec<Ready>>) -> HttpResponse {
    let Some(ready) = ready.get(*index) else { return HttpResponse::NotFound().finish() };
    let tag = ready.headers.iter().find(|(name, _)| name == ETAG).map(|(_, value)| value);
    let known = tag.is_some() && request.headers().get(IF_NONE_MATCH) == tag;
    let mut response = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    for header in &ready.headers {
        response.append_header((header.0.clone(), header.1.clone()));
    }
    if known { response.finish() } else { response.body(ready.body.clone()) }
}
