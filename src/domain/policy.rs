//! Who may do what to what. The one place that decides; asked by actions before they write and by
//! pages before they show. Knows persons only by what they are, never by name.

/// The one who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Nobody signed in.
    Visitor,
    Member(Standing),
    /// The program itself: imports, the demonstration, jobs.
    Program,
}

/// What a signed-in person is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub member: i64,
    /// Welcomed; a waiting member sees only their own pages.
    pub active: bool,
    /// Belongs to the coordination of the network.
    pub coordinates: bool,
    /// The network asks its coordination for a second factor, and this session was opened without:
    /// until it is set up, the person is a member like any other.
    pub owes_second_factor: bool,
    /// Places where they are a member or a host.
    pub member_of: Vec<i64>,
    /// Places that they hold.
    pub host_of: Vec<i64>,
}

/// In whose hands an event is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventHands {
    /// Its places, the one that organises it first.
    pub places: Vec<i64>,
    /// Members who are named to hold it too, wherever they belong. Who once announced it is none.
    pub cohosts: Vec<i64>,
}

/// What is asked for, with the ids of what it touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action<'a> {
    /// Write the page of a place: bricks, hours, photos, team, charter; open and close its door.
    EditPlace(i64),
    /// Welcome, dismiss and accompany the members of a place, and name its hosts.
    ManageMembers(i64),
    /// Publish events of these places (one suffices), delete them, name who holds them too, decide on
    /// proposals.
    HostEvent(&'a [i64]),
    /// Change, cancel, put off this event.
    AmendEvent(&'a EventHands),
    /// Propose an event to a place.
    ProposeEvent(i64),
    /// Register for an event, which may be for members of the network only.
    Register { members_only: bool },
    /// See who registered for this event, and manage the list.
    SeeRegistrations(&'a EventHands),
    /// Browse what members show to the network.
    SeeDirectory,
    /// Write to members whom one sees, without knowing their address.
    WriteToMembers,
    /// Change or see what belongs to this member alone: account, agenda, sessions, feeds.
    ActAs(i64),
    /// Ask to join a place.
    JoinPlace,
    /// Found places, set the network's rules, see the mail queue, name coordinators.
    RunNetwork,
}

impl Actor {
    /// Whether the actor may do it.
    pub fn may(&self, action: Action<'_>) -> bool {
        match self {
            Self::Visitor => action == Action::Register { members_only: false },
            Self::Program => true,
            Self::Member(standing) => standing.may(action),
        }
    }

    /// The member who acts.
    pub fn member(&self) -> Option<i64> {
        match self {
            Self::Member(standing) => Some(standing.member),
            Self::Visitor | Self::Program => None,
        }
    }
}

impl Standing {
    fn may(&self, action: Action<'_>) -> bool {
        if let Action::ActAs(member) = action {
            return member == self.member;
        }
        if !self.active {
            return matches!(action, Action::JoinPlace | Action::Register { members_only: false });
        }
        let hosts = |place: i64| self.may_coordinate() || self.host_of.contains(&place);
        match action {
            Action::EditPlace(place) | Action::ManageMembers(place) => hosts(place),
            Action::HostEvent(places) => places.iter().any(|place| hosts(*place)),
            Action::AmendEvent(hands) | Action::SeeRegistrations(hands) => {
                hands.cohosts.contains(&self.member) || hands.places.iter().any(|place| hosts(*place))
            }
            Action::Register { .. } => true,
            Action::ProposeEvent(_) | Action::SeeDirectory | Action::WriteToMembers | Action::JoinPlace => {
                true
            }
            Action::RunNetwork => self.may_coordinate(),
            Action::ActAs(member) => member == self.member,
        }
    }

    /// Whether the powers of the coordination may be used now.
    pub fn may_coordinate(&self) -> bool {
        self.active && self.coordinates && !self.owes_second_factor
    }

    /// Whether a place is shared with the members of these places.
    pub fn shares_a_place(&self, places: &[i64]) -> bool {
        self.active && places.iter().any(|place| self.member_of.contains(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: i64 = 1;
    const THERE: i64 = 2;

    fn member(n: i64) -> Standing {
        Standing { member: n, active: true, member_of: vec![HERE], ..Standing::default() }
    }

    /// Role by action: what each may do here, where "here" is the place of the member and the host.
    #[test]
    fn each_role_may_do_what_the_table_says() {
        let visitor = Actor::Visitor;
        let waiting = Actor::Member(Standing { active: false, ..member(5) });
        let coworker = Actor::Member(member(5));
        let host = Actor::Member(Standing { host_of: vec![HERE], ..member(5) });
        let elsewhere = Actor::Member(Standing { host_of: vec![THERE], ..member(5) });
        let coordinator = Actor::Member(Standing { coordinates: true, ..member(5) });
        let owing = Actor::Member(Standing { coordinates: true, owes_second_factor: true, ..member(5) });
        let program = Actor::Program;
        let held = |places: &[i64], cohosts: &[i64]| EventHands {
            places: places.to_vec(),
            cohosts: cohosts.to_vec(),
        };
        // All the members of the table are number 5.
        let (here, both, named) = (held(&[HERE], &[6]), held(&[HERE, THERE], &[]), held(&[3], &[5, 6]));
        let actors = [&visitor, &waiting, &coworker, &host, &elsewhere, &coordinator, &owing, &program];
        #[rustfmt::skip]
        let table = [
            // action                                vis    wait   mem    host   other  coord  owing  prog
            (Action::EditPlace(HERE),               [false, false, false, true,  false, true,  false, true]),
            (Action::ManageMembers(HERE),           [false, false, false, true,  false, true,  false, true]),
            (Action::HostEvent(&[HERE]),            [false, false, false, true,  false, true,  false, true]),
            (Action::HostEvent(&[HERE, THERE]),     [false, false, false, true,  true,  true,  false, true]),
            (Action::HostEvent(&[]),                [false, false, false, false, false, false, false, true]),
            (Action::ProposeEvent(HERE),            [false, false, true,  true,  true,  true,  true,  true]),
            (Action::AmendEvent(&here),             [false, false, false, true,  false, true,  false, true]),
            (Action::AmendEvent(&both),             [false, false, false, true,  true,  true,  false, true]),
            (Action::AmendEvent(&named),            [false, false, true,  true,  true,  true,  true,  true]),
            (Action::SeeRegistrations(&here),       [false, false, false, true,  false, true,  false, true]),
            (Action::SeeRegistrations(&both),       [false, false, false, true,  true,  true,  false, true]),
            (Action::SeeRegistrations(&named),      [false, false, true,  true,  true,  true,  true,  true]),
            (Action::Register { members_only: false }, [true, true, true, true, true, true, true, true]),
            (Action::Register { members_only: true }, [false, false, true, true, true, true, true, true]),
            (Action::SeeDirectory,                  [false, false, true,  true,  true,  true,  true,  true]),
            (Action::WriteToMembers,                [false, false, true,  true,  true,  true,  true,  true]),
            (Action::ActAs(5),                      [false, true,  true,  true,  true,  true,  true,  true]),
            (Action::ActAs(6),                      [false, false, false, false, false, false, false, true]),
            (Action::JoinPlace,                     [false, true,  true,  true,  true,  true,  true,  true]),
            (Action::RunNetwork,                    [false, false, false, false, false, true,  false, true]),
        ];
        for (action, allowed) in table {
            for (actor, wanted) in actors.iter().zip(allowed) {
                assert_eq!(actor.may(action), wanted, "{action:?} by {actor:?}");
            }
        }
    }

    #[test]
    fn a_place_is_shared_by_its_active_members() {
        assert!(member(5).shares_a_place(&[THERE, HERE]));
        assert!(!member(5).shares_a_place(&[THERE]));
        assert!(!Standing { active: false, ..member(5) }.shares_a_place(&[HERE]));
    }
}
