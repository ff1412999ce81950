//! A browser without scripts: keeps cookies, fills in forms, follows where they lead.

use std::cell::RefCell;
use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Answer, send};

/// One person's browser.
pub struct Browser {
    origin: String,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl Browser {
    pub fn new(origin: &str) -> Self {
        Self { origin: origin.to_owned(), cookies: RefCell::default() }
    }

    /// The same browser at another process.
    pub fn at(&self, origin: &str) -> Self {
        Self { origin: origin.to_owned(), cookies: self.cookies.clone() }
    }

    pub fn take_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], &[])
    }

    /// Opens the page at `path`, fills in its form and sends it. The form is the one whose action is
    /// `path`, else the first that posts to an address other than signing out; what is not named
    /// is sent as the page proposes it.
    #[track_caller]
    pub fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.submit_form(path, |form| form.action == path, fields)
    }

    /// [`Self::submit`] with the form of the page that posts to `action`: a button among others.
    #[track_caller]
    pub fn press(&self, path: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path);
        assert_eq!(page.status, 200, "{path}: {}", page.text());
        let forms = forms(&page.text());
        let form = forms.iter().find(|form| form.action == action);
        let form = form.unwrap_or_else(|| panic!("no form to {action} on {path}: {forms:?}"));
        self.post(action, &filled(form, fields))
    }

    #[track_caller]
    fn submit_form(&self, path: &str, wanted: impl Fn(&Form) -> bool, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path);
        assert_eq!(page.status, 200, "{path}: {}", page.text());
        let forms = forms(&page.text());
        let ours = |form: &&Form| !form.action.ends_with("/deconnexion");
        let form = forms.iter().find(|form| wanted(form)).or_else(|| forms.iter().find(ours));
        let form = form.unwrap_or_else(|| panic!("no form on {path}: {}", page.text()));
        let action = if form.action.is_empty() { path } else { &form.action };
        self.post(action, &filled(form, fields))
    }

    /// Fills in and sends the form of a page that is shown, the one that posts to `action`.
    #[track_caller]
    pub fn send_form(&self, page: &Answer, action: &str, fields: &[(&str, &str)]) -> Answer {
        let forms = forms(&page.text());
        let form = forms.iter().find(|form| form.action == action);
        let form = form.unwrap_or_else(|| panic!("no form to {action}: {forms:?}"));
        self.post(action, &filled(form, fields))
    }

    /// Sends these fields, and nothing else.
    pub fn post<N: AsRef<str>, V: AsRef<str>>(&self, path: &str, fields: &[(N, V)]) -> Answer {
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let pairs: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name.as_ref()), encoded(value.as_ref())))
            .collect();
        let body = if pairs.is_empty() { "_=".to_owned() } else { pairs.join("&") };
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        self.ask("POST", path, &kind, body.as_bytes())
    }

    /// Sends a file (and these fields) as browsers do, with the hidden fields of the page's form.
    #[track_caller]
    pub fn upload(&self, path: &str, file: (&str, &str, &[u8]), fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path);
        let forms = forms(&page.text());
        let form = forms.iter().find(|form| form.multipart);
        let form = form.unwrap_or_else(|| panic!("no form with files on {path}"));
        let action = if form.action.is_empty() { path } else { &form.action };
        let mut body = Vec::new();
        for (name, value) in filled(form, fields) {
            let head =
                format!("--limit\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        let (name, file_name, bytes) = file;
        let head = format!(
            "--limit\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--limit--\r\n");
        self.ask("POST", action, &[("content-type", "multipart/form-data; boundary=limit")], &body)
    }

    /// Goes where a form led.
    #[track_caller]
    pub fn follow(&self, answer: &Answer) -> Answer {
        self.get(answer.location())
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let path = path.strip_prefix("https://vigie.example").unwrap_or(path);
        let jar: Vec<String> = self.cookies.borrow().iter().map(|(n, v)| format!("{n}={v}")).collect();
        let cookie = jar.join("; ");
        let mut all = headers.to_vec();
        if !cookie.is_empty() {
            all.push(("cookie", &cookie));
        }
        let answer = send(&self.origin, method, path, &all, body);
        for set in answer.all_of("set-cookie") {
            let (name, rest) = set.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            match set.contains("Max-Age=0") {
                true => self.cookies.borrow_mut().remove(name),
                false => self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned()),
            };
        }
        answer
    }
}

/// A form of a page that posts, and what it proposes.
#[derive(Debug)]
struct Form {
    action: String,
    multipart: bool,
    fields: Vec<(String, String)>,
}

/// What the page proposes, with what the person typed instead.
fn filled(form: &Form, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let untouched = form.fields.iter().filter(|(name, _)| typed.iter().all(|(n, _)| n != name)).cloned();
    let typed = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    untouched.chain(typed).collect()
}

fn forms(html: &str) -> Vec<Form> {
    let mut forms = Vec::new();
    for part in html.split("<form").skip(1) {
        let (head, rest) = part.split_once('>').unwrap();
        if attribute(head, "method").as_deref() != Some("post") {
            continue;
        }
        let inside = rest.split("</form>").next().unwrap();
        forms.push(Form {
            action: attribute(head, "action").unwrap_or_default(),
            multipart: head.contains("multipart"),
            fields: fields(inside),
        });
    }
    forms
}

fn fields(inside: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for part in inside.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let Some(name) = attribute(tag, "name") else { continue };
        let kind = attribute(tag, "type").unwrap_or_default();
        if tag.starts_with("input") {
            let ticked = tag.split_whitespace().any(|word| word == "checked");
            match kind.as_str() {
                "checkbox" | "radio" if !ticked => {}
                "file" | "submit" => {}
                _ => found.push((name, attribute(tag, "value").unwrap_or_default())),
            }
        } else if tag.starts_with("textarea") {
            found.push((name, unescape(text.strip_prefix('\n').unwrap_or(text))));
        } else if tag.starts_with("select") {
            let from = inside.find(tag).unwrap();
            let options = inside[from..].split("</select>").next().unwrap();
            let options: Vec<&str> = options.split("<option").skip(1).collect();
            let chosen = options.iter().find(|o| o.split('>').next().unwrap().contains(" selected"));
            let value =
                chosen.or(options.first()).and_then(|o| attribute(o.split('>').next().unwrap(), "value"));
            found.push((name, value.unwrap_or_default()));
        }
    }
    found
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next().map(unescape)
}

fn unescape(text: &str) -> String {
    let named = [
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    named.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
