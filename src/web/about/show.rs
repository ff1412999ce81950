//! In the making.

use actix_web::{HttpRequest, HttpResponse};

use crate::web::answer::answer;
use crate::web::error::Error;

pub async fn sources(request: HttpRequest) -> HttpResponse {
    answer(&request, |_| Err(Error::NotFound)).await
}

pub async fn legal(request: HttpRequest) -> HttpResponse {
    answer(&request, |_| Err(Error::NotFound)).await
}

pub async fn privacy(request: HttpRequest) -> HttpResponse {
    answer(&request, |_| Err(Error::NotFound)).await
}

pub async fn accessibility(request: HttpRequest) -> HttpResponse {
    answer(&request, |_| Err(Error::NotFound)).await
}
