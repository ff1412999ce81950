//! Content codings: which one a client takes, and the compressing itself.

use std::io::{Read as _, Write as _};

use actix_web::web::Bytes;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Identity,
    Gzip,
    Brotli,
}

impl Encoding {
    /// The best that an `Accept-Encoding` header takes (RFC 9110, 12.5.3). No header, or nothing
    /// in it that we speak: identity.
    pub fn accepted(header: Option<&str>) -> Self {
        let Some(header) = header else { return Self::Identity };
        let takes = |wanted: &str| {
            let mut any = false;
            for part in header.split(',') {
                let (name, params) = part.split_once(';').unwrap_or((part, ""));
                let refused = params.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
                match name.trim() {
                    name if name.eq_ignore_ascii_case(wanted) => return !refused,
                    "*" => any = !refused,
                    _ => {}
                }
            }
            any
        };
        if takes("br") {
            Self::Brotli
        } else if takes("gzip") {
            Self::Gzip
        } else {
            Self::Identity
        }
    }

    /// Value of `Content-Encoding`; `None` for identity.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    /// The text in this encoding.
    pub fn encode(self, text: Bytes) -> Bytes {
        match self {
            Self::Identity => text,
            Self::Gzip => gzip(&text),
            Self::Brotli => brotli(&text),
        }
    }

    /// What [`Self::encode`] was given.
    pub fn decode(self, body: &Bytes) -> Bytes {
        let mut text = Vec::new();
        let read = match self {
            Self::Identity => return body.clone(),
            Self::Gzip => flate2::read::GzDecoder::new(&**body).read_to_end(&mut text).map(drop),
            Self::Brotli => brotli::BrotliDecompress(&mut &**body, &mut text),
        };
        // What was encoded here can be read.
        read.map(|()| Bytes::from(text)).unwrap_or_default()
    }
}

pub fn gzip(text: &[u8]) -> Bytes {
    let mut out =
        flate2::write::GzEncoder::new(Vec::with_capacity(text.len() / 4), flate2::Compression::default());
    match out.write_all(text).and_then(|()| out.finish()) {
        Ok(bytes) => Bytes::from(bytes),
        // Writing into memory cannot fail.
        Err(_) => Bytes::new(),
    }
}

pub fn brotli(text: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(text.len() / 4);
    // Quality 5 costs about as much as gzip and packs a feed a fifth tighter. A window no larger than
    // the text, for the encoder's memory goes with it, but at least 2^17 octets: below, it takes another
    // method at this quality, three times slower and with six times the memory.
    let window = (usize::BITS - text.len().leading_zeros()).clamp(17, 22);
    let lgwin = i32::try_from(window).unwrap_or(22);
    let params = brotli::enc::BrotliEncoderParams { quality: 5, lgwin, ..Default::default() };
    match brotli::BrotliCompress(&mut &*text, &mut out, &params) {
        Ok(_) => Bytes::from(out),
        Err(_) => Bytes::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_gets_what_it_takes() {
        for (header, encoding) in [
            (None, Encoding::Identity),
            (Some(""), Encoding::Identity),
            (Some("gzip, deflate, br, zstd"), Encoding::Brotli),
            (Some("gzip"), Encoding::Gzip),
            (Some("br;q=0, GZIP;q=0.5"), Encoding::Gzip),
            (Some("*"), Encoding::Brotli),
            (Some("identity;q=1, *;q=0"), Encoding::Identity),
            (Some(";;,,q=,"), Encoding::Identity),
        ] {
            assert_eq!(Encoding::accepted(header), encoding, "{header:?}");
        }
    }

    #[test]
    fn both_codings_give_the_text_back() {
        let text = "Évènement à la Vigie. ".repeat(500);
        for (encoding, body) in
            [(Encoding::Gzip, gzip(text.as_bytes())), (Encoding::Brotli, brotli(text.as_bytes()))]
        {
            assert_eq!(encoding.decode(&body), text);
        }
    }
}
