//! Which addresses may be fetched for which page. No network here: a table of rules, tested as one.
//!
//! Addresses arrive as a URL parser has split and normalised them (WHATWG URL: lower-case host, IPv4 in dotted decimal,
//! IPv6 in brackets). What is not normalised is refused, so a parser that lets `0x7f.1` through opens nothing.
//!
//! What this cannot see is where a name leads: a public name whose record points to 192.168.0.1 passes. Browsers that
//! enforce Private Network Access stop such a request; others send it, without cookies, and its answer is read as
//! nothing but text.

use std::net::{Ipv4Addr, Ipv6Addr};

/// An address, split by the host's URL parser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// `https`, without the colon.
    pub scheme: String,
    /// As the parser serialises it; IPv6 in brackets.
    pub host: String,
    /// Whether it names a user or a password.
    pub credentials: bool,
}

/// Why an address may not be fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Only https; http only from a page that came by http.
    Scheme,
    /// It names a user or a password.
    Credentials,
    /// Closer to the reader's machine than the page that asks.
    Closer(Reach),
    /// No host that the open web has.
    Host,
}

impl Refusal {
    /// The reason in full.
    pub fn message(self) -> &'static str {
        match self {
            Refusal::Scheme => "only https is fetched, and http only for a page that came by http",
            Refusal::Credentials => "the address names a user or a password",
            Refusal::Closer(Reach::Loopback) => "the address is this computer's own",
            Refusal::Closer(_) => "the address belongs to a local network",
            Refusal::Host => "the address is none of the open web",
        }
    }
}

/// How far away an address is. The nearer the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// The reader's own machine.
    Loopback,
    /// Its network: private, link-local, shared by a provider, or a name that only a local resolver knows.
    Local,
    /// Anywhere.
    Public,
}

/// Whether `target` may be fetched for a page at `page`. Private Network Access's rule: never closer to the reader's
/// machine than the page itself is, so that a page on loopback may reach loopback and nobody else may.
///
/// # Errors
/// The first rule that refuses it.
pub(crate) fn may_fetch(page: &Address, target: &Address) -> Result<(), Refusal> {
    match (target.scheme.as_str(), page.scheme.as_str()) {
        ("https", _) | ("http", "http") => {}
        _ => return Err(Refusal::Scheme),
    }
    if target.credentials {
        return Err(Refusal::Credentials);
    }
    let to = reach(&target.host).ok_or(Refusal::Host)?;
    // A page without a host (a saved file) counts as public: it gets no more than a stranger does.
    let from = reach(&page.host).unwrap_or(Reach::Public);
    if to < from { Err(Refusal::Closer(to)) } else { Ok(()) }
}

/// How far away a host is; `None` for what is no host that may be asked.
pub(crate) fn reach(host: &str) -> Option<Reach> {
    if let Some(inner) = host.strip_prefix('[') {
        return reach_v6(inner.strip_suffix(']')?.parse().ok()?);
    }
    let name = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    let last = name.rsplit('.').next()?;
    // WHATWG's “ends in a number”: such a host is an IPv4 address, or nothing.
    if last.starts_with("0x") || (!last.is_empty() && last.bytes().all(|b| b.is_ascii_digit())) {
        return reach_v4(name.parse().ok()?);
    }
    let sound = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    if name.len() > 253 || !name.split('.').all(sound) {
        return None;
    }
    if last == "localhost" {
        return Some(Reach::Loopback);
    }
    // A single label, and the names that RFC 6762, RFC 8375 and ICANN keep for local networks, or that routers use.
    let local = ["local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan"];
    if !name.contains('.') || local.contains(&last) || name.ends_with(".home.arpa") {
        return Some(Reach::Local);
    }
    Some(Reach::Public)
}

/// By IANA's registry of special-purpose IPv4 addresses: what is not globally reachable is local, or is refused.
fn reach_v4(address: Ipv4Addr) -> Option<Reach> {
    let [a, b, c, _] = address.octets();
    match (a, b, c) {
        (127, ..) => Some(Reach::Loopback),
        (10, ..) | (172, 16..=31, _) | (192, 168, _) | (169, 254, _) | (100, 64..=127, _) => Some(Reach::Local),
        // This network, protocol assignments, documentation, 6to4 relays, benchmarks, multicast, reserved, broadcast.
        (0 | 224..=255, ..) | (192, 0, 0 | 2) | (192, 88, 99) | (198, 18 | 19, _) | (198, 51, 100) | (203, 0, 113) => {
            None
        }
        _ => Some(Reach::Public),
    }
}

