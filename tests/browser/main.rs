//! Stories told in a real Chromium. `tests/run browser` brings the browser and the rules of axe.

#[cfg(test)]
mod accounts;
#[cfg(test)]
mod agenda;
#[cfg(test)]
#[path = "../support/chromium.rs"]
mod chromium;
#[cfg(test)]
mod events;
#[cfg(test)]
mod every_page;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod home;
#[cfg(test)]
mod host_weeks;
#[cfg(test)]
mod joining;
#[cfg(test)]
mod keyboard;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod members;
#[cfg(test)]
mod mine;
#[cfg(test)]
#[path = "../support/oidc.rs"]
#[allow(dead_code, reason = "what it can get wrong is told by the suite")]
mod oidc_provider;
#[cfg(test)]
mod place_editing;
#[cfg(test)]
mod places;
#[cfg(test)]
mod print;
#[cfg(test)]
#[path = "../support/process.rs"]
mod process;
#[cfg(test)]
mod publishing;
#[cfg(test)]
mod registrations;
#[cfg(test)]
mod second_factor;
#[cfg(test)]
mod signing_in;
#[cfg(test)]
mod site;
#[cfg(test)]
mod subscribe;
#[cfg(test)]
mod subscribing;
