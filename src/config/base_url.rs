//! The public address: scheme and host, perhaps a port, and nothing behind them.

use std::net::Ipv6Addr;

/// `https://vigie.example.org`; a final slash is taken away. Paths, queries, fragments and names
/// of users are refused: all pages live at the root.
pub fn parse(text: &str) -> Option<String> {
    let text = text.to_ascii_lowercase();
    let (scheme, rest) = text.split_once("://")?;
    let authority = rest.strip_suffix('/').unwrap_or(rest);
    (matches!(scheme, "http" | "https") && is_authority(authority)).then(|| format!("{scheme}://{authority}"))
}

fn is_authority(text: &str) -> bool {
    let v6 = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let (host_fits, port) = match v6 {
        Some((address, port)) => (address.parse::<Ipv6Addr>().is_ok(), port),
        None => {
            let (host, port) =
                text.split_at_checked(text.find(':').unwrap_or(text.len())).unwrap_or_default();
            (host.split('.').all(is_label), port)
        }
    };
    host_fits && (port.is_empty() || port.strip_prefix(':').is_some_and(|n| n.parse::<u16>().is_ok()))
}

fn is_label(label: &str) -> bool {
    let edge = label.starts_with('-') || label.ends_with('-');
    !label.is_empty() && !edge && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}
