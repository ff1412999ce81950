# Accounts: signing up and in, links by mail, one's own account, the coordination's settings.

account-email = E-mail address
account-name = Full name
account-name-hint = What other members will call you. You choose later who sees it.
account-password = Password
account-password-hint = At least 10 characters, no other rule: a few unrelated words make a good password.
account-password-optional-hint = Without a password, you get a link by e-mail each time you sign in. Otherwise at least 10 characters, no other rule.
account-place = Your place
account-place-hint = The one you go to most often. You can join others later.
account-place-none = No place yet
account-language = Language of your e-mails

account-error-email = This address is not complete. Example: camille@example.org
account-error-email-blank = Write your e-mail address.
account-error-name = Write your name in letters (80 characters at most, no address or link).
account-error-password-blank = Write your password, or ask for a link by e-mail.
account-error-password-short = Too short: at least 10 characters are needed.
account-error-password-long = Too long: 128 characters at most.
account-error-password-easy = This password is guessed too quickly: it is common, or made of your name, a date or a row of keys. Try a few unrelated words.
account-error-credentials = The address and the password do not go together. Check them, or ask for a link by e-mail.
account-error-suspended = This account is suspended. Write to the network’s coordination.
account-error-too-often = Too many tries in a short time. Try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
account-error-too-often-link = Too many tries in a short time. Try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}, or ask for a link by e-mail: it works right away.
account-error-busy = Too many people are signing in at this very moment. Try again in a few seconds.
account-error-current = This is not your current password.
account-error-same-address = This is your account’s address already.
account-error-place = Choose a place from the list.

sign-in-title = Sign in
sign-in-lede = With your password, or with a link sent by e-mail.
sign-in-submit = Sign in
sign-in-by-link = Get a link by e-mail
sign-in-or = No password, or forgotten? Write your e-mail address above, then:
sign-in-forgotten = Choose a new password
sign-in-no-account = No account yet?
sign-in-already = You are already signed in.
sign-in-as = Signed in as { $name }.
sign-in-go-on = Go on
sign-in-expired = Your session has expired. Sign in again: what you had written is kept, and you send it right after.
sign-in-link-title = Sign in with a link
sign-in-link-text = One last step, so that only a person, and not a program, opens your session.
sign-in-link-submit = Sign me in

resume-title = Pick up where you left off
resume-text = You are signed in. What you had written is not saved yet.
resume-submit = Send what I had written
resume-drop = Send nothing

account-sent-title = Look at your e-mail
account-sent-text = If this address is right, a message arrives there within minutes. Open it and follow its link.
account-sent-signup-lasts = The link works once, for two days.
account-sent-sign-in-lasts = The link works once, for a quarter of an hour.
account-sent-reset-lasts = The link works once, for an hour.
account-sent-nothing = Nothing arrives? Look into the junk folder, check the address, then
account-sent-again = start again

dead-link-title = This link is no longer good
dead-link-text = It was used already, it has expired, or a newer one replaces it. Nothing is lost.
dead-link-sign-in = Sign in, or get a new link
dead-link-reset = Ask for a new link for the password
dead-link-sign-up = Sign up
dead-link-account = Go to my account
dead-link-invitation = Ask the person who invited you to do it again.

sign-up-title = Create an account
sign-up-lede = An account is for joining a place, registering in one tap, exchanging with other members. You do not need one to read the agenda.
sign-up-on-approval = Your request will be read by someone of the place that you choose, or by the coordination.
sign-up-submit = Create my account
sign-up-has-account = Already have an account?
sign-up-privacy = Your e-mail address is shown to nobody.
sign-up-invitation-title = One joins by invitation here
sign-up-invitation-text = Ask the host of your place, or the coordination, to send you an invitation.
sign-up-places = See the places

confirm-account-title = Confirm your address
confirm-account-text = One last step and your account is open at the address { $email }.
confirm-account-submit = Open my account

reset-title = Choose a new password
reset-lede = We send you a link by e-mail.
reset-submit = Get a link
reset-new = New password
reset-text = For the account { $email }. Other devices will be signed out.
reset-save = Save and sign me in

