//! Addresses: resolving, comparing, and taking off what only serves tracking.
//!
//! This is no URL parser for fetching (the host has one); it reads what pages write, and anything it cannot
//! read is simply equal to nothing.

use std::borrow::Cow;

use crate::text::WordList;

/// The parts of an address, as they stand in it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

/// RFC 3986, appendix B, without the regular expression.
fn split(url: &str) -> Parts<'_> {
    let mut parts = Parts::default();
    let mut rest = url;
    if let Some((before, fragment)) = rest.split_once('#') {
        parts.fragment = Some(fragment);
        rest = before;
    }
    if let Some((before, query)) = rest.split_once('?') {
        parts.query = Some(query);
        rest = before;
    }
    if let Some((scheme, after)) = rest.split_once(':')
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    {
        parts.scheme = Some(scheme);
        rest = after;
    }
    if let Some(after) = rest.strip_prefix("//") {
        let end = after.find('/').unwrap_or(after.len());
        let (authority, path) = after.split_at_checked(end).unwrap_or((after, ""));
        parts.authority = Some(authority);
        rest = path;
    }
    parts.path = rest;
    parts
}

fn join(
    scheme: Option<&str>,
    authority: Option<&str>,
    path: &str,
    query: Option<&str>,
    fragment: Option<&str>,
) -> String {
    let mut url = String::with_capacity(path.len() + 64);
    if let Some(scheme) = scheme {
        url.push_str(scheme);
        url.make_ascii_lowercase();
        url.push(':');
    }
    if let Some(authority) = authority {
        url.push_str("//");
        url.push_str(authority);
    }
    url.push_str(path);
    if let Some(query) = query {
        url.push('?');
        url.push_str(query);
    }
    if let Some(fragment) = fragment {
        url.push('#');
        url.push_str(fragment);
    }
    url
}

/// RFC 3986, 5.2.4.
fn without_dots(path: &str) -> Cow<'_, str> {
    if !path.starts_with('.') && !path.as_bytes().windows(2).any(|pair| pair == b"/.") {
        return Cow::Borrowed(path);
    }
    let mut kept: Vec<&str> = Vec::new();
    let segments = path.split('/');
    let mut directory = false;
    for segment in segments {
        directory = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => {
                if kept.len() > 1 {
                    kept.pop();
                }
            }
            _ => kept.push(segment),
        }
    }
    if directory {
        kept.push("");
    }
    Cow::Owned(kept.join("/"))
}

/// The address that `reference` stands for on a page at `base` (RFC 3986, 5.2). `None` if `base` is not absolute and `reference` neither.
///
/// ```
/// use firsthand::article::url::resolve;
/// assert_eq!(resolve("https://news.test/a/b?x#y", "../c").as_deref(), Some("https://news.test/c"));
/// ```
#[must_use]
pub fn resolve(base: &str, reference: &str) -> Option<String> {
    // Browsers take white space off the ends and drop line feeds and tabs within.
    let cleaned: String;
    let mut reference = reference.trim();
    if reference.contains(['\n', '\r', '\t']) {
        cleaned = reference.replace(['\n', '\r', '\t'], "");
        reference = &cleaned;
    }
    let r = split(reference);
    if r.scheme.is_some() {
        return Some(join(r.scheme, r.authority, &without_dots(r.path), r.query, r.fragment));
    }
    let b = split(base.trim());
    b.scheme?;
    if r.authority.is_some() {
        return Some(join(b.scheme, r.authority, &without_dots(r.path), r.query, r.fragment));
    }
    if r.path.is_empty() {
        return Some(join(b.scheme, b.authority, b.path, r.query.or(b.query), r.fragment));
    }
    let path = if r.path.starts_with('/') {
        Cow::Borrowed(r.path)
    } else {
        let directory = b.path.rfind('/').and_then(|at| b.path.get(..=at)).unwrap_or("/");
        Cow::Owned(format!("{directory}{}", r.path))
    };
    Some(join(b.scheme, b.authority, &without_dots(&path), r.query, r.fragment))
}