/// Global unicast is public, but for the parts that carry an IPv4 address: those are as near as it is.
fn reach_v6(address: Ipv6Addr) -> Option<Reach> {
    if address.is_loopback() {
        return Some(Reach::Loopback);
    }
    let [a, b, c, d, e, f, g, h] = address.segments();
    let v4 = |high: u16, low: u16| {
        let ([w, x], [y, z]) = (high.to_be_bytes(), low.to_be_bytes());
        reach_v4(Ipv4Addr::new(w, x, y, z))
    };
    match (a, b) {
        // Mapped (::ffff:0:0/96) and NAT64 (64:ff9b::/96).
        (0, 0) if (c, d, e, f) == (0, 0, 0, 0xffff) => v4(g, h),
        (0x64, 0xff9b) if (c, d, e, f) == (0, 0, 0, 0) => v4(g, h),
        // 6to4.
        (0x2002, _) => v4(b, c),
        // Unique local, link-local.
        (0xfc00..=0xfdff | 0xfe80..=0xfebf, _) => Some(Reach::Local),
        // Protocol assignments with Teredo (2001::/23), documentation (2001:db8::/32, 3fff::/20).
        (0x2001, 0..=0x1ff | 0xdb8) | (0x3fff, 0..=0xfff) => None,
        (0x2000..=0x3fff, _) => Some(Reach::Public),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Splits what the tables write; the browser's own parser does it elsewhere.
    fn address(text: &str) -> Address {
        let (scheme, rest) = text.split_once("://").unwrap();
        let authority = rest.split('/').next().unwrap();
        let (credentials, host) = authority.rsplit_once('@').map_or((false, authority), |(_, host)| (true, host));
        let host = match host.strip_prefix('[') {
            Some(_) => host.split_inclusive(']').next().unwrap(),
            None => host.split(':').next().unwrap(),
        };
        Address { scheme: scheme.into(), host: host.into(), credentials }
    }

    const PUBLIC: &str = "https://buzzline.example/story";

    #[test]
    fn a_public_page_reaches_only_the_open_web() {
        let allowed = [
            "https://tidewaterledger.example/cranes",
            "https://tidewaterledger.example:8443/cranes",
            "https://news.bbc.co.uk/",
            "https://xn--bcher-kva.example/",
            "https://tidewaterledger.example./",
            "https://8.8.8.8/",
            "https://172.15.0.1/",
            "https://172.32.0.1/",
            "https://100.63.255.255/",
            "https://100.128.0.1/",
            "https://192.0.1.1/",
            "https://198.20.0.1/",
            "https://223.255.255.255/",
            "https://[2606:2800:220:1:248:1893:25c8:1946]/",
            "https://[::ffff:8.8.8.8]/",
            "https://[64:ff9b::808:808]/",
            "https://[2002:808:808::1]/",
            "https://localhost.example.org/",
            "https://local.example.org/",
            "https://127.0.0.1.nip.example/",
        ];
        for target in allowed {
            assert_eq!(may_fetch(&address(PUBLIC), &address(target)), Ok(()), "{target}");
        }
        use Reach::{Local, Loopback};
        use Refusal::{Closer, Credentials, Host, Scheme};
        let refused = [
            ("http://tidewaterledger.example/", Scheme),
            ("ftp://tidewaterledger.example/", Scheme),
            ("file:///etc/passwd", Scheme),
            ("data://text/html", Scheme),
            ("moz-extension://11111111-2222/", Scheme),
            ("https://user@tidewaterledger.example/", Credentials),
            ("https://user:word@tidewaterledger.example/", Credentials),
            ("https://localhost/", Closer(Loopback)),
            ("https://localhost./", Closer(Loopback)),
            ("https://LOCALHOST/", Closer(Loopback)),
            ("https://blog.localhost:8600/", Closer(Loopback)),
            ("https://127.0.0.1/", Closer(Loopback)),
            ("https://127.255.0.3:631/", Closer(Loopback)),
            ("https://[::1]/", Closer(Loopback)),
            ("https://[0:0:0:0:0:0:0:1]/", Closer(Loopback)),
            ("https://[::ffff:127.0.0.1]/", Closer(Loopback)),
            ("https://[::ffff:7f00:1]/", Closer(Loopback)),
            ("https://[64:ff9b::7f00:1]/", Closer(Loopback)),
            ("https://[2002:7f00:1::]/", Closer(Loopback)),
            ("https://10.0.0.1/", Closer(Local)),
            ("https://172.16.0.1/", Closer(Local)),
            ("https://172.31.255.255/", Closer(Local)),
            ("https://192.168.1.1/", Closer(Local)),
            ("https://169.254.169.254/latest/meta-data/", Closer(Local)),
            ("https://100.64.0.1/", Closer(Local)),
            ("https://100.127.255.254/", Closer(Local)),
            ("https://[fe80::1]/", Closer(Local)),
            ("https://[fd12:3456:789a::1]/", Closer(Local)),
            ("https://[::ffff:192.168.0.1]/", Closer(Local)),
            ("https://[64:ff9b::a00:1]/", Closer(Local)),
            ("https://[2002:c0a8:1::1]/", Closer(Local)),
            ("https://router/", Closer(Local)),
            ("https://printer.local/", Closer(Local)),
            ("https://nas.lan/", Closer(Local)),
            ("https://wiki.corp/", Closer(Local)),
            ("https://box.home.arpa/", Closer(Local)),
            ("https://metadata.google.internal/", Closer(Local)),
            ("https://0.0.0.0/", Host),
            ("https://0.1.2.3/", Host),
            ("https://[::]/", Host),
            ("https://[::127.0.0.1]/", Host),
            ("https://[ff02::1]/", Host),
            ("https://[fec0::1]/", Host),
            ("https://[64:ff9b:1::1]/", Host),
            ("https://[2001::1]/", Host),
            ("https://[2001:db8::1]/", Host),
            ("https://[fe80::1%25eth0]/", Host),
            ("https://[::1/", Host),
            ("https://192.0.2.1/", Host),
            ("https://198.18.0.1/", Host),
            ("https://203.0.113.9/", Host),
            ("https://224.0.0.251/", Host),
            ("https://255.255.255.255/", Host),
            // What a parser would have turned into 127.0.0.1.
            ("https://0x7f.1/", Host),
            ("https://0x7f000001/", Host),
            ("https://2130706433/", Host),
            ("https://127.1/", Host),
            ("https://0177.0.0.1/", Host),
            ("https://1.2.3.4.5/", Host),
            ("https:///", Host),
            ("https://./", Host),
            ("https://a..b/", Host),
            ("https://ta rget/", Host),
            ("https://１２７.0.0.1/", Host),
        ];
        for (target, refusal) in refused {
            assert_eq!(may_fetch(&address(PUBLIC), &address(target)), Err(refusal), "{target}");
        }
    }

    #[test]
    fn nobody_reaches_closer_than_the_page_itself_is() {
        let pages = ["http://localhost:8600/", "http://192.168.1.7/", "http://buzzline.example/"];
        let targets = ["http://ledger.localhost:8600/", "http://10.0.0.4/", "http://tidewaterledger.example/"];
        for (from, page) in pages.iter().enumerate() {
            for (to, target) in targets.iter().enumerate() {
                assert_eq!(may_fetch(&address(page), &address(target)).is_ok(), to >= from, "{target} for {page}");
            }
        }
    }

    #[test]
    fn http_is_fetched_only_for_a_page_that_came_by_http() {
        let http = address("http://tidewaterledger.example/");
        assert_eq!(may_fetch(&address("http://buzzline.example/"), &http), Ok(()));
        assert_eq!(may_fetch(&address(PUBLIC), &http), Err(Refusal::Scheme));
        assert_eq!(may_fetch(&address("http://localhost/"), &address("https://localhost/")), Ok(()));
        assert_eq!(may_fetch(&address("https://localhost/"), &address("http://localhost/")), Err(Refusal::Scheme));
    }

    #[test]
    fn a_page_without_a_host_gets_what_a_stranger_gets() {
        let saved = Address { scheme: "file".into(), host: String::new(), credentials: false };
        assert_eq!(may_fetch(&saved, &address("https://tidewaterledger.example/")), Ok(()));
        assert_eq!(may_fetch(&saved, &address("https://localhost/")), Err(Refusal::Closer(Reach::Loopback)));
        assert_eq!(may_fetch(&saved, &address("http://tidewaterledger.example/")), Err(Refusal::Scheme));
    }
}
