//! stub
use super::*;
pub(super) fn parts(_o: &Options) -> impl Iterator<Item = DemoSet> { std::iter::empty() }
