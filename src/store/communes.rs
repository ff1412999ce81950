//! Communes, for "near me": found by name or postcode.
