# Invitations, rappels, et lettres aux personnes inscrites.

letter-registration-old-date-subject = Ancien horaire retiré : { $title }
letter-registration-old-date-text = Ce message retire l’ancien horaire de « { $title } » de votre agenda. Le nouveau est dans une autre lettre : votre inscription n’a pas changé.

letter-registration-reminder-day-subject = Bientôt : { $title }
letter-registration-reminder-day-text = Petit rappel : vous avez une place pour « { $title } ».
letter-registration-reminder-hours-subject = Tout à l’heure : { $title }
letter-registration-reminder-hours-text = Petit rappel : vous avez une place pour « { $title } ».
letter-registration-reminder-choose = Vous voulez plus ou moins de rappels ? Cela se règle ici :
letter-registration-meeting = Pour se connecter

reminders-title = Mes rappels
    .lede = Une lettre avant ce à quoi vous êtes inscrit·e. Jamais entre 21 h et 8 h, jamais pour ce qui est annulé.
reminders-day = La veille
reminders-day-hint = À la même heure, un jour avant.
reminders-hours = Deux heures avant
reminders-hours-hint = Le soir d’avant si c’est tôt le matin.
reminders-save = Enregistrer
done-reminders-chosen = Vos rappels sont réglés.
