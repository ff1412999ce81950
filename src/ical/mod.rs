//! Events as iCalendar text (RFC 5545, RFC 7986). Pure: no database, no clock, no framework.
