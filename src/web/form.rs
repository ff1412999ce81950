//! A form that was sent: its fields and files, read with bounds. Knows nothing of what they mean.

use actix_multipart::Multipart;
use actix_web::http::header;
use actix_web::web::{Bytes, Payload};
use actix_web::{FromRequest as _, HttpRequest};
use futures_util::StreamExt as _;

use super::asked::pairs;
use super::error::{Error, Result};

/// Longest form without files, in bytes.
const LONGEST_TEXT: usize = 256 << 10;
/// Longest form with files, in bytes: one photo of a telephone and some words.
const LONGEST_UPLOAD: usize = 12 << 20;
/// Most fields and files of one form.
const MOST_PARTS: usize = 500;

/// A file of a form, whatever it is: neither its name nor its type is to be trusted.
#[derive(Clone, Debug)]
pub struct FilePart {
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// What was sent.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    files: Vec<(String, FilePart)>,
}

impl Form {
    pub fn of_pairs(fields: Vec<(String, String)>) -> Self {
        Self { fields, files: Vec::new() }
    }

    /// Reads the body of a request.
    ///
    /// # Errors
    /// It is no form, is cut, or is longer than forms may be.
    pub async fn read(request: &HttpRequest, payload: Payload) -> Result<Self> {
        let media_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let media_type = media_type.unwrap_or("").to_ascii_lowercase();
        if media_type.starts_with("multipart/form-data") {
            return Self::read_multipart(request, payload).await;
        }
        if !media_type.starts_with("application/x-www-form-urlencoded") {
            return Err(Error::BadRequest(String::new()));
        }
        let body = whole(payload).await?;
        let text = String::from_utf8_lossy(&body);
        let fields = pairs(&text);
        if fields.len() > MOST_PARTS {
            return Err(Error::TooLarge);
        }
        Ok(Self::of_pairs(fields))
    }

    async fn read_multipart(request: &HttpRequest, payload: Payload) -> Result<Self> {
        let unreadable = |_| Error::BadRequest(String::new());
        let mut payload = payload.into_inner();
        let mut parts = Multipart::from_request(request, &mut payload).await.map_err(unreadable)?;
        let (mut form, mut length, mut count) = (Self::default(), 0, 0);
        while let Some(part) = parts.next().await {
            let mut part = part.map_err(|_| Error::BadRequest(String::new()))?;
            count += 1;
            let field = part.name().unwrap_or_default().to_owned();
            let file_name = part.content_disposition().and_then(|d| d.get_filename()).map(str::to_owned);
            let media_type = part.content_type().map(ToString::to_string).unwrap_or_default();
            let mut bytes = Vec::new();
            while let Some(chunk) = part.next().await {
                let chunk = chunk.map_err(|_| Error::BadRequest(String::new()))?;
                length += chunk.len();
                if length > LONGEST_UPLOAD || count > MOST_PARTS {
                    return Err(Error::TooLarge);
                }
                bytes.extend_from_slice(&chunk);
            }
            match file_name {
                // A file field that was left empty.
                Some(name) if name.is_empty() && bytes.is_empty() => {}
                Some(name) => form.files.push((field, FilePart { name, media_type, bytes })),
                None => form.fields.push((field, String::from_utf8_lossy(&bytes).into_owned())),
            }
        }
        Ok(form)
    }

    /// The last value of a field, without blanks around it and with plain line ends; empty when
    /// there is none.
    pub fn text(&self, name: &str) -> String {
        let value = self.fields.iter().rev().find(|(n, _)| n == name).map_or("", |(_, value)| value);
        value.replace("\r\n", "\n").replace(['\r', '\0'], "").trim().to_owned()
    }

    /// The last value of a field as it was sent: passwords may begin with a blank.
    pub fn raw(&self, name: &str) -> &str {
        self.fields.iter().rev().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field that is not blank, in order.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let named = self.fields.iter().filter(|(n, v)| n == name && !v.trim().is_empty());
        named.map(|(_, value)| value.trim()).collect()
    }

    /// Whether a box was ticked or a button pressed.
    pub fn is_on(&self, name: &str) -> bool {
        self.fields.iter().any(|(n, _)| n == name)
    }

    pub fn file(&self, name: &str) -> Option<&FilePart> {
        self.files.iter().find(|(n, _)| n == name).map(|(_, file)| file)
    }

    /// All fields as they were sent, files left out.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.fields
    }
}

async fn whole(mut payload: Payload) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk: Bytes = chunk.map_err(|_| Error::BadRequest(String::new()))?;
        if body.len() + chunk.len() > LONGEST_TEXT {
            return Err(Error::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_people_meant_them() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let form = Form::of_pairs(vec![
            pair("title", " Café \r\n du lundi "),
            pair("skill", "a"),
            pair("skill", " "),
            pair("skill", "b"),
            pair("free", ""),
        ]);
        assert_eq!(form.text("title"), "Café \n du lundi");
        assert_eq!(form.raw("title"), " Café \r\n du lundi ");
        assert_eq!(form.all("skill"), ["a", "b"]);
        assert!(form.is_on("free") && !form.is_on("paid"));
        assert_eq!(form.text("nothing"), "");
    }
}