/// The host in lower case, without user, port and the dot at its end. `None` for an address that names none.
#[must_use]
pub fn host(url: &str) -> Option<String> {
    let authority = split(url.trim()).authority?;
    let host = authority.rsplit('@').next()?;
    let host = if host.starts_with('[') { host.get(..=host.find(']')?)? } else { host.split(':').next()? };
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    (!host.is_empty()).then_some(host)
}

/// Second-level labels under which a country's registry registers names. Not the public suffix list, which is
/// 200 KB: these are the ones under which news is published.
const SHARED: [&str; 17] =
    ["co", "com", "net", "org", "gov", "gob", "gouv", "govt", "gc", "ac", "edu", "or", "ne", "go", "nom", "mil", "in"];

/// Hosts under which everybody has a site of their own.
const HOSTING: [&str; 12] = [
    "blogspot.com",
    "wordpress.com",
    "substack.com",
    "github.io",
    "tumblr.com",
    "medium.com",
    "ghost.io",
    "blogspot.co.uk",
    "netlify.app",
    "vercel.app",
    "pages.dev",
    "typepad.com",
];

/// The site that an address belongs to: the name that somebody registered, `bbc.co.uk` for `https://www.bbc.co.uk/news`.
#[must_use]
pub fn site(url: &str) -> Option<String> {
    host(url).map(|host| site_of_host(&host).to_owned())
}

/// The registered name within a host.
#[must_use]
pub fn site_of_host(host: &str) -> &str {
    if host.starts_with('[') || host.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return host;
    }
    let tail = |labels: usize| {
        host.rmatch_indices('.').nth(labels - 1).map_or(host, |(at, _)| host.get(at + 1..).unwrap_or(host))
    };
    if HOSTING.contains(&tail(2)) || HOSTING.contains(&tail(3)) {
        let labels = if HOSTING.contains(&tail(2)) { 3 } else { 4 };
        return tail(labels);
    }
    let mut labels = host.rsplit('.');
    match (labels.next(), labels.next()) {
        (Some(country), Some(second)) if country.len() == 2 && SHARED.contains(&second) => tail(3),
        _ => tail(2),
    }
}

/// Whether two addresses belong to one site.
#[must_use]
pub fn same_site(a: &str, b: &str) -> bool {
    site(a).is_some_and(|a| site(b).is_some_and(|b| a == b))
}

/// Query parameters that say where a reader came from and never what is shown.
const TRACKING: WordList = WordList(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid yclid igshid igsh li_fat_id mc_cid mc_eid \
     mkt_tok ncid ocid cmpid cmp icid intcid smid smtyp ref ref_src ref_url referrer referer source share sharetype \
     shareid share_id sr_share ito at_medium at_campaign at_link_id at_format at_link_type at_link_origin \
     at_ptr_name at_bbc_team ns_mchannel ns_source ns_campaign ns_linkname ns_fee xtor wt_mc wtmc tpcc feedtype \
     feedname partner mod reflink sref spref soc_src soc_trk guccounter guce_referrer guce_referrer_sig _ga _gl \
     _hsenc _hsmi __twitter_impression oly_enc_id oly_anon_id vero_id wickedid s_cid sc_cid ftag trk trkcampaign \
     cx_testid taid fb_action_ids fb_action_types fb_source fb_ref hootpostid sfmc_id campaign_id dicbo outbrain \
     traffic_source pgtype unlocked_article_code gift giftcode gift_code pwapi_token amp amp_js_v amp_gsa \
     amp_latest_update_time usqp outputtype isfreemail triedredirect",
);

fn tracks(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_")
        || name.starts_with("utm-")
        || name.starts_with("pk_")
        || name.starts_with("mtm_")
        || name.starts_with("hsa_")
        || name.starts_with("__cft__")
        || name.starts_with("fbc_")
        || TRACKING.has(&name)
}

fn stripped_query(query: Option<&str>) -> Option<String> {
    let kept: Vec<&str> = query?.split('&').filter(|p| !p.is_empty() && !tracks(p)).collect();
    (!kept.is_empty()).then(|| kept.join("&"))
}

/// The address without the parameters that only track where the reader came from. A fragment stays.
#[must_use]
pub fn without_tracking(url: &str) -> String {
    let parts = split(url.trim());
    if parts.query.is_none() {
        return url.trim().to_owned();
    }
    join(parts.scheme, parts.authority, parts.path, stripped_query(parts.query).as_deref(), parts.fragment)
}

