use super::*;

fn config(env: &[(&str, &str)], file: Option<&str>) -> Result<Config, ConfigError> {
    Config::from_sources(env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())), file)
}

fn sentence(env: &[(&str, &str)], file: Option<&str>) -> String {
    config(env, file).unwrap_err().to_string()
}

#[test]
fn nothing_set_is_a_service_on_this_machine_with_a_file() {
    let config = config(&[("PATH", "/bin"), ("VIGIE_HOST", " ")], None).unwrap();
    let file = Path::new("data").join("vigie.sqlite");
    assert_eq!(config, Config::for_database(DatabaseUrl::sqlite_file(&file)));
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
}

#[test]
fn flags_win_over_the_environment_and_that_over_the_file() {
    let file = "listen = '127.0.0.1:1'\ndata = 'from-file'\nworkers = 3\ncache_bytes = '8 MB'\n";
    let env = [("VIGIE_LISTEN", "127.0.0.1:2"), ("VIGIE_DATA", "from-env")];
    let env = || env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let flags = Flags { listen: Some("localhost:3".to_owned()), data: None };
    let config = Config::from_flags_and_sources(&flags, env(), Some(file)).unwrap();
    assert_eq!((config.listen.port(), config.workers, config.cache_bytes), (3, 3, 8 << 20));
    assert_eq!(config.data, Path::new("from-env"));
    let flags = Flags { listen: None, data: Some("from-flag".into()) };
    let config = Config::from_flags_and_sources(&flags, env(), Some(file)).unwrap();
    assert_eq!(config.listen.port(), 2);
    assert_eq!(config.database, DatabaseUrl::sqlite_file(Path::new("from-flag/vigie.sqlite")));
}

#[test]
fn each_key_can_be_set_in_both_ways() {
    let value = |key: &Key| match key.name {
        "database_url" => "sqlite:///tmp/x.sqlite",
        "listen" => "[::1]:80",
        "trusted_proxy" => "127.0.0.1, 10.0.0.0/8",
        "base_url" | "code_url" | "oidc_issuer" => "https://vigie.example.org",
        "workers" | "connections" | "cache_bytes" | "mail_connections" => "7",
        "mail_url" => "smtps://vigie:x@mail.example",
        "mail_from" | "mail_from_lists" => "Le réseau <bonjour@reseau.example>",
        "mail_replies" => "agenda@reseau.example",
        "network_territory" => "drome",
        "log" => "vigie=debug,warn",
        "log_format" => "json",
        _ => "words",
    };
    let env: Vec<_> = KEYS.iter().map(|key| (key.variable, value(key))).collect();
    let file: String = KEYS.iter().map(|key| format!("{} = '{}'\n", key.name, value(key))).collect();
    let (by_env, by_file) = (config(&env, None).unwrap(), config(&[], Some(&file)).unwrap());
    assert_eq!(by_env, by_file);
    assert_eq!(by_env.network_territory.unwrap().code, "26");
    assert_eq!((by_env.workers, by_env.log_format), (7, LogFormat::Json));
    assert_eq!((by_env.publisher.as_str(), by_env.data), ("words", PathBuf::from("words")));
}

#[test]
fn unknown_keys_are_refused_and_the_nearest_is_named() {
    for (sentence, expected) in [
        (
            sentence(&[("VIGIE_LISTENS", "x")], None),
            "VIGIE_LISTENS in the environment is not a known setting: did you mean VIGIE_LISTEN?",
        ),
        (
            sentence(&[], Some("cache-bytes = 3")),
            "cache-bytes in the settings file is not a known setting: did you mean cache_bytes?",
        ),
        (
            sentence(&[], Some("VIGIE_BASE_URL = 'https://a.example'")),
            "VIGIE_BASE_URL in the settings file is not a known setting: did you mean base_url?",
        ),
        (
            sentence(&[], Some("zzz = 1")),
            "zzz in the settings file is not a known setting: docs/configuration.md lists all of them",
        ),
    ] {
        assert_eq!(sentence, expected);
    }
}

#[test]
fn bad_values_are_told_with_what_is_wanted_and_never_repeated() {
    for (variable, value, wanted) in [
        ("VIGIE_LISTEN", "8080", "must be an IP address and a port"),
        ("VIGIE_TRUSTED_PROXY", "caddy", "must be IP addresses or networks"),
        ("VIGIE_WORKERS", "0", "must be a number from 1 to 256"),
        ("VIGIE_CACHE_BYTES", "lots", "must be a number of bytes"),
        ("VIGIE_NETWORK_TERRITORY", "Bavière", "must be the code or the name"),
        ("VIGIE_BASE_URL", "ftp://a.example", "must be http:// or https:// and a host"),
        ("VIGIE_CODE_URL", "javascript:x", "must be an http(s) address"),
        ("VIGIE_MAIL_URL", "imap://u:s3cr3t@h", "must be smtps://USER:PASSWORD@HOST:PORT"),
        ("VIGIE_MAIL_FROM", "personne", "must be an e-mail address"),
        ("VIGIE_MAIL_CONNECTIONS", "17", "must be a number from 1 to 16"),
        ("VIGIE_DKIM_DOMAIN", "a domain", "must be a domain"),
        ("VIGIE_DKIM_SELECTOR", "été", "must be a name of letters"),
        ("VIGIE_LOG", "vigie=loud", "must be a level"),
        ("VIGIE_LOG_FORMAT", "xml", "must be text or json"),
        ("DATABASE_URL", "mysql://u:s3cr3t@h/d", "which is not known: use sqlite://FILE or postgres://"),
    ] {
        let said = sentence(&[(variable, value)], None);
        assert!(said.contains(variable) && said.contains(wanted), "{said}");
        assert!(!said.contains("s3cr3t"), "{said}");
    }
    assert_eq!(
        sentence(&[], Some("workers = [1]")),
        "workers in the settings file must be a number from 1 to 256"
    );
}

