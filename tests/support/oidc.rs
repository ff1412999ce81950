//! A small provider of accounts (OpenID Connect): it publishes what it is, signs, knows its client,
//! and gives a code once. Whoever comes is signed in there already. It can be told to lie.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};

use data_encoding::{BASE64, BASE64URL_NOPAD};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use percent_encoding::percent_decode_str;
use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::signature::SignatureEncoding;
use rsa::traits::PublicKeyParts;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub const CLIENT_ID: &str = "vigie";
/// With what an address or a header must escape.
pub const CLIENT_SECRET: &str = "très:secret+%";

/// What is wrong with the provider's answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lie {
    #[default]
    None,
    /// The person says no.
    Denial,
    /// It wants to ask the person, though nobody asked it not to.
    OwnError,
    OtherNonce,
    NoNonce,
    OtherAudience,
    MoreAudiences,
    OtherParty,
    OtherIssuer,
    OtherIssuerInAddress,
    Expired,
    Early,
    OtherKey,
    ForgedPayload,
    Unsigned,
    UnderOurSecret,
    NoIdToken,
    OtherSubjectInUserInfo,
    NotJson,
    Huge,
    Elsewhere,
}

/// Who is signed in at the provider.
#[derive(Clone, Debug)]
pub struct Known {
    pub subject: String,
    pub name: Option<String>,
    pub email: Option<String>,
    pub is_verified: bool,
    /// What is known of them is told when asked for alone.
    pub in_user_info: bool,
}

struct Books {
    lie: Lie,
    known: Known,
    /// Seconds since 1970.
    now: i64,
    codes: HashMap<String, HashMap<String, String>>,
    given: u32,
    key: u8,
    signs_by_rsa: bool,
    hesitates: Option<Box<dyn FnMut() + Send>>,
    log: Vec<String>,
}

pub struct OidcProvider {
    pub issuer: String,
    books: Arc<Mutex<Books>>,
}

impl OidcProvider {
    /// Starts on a free port, with this clock (seconds since 1970).
    pub fn start(now: i64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://{}/realms/drome", listener.local_addr().unwrap());
        let known = Known {
            subject: "u-0001".to_owned(),
            name: Some("Camille Roux".to_owned()),
            email: Some("camille.roux@exemple.fr".to_owned()),
            is_verified: true,
            in_user_info: false,
        };
        let (codes, log) = (HashMap::new(), Vec::new());
        let books = Books {
            lie: Lie::None,
            known,
            now,
            codes,
            given: 0,
            key: 1,
            signs_by_rsa: false,
            hesitates: None,
            log,
        };
        let books = Arc::new(Mutex::new(books));
        let (address, held) = (issuer.clone(), Arc::clone(&books));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                serve(stream, &address, &held);
            }
        });
        Self { issuer, books }
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap()
    }

    pub fn lie(&self, lie: Lie) {
        self.books().lie = lie;
    }

    /// Somebody else is signed in there from now on.
    pub fn knows(&self, change: impl FnOnce(&mut Known)) {
        change(&mut self.books().known);
    }

    /// Takes another key, under another name.
    pub fn rotate(&self) {
        self.books().key += 1;
    }

    /// Signs as most providers do.
    pub fn sign_by_rsa(&self) {
        self.books().signs_by_rsa = true;
    }

    /// Does something else before it gives a token.
    pub fn hesitate(&self, work: impl FnMut() + Send + 'static) {
        self.books().hesitates = Some(Box::new(work));
    }

    /// Requests so far: method and path.
    pub fn log(&self) -> Vec<String> {
        self.books().log.clone()
    }
}

struct Ask {
    method: String,
    path: String,
    query: HashMap<String, String>,
    form: HashMap<String, String>,
    authorization: String,
}

fn pairs(text: &str) -> HashMap<String, String> {
    let decoded = |t: &str| percent_decode_str(&t.replace('+', " ")).decode_utf8().unwrap().into_owned();
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (decoded(name), decoded(value))).collect()
}

fn read(stream: &TcpStream) -> Option<Ask> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let (mut length, mut authorization) = (0, String::new());
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().ok()?,
            "authorization" => authorization = value.to_owned(),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let form = pairs(&String::from_utf8(body).ok()?);
    Some(Ask { method, path: path.to_owned(), query: pairs(query), form, authorization })
}

fn serve(mut stream: TcpStream, issuer: &str, books: &Mutex<Books>) {
    let Some(ask) = read(&stream) else { return };
    let mut books = books.lock().unwrap();
    books.log.push(format!("{} {}", ask.method, ask.path));
    let (status, headers, body) = answer(&ask, issuer, &mut books);
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    // The other side may have heard enough.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
}