/// Which document an address leads to, written one way: scheme and host in lower case, no user, default port, fragment or
/// tracking, and the publisher's own page for one in an AMP cache or at the publisher's AMP address. Still an address to open.
///
/// Anything that is no http address comes back trimmed, without its fragment.
///
/// ```
/// use firsthand::article::url::canonical;
/// assert_eq!(
///     canonical("HTTPS://www.google.com/amp/s/News.test/2024/storm/amp?utm_source=x#top"),
///     "https://news.test/2024/storm",
/// );
/// ```
#[must_use]
pub fn canonical(url: &str) -> String {
    let url = url.trim();
    let parts = split(url);
    let scheme = parts.scheme.unwrap_or_default().to_ascii_lowercase();
    let (Some(host), true) = (host(url), matches!(scheme.as_str(), "http" | "https")) else {
        return join(parts.scheme, parts.authority, parts.path, parts.query, None);
    };
    let cached = out_of_amp_cache(&host, parts.path);
    let url = cached.as_deref().unwrap_or(url);
    let parts = split(url);
    let scheme = parts.scheme.unwrap_or_default().to_ascii_lowercase();
    let Some(host) = self::host(url) else {
        return url.to_owned();
    };
    let host = host.strip_prefix("amp.").filter(|h| h.contains('.')).unwrap_or(&host);
    let port = parts.authority.and_then(|a| a.rsplit_once(':')).map(|(_, port)| port).filter(|port| {
        !port.is_empty()
            && port.bytes().all(|b| b.is_ascii_digit())
            && !matches!((scheme.as_str(), *port), ("http", "80") | ("https", "443"))
    });
    let authority = port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    let path = without_dots(parts.path);
    let path = without_amp(&path);
    let path = if path.is_empty() { "/" } else { path };
    join(Some(&scheme), Some(&authority), path, stripped_query(parts.query).as_deref(), None)
}

/// The publisher's address inside one of Google's.
fn out_of_amp_cache(host: &str, path: &str) -> Option<String> {
    let inner = if host.ends_with(".cdn.ampproject.org") || host == "cdn.ampproject.org" {
        path.strip_prefix("/c/").or_else(|| path.strip_prefix("/v/"))?
    } else if host.starts_with("www.google.") || host.starts_with("google.") {
        path.strip_prefix("/amp/")?
    } else {
        return None;
    };
    let (scheme, inner) = inner.strip_prefix("s/").map_or(("http", inner), |secure| ("https", secure));
    inner.split('/').next()?.contains('.').then(|| format!("{scheme}://{inner}"))
}

fn without_amp(path: &str) -> &str {
    for end in ["/amp", "/amp/", ".amp", "/amp.html"] {
        if let Some(before) = path.strip_suffix(end)
            && before.len() > 1
        {
            return before;
        }
    }
    if let Some(after) = path.strip_prefix("/amp/")
        && !after.is_empty()
    {
        return path.get(4..).unwrap_or(path);
    }
    path
}

/// Whether two addresses lead to one document, as far as addresses tell: [`canonical`], and beyond it `http` and `https`, `www.` and
/// `m.`, a slash or an index file at the end, and capitals in the path make no difference.
#[must_use]
pub fn same_document(a: &str, b: &str) -> bool {
    key(a).is_some_and(|a| key(b).is_some_and(|b| a == b))
}

/// What [`same_document`] compares: equal for addresses of one document. `None` if it names no host. Good as a key of a map.
#[must_use]
pub fn key(url: &str) -> Option<String> {
    let url = canonical(url);
    let parts = split(&url);
    let host = host(&url)?;
    let mut short = host.as_str();
    for prefix in ["www.", "m.", "mobile.", "edition."] {
        if let Some(rest) = short.strip_prefix(prefix).filter(|rest| rest.contains('.')) {
            short = rest;
        }
    }
    let port = parts.authority.and_then(|a| a.rsplit_once(':')).map_or("", |(_, port)| port);
    let mut path = parts.path.to_lowercase();
    for index in ["/index.html", "/index.htm", "/index.php"] {
        if let Some(before) = path.strip_suffix(index) {
            path.truncate(before.len());
        }
    }
    let path = path.trim_end_matches('/');
    let mut parameters: Vec<&str> = parts.query.map(|q| q.split('&').collect()).unwrap_or_default();
    crate::order::by_text(&mut parameters, |parameter| parameter);
    Some(format!("{short}:{port}{path}?{}", parameters.join("&")))
}

