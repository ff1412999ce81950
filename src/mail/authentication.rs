//! What our own mail server found out about a mail that it took (RFC 8601, `Authentication-Results`).

/// What one check came to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Check {
    /// `dkim`, `dmarc`…
    method: String,
    passed: bool,
    /// The domain that it is about: of a signature the signer's, of DMARC that of From. May be empty.
    domain: String,
}

/// Whether the headers (the last one added first) say in the name of `authserv` that a mail is from
/// `domain`: by DMARC, or by a DKIM signature of that domain or one above it. A server writes above
/// what it was sent, so the last header that speaks of a method counts; what others wrote in its name
/// it must take out (RFC 8601, 5).
pub fn is_from(domain: &str, authserv: &str, headers: &[String]) -> bool {
    let ours: Vec<Vec<Check>> = headers.iter().filter_map(|value| checks(value, authserv)).collect();
    let passed = |method: &str, fits: &dyn Fn(&str) -> bool| {
        let last = ours.iter().find(|checks| checks.iter().any(|check| check.method == method));
        let good = |check: &Check| check.method == method && check.passed && fits(&check.domain);
        last.is_some_and(|checks| checks.iter().any(good))
    };
    passed("dmarc", &|from| from == domain) || passed("dkim", &|signer| is_within(domain, signer))
}

/// Whether a domain is another or lies within it; no top level vouches for anybody.
fn is_within(domain: &str, signer: &str) -> bool {
    let below = domain.strip_suffix(signer).and_then(|rest| rest.strip_suffix('.'));
    signer.contains('.') && (domain == signer || below.is_some_and(|below| !below.is_empty()))
}

/// The checks of a header that `authserv` wrote; `None`: another did.
fn checks(value: &str, authserv: &str) -> Option<Vec<Check>> {
    let plain = without_comments(value);
    let mut parts = plain.split(';');
    let name = parts.next()?.split_whitespace().next()?;
    name.eq_ignore_ascii_case(authserv).then(|| parts.filter_map(check).collect())
}

/// `dkim=pass header.d=exemple.fr`
fn check(text: &str) -> Option<Check> {
    let mut words = text.split_whitespace();
    let (method, result) = words.next()?.split_once('=')?;
    // A method may carry its version: dkim/1.
    let method = method.split('/').next()?.to_ascii_lowercase();
    let wanted = match method.as_str() {
        "dmarc" => ["header.from", "header.from"],
        _ => ["header.d", "header.i"],
    };
    let said: Vec<(&str, &str)> = words.filter_map(|word| word.split_once('=')).collect();
    let of = |name: &str| said.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
    let domain = wanted.iter().find_map(|name| of(name)).map_or("", |(_, value)| value.trim_matches('"'));
    Some(Check {
        method,
        passed: result.eq_ignore_ascii_case("pass"),
        domain: domain.rsplit_once('@').map_or(domain, |(_, host)| host).to_lowercase(),
    })
}

/// Without what stands in parentheses, which nest, but for those within quotes.
fn without_comments(value: &str) -> String {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' => {
                escaped = true;
                continue;
            }
            '"' if depth == 0 => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted && depth > 0 => {
                depth -= 1;
                continue;
            }
            _ => {}
        }
        if depth == 0 {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(headers: &[&str]) -> bool {
        let headers: Vec<String> = headers.iter().map(|value| (*value).to_owned()).collect();
        is_from("exemple.fr", "mx.reseau.example", &headers)
    }

    #[test]
    fn our_server_vouches_by_dmarc_or_a_signature_of_the_domain() {
        for good in [
            "mx.reseau.example; dkim=pass header.d=exemple.fr",
            " MX.reseau.example 1;\r\n\tspf=fail; dkim=pass (2048-bit key; secure)\r\n header.i=@exemple.fr header.b=ab",
            "mx.reseau.example; dkim=fail header.d=exemple.fr; dkim=pass header.d=exemple.fr",
            "mx.reseau.example; dkim=none; dmarc=pass (p=none dis=none) header.from=exemple.fr",
        ] {
            assert!(told(&[good]), "{good}");
        }
        for bad in [
            "",
            "mx.reseau.example; none",
            "mx.reseau.example; dkim=fail header.d=exemple.fr",
            "mx.reseau.example; dkim=pass header.d=autre.fr",
            "mx.reseau.example; dkim=pass header.d=xexemple.fr",
            "mx.reseau.example; dkim=pass header.d=fr",
            "mx.reseau.example; dkim=pass",
            "mx.reseau.example; dmarc=pass header.from=autre.fr",
            "mx.reseau.example; spf=pass smtp.mailfrom=exemple.fr",
            "mx.autre.example; dkim=pass header.d=exemple.fr",
            "mx.autre.example (mx.reseau.example); dkim=pass header.d=exemple.fr",
            "mx.reseau.example; x=y (; dkim=pass header.d=exemple.fr",
            "mx.reseau.example.evil.example; dkim=pass header.d=exemple.fr",
        ] {
            assert!(!told(&[bad]), "{bad}");
        }
        assert!(is_from("mail.exemple.fr", "mx", &["mx; dkim=pass header.d=exemple.fr".to_owned()]));
    }

    #[test]
    fn what_stands_below_is_what_somebody_sent() {
        let (fails, passes) = (
            "mx.reseau.example; dkim=fail header.d=exemple.fr",
            "mx.reseau.example; dkim=pass header.d=exemple.fr",
        );
        assert!(!told(&[fails, passes]));
        assert!(told(&[passes, fails]));
        assert!(told(&["mx.reseau.example; spf=pass", passes]));
    }
}