#[test]
fn a_broken_file_is_told_by_its_line_and_not_quoted() {
    let said = sentence(&[], Some("workers = 1\ndatabase_url = 'postgres://u:s3cr3t@h/d\n"));
    assert!(said.starts_with("the settings file is no TOML: line 2:"), "{said}");
    assert!(!said.contains("s3cr3t"), "{said}");
}

#[test]
fn debugging_shows_no_password() {
    let database = ("DATABASE_URL", "postgres://vigie:s3cr3t@db.example/vigie");
    let mail = ("VIGIE_MAIL_URL", "smtps://vigie:s3cr3t@mail.example");
    let config = config(&[database, mail], None).unwrap();
    assert!(config.mail_url.is_some());
    assert!(!format!("{config:?}").contains("s3cr3t"));
}

#[test]
fn public_addresses_are_a_scheme_and_a_host() {
    for (text, expected) in [
        ("https://Vigie.example.org/", Some("https://vigie.example.org")),
        ("HTTP://localhost:8080", Some("http://localhost:8080")),
        ("http://[::1]:8080", Some("http://[::1]:8080")),
        ("https://a.example/vigie", None),
        ("https://a.example//", None),
        ("https://u@a.example", None),
        ("https://a.example?x", None),
        ("https://", None),
        ("vigie.example.org", None),
    ] {
        assert_eq!(base_url::parse(text).as_deref(), expected, "{text}");
    }
    let mut config = config(&[("VIGIE_BASE_URL", "https://vigie.example.org:8443")], None).unwrap();
    assert_eq!(config.host_name(), Some("vigie.example.org"));
    for nameless in
        [None, Some("http://127.0.0.1:8080"), Some("http://[::1]:8080"), Some("https://[fe80::1]")]
    {
        config.base_url = nameless.map(str::to_owned);
        assert_eq!(config.host_name(), None, "{nameless:?}");
    }
}

#[test]
fn a_provider_of_accounts_is_set_whole_or_not_at_all() {
    let whole = [
        ("VIGIE_OIDC_ISSUER", "https://id.example/realms/a"),
        ("VIGIE_OIDC_CLIENT_ID", "vigie"),
        ("VIGIE_OIDC_CLIENT_SECRET", "tres-secret"),
    ];
    let config = |pairs: &[(&str, &str)]| {
        let pairs: Vec<_> = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        Config::from_sources(pairs.into_iter(), None)
    };
    assert_eq!(config(&[]).unwrap().oidc, None);
    let set = config(&whole).unwrap();
    assert!(!format!("{set:?}").contains("tres-secret"));
    let oidc = set.oidc.unwrap();
    assert_eq!((oidc.name.as_str(), oidc.client_secret.reveal()), ("id.example", "tres-secret"));
    for left_out in 0..whole.len() {
        let mut rest = whole.to_vec();
        let (variable, _) = rest.remove(left_out);
        let said = config(&rest).unwrap_err().to_string();
        let name = variable.trim_start_matches("VIGIE_").to_lowercase();
        assert!(said.starts_with(&format!("{name} must be set too")), "{said}");
    }
    for bad in [
        "http://id.example",
        "id.example",
        "https://",
        "https://a/?b",
        "https://u@a",
        "http://localhost.example",
    ] {
        let mut wrong = whole;
        wrong[0].1 = bad;
        assert!(config(&wrong).unwrap_err().to_string().contains("VIGIE_OIDC_ISSUER"), "{bad}");
    }
    let mut local = whole;
    local[0].1 = "http://127.0.0.1:9000/a";
    assert!(config(&local).is_ok());
}

#[test]
fn the_page_for_operators_names_every_key() {
    let page = include_str!("../../docs/configuration.md");
    for key in KEYS {
        let row =
            page.lines().find(|line| line.starts_with(&format!("| `{}` | `{}` |", key.variable, key.name)));
        assert!(row.is_some(), "{} / {}", key.variable, key.name);
    }
    let rows = page.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(rows, KEYS.len(), "a row for each key and no other");
    assert!(page.contains(keys::CONFIG) && page.contains(keys::FILE));
}