/// The words of the last part of the path that is made of words, `storm hits coast` for `/2024/05/storm-hits-coast.html`.
#[must_use]
pub fn slug(url: &str) -> Option<String> {
    let path = split(url).path;
    let segment = path
        .split('/')
        .map(|s| s.split('.').next().unwrap_or(s))
        .filter(|s| s.matches(['-', '_']).count() >= 2)
        .max_by_key(|s| s.len())?;
    Some(segment.replace(['-', '_'], " "))
}

/// The path of an address, `/` at least.
#[must_use]
pub fn path(url: &str) -> &str {
    let path = split(url).path;
    if path.is_empty() { "/" } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_resolve_as_rfc_3986_has_it() {
        let base = "http://a/b/c/d;p?q";
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"),
            (" ../\ng ", "http://a/b/g"),
        ] {
            assert_eq!(resolve(base, reference).as_deref(), Some(expected), "{reference}");
        }
        assert_eq!(resolve("nowhere", "x"), None);
        assert_eq!(resolve("https://a.test", "x").as_deref(), Some("https://a.test/x"));
    }

    #[test]
    fn canonical_addresses_lose_tracking_and_amp_but_stay_addresses() {
        for (url, expected) in [
            ("https://Example.test:443/a?b=1&utm_medium=mail&fbclid=2#c", "https://example.test/a?b=1"),
            ("https://example.test", "https://example.test/"),
            ("https://example.test:8443/a/", "https://example.test:8443/a/"),
            ("https://amp.example.test/a", "https://example.test/a"),
            ("https://example.test/amp/a/b", "https://example.test/a/b"),
            ("https://example.test/a.amp?outputType=amp", "https://example.test/a"),
            ("https://example-test.cdn.ampproject.org/c/s/example.test/a/amp", "https://example.test/a"),
            // Only what a cache itself writes is undone: once.
            ("https://www.google.com/amp/s/www.google.test/amp/s/x.test/a", "https://www.google.test/s/x.test/a"),
            ("https://user:pw@example.test/a", "https://example.test/a"),
            ("mailto:a@b.test#x", "mailto:a@b.test"),
            ("", ""),
        ] {
            assert_eq!(canonical(url), expected, "{url}");
        }
    }

    #[test]
    fn one_document_has_many_addresses() {
        for (a, b, same) in [
            ("http://www.example.test/a/", "https://example.test/a", true),
            ("https://m.example.test/A/index.html?utm_source=x", "https://example.test/a", true),
            ("https://example.test/a?p=1&q=2", "https://example.test/a?q=2&p=1", true),
            ("https://example.test/a?id=1", "https://example.test/a?id=2", false),
            ("https://example.test/a", "https://other.test/a", false),
            ("https://example.test/a", "/a", false),
            ("", "", false),
        ] {
            assert_eq!(same_document(a, b), same, "{a} {b}");
        }
    }

    #[test]
    fn sites_are_registered_names() {
        for (url, expected) in [
            ("https://www.bbc.co.uk/news", Some("bbc.co.uk")),
            ("https://edition.cnn.com/x", Some("cnn.com")),
            ("https://www.abc.net.au", Some("abc.net.au")),
            ("https://writer.substack.com/p/x", Some("writer.substack.com")),
            ("https://a.b.blogspot.co.uk", Some("b.blogspot.co.uk")),
            ("http://127.0.0.1:8080/x", Some("127.0.0.1")),
            ("http://[::1]:80/", Some("[::1]")),
            ("https://localhost", Some("localhost")),
            ("news", None),
        ] {
            assert_eq!(site(url).as_deref(), expected, "{url}");
        }
        assert!(same_site("https://amp.example.test/a", "http://example.test"));
        assert!(!same_site("https://a.substack.com", "https://b.substack.com"));
    }
}
