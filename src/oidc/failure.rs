//! Why a provider did not tell us who somebody is. What stands in it goes into the log: no code, no
//! token, no password.

use std::error::Error;
use std::fmt;

use openidconnect::core::CoreErrorResponseType;
use openidconnect::{
    ClaimsVerificationError, ConfigurationError, DiscoveryError, RequestTokenError, StandardErrorResponse,
    UserInfoError,
};

use super::wire::WireError;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It does not answer, or not as a provider does.
    Unreachable(String),
    /// It does not take the code, or does not take us for who we are.
    Refused(String),
    /// What it says was not said by it, to us, of this journey.
    Untrusted(String),
    /// What it says holds no more, or not yet: one of the two clocks is wrong, or it took too long.
    Clock(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable(cause) => write!(f, "no usable answer: {cause}"),
            Self::Refused(cause) => write!(f, "the provider refuses: {cause}"),
            Self::Untrusted(cause) => write!(f, "not to be trusted: {cause}"),
            Self::Clock(cause) => write!(f, "not at this time: {cause}"),
        }
    }
}

impl Error for Failure {}

impl From<DiscoveryError<WireError>> for Failure {
    fn from(error: DiscoveryError<WireError>) -> Self {
        match &error {
            DiscoveryError::Validation(cause) => Self::Untrusted(cause.clone()),
            _ => Self::Unreachable(causes(&error)),
        }
    }
}

/// What the token endpoint answers when it gives no token.
pub(super) type ExchangeError = RequestTokenError<WireError, StandardErrorResponse<CoreErrorResponseType>>;

impl From<ExchangeError> for Failure {
    fn from(error: ExchangeError) -> Self {
        match &error {
            RequestTokenError::ServerResponse(answer) => Self::Refused(answer.to_string()),
            _ => Self::Unreachable(causes(&error)),
        }
    }
}

impl From<ConfigurationError> for Failure {
    fn from(error: ConfigurationError) -> Self {
        Self::Unreachable(causes(&error))
    }
}

impl From<ClaimsVerificationError> for Failure {
    fn from(error: ClaimsVerificationError) -> Self {
        match &error {
            ClaimsVerificationError::Expired(cause) => Self::Clock(cause.clone()),
            _ => Self::Untrusted(causes(&error)),
        }
    }
}

impl From<UserInfoError<WireError>> for Failure {
    fn from(error: UserInfoError<WireError>) -> Self {
        match error {
            UserInfoError::ClaimsVerification(error) => error.into(),
            error => Self::Unreachable(causes(&error)),
        }
    }
}

/// An error with what caused it.
fn causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
