//! Who asks, as far as the network tells: an address to count tries by, and a browser to be known
//! again in a list. Neither proves anything.

use std::net::{IpAddr, Ipv6Addr};

use actix_web::HttpRequest;
use actix_web::http::header;

use crate::config::Proxies;
use crate::domain::device::device;

/// The address of who asks; of IPv6 the network of one household. `X-Forwarded-For` is believed as
/// far as it was written by proxies that are trusted. Empty when unknown.
pub fn address(request: &HttpRequest, trusted: &Proxies) -> String {
    let peer = request.peer_addr().map(|peer| peer.ip());
    let forwarded = text(request, header::X_FORWARDED_FOR);
    peer.map(|peer| counted(client(peer, forwarded, trusted))).unwrap_or_default()
}

/// The browser in a few words. May be empty.
pub fn browser(request: &HttpRequest) -> String {
    device(text(request, header::USER_AGENT))
}

fn text(request: &HttpRequest, name: header::HeaderName) -> &str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// From the nearest hop outwards: the first that is no trusted proxy.
fn client(peer: IpAddr, forwarded: &str, trusted: &Proxies) -> IpAddr {
    let mut client = peer;
    let mut hops = forwarded.rsplit(',');
    while trusted.contains(client) {
        let Some(Ok(hop)) = hops.next().map(|hop| hop.trim().parse()) else { break };
        client = hop;
    }
    client
}

/// One household has 2^64 addresses of IPv6: they count as one.
fn counted(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let network = Ipv6Addr::from(u128::from(address) >> 64 << 64);
            format!("{network}/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forwarded_addresses_are_believed_from_trusted_proxies_alone() {
        let none = Proxies::default();
        let local = Proxies::parse("127.0.0.1, 10.0.0.0/8").unwrap();
        for (peer, forwarded, trusted, expected) in [
            ("203.0.113.7", "198.51.100.1", &none, "203.0.113.7"),
            ("127.0.0.1", "198.51.100.1", &none, "127.0.0.1"),
            ("127.0.0.1", "198.51.100.1", &local, "198.51.100.1"),
            ("127.0.0.1", "192.0.2.9, 198.51.100.1", &local, "198.51.100.1"),
            ("127.0.0.1", "198.51.100.1, 10.1.2.3", &local, "198.51.100.1"),
            ("127.0.0.1", "", &local, "127.0.0.1"),
            ("127.0.0.1", "nonsense", &local, "127.0.0.1"),
            ("203.0.113.7", "10.1.2.3", &local, "203.0.113.7"),
        ] {
            let found = client(peer.parse().unwrap(), forwarded, trusted);
            assert_eq!(found.to_string(), expected, "{peer} {forwarded}");
        }
    }

    #[test]
    fn a_household_counts_as_one() {
        for (address, told) in [
            ("203.0.113.7", "203.0.113.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
        ] {
            assert_eq!(counted(address.parse().unwrap()), told);
        }
    }
}