type Said = (&'static str, String, String);

fn said(value: &Value) -> Said {
    ("200 OK", String::new(), value.to_string())
}

fn refused(error: &str) -> Said {
    ("400 Bad Request", String::new(), json!({"error": error}).to_string())
}

fn answer(ask: &Ask, issuer: &str, books: &mut Books) -> Said {
    let path = ask.path.strip_prefix("/realms/drome").unwrap_or(&ask.path);
    match (ask.method.as_str(), path) {
        ("GET", "/.well-known/openid-configuration") => published(issuer, books.lie),
        ("GET", "/keys") => said(&json!({"keys": [public_key(books.key), rsa_public_key()]})),
        ("GET", "/authorize") => authorize(ask, issuer, books),
        ("POST", "/token") => token(ask, issuer, books),
        ("GET", "/userinfo") => user_info(ask, books),
        _ => ("404 Not Found", String::new(), String::new()),
    }
}

fn published(issuer: &str, lie: Lie) -> Said {
    match lie {
        Lie::NotJson => return ("200 OK", String::new(), "<html>".to_owned()),
        Lie::Huge => return ("200 OK", String::new(), format!("\"{}\"", "x".repeat(1 << 20))),
        Lie::Elsewhere => {
            let away = format!("location: {issuer}/keys\r\n");
            return ("302 Found", away, String::new());
        }
        _ => {}
    }
    said(&json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256", "RS256", "HS256"],
        "scopes_supported": ["openid", "email", "profile"],
    }))
}

/// Made for these tests, and known to all.
fn rsa_key() -> rsa::RsaPrivateKey {
    rsa::RsaPrivateKey::from_pkcs1_der(include_bytes!("oidc_rsa.der")).unwrap()
}

