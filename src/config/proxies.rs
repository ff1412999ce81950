//! The web servers in front that are believed when they say for whom they ask.

use std::net::IpAddr;

/// Addresses and networks, such as `127.0.0.1` and `10.0.0.0/8`. Nobody is trusted by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<(IpAddr, u8)>);

impl Proxies {
    /// Addresses and networks with commas between them; `None` when one is neither.
    pub fn parse(text: &str) -> Option<Self> {
        text.split(',').map(|part| network(part.trim())).collect::<Option<_>>().map(Self)
    }

    pub fn are_none(&self) -> bool {
        self.0.is_empty()
    }

    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|(network, length)| shares_prefix(*network, address, *length))
    }
}

/// An address and how many of its leading bits count.
fn network(text: &str) -> Option<(IpAddr, u8)> {
    let (address, length) = text.split_once('/').map_or((text, None), |(a, l)| (a, Some(l)));
    let address: IpAddr = address.parse().ok()?;
    let longest = if address.is_ipv4() { 32 } else { 128 };
    let length = length.map_or(Some(longest), |length| length.parse().ok())?;
    (length <= longest).then_some((address, length))
}

fn shares_prefix(network: IpAddr, address: IpAddr, length: u8) -> bool {
    let length = u32::from(length);
    match (network, address) {
        (IpAddr::V4(a), IpAddr::V4(b)) => (u32::from(a) ^ u32::from(b)).leading_zeros() >= length,
        (IpAddr::V6(a), IpAddr::V6(b)) => (u128::from(a) ^ u128::from(b)).leading_zeros() >= length,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proxies_are_addresses_and_networks() {
        let proxies = Proxies::parse("127.0.0.1, 10.0.0.0/8,fd00::/8").unwrap();
        for (address, trusted) in [
            ("127.0.0.1", true),
            ("::ffff:127.0.0.1", true),
            ("127.0.0.2", false),
            ("10.200.3.4", true),
            ("11.0.0.1", false),
            ("fd12::1", true),
            ("fe80::1", false),
        ] {
            assert_eq!(proxies.contains(address.parse().unwrap()), trusted, "{address}");
        }
        for nonsense in ["", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "127.0.0.1,", "::1/129"] {
            assert_eq!(Proxies::parse(nonsense), None, "{nonsense:?}");
        }
        assert!(!Proxies::default().contains("127.0.0.1".parse().unwrap()));
    }
}
