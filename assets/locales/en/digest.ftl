# The digest that is sent by e-mail.

digest-hello = Hello { $name },
digest-hello-unnamed = Hello,
digest-dates = { $n ->
    [one] 1 event
   *[other] { $n } events
}
digest-elsewhere = { $n ->
   *[other] { $n } elsewhere
}
digest-subject = { $days }: { $where }
digest-subject-fresh = New: { $title }
digest-subject-changed = Changed: { $title }
digest-subject-others = { $n ->
    [one] and another event
   *[other] and { $n } other events
}
digest-subject-own = For you, { $days }

digest-going = What you go to
digest-going-all = My whole agenda
digest-going-setting = Set my reminders
digest-changed = What changes
digest-changed-setting = Choose my places
digest-week-setting = Choose my places
digest-fresh = New in the agenda
digest-fresh-setting = Choose my subjects
digest-people = New people at your places
digest-people-all = The whole directory
digest-people-setting = Choose my skills

digest-new = New
digest-back = Takes place after all
digest-from = from { $when }
digest-moved-from = first announced for { $when }
digest-other-dates = { $n ->
    [one] another date too
   *[other] { $n } other dates too
}
digest-more-going = { $n ->
    [one] And another date that you registered for
   *[other] And { $n } other dates that you registered for
}
digest-more-changes = { $n ->
    [one] And another change
   *[other] And { $n } other changes
}
digest-more-dates = { $n ->
    [one] And another event
   *[other] And { $n } other events
}
digest-more-fresh = { $n ->
    [one] And another announcement
   *[other] And { $n } other announcements
}
digest-see-agenda = See the agenda

digest-why-member = You receive this digest because you have an account on { $site } ({ $network }).
digest-why-newsletter = You receive this letter because you asked for it on { $site } ({ $network }).
digest-settings = Choose what I receive
digest-rhythm = Change the day or how often
digest-leave = Stop all of it

digest-preview-title = Your next digest
digest-preview-settings = My mail
digest-preview-due = Planned for
digest-preview-lede = Here it is with what is announced today; it will grow until then.
digest-preview-empty = For now there is nothing to tell you: then no mail is sent.
digest-preview-never = You chose to receive no digest.
digest-preview-subject = Subject
digest-preview-mail = The message
digest-preview-frame = The digest, as in a mailbox
digest-preview-alone = Open it alone
digest-preview-text = As plain text
