//! What meets every request first: a kept answer is given before anything else looks at it; all
//! others are timed and logged.

use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Instant;

use actix_web::body::BoxBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::http::{Method, header};
use actix_web::{HttpMessage as _, HttpResponse, web};

use super::answer::{Unsettled, address, send};
use super::refusal::is_for_programs;
use super::server::Site;
use super::visit::Visit;
use crate::secret::masked;

/// The name of one request, the same in every line of the log and on the page of an error.
#[derive(Clone)]
pub struct RequestId(pub String);

/// The outermost middleware.
pub struct Front;

impl<S> Transform<S, ServiceRequest> for Front
where
    S: Service<ServiceRequest, Response = ServiceResponse<BoxBody>, Error = actix_web::Error> + 'static,
{
    type Response = ServiceResponse<BoxBody>;
    type Error = actix_web::Error;
    type InitError = ();
    type Transform = FrontService<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(FrontService { service: Rc::new(service) }))
    }
}

pub struct FrontService<S> {
    service: Rc<S>,
}

type Answered = Pin<Box<dyn Future<Output = Result<ServiceResponse<BoxBody>, actix_web::Error>>>>;

impl<S> Service<ServiceRequest> for FrontService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<BoxBody>, Error = actix_web::Error> + 'static,
{
    type Response = ServiceResponse<BoxBody>;
    type Error = actix_web::Error;
    type Future = Answered;

    fn poll_ready(&self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&self, request: ServiceRequest) -> Answered {
        let Some(site) = request.app_data::<web::Data<Site>>().cloned() else {
            return Box::pin(logged(Rc::clone(&self.service), request, None));
        };
        if !may_be_kept(&request) {
            return Box::pin(logged(Rc::clone(&self.service), request, Some(site)));
        }
        if !site.app.db.revisions_are_immediate() {
            return Box::pin(settled(Rc::clone(&self.service), request, site));
        }
        match kept(&site, &request) {
            Some(response) => Box::pin(ready(Ok(request.into_response(response)))),
            None => Box::pin(logged(Rc::clone(&self.service), request, Some(site))),
        }
    }
}

/// What depends on the database: not whether the process is alive, and not the style sheet.
fn may_be_kept(request: &ServiceRequest) -> bool {
    let path = request.path();
    let apart = path == "/health" || path.starts_with("/assets/");
    !apart && matches!(*request.method(), Method::GET | Method::HEAD)
}

/// Pages of people who are signed in are made for them; programs are nobody.
fn is_personal(site: &Site, request: &ServiceRequest) -> bool {
    request.headers().contains_key(header::COOKIE)
        && !is_for_programs(request.path())
        && Visit::of(request.request(), site.is_secure()).is_personal()
}

fn kept(site: &Site, request: &ServiceRequest) -> Option<HttpResponse> {
    if is_personal(site, request) {
        return None;
    }
    let answer = site.fresh(address(request.request()))?;
    Some(send(request.headers(), &answer))
}

/// First learns of the writes of other processes, then looks at what is kept.
async fn settled<S>(
    service: Rc<S>,
    request: ServiceRequest,
    site: web::Data<Site>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error>
where
    S: Service<ServiceRequest, Response = ServiceResponse<BoxBody>, Error = actix_web::Error>,
{
    if !site.app.db.settle_revisions().await {
        request.extensions_mut().insert(Unsettled);
    } else if let Some(response) = kept(&site, &request) {
        return Ok(request.into_response(response));
    }
    logged(service, request, Some(site)).await
}

async fn logged<S>(
    service: Rc<S>,
    request: ServiceRequest,
    site: Option<web::Data<Site>>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error>
where
    S: Service<ServiceRequest, Response = ServiceResponse<BoxBody>, Error = actix_web::Error>,
{
    let started = Instant::now();
    let request_id = site.map(|site| site.next_request_id()).unwrap_or_default();
    request.extensions_mut().insert(RequestId(request_id.clone()));
    let (method, path) = (request.method().clone(), masked(request.path()).into_owned());
    let response = service.call(request).await?;
    let elapsed_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    tracing::info!(request_id, %method, path, status = response.status().as_u16(), elapsed_us, "answered");
    Ok(response)
}
