//! Values by key, from wherever they were set; the source that wins is remembered for messages.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::error::{ConfigError, Origin};
use super::keys::{self, Key};

/// Settings given on the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// `--listen ADDRESS:PORT`
    pub listen: Option<String>,
    /// `--data DIR`
    pub data: Option<PathBuf>,
}

/// What was set, by the name of its key. An empty value counts as not set.
pub struct Sources(BTreeMap<&'static str, (String, Origin)>);

impl Sources {
    pub fn gather(
        flags: &Flags,
        env: impl Iterator<Item = (String, String)>,
        file: Option<&str>,
    ) -> Result<Self, ConfigError> {
        let mut sources = Self(BTreeMap::new());
        sources.take_file(file.unwrap_or_default())?;
        for (variable, value) in env.filter(|(name, _)| keys::is_ours(name) && name != keys::CONFIG) {
            let key = keys::by_variable(&variable).ok_or_else(|| unknown_variable(variable))?;
            sources.set(key, value, Origin::Environment);
        }
        let data = flags.data.as_ref().map(|folder| folder.to_string_lossy().into_owned());
        for (name, value) in [("listen", flags.listen.clone()), ("data", data)] {
            if let (Some(key), Some(value)) = (keys::by_name(name), value) {
                sources.set(key, value, Origin::CommandLine);
            }
        }
        Ok(sources)
    }

    fn take_file(&mut self, text: &str) -> Result<(), ConfigError> {
        let table: toml::Table = text.parse().map_err(|error| ConfigError::not_toml(text, &error))?;
        for (name, value) in table {
            let key = keys::by_name(&name).ok_or_else(|| unknown_name(name))?;
            let value = match value {
                toml::Value::String(text) => text,
                toml::Value::Integer(number) => number.to_string(),
                _ => return Err(ConfigError::bad_value(key, Origin::File)),
            };
            self.set(key, value, Origin::File);
        }
        Ok(())
    }

    fn set(&mut self, key: &'static Key, value: String, origin: Origin) {
        let value = value.trim();
        if !value.is_empty() {
            self.0.insert(key.name, (value.to_owned(), origin));
        }
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|(value, _)| value.as_str())
    }

    /// The value of a key; `None` when it was not set.
    pub fn parse<T>(&self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, ConfigError> {
        let (Some((value, origin)), Some(key)) = (self.0.get(name), keys::by_name(name)) else {
            return Ok(None);
        };
        parse(value).map(Some).ok_or_else(|| ConfigError::bad_value(key, *origin))
    }
}

fn unknown_variable(variable: String) -> ConfigError {
    let known = keys::KEYS.iter().map(|key| key.variable).chain([keys::CONFIG]);
    ConfigError::UnknownKey {
        nearest: keys::nearest(&variable, known),
        key: variable,
        origin: Origin::Environment,
    }
}

fn unknown_name(name: String) -> ConfigError {
    // Some write the variable's name into the file.
    let same = keys::by_variable(&name.to_uppercase()).map(|key| key.name);
    let nearest = same.or_else(|| keys::nearest(&name, keys::KEYS.iter().map(|key| key.name)));
    ConfigError::UnknownKey { nearest, key: name, origin: Origin::File }
}
