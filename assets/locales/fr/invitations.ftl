# Invitations, rappels, et lettres aux personnes inscrites.

letter-registration-old-date-subject = Ancien horaire retiré : { $title }
letter-registration-old-date-text = Ce message retire l’ancien horaire de « { $title } » de votre agenda. Le nouveau est dans une autre lettre : votre inscription n’a pas changé.
