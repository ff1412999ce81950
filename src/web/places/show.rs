//! In the making.

use actix_web::{HttpRequest, HttpResponse};

use crate::web::answer::answer;
use crate::web::error::Error;

pub async fn show(request: HttpRequest) -> HttpResponse {
    answer(&request, |_| Err(Error::NotFound)).await
}