own-title = My account
own-identity = Name and language
own-identity-save = Save
own-address = E-mail address
own-address-now = Current address: { $email }
own-address-new = New address
own-address-hint = We write to both addresses; the change is made once both have said yes.
own-address-save = Change address
own-address-lost = No access to the old one any more? Write to the coordination.
own-password = Password
own-password-none = You have no password: you sign in with a link sent by e-mail.
own-password-current = Current password
own-password-new = New password
own-password-change = Change password
own-password-set = Choose a password
own-password-others = Other devices will be signed out.
own-sessions = Signed-in devices
own-sessions-here = this device
own-sessions-unknown = Unknown device
own-sessions-seen-today = used today
own-sessions-seen-on = used on { $day }
own-sessions-end = Sign out
own-sessions-end-label = Sign out: { $device }
own-sessions-end-all = Sign out all other devices
own-sign-out = Sign me out
own-waiting = Your account waits to be welcomed by someone of your place or of the coordination. You will get an e-mail.
own-delete = Delete my account
own-delete-go = Delete my account…
own-delete-lede = Deletion is immediate and for good.
own-delete-goes = What disappears
own-delete-goes-1 = your name, your address, your profile and its photo;
own-delete-goes-2 = your registrations, your places, your calendar subscriptions;
own-delete-goes-3 = your messages and your conversations with other members.
own-delete-stays = What stays
own-delete-stays-1 = the events that you published: they belong to their place;
own-delete-stays-2 = e-mails already sent, in the mailboxes of those who got them.
own-delete-last = You are the last person of the coordination: invite another one first, or nobody could run the network any more.
own-delete-password = Your password, to confirm
own-delete-by-mail = You have no password: we send you a link by e-mail to confirm.
own-delete-send = Get the deletion link
own-delete-submit = Delete for good
own-delete-keep = Keep my account
delete-link-title = Delete my account
delete-link-text = The account { $email } will be deleted, right now and for good.

address-title = Confirm the change of address
address-text = The account moves to the address { $email } once both addresses have confirmed.
address-submit = Confirm

welcome-title = Waiting accounts
welcome-lede = These people have confirmed their address and wait to be welcomed.
welcome-none = Nobody waits.
welcome-asked = asked on { $day }
welcome-place = { $place }
welcome-accept = Welcome
welcome-accept-label = Welcome { $name }
welcome-decline = Decline
welcome-decline-label = Decline { $name }’s request
welcome-word = A word to explain (optional)
welcome-decline-fold = Decline this request…

network-rules-title = Network settings
network-rules-name = Name of the network
network-rules-signup = Who may sign up?
network-rules-signup-open = Anyone, right away
network-rules-signup-on-approval = Anyone, once welcomed by the place or the coordination
network-rules-signup-by-invitation = By invitation only
network-rules-second-factor = Ask people of the coordination for two-step verification
network-rules-second-factor-hint = They will have to confirm each sign-in with a code from their phone.
network-rules-save = Save
network-rules-waiting = { $count ->
    [0] No waiting account
    [one] One waiting account
   *[other] { $count } waiting accounts
}
network-rules-invite = Invite by e-mail
network-rules-invite-as = As
network-rules-invite-member = Member
network-rules-invite-host = Host of the place
network-rules-invite-coordinator = Coordination of the network
network-rules-invite-place = Place
network-rules-invite-no-place = No place in particular
network-rules-invite-submit = Send the invitation
network-rules-error-name = Write the name of the network (80 characters at most).
network-rules-error-host-place = Choose the place that this person will hold.

invited-title = You are invited
invited-text = { $by } invites you to join { $network }.
invited-place-text = { $by } invites you to join { $place }.
invited-host-text = { $by } invites you to be a host of { $place }.
invited-coordinator-text = { $by } invites you to join the coordination of { $network }.
invited-email = Your account will have the address { $email }.
invited-submit = Create my account
invited-has-account = You already have an account with this address: sign in, then come back to this link.
invited-other = You are signed in with another address. Sign out to accept this invitation.
invited-accept = Accept the invitation

set-up-title = Welcome to Vigie
set-up-lede = A few answers and your network is online. Everything can be changed later.
set-up-network = The network
set-up-name = Name of the network
set-up-name-hint = For example: Tiers-lieux de la Drôme
set-up-territory = Territory
set-up-territory-hint = It gives the map and the dates of holidays.
set-up-country = All of France
set-up-place = Your first place
set-up-place-hint = You may leave these three fields blank and add places later.
set-up-place-name = Name of the place
set-up-place-postcode = Postcode
set-up-place-commune = Commune
set-up-you = You
set-up-you-hint = This account will be the coordination’s.
set-up-submit = Open the network
set-up-error-postcode = A French postcode has five digits.
set-up-error-place-name = Write the name of the place too.
set-up-error-commune = Write the commune too.

