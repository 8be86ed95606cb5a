//! Whom an address stands for, as far as limits care.

use std::net::{IpAddr, Ipv6Addr};

/// Whoever has one address of IPv6 has a whole /64 of them to write from, and they count as one; of IPv4 an address is one,
/// also when it is written as IPv6 (RFC 4291). What is no address counts by itself.
#[must_use]
pub fn network_of(address: &str) -> String {
    match address.parse::<IpAddr>().map(|address| address.to_canonical()) {
        Ok(IpAddr::V6(address)) => {
            let network = Ipv6Addr::from_bits(address.to_bits() >> 64 << 64);
            format!("{network}/64")
        }
        Ok(IpAddr::V4(address)) => address.to_string(),
        Err(_) => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::network_of;

    #[test]
    fn an_address_of_ipv6_counts_as_its_network_and_one_of_ipv4_as_itself() {
        for (address, network) in [
            ("203.0.113.7", "203.0.113.7"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
            ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
            ("2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
            ("2001:0db8:0001:0002:0000:0000:0000:0001", "2001:db8:1:2::/64"),
            ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
            ("2001:db8::1", "2001:db8::/64"),
            ("::1", "::/64"),
            ("unknown", "unknown"),
            ("", ""),
        ] {
            assert_eq!(network_of(address), network, "{address}");
        }
    }
}
