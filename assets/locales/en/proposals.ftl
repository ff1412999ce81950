# Members propose events to places.
proposals-propose-link = Propose an event
proposals-propose-title = Propose an event: { $place }
proposals-propose-lede = The place’s team reads your proposal, publishes it, changes it or answers you. Your name will not be shown.
proposals-propose = Send the proposal
proposals-look-first = Not sent yet: other events take place at the same time. If that is intended, send it again.
proposals-reason = Why
proposals-reason-hint = For the place’s team only: your idea, what you bring, what you need.

proposals-mine-title = Events that I proposed
proposals-none = You have not proposed anything yet. It is done from the page of a place.
proposals-to-places = Choose a place
proposals-to-place = to { $place }, on { $day }
proposals-by = from { $name }, on { $day }
proposals-waiting = Proposed by members
proposals-about = Proposed by { $name } to { $place }, on { $day }

proposals-state-proposee = proposed
proposals-state-acceptee = accepted
proposals-state-declinee = declined
proposals-state-retiree = withdrawn

proposals-what = What is proposed
proposals-answer = The team’s answer
proposals-see-event = See the published event
proposals-decide = Your answer
proposals-decide-text = A letter tells the person what you decide. The published event does not name them.
proposals-publish = Publish as it is
proposals-amend-first = Change it, then publish
proposals-amend = Change it, then publish
proposals-amend-lede = Proposed by { $name }. Change what you need to, then publish: a letter will tell them.
proposals-decline = Decline
proposals-decline-send = Decline with this word
proposals-word = Your word
proposals-word-hint = Why not, or not now. It goes with the letter.
proposals-fault-word = Write a word: the person has to know why.
proposals-withdraw = Withdraw my proposal

done-event-proposed = It is on its way to the place’s team. Their answer comes by e-mail.
done-proposal-withdrawn = The proposal is withdrawn.
done-proposal-declined = The proposal is declined, and a letter is on its way.
done-proposal-published = It is published, and a letter tells the person who proposed it.
done-proposal-settled = This proposal was answered already, or withdrawn.

proposals-letter-new-subject = { $name } proposes an event: { $title }
proposals-letter-new = { $name } proposes “{ $title }” to { $place }. You can publish the event as it is, change it first, or decline with a word.
proposals-letter-new-button = Read the proposal
proposals-letter-accepted-subject = Your event is published: { $title }
proposals-letter-accepted = The team of { $place } accepted your proposal: “{ $title }” is in the agenda. They may have changed details: check the date and time.
proposals-letter-accepted-button = See the event
proposals-letter-declined-subject = Your proposal: { $title }
proposals-letter-declined = The team of { $place } does not publish “{ $title }” this time. This is their word.
proposals-letter-declined-button = See the proposal again
