//! Who has seats and who waits. Three things hold after every change: no more is seated than there
//! are seats; nobody who would fit waits while a seat is free; the list moves up in its order, and
//! a group is passed over only while it does not fit.

use super::Refusal;

/// One registration that has its seats or waits for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: i64,
    /// How many come.
    pub size: i32,
    pub seated: bool,
}

/// Those of one date (or series), in the order of the waiting list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatList {
    /// `None`: no limit.
    capacity: Option<i32>,
    entries: Vec<Entry>,
}

/// What moving up changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// Have their seats now, in the order of the list.
    pub up: Vec<i64>,
    /// Were before one of those, and did not fit.
    pub passed_over: Vec<i64>,
}

impl SeatList {
    pub fn new(capacity: Option<i32>, entries: Vec<Entry>) -> Self {
        Self { capacity, entries }
    }

    pub fn taken(&self) -> i32 {
        self.entries.iter().filter(|entry| entry.seated).map(|entry| entry.size).sum()
    }

    /// People on the waiting list.
    pub fn waiting(&self) -> i32 {
        self.entries.iter().filter(|entry| !entry.seated).map(|entry| entry.size).sum()
    }

    /// Free seats; `None`: no limit. 0 also where a smaller room left more seated than it holds.
    pub fn left(&self) -> Option<i32> {
        self.capacity.map(|seats| (seats - self.taken()).max(0))
    }

    pub fn is_full(&self) -> bool {
        self.left() == Some(0)
    }

    pub fn fits(&self, size: i32) -> bool {
        self.left().is_none_or(|left| size <= left)
    }

    /// Adds a newcomer at the end; says whether there were seats. Taking them passes over nobody:
    /// those who wait are too many for what is left.
    pub fn enter(&mut self, id: i64, size: i32) -> bool {
        let seated = self.fits(size);
        self.entries.push(Entry { id, size, seated });
        seated
    }

    pub fn leave(&mut self, id: i64) {
        self.entries.retain(|entry| entry.id != id);
    }