fn rsa_public_key() -> Value {
    let key = rsa_key();
    let (n, e) =
        (BASE64URL_NOPAD.encode(&key.n().to_bytes_be()), BASE64URL_NOPAD.encode(&key.e().to_bytes_be()));
    json!({"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "key-rsa", "n": n, "e": e})
}

fn signing_key(key: u8) -> SigningKey {
    SigningKey::from_slice(&[key; 32]).unwrap()
}

fn public_key(key: u8) -> Value {
    let point = signing_key(key).verifying_key().to_sec1_point(false);
    let (x, y) = (point.x().unwrap(), point.y().unwrap());
    let (x, y) = (BASE64URL_NOPAD.encode(x), BASE64URL_NOPAD.encode(y));
    json!({"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": format!("key-{key}"), "x": x, "y": y})
}

/// Where somebody's browser comes, and is sent back from at once.
fn authorize(ask: &Ask, issuer: &str, books: &mut Books) -> Said {
    let asked = |name: &str| ask.query.get(name).cloned().unwrap_or_default();
    assert_eq!((asked("client_id").as_str(), asked("response_type").as_str()), (CLIENT_ID, "code"));
    assert_eq!(asked("code_challenge_method"), "S256");
    assert!(asked("scope").split(' ').any(|scope| scope == "openid"));
    let state = asked("state");
    books.given += 1;
    let code = format!("code-{}", books.given);
    books.codes.insert(code.clone(), ask.query.clone());
    let outcome = match books.lie {
        Lie::Denial => "error=access_denied".to_owned(),
        Lie::OwnError => "error=interaction_required".to_owned(),
        Lie::OtherIssuerInAddress => format!("code={code}&iss=https%3A%2F%2Felsewhere.example"),
        _ => format!("code={code}&iss={}", issuer.replace(':', "%3A").replace('/', "%2F")),
    };
    let back = format!("location: {}?{outcome}&state={state}\r\n", asked("redirect_uri"));
    ("302 Found", back, String::new())
}

fn token(ask: &Ask, issuer: &str, books: &mut Books) -> Said {
    if !is_our_client(&ask.authorization) {
        return ("401 Unauthorized", String::new(), json!({"error": "invalid_client"}).to_string());
    }
    let sent = |name: &str| ask.form.get(name).cloned().unwrap_or_default();
    let Some(begun) = books.codes.remove(&sent("code")) else { return refused("invalid_grant") };
    let challenge = BASE64URL_NOPAD.encode(&Sha256::digest(sent("code_verifier")));
    let as_begun = begun.get("code_challenge") == Some(&challenge)
        && begun.get("redirect_uri") == Some(&sent("redirect_uri"))
        && sent("grant_type") == "authorization_code";
    if !as_begun {
        return refused("invalid_grant");
    }
    if let Some(work) = &mut books.hesitates {
        work();
    }
    let nonce = begun.get("nonce").cloned().unwrap_or_default();
    let mut answer = json!({"access_token": "access-1", "token_type": "Bearer", "expires_in": 60});
    if books.lie != Lie::NoIdToken {
        answer["id_token"] = json!(id_token(issuer, books, &nonce));
    }
    said(&answer)
}

/// RFC 6749, 2.3.1: both parts are escaped as forms are.
fn is_our_client(authorization: &str) -> bool {
    let Some(told) = authorization.strip_prefix("Basic ") else { return false };
    let told = String::from_utf8(BASE64.decode(told.as_bytes()).unwrap_or_default()).unwrap_or_default();
    let Some((id, secret)) = told.split_once(':') else { return false };
    let told = pairs(&format!("id={id}&secret={secret}"));
    told["id"] == CLIENT_ID && told["secret"] == CLIENT_SECRET
}

fn id_token(issuer: &str, books: &Books, nonce: &str) -> String {
    let (lie, known, now) = (books.lie, &books.known, books.now);
    let mut claims = json!({
        "iss": issuer, "sub": known.subject, "aud": CLIENT_ID, "azp": CLIENT_ID,
        "iat": now, "exp": now + 300, "nonce": nonce,
    });
    if !known.in_user_info {
        tell(&mut claims, known);
    }
    match lie {
        Lie::OtherNonce => claims["nonce"] = json!("another"),
        Lie::NoNonce => drop(claims.as_object_mut().unwrap().remove("nonce")),
        Lie::OtherAudience => claims["aud"] = json!("another"),
        Lie::MoreAudiences => claims["aud"] = json!([CLIENT_ID, "another"]),
        Lie::OtherParty => claims["azp"] = json!("another"),
        Lie::OtherIssuer => claims["iss"] = json!("https://elsewhere.example"),
        Lie::Expired => claims["exp"] = json!(now - 180),
        Lie::Early => claims["iat"] = json!(now + 600),
        _ => {}
    }
    let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    let head = |alg: &str| json!({"alg": alg, "typ": "JWT", "kid": format!("key-{}", books.key)});
    match lie {
        Lie::Unsigned => return format!("{}.{}.", part(&head("none")), part(&claims)),
        Lie::UnderOurSecret => {
            use hmac::{Hmac, Mac};
            let text = format!("{}.{}", part(&json!({"alg": "HS256", "typ": "JWT"})), part(&claims));
            let mut mac = Hmac::<Sha256>::new_from_slice(CLIENT_SECRET.as_bytes()).unwrap();
            mac.update(text.as_bytes());
            return format!("{text}.{}", BASE64URL_NOPAD.encode(&mac.finalize().into_bytes()));
        }
        _ => {}
    }
    if books.signs_by_rsa {
        let head = json!({"alg": "RS256", "typ": "JWT", "kid": "key-rsa"});
        let text = format!("{}.{}", part(&head), part(&claims));
        let key = rsa::pkcs1v15::SigningKey::<Sha256>::new(rsa_key());
        let signature = rsa::signature::Signer::sign(&key, text.as_bytes());
        return format!("{text}.{}", BASE64URL_NOPAD.encode(&signature.to_bytes()));
    }
    let text = format!("{}.{}", part(&head("ES256")), part(&claims));
    let key = if lie == Lie::OtherKey { 99 } else { books.key };
    let signature: Signature = signing_key(key).sign(text.as_bytes());
    let signature = BASE64URL_NOPAD.encode(&signature.to_bytes());
    if lie == Lie::ForgedPayload {
        claims["sub"] = json!("somebody-else");
        return format!("{}.{}.{signature}", part(&head("ES256")), part(&claims));
    }
    format!("{text}.{signature}")
}

fn tell(claims: &mut Value, known: &Known) {
    if let Some(email) = &known.email {
        claims["email"] = json!(email);
        claims["email_verified"] = json!(known.is_verified);
    }
    if let Some(name) = &known.name {
        claims["name"] = json!(name);
    }
}

fn user_info(ask: &Ask, books: &Books) -> Said {
    if ask.authorization != "Bearer access-1" {
        return ("401 Unauthorized", String::new(), String::new());
    }
    let mut claims = json!({"sub": books.known.subject});
    if books.lie == Lie::OtherSubjectInUserInfo {
        claims["sub"] = json!("somebody-else");
    }
    tell(&mut claims, &books.known);
    said(&claims)
}
