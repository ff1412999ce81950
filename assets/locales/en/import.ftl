# What is wrong with a file that is imported: import-CODE of the problems of src/domain/import and src/domain/commune.

import-empty = The file is empty.
import-no-rows = The file has a header and not one row below it.
import-unknown-columns = The columns are those of no known list. Missing: { $missing }. Found: { $found }.
import-missing-columns = Columns are missing: { $missing }.
import-windows-1252 = The file is not in UTF-8; it was read as Windows-1252.
import-contact-removed = An e-mail address or a telephone number was taken out of the text.
import-no-point = Neither coordinates nor a known commune: the place will be in lists, not on maps.
import-bad-coordinates = Coordinates that cannot be read or lie outside France ({ $lat }, { $lon }): the centre of the commune stands in, if it is known.
import-far-from-commune = The point is { $km } km away from the commune given: one of the two is probably wrong.
import-bad-website = Not the address of a website: “{ $text }”.
import-unknown-brick = Unknown brick: “{ $text }”.
import-wrong-field-count = The row has { $found } fields instead of { $expected }.
import-unreadable = The row cannot be read.
import-no-name = The name is missing.
import-unknown-territory = Nothing tells in which département the place is (“{ $text }”).
import-duplicate = The same place as on line { $line }.
import-not-open = The place is not open (“{ $text }”).
import-bad-insee = “{ $insee }” is not the Insee code of a commune.
import-duplicate-insee = Insee code { $insee } stands further up already.
import-unknown-school-zone = Unknown school zone: “{ $text }” (A, B or C).
import-bad-date = Not a date: “{ $text }” (2029-02-10 would be one).
import-ends-before-start = The period ends before it begins.

# The report.
import-line-info = Line { $line }: { $what }
import-line-warning = Line { $line }, to be checked: { $what }
import-line-skipped = Line { $line }, left out: { $what }
import-places-done = { $created ->
    [one] { $created } place created
   *[other] { $created } places created
}, { $updated } updated, { $unchanged } unchanged, { $skipped ->
    [one] { $skipped } line left out
   *[other] { $skipped } lines left out
}.
import-places-preview = Preview, nothing is written: { $created ->
    [one] { $created } place to be created
   *[other] { $created } places to be created
}, { $updated } to be updated, { $unchanged } unchanged, { $skipped ->
    [one] { $skipped } line left out
   *[other] { $skipped } lines left out
}.
import-communes-done = { $stored ->
    [one] { $stored } commune stored
   *[other] { $stored } communes stored
}, { $skipped ->
    [one] { $skipped } line left out
   *[other] { $skipped } lines left out
}.
import-holidays-done = { $stored ->
    [one] { $stored } period stored
   *[other] { $stored } periods stored
}, { $skipped ->
    [one] { $skipped } line left out
   *[other] { $skipped } lines left out
}, { $series } series worked out anew.
