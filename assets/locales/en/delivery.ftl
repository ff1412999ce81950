# Mails to many people, and addresses that take nothing any more.

mailing-name-recapitulatif = Digest · { $network }
mailing-name-lettre = Newsletter · { $network }
mailing-name-semaine = The week of the place · { $network }
mailing-name-coordination = Coordination · { $network }
mail-failure-stopped = This address refused earlier letters: nothing is sent to it any more.
letter-trial-subject = This letter has arrived
letter-trial-text = Letters to this address had come back to us, and we had stopped writing to you. If you read these words, all is well: our letters reach you again.
letter-trial-nothing-to-do = There is nothing for you to do.
letter-test-subject = Test letter
letter-test-text = If you read these words, letters can be sent.
letter-test-asked = You asked for it on the coordination’s Mail page.
mail-stopped-own = We cannot write to you at { $email } any more: our last letters were refused. Check the address, or try again if your mailbox works once more. Until then, only letters that open your account are sent there.
mail-stopped-own-retry = Try again
mail-stopped-own-change = Change the address
mail-stopped-title = Addresses that take nothing any more
mail-stopped-text = Two letters in a row were refused there for good: nothing but sign-in links is sent there any more. Its person sees it on their page; you can try again for them too.
mail-stopped-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
mail-stopped-retry = Try again
mail-days-title = The last thirty days
mail-days-day = Day
mail-days-letters = Letters
mail-days-mailings = Mails to lists
mail-days-failed = Not delivered
mail-lists-waiting = Waiting, by list:
mail-list-lettres = Letters to one person
mail-list-recapitulatif = Digests
mail-list-lettre = Newsletters
mail-list-semaine = Weeks of places
mail-list-coordination = Coordination
mail-trial-send = Send me a test letter
mail-trial-hint = It leaves at once for your address, and the next page shows what the mail server answered.
mail-trial-title = Test letter
mail-trial-taken = The mail server took the letter. If it does not arrive within minutes, look among the spam.
mail-trial-said = The conversation
mail-trial-who = Our side after “>”, the server after “<”. Passwords are masked.
mail-trial-nothing = No conversation began.
done-mail-own-retried = A letter leaves for your address: if it arrives, all is well again.
done-mail-address-retried = A letter leaves for this address: if it arrives, all is well again.
