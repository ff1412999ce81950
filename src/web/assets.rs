//! Style sheet, scripts and pictures, embedded in the binary. Each address carries a hash of its
//! content, so that browsers may keep it for ever.

use std::sync::LazyLock;

use xxhash_rust::xxh3::xxh3_64;

/// A file that pages refer to.
#[derive(Debug)]
pub struct Asset {
    /// Path below `assets/`, as templates name it: `css/vigie.css`.
    pub path: &'static str,
    pub bytes: &'static [u8],
    pub content_type: &'static str,
    /// Address with the hash of the content: `/assets/vigie.0123456789abcdef.css`.
    pub href: String,
}

macro_rules! embedded {
    ($($path:literal => $content_type:literal,)+) => {
        const FILES: &[(&str, &[u8], &str)] = &[$((
            $path,
            include_bytes!(concat!("../../assets/", $path)),
            $content_type,
        ),)+];
    };
}
embedded! {
    "css/vigie.css" => "text/css; charset=utf-8",
    "js/form.js" => "text/javascript; charset=utf-8",
    "js/passkey.js" => "text/javascript; charset=utf-8",
    "js/vigie.js" => "text/javascript; charset=utf-8",
    "icons/favicon.svg" => "image/svg+xml",
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| FILES.iter().map(asset).collect());

fn asset(&(path, bytes, content_type): &(&'static str, &'static [u8], &'static str)) -> Asset {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let href = format!("/assets/{stem}.{:016x}.{extension}", xxh3_64(bytes));
    Asset { path, bytes, content_type, href }
}

/// Every embedded file.
pub fn all() -> &'static [Asset] {
    &ASSETS
}

/// The file that templates name by this path.
pub fn by_path(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.path == path)
}

/// The file served at this address (`/assets/…`); `None` for an address of another version.
pub fn by_href(href: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.href == href)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_carry_the_content_and_lead_back() {
        for asset in all() {
            assert!(asset.href.starts_with("/assets/") && !asset.bytes.is_empty(), "{}", asset.path);
            assert!(std::ptr::eq(by_href(&asset.href).unwrap(), asset));
            assert!(std::ptr::eq(by_path(asset.path).unwrap(), asset));
        }
        assert!(by_href("/assets/vigie.0000000000000000.css").is_none());
    }
    /// A brace that is missing puts a layer into another one, where every rule outside wins over it.
    #[test]
    fn layers_of_the_style_sheet_stand_beside_each_other() {
        let sheet = String::from_utf8_lossy(by_path("css/vigie.css").unwrap().bytes).into_owned();
        let mut depth = 0_i64;
        for (number, line) in sheet.lines().enumerate() {
            assert!(!line.starts_with("@layer") || depth == 0, "line {} is inside another block", number + 1);
            let count = |brace: char| i64::try_from(line.matches(brace).count()).unwrap();
            depth += count('{') - count('}');
        }
        assert_eq!(depth, 0);
    }
}