    /// Another number of people. A seated group grows only into free seats; one that waits keeps
    /// its turn.
    pub fn resize(&mut self, id: i64, size: i32) -> Result<(), Refusal> {
        let left = self.left();
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) {
            match left {
                Some(left) if entry.seated && size - entry.size > left => {
                    return Err(Refusal::NotEnoughSeats { left });
                }
                _ => entry.size = size,
            }
        }
        Ok(())
    }

    pub fn set_capacity(&mut self, capacity: Option<i32>) {
        self.capacity = capacity;
    }

    /// Gives free seats to those who wait.
    pub fn move_up(&mut self) -> Moves {
        let mut left = self.left();
        let mut moves = Moves::default();
        let mut too_large = Vec::new();
        for entry in self.entries.iter_mut().filter(|entry| !entry.seated) {
            if left.is_some_and(|left| entry.size > left) {
                too_large.push(entry.id);
                continue;
            }
            entry.seated = true;
            left = left.map(|left| left - entry.size);
            moves.up.push(entry.id);
            moves.passed_over.append(&mut too_large);
        }
        moves
    }

    /// The turn on the waiting list, from 1.
    pub fn position(&self, id: i64) -> Option<usize> {
        self.entries.iter().filter(|entry| !entry.seated).position(|entry| entry.id == id).map(|n| n + 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list(capacity: i32, sizes: &[i32]) -> SeatList {
        let mut list = SeatList::new(Some(capacity), Vec::new());
        for (id, size) in (1..).zip(sizes) {
            list.enter(id, *size);
        }
        list
    }

    #[test]
    fn a_place_that_frees_goes_to_the_first_who_fits() {
        let mut four = list(4, &[2, 2, 3, 1, 1]);
        assert_eq!(
            (four.taken(), four.waiting(), four.position(3), four.position(5)),
            (4, 5, Some(1), Some(3))
        );
        four.leave(1);
        // Two seats: the group of three is passed over, keeps its turn, and is told.
        assert_eq!(four.move_up(), Moves { up: vec![4, 5], passed_over: vec![3] });
        assert_eq!((four.taken(), four.position(3)), (4, Some(1)));
        four.leave(2);
        assert_eq!(four.move_up(), Moves::default());
        assert_eq!(four.resize(3, 2), Ok(()));
        assert_eq!(four.move_up(), Moves { up: vec![3], passed_over: vec![] });
    }

    #[test]
    fn a_group_grows_only_into_free_seats() {
        let mut list = list(4, &[2, 1]);
        assert_eq!(list.resize(1, 4), Err(Refusal::NotEnoughSeats { left: 1 }));
        assert_eq!(list.resize(1, 3), Ok(()));
        assert!(list.is_full() && !list.fits(1));
        list.set_capacity(Some(2));
        assert_eq!((list.taken(), list.left()), (4, Some(0)), "a smaller room sends nobody away");
        assert_eq!(list.resize(1, 2), Ok(()));
        assert!(!list.fits(1));
        list.set_capacity(None);
        assert!(list.fits(1_000));
    }

    /// What may happen to a list; numbers name the n-th of those on it.
    #[derive(Clone, Debug)]
    enum Happening {
        Enter(i32),
        Leave(usize),
        Resize(usize, i32),
        Capacity(Option<i32>),
    }

    fn happening() -> impl Strategy<Value = Happening> {
        prop_oneof![
            4 => (1..5i32).prop_map(Happening::Enter),
            2 => (0..20usize).prop_map(Happening::Leave),
            2 => (0..20usize, 1..5i32).prop_map(|(n, size)| Happening::Resize(n, size)),
            1 => proptest::option::of(0..12i32).prop_map(Happening::Capacity),
        ]
    }

    /// The simplest thing that could be meant: after each change, from the front of the queue,
    /// whoever fits is let in; nobody is ever sent out.
    #[derive(Default)]
    struct Model {
        capacity: Option<i32>,
        inside: Vec<(i64, i32)>,
        queue: Vec<(i64, i32)>,
    }

    impl Model {
        fn room(&self) -> i32 {
            self.capacity
                .map_or(i32::MAX, |seats| seats - self.inside.iter().map(|(_, size)| size).sum::<i32>())
        }

        fn let_in(&mut self) {
            let mut n = 0;
            while let Some((id, size)) = self.queue.get(n).copied() {
                if size <= self.room() {
                    self.queue.remove(n);
                    self.inside.push((id, size));
                } else {
                    n += 1;
                }
            }
        }
    }

    proptest! {
        #[test]
        fn the_list_does_what_the_simplest_queue_would(
            capacity in proptest::option::of(0..12i32),
            happenings in proptest::collection::vec(happening(), 1..60),
        ) {
            let mut list = SeatList::new(capacity, Vec::new());
            let mut model = Model { capacity, ..Model::default() };
            let mut ids = Vec::new();
            for (number, happening) in (1i64..).zip(happenings) {
                let (before, was_within) = (list.clone(), list.taken() <= list.capacity.unwrap_or(i32::MAX));
                match happening {
                    Happening::Enter(size) => {
                        ids.push(number);
                        list.enter(number, size);
                        model.queue.push((number, size));
                    }
                    Happening::Leave(n) if !ids.is_empty() => {
                        let id = ids.remove(n % ids.len());
                        list.leave(id);
                        model.inside.retain(|(other, _)| *other != id);
                        model.queue.retain(|(other, _)| *other != id);
                    }
                    Happening::Resize(n, size) if !ids.is_empty() => {
                        let id = ids[n % ids.len()];
                        let room = model.room();
                        let seated = model.inside.iter_mut().find(|(other, _)| *other == id);
                        let refused = seated.as_ref().is_some_and(|(_, old)| size > *old && size - *old > room.max(0));
                        prop_assert_eq!(list.resize(id, size).is_err(), refused);
                        if let Some(entry) = seated.filter(|_| !refused) {
                            entry.1 = size;
                        }
                        if let Some(entry) = model.queue.iter_mut().find(|(other, _)| *other == id) {
                            entry.1 = size;
                        }
                    }
                    Happening::Capacity(seats) => {
                        list.set_capacity(seats);
                        model.capacity = seats;
                    }
                    Happening::Leave(_) | Happening::Resize(..) => {}
                }
                let moves = list.move_up();
                model.let_in();

                let mut seated: Vec<i64> = model.inside.iter().map(|(id, _)| *id).collect();
                seated.sort_unstable();
                let entries = |seated| list.entries.iter().filter(move |e| e.seated == seated).map(|e| e.id);
                prop_assert_eq!(entries(true).collect::<Vec<_>>(), seated);
                let queue: Vec<i64> = model.queue.iter().map(|(id, _)| *id).collect();
                prop_assert_eq!(entries(false).collect::<Vec<_>>(), queue);

                // Never more than the room holds, unless the room itself was made smaller.
                let within = list.taken() <= list.capacity.unwrap_or(i32::MAX);
                prop_assert!(within || list.taken() <= before.taken() || !was_within);
                // Nobody who fits waits.
                prop_assert!(list.entries.iter().all(|e| e.seated || !list.fits(e.size)));
                prop_assert!(moves.up.is_sorted() && moves.passed_over.is_sorted());
            }
        }
    }
}
