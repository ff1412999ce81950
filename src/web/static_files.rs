//! Style sheet, scripts and pictures, to be kept by browsers for ever under their hashed address.

use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::http::header;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};

use super::assets::{self, Asset};
use super::encoding::{self, Encoding};
use super::refusal;
use super::server::Site;

/// Compressed once, when the first file is asked for.
static PACKED: LazyLock<HashMap<&'static str, [Bytes; 2]>> = LazyLock::new(|| {
    let packed = |asset: &Asset| [encoding::gzip(asset.bytes), encoding::brotli(asset.bytes)];
    assets::all().iter().map(|asset| (asset.path, packed(asset))).collect()
});

/// `GET /assets/{file}`
pub async fn show(request: HttpRequest, site: Data<Site>) -> HttpResponse {
    match assets::by_href(request.path()) {
        Some(asset) => send(&request, asset, "public, max-age=31536000, immutable"),
        None => refusal::not_found(request, site).await,
    }
}

/// `GET /favicon.ico`: what browsers ask for by habit.
pub async fn favicon(request: HttpRequest, site: Data<Site>) -> HttpResponse {
    match assets::by_path("icons/favicon.svg") {
        Some(asset) => send(&request, asset, "public, max-age=86400"),
        None => refusal::not_found(request, site).await,
    }
}

fn send(request: &HttpRequest, asset: &'static Asset, cache_control: &'static str) -> HttpResponse {
    let accepted = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let encoding = Encoding::accepted(accepted);
    let packed = PACKED.get(asset.path);
    let body = match (encoding, packed) {
        (Encoding::Gzip, Some([gzip, _])) => gzip.clone(),
        (Encoding::Brotli, Some([_, brotli])) => brotli.clone(),
        _ => Bytes::from_static(asset.bytes),
    };
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CONTENT_TYPE, asset.content_type))
        .insert_header((header::CACHE_CONTROL, cache_control))
        .insert_header((header::VARY, "accept-encoding"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
    if let (Some(name), Some(_)) = (encoding.name(), packed) {
        response.insert_header((header::CONTENT_ENCODING, name));
    }
    response.body(body)
}
