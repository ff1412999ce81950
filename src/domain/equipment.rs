//! Equipment: what stands in a brick, and whether it can be used.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::code::code_enum;

code_enum! {
    /// Whether a piece of equipment can be used.
    #[derive(Default)]
    EquipmentState {
        #[default]
        InService = "en-service",
        OutOfOrder = "en-panne",
        /// Known what is missing, and ordered.
        AwaitingPart = "piece-attendue",
    }
}

/// A machine, a tool, a furnished room: told by its name within its brick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Equipment {
    pub name: String,
    pub state: EquipmentState,
    /// Since when it is in that state; `None`: as far as anybody knows, ever.
    pub since: Option<NaiveDate>,
    /// What to know of it: "bourrage papier, réparateur mardi". May be empty.
    pub note: String,
}

impl Equipment {
    /// Something of which nothing more is known than its name.
    pub fn in_service(name: impl Into<String>) -> Self {
        Self { name: name.into(), state: EquipmentState::InService, since: None, note: String::new() }
    }

    /// The same in a state that somebody found on this day; a state that lasts keeps its first day.
    pub fn found(self, state: EquipmentState, today: NaiveDate) -> Self {
        let since = if state == self.state { self.since } else { Some(today) };
        Self { state, since, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_begins_on_the_day_that_it_changed() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let printer = Equipment::in_service("imprimante");
        let (monday, friday) = (day("2026-03-02"), day("2026-03-06"));
        let still = printer.clone().found(EquipmentState::InService, monday);
        assert_eq!(still, printer);
        let broken = printer.found(EquipmentState::OutOfOrder, monday);
        assert_eq!((broken.state, broken.since), (EquipmentState::OutOfOrder, Some(monday)));
        assert_eq!(broken.clone().found(EquipmentState::OutOfOrder, friday).since, Some(monday));
        assert_eq!(broken.found(EquipmentState::InService, friday).since, Some(friday));
    }
}
