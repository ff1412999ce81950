//! A provider of accounts: what it publishes of itself, where it sends browsers, and whom it names
//! for the code that they bring back. The protocol is that of the `openidconnect` crate.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{
    CoreClient, CoreIdToken, CoreIdTokenClaims, CoreJwsSigningAlgorithm as Alg, CoreProviderMetadata,
    CoreResponseType, CoreUserInfoClaims,
};
use openidconnect::{
    AuthenticationFlow, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IssuerUrl, LanguageTag, OAuth2TokenResponse as _, PkceCodeChallenge,
    RedirectUrl, Scope, SignatureVerificationError, TokenResponse as _,
};

use super::failure::Failure;
use super::journey::Journey;
use super::wire::Wire;
use crate::config::OidcSettings;
use crate::domain::email::EmailAddress;
use crate::domain::identity::Identity;
use crate::domain::member::PersonName;

/// How long what a provider publishes is believed without asking again.
const KNOWN_FOR: TimeDelta = TimeDelta::hours(1);
/// By how much its clock may differ from ours.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(2);
/// Signatures that only the provider can make. Those under our own password are none of them.
const SIGNATURES: [Alg; 9] = [
    Alg::RsaSsaPkcs1V15Sha256,
    Alg::RsaSsaPkcs1V15Sha384,
    Alg::RsaSsaPkcs1V15Sha512,
    Alg::RsaSsaPssSha256,
    Alg::RsaSsaPssSha384,
    Alg::RsaSsaPssSha512,
    Alg::EcdsaP256Sha256,
    Alg::EcdsaP384Sha384,
    Alg::EdDsa,
];

/// A client of the provider, with the addresses that it publishes.
type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The provider that the settings name.
pub struct Provider {
    settings: OidcSettings,
    /// Where it sends browsers back to, as it was told.
    redirect: String,
    wire: Wire,
    known: Mutex<Option<(DateTime<Utc>, CoreProviderMetadata)>>,
}

impl Provider {
    /// The provider of these settings, which sends browsers back to `redirect`.
    pub fn new(settings: OidcSettings, redirect: String) -> Self {
        let wire = Wire::new(&settings.issuer);
        Self { settings, redirect, wire, known: Mutex::new(None) }
    }

