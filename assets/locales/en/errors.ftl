# Pages that are shown when a page cannot be.

not-found = This page is not on the map
not-found-text = The address may be incomplete, or the event was withdrawn. Nothing is lost: search, or start again from here.
not-found-maybe = Did you mean:
not-found-search = Search the agenda
problem-to-home = Back to the home page
problem-to-agenda = See the agenda
problem-status = Code { $status }.
problem-request = Reference of the request: { $id }.
problem-400 = We did not understand
    .text = The address holds something that we cannot read. Start again from a sound page.
problem-403 = This form is no longer valid
    .text = It was opened long ago, or in another browser. Go back, reload the page, then send it again.
problem-405 = That cannot be done here
    .text = This address can be read, but takes no data in this way.
problem-413 = Too heavy
    .text = What was sent is larger than we accept.
problem-414 = Address too long
    .text = The address asked for is too long to be read. Remove a few filters.
problem-422 = Some answers need another look
    .text = What was sent could not be saved as it is.
problem-429 = A little too fast
    .text = Too many requests in a short time. Wait a minute, then try again.
problem-500 = Something broke on our side
    .text = The fault is ours, not yours. It has been noted; try again in a moment.
problem-503 = Back in a moment
    .text = The site is being looked after or is in great demand. Try again in a few minutes.
problem-wait = { $minutes ->
    [one] Try again in a minute.
   *[other] Try again in { $minutes } minutes.
}
