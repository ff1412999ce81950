# La semaine d’un lieu : ses dates, confirmées, annulées ou déplacées d’un geste.

host-bar-week = Semaine
host-weeks-title = La semaine de { $place }
host-weeks-lede = Vos dates ont-elles lieu ? Une touche suffit : le site, les agendas et les courriels suivent.
host-weeks-empty = Aucun rendez-vous n’est annoncé.
host-weeks-this = Cette semaine, { $days }
host-weeks-next = La semaine prochaine, { $days }
host-weeks-nothing = Rien d’annoncé.
host-weeks-all = { $n ->
    [one] Tout confirmer ({ $n } date)
   *[other] Tout confirmer ({ $n } dates)
}
host-weeks-yes = Oui, elle a lieu
host-weeks-annuler = Annuler
host-weeks-deplacer = Déplacer
host-weeks-reinstate = Finalement, elle a lieu
host-weeks-close = Ne rien changer
host-weeks-taken = { $n ->
    [0] Aucune inscription
    [one] { $n } place prise
   *[other] { $n } places prises
}
host-weeks-taken-of = { $n ->
    [0] Aucune inscription pour { $seats } places
    [one] { $n } place prise sur { $seats }
   *[other] { $n } places prises sur { $seats }
}
host-weeks-waiting = { $n } en liste d’attente
host-weeks-confirmed = Confirmée { $day }
host-weeks-confirmed-by = Confirmée { $day } par { $name }
host-weeks-annuler-question = Annuler cette date ?
host-weeks-annuler-submit = Annuler la date
host-weeks-deplacer-question = Déplacer à quel moment ?
host-weeks-deplacer-submit = Déplacer la date
host-weeks-will-tell = { $n ->
    [one] { $n } personne est inscrite : elle sera prévenue par courriel.
   *[other] { $n } personnes sont inscrites : elles seront prévenues par courriel.
}
host-weeks-over-title = Cette semaine est passée
host-weeks-over-text = Le lien d’une note ne sert que pendant la semaine dont elle parle. Les dates à venir vous attendent sur le site.
host-weeks-over-sign-in = Se connecter

done-week-confirmed = C’est confirmé : elle a lieu.
done-week-all-confirmed = C’est confirmé : toutes ont lieu.
done-week-cancelled = La date est annulée. Un doute ? « Finalement, elle a lieu » la rétablit.
done-week-reinstated = La date est rétablie.
done-week-moved = La date est déplacée.
done-week-gone = Cette date a changé entre-temps : voici où elle en est.
done-week-room-taken = La salle a été donnée à un autre évènement entre-temps : choisissez un autre moment ou une autre salle depuis la page de l’évènement.

network-rules-fade = Dates « à confirmer »
network-rules-fade-hint = Une série dont personne ne dit plus rien passe « à confirmer » : ses dates des deux semaines qui viennent le disent partout, jusqu’à ce que l’équipe du lieu les confirme.
network-rules-fade-weeks = { $n ->
    [0] Jamais
   *[other] Après { $n } semaines de silence
}
host-weeks-preview = Lire la note de vendredi
