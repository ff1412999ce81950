# The agenda and the panel to follow it in a calendar app.

agenda-views = Layout of the agenda
agenda-turn = Change period

subscribe = Subscribe
subscribe-intro = { $subject } in your own calendar, always up to date: dates that are added, moved or cancelled follow by themselves.
subscribe-address = Address of this calendar
subscribe-copy = Copy
subscribe-copied = Address copied
subscribe-webcal = Open in my calendar
subscribe-with-google = Add to Google Calendar
subscribe-download = Download once (.ics)
subscribe-steps = Step by step, for your app
subscribe-google = On a computer: “Other calendars”, then “+”, “From URL”; paste the address. Google reads a calendar again only every 8 to 24 hours.
subscribe-apple-name = Apple (iPhone, iPad, Mac)
subscribe-apple = Tap “Open in my calendar” and confirm. On a Mac, menu “File”, “New Calendar Subscription”, paste the address.
subscribe-outlook = “Add calendar”, “Subscribe from web”, paste the address. Do not choose “Upload from file”: that copy would never be updated.
subscribe-thunderbird = “New Calendar”, “On the Network”, paste the address; no user name is needed.
subscribe-android-name = Android without a Google account
subscribe-android = With the free app ICSx5: “+”, paste the address, choose a colour. The dates appear in the phone’s calendar.
subscribe-nextcloud = In Calendar: “New calendar”, “New subscription from link”, paste the address. Some versions read it only once a week.
subscribe-delay = Each app decides when it reads the calendar again. For a last-minute change, trust this page.