    /// How people call it.
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    pub fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    /// Where a browser goes to say who it is.
    pub fn address(&self, journey: &Journey, now: DateTime<Utc>) -> Result<String, Failure> {
        let client = self.client(self.published(now)?)?;
        let (state, nonce) = (journey.state(), journey.nonce());
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let (address, _, _) = client
            .authorize_url(flow, move || state, move || nonce)
            .add_scope(Scope::new("email".to_owned()))
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&journey.verifier()))
            .add_ui_locale(LanguageTag::new(journey.locale().tag().to_owned()))
            .url();
        Ok(address.into())
    }

    /// Who came back from a journey with this code. Asks the provider, for seconds at worst.
    pub fn identify(&self, journey: &Journey, code: &str, now: DateTime<Utc>) -> Result<Identity, Failure> {
        let ask = |request| self.wire.ask(request);
        let client = self.client(self.published(now)?)?;
        let tokens = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))?
            .set_pkce_verifier(journey.verifier())
            .request(&ask)?;
        let id_token =
            tokens.id_token().ok_or_else(|| Failure::Untrusted("there is no identity token".to_owned()))?;
        let claims = self.verified(&client, id_token, journey, now)?;
        if claims.authorized_party().is_some_and(|party| party != client.client_id()) {
            return Err(Failure::Untrusted("the identity token is for another party".to_owned()));
        }
        if claims.email().is_some() || client.user_info_url().is_none() {
            return self.identity(&claims, None);
        }
        // With a code, most of what is known of a person may stand elsewhere (Core, 5.4).
        let subject = Some(claims.subject().clone());
        let more = client.user_info(tokens.access_token().clone(), subject)?.request(&ask)?;
        self.identity(&claims, Some(&more))
    }

    /// What the provider publishes, asked for anew: whether the settings are right.
    pub fn look(&self, now: DateTime<Utc>) -> Result<(), Failure> {
        self.client(self.ask_published(now)?).map(|_| ())
    }

    /// What a token says, once it is known to be the provider's, for us, of now and of this journey.
    fn verified(
        &self,
        client: &Client,
        token: &CoreIdToken,
        journey: &Journey,
        now: DateTime<Utc>,
    ) -> Result<CoreIdTokenClaims, Failure> {
        match look_at(client, token, journey, now) {
            // The provider has taken other keys since they were asked for.
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            )) => {
                let client = self.client(self.ask_published(now)?)?;
                Ok(look_at(&client, token, journey, now)?)
            }
            looked_at => Ok(looked_at?),
        }
    }

    fn identity(
        &self,
        claims: &CoreIdTokenClaims,
        more: Option<&CoreUserInfoClaims>,
    ) -> Result<Identity, Failure> {
        let subject = claims.subject().as_str();
        if subject.is_empty() || subject.len() > 255 {
            return Err(Failure::Untrusted("a subject has 1 to 255 characters".to_owned()));
        }
        let (email, is_verified) = match more {
            Some(more) => (more.email(), more.email_verified()),
            None => (claims.email(), claims.email_verified()),
        };
        let email = email.filter(|_| is_verified == Some(true));
        let more_name = more.and_then(|more| more.name()).and_then(|name| name.get(None));
        let name = claims.name().and_then(|name| name.get(None)).or(more_name);
        Ok(Identity {
            issuer: self.settings.issuer.clone(),
            subject: subject.to_owned(),
            email: email.and_then(|email| EmailAddress::parse(email)),
            name: name.and_then(|name| PersonName::parse(name)),
        })
    }

    fn client(&self, published: CoreProviderMetadata) -> Result<Client, Failure> {
        let redirect = RedirectUrl::new(self.redirect.clone())
            .map_err(|_| Failure::Unreachable("our own address is none".to_owned()))?;
        let id = ClientId::new(self.settings.client_id.clone());
        let secret = ClientSecret::new(self.settings.client_secret.reveal().to_owned());
        Ok(CoreClient::from_provider_metadata(published, id, Some(secret)).set_redirect_uri(redirect))
    }

    fn published(&self, now: DateTime<Utc>) -> Result<CoreProviderMetadata, Failure> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match known {
            Some((since, published)) if since <= now && now - since < KNOWN_FOR => Ok(published),
            _ => self.ask_published(now),
        }
    }

    fn ask_published(&self, now: DateTime<Utc>) -> Result<CoreProviderMetadata, Failure> {
        let issuer = IssuerUrl::new(self.settings.issuer.clone())
            .map_err(|error| Failure::Unreachable(error.to_string()))?;
        let published = CoreProviderMetadata::discover(&issuer, &|request| self.wire.ask(request))?;
        let address = published.authorization_endpoint().as_str();
        if !self.wire.may_ask(address) {
            return Err(Failure::Untrusted(format!("{address} is not https")));
        }
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, published.clone()));
        Ok(published)
    }
}

fn look_at(
    client: &Client,
    token: &CoreIdToken,
    journey: &Journey,
    now: DateTime<Utc>,
) -> Result<CoreIdTokenClaims, ClaimsVerificationError> {
    let issued = move |at: DateTime<Utc>| match at <= now + CLOCKS_DIFFER {
        true => Ok(()),
        false => Err(format!("issued at {at}, which is to come")),
    };
    let verifier = client
        .id_token_verifier()
        .set_allowed_algs(SIGNATURES)
        .set_time_fn(move || now - CLOCKS_DIFFER)
        .set_issue_time_verifier_fn(issued);
    token.claims(&verifier, &journey.nonce()).cloned()
}
