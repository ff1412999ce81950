# What is one member's own: their agenda and their private feeds.

mine-title = My space
mine-heading = Hello { $name }
mine-waiting = Your account is waiting to be welcomed by a place or by the coordination. Until then, the agenda and the pages of places are open to you.
mine-going = I go to
mine-going-empty = You have not registered for anything at the moment.
mine-hosting = I host
mine-hosting-empty = Nothing is announced among what you host.
mine-around = At my places
mine-around-empty = Nothing is announced at your places for the moment.
mine-no-place = You are not a member of any place yet
    .text = Choose the places where you work or drop in: their events will be shown here.
mine-find-place = Find my places
mine-see-agenda = See the agenda of the network
mine-side = My places and shortcuts
mine-places = My places
mine-shortcuts = Shortcuts
mine-announce = Announce an event: { $place }
mine-manage-events = Manage the events: { $place }
mine-door = I open, I close: { $place }
mine-to-account = My account
mine-to-hosts = The hosts of the network
mine-to-mail = The mail of the network
mine-feeds = My agenda on my devices
    .intro = Your appointments in the calendar of your phone or computer, up to date by themselves.
    .lede = A secret address for each device: what you go to, what you host and, if you wish, what goes on at your places. Each address is changed or removed alone, without touching the others.
mine-feeds-count = { $count ->
    [one] One subscription in use
   *[other] { $count } subscriptions in use
}
mine-feeds-manage = Manage my subscriptions
mine-feeds-open = In use
mine-feed-first = Create an address
mine-feed-another = Create another address
mine-feeds-full = You have ten addresses, as many as one may have. Remove that of a device that you no longer use to create another.
mine-feed-name = For which device
    .hint = A name to recognise it by, for example “My phone”.
    .error = Give this subscription a name (at most 60 characters).
mine-feed-name-proposed = My phone
mine-feed-with-places = With all the events of my places
    .hint = Without this: only what you have registered for and what you host. What goes on at your places does not mark you as busy.
mine-feed-reminders = Remind me of what I go to and what I host
    .hint = An hour before; at six in the evening before, for whole days. Some apps, Google Calendar among them, ignore these reminders.
mine-feed-open = Create the address
mine-feed-since = Address of { $day }
mine-feed-holds-places = with the events of my places
mine-feed-holds-mine = what I go to and what I host
mine-feed-rings = with reminders
mine-feed-silent = without reminders
mine-feed-subject = My appointments
mine-feed-keep = This address opens your agenda to whoever knows it: do not publish it. It is shown here for an hour, then never again.
mine-feed-hidden = The address is no longer shown. If your device has it already, there is nothing to do. If not, make a new one below.
mine-feed-choices = What it holds
mine-feed-save = Save
mine-feed-renew = Change the address
    .text = To be done if somebody else knows the address, or if you have lost it. The old one leads nowhere any more: the device must be subscribed again.
mine-feed-renew-button = Make a new address
mine-feed-revoke = Remove this subscription
    .text = The device will receive nothing more. Your other subscriptions, your account and your places do not change.
mine-feed-revoke-button = Remove the subscription

done-feed-opened = The address is ready. Now subscribe your device.
done-feed-saved = The subscription is saved. Your device will follow the next time it reads.
done-feed-renewed = Here is the new address. The old one leads nowhere any more.
done-feed-revoked = The subscription is removed.

feed-mine = My appointments ({ $network })
feed-mine-alone = What I go to and what I host. This address is personal.
feed-mine-with-places = What I go to, what I host, and the events of my places. This address is personal.
