# Taking one’s data along, accounts put aside, reports to the coordination.
copy-title = My data
copy-text = A file with everything that the network keeps about you: account, profile and who sees it, places, registrations, messages, feeds. It opens in a text editor, and other software can read it (JSON).
copy-submit = Download my data
copy-about = Everything that { $network } keeps about you, on the date given. Times are in universal time (UTC).
copy-left-out = Not in here: passwords, codes and secret addresses, which are only kept in a form that cannot be read; what other members chose with regard to you; what you wrote for the page of a place or an event, where it is public.