done-signed-in = Hello, you are signed in.
done-signed-out = You are signed out.
done-account-open = Your account is open. Welcome!
done-account-waits = Your address is confirmed. Your account now waits to be welcomed.
done-password-changed = Password changed. Other devices are signed out.
done-account-saved = Saved.
done-session-ended = The device is signed out.
done-sessions-ended = All other devices are signed out.
done-address-asked = We have written to both addresses. Follow the link in each of the two e-mails.
done-address-half = Thank you. The other address has still to confirm.
done-address-changed = Your account has changed address.
done-deletion-asked = We have sent you a link to confirm the deletion.
done-account-deleted = Your account is deleted.
done-welcomed = The person is welcomed. An e-mail tells them.
done-declined = The request is declined. An e-mail says so.
done-network-saved = The settings are saved.
done-invited = The invitation is on its way.
done-invitation-accepted = Invitation accepted.
done-set-up = Your network is open. Welcome!

letter-lasts-two-days = This link works once, for two days.
letter-lasts-a-quarter = This link works once, for a quarter of an hour.
letter-lasts-an-hour = This link works once, for an hour.
letter-lasts-two-weeks = This link works once, for two weeks.
letter-not-you = You did not ask for it? Do nothing: without this link, nothing happens.
letter-signup-subject = Confirm your address
letter-signup-text = Welcome! All that is left is to confirm that this address is yours, and your account opens.
letter-signup-button = Confirm my address
letter-already-subject = You already have an account
letter-already-text = Someone, probably you, has just asked for an account with this address. It has one already: just sign in, with your password or by a link.
letter-already-button = Sign in
letter-no-account-subject = No account at this address
letter-no-account-text = Someone, probably you, tried to sign in with this address. It has no account: yours may be at another address. You can also create one.
letter-no-account-button = Create an account
letter-sign-in-subject = Your sign-in link
letter-sign-in-text = Here is the link that signs you in, without a password.
letter-sign-in-button = Sign me in
letter-reset-subject = Choose a new password
letter-reset-text = Here is the link to choose a new password.
letter-reset-button = Choose my password
letter-password-changed-subject = Your password has changed
letter-password-changed-text = The password of your account has just been changed and other devices are signed out. If it was you, there is nothing to do. If not, choose another one without delay:
letter-password-changed-button = Choose another password
letter-leave-address-subject = Change of your account’s address
letter-leave-address-text = You asked for your account to move to the address { $address }. Confirm it here, and also from the new address.
letter-leave-address-button = Confirm the change
letter-leave-address-not-you = It was not you? Do not follow this link, and change your password: someone else has been in your account.
letter-take-address-subject = Confirm your new address
letter-take-address-text = An account is to move to this address. Confirm it here, and also from the old address.
letter-take-address-button = Confirm this address
letter-address-taken-subject = This address already has an account
letter-address-taken-text = Someone, perhaps you, tried to give this address to another account. As it has one already, nothing has changed.
letter-delete-subject = Delete your account
letter-delete-text = You asked for your account to be deleted. This link confirms it; deletion is immediate and for good.
letter-delete-button = Delete my account
letter-deleted-subject = Your account is deleted
letter-deleted-text = Your account and everything about you are deleted. Thank you for having been here.
letter-waits-subject = { $name } waits to be welcomed
letter-waits-text = { $name } has created an account and waits for someone of the place or of the coordination to welcome them.
letter-waits-place = Place
letter-waits-button = See the requests
letter-welcomed-subject = Your account is open
letter-welcomed-text = Welcome! Your account is open: sign in whenever you like.
letter-welcomed-button = Sign in
letter-declined-subject = Your request for an account
letter-declined-text = Your request for an account was not accepted, and what you had given is erased.
letter-invitation-subject = { $by } invites you
letter-invitation-text = { $by } invites you to join the network. An account is for registering to events in one tap and exchanging with other members.
letter-invitation-place = { $by } invites you to join { $place }. An account is for registering to events in one tap and exchanging with other members.
letter-invitation-button = Answer the invitation
