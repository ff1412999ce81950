# Les notes hebdomadaires : la semaine d’un lieu, ce qui a changé dans le réseau.

note-settings = Choisir le jour et l’heure
note-leave = Ne plus recevoir cette note
note-week-subject = { $n ->
    [0] Semaine { $days } : rien d’annoncé
    [one] Semaine { $days } : une date
   *[other] Semaine { $days } : { $n } dates
}
note-week-intro = Ces dates ont-elles lieu ? Dites-le d’une touche, sans vous connecter : le site, les agendas et les personnes inscrites le sauront.
note-week-why = Vous recevez cette note parce que vous animez { $places }.
note-all = Tout confirmer d’un coup
note-nothing = Aucun rendez-vous n’est annoncé.
note-announce = Annoncer un rendez-vous
note-waiting = En attente à { $place }
note-asking = { $n ->
    [one] Une personne demande à rejoindre le lieu
   *[other] { $n } personnes demandent à rejoindre le lieu
}
note-newcomers = { $n ->
    [one] Une personne est arrivée cette semaine
   *[other] { $n } personnes sont arrivées cette semaine
}
note-proposals = { $n ->
    [one] Un évènement est proposé
   *[other] { $n } évènements sont proposés
}
note-to-approve = { $n ->
    [one] Une inscription est à valider
   *[other] { $n } inscriptions sont à valider
}
note-yes = Oui
note-cancel = Annuler
note-move = Déplacer
note-reinstate = Finalement, elle a lieu
note-ways = Oui, annuler ou déplacer
note-confirmed = Confirmée

note-network-subject = La semaine du réseau
note-network-why = Vous recevez cette note parce que vous êtes de la coordination de { $network }.
note-coming = { $n ->
    [0] Aucun rendez-vous dans les sept jours qui viennent.
    [one] Un rendez-vous dans les sept jours qui viennent.
   *[other] { $n } rendez-vous dans les sept jours qui viennent.
}
note-members = { $n ->
    [one] Un compte actif.
   *[other] { $n } comptes actifs.
}
note-new-members = { $n ->
    [0] Aucun nouveau compte cette semaine.
    [one] Un nouveau compte cette semaine.
   *[other] { $n } nouveaux comptes cette semaine.
}
note-new-places = { $n ->
    [one] Un nouveau lieu
   *[other] { $n } nouveaux lieux
}
note-new-hosts = { $n ->
    [one] Une nouvelle personne anime un lieu
   *[other] { $n } nouvelles personnes animent un lieu
}
note-cancelled = { $n ->
    [one] Une date annulée
   *[other] { $n } dates annulées
}
note-unconfirmed = { $n ->
    [one] Une fiche n’a pas été confirmée depuis six mois
   *[other] { $n } fiches n’ont pas été confirmées depuis six mois
}
note-quiet = { $n ->
    [one] Un lieu sans rendez-vous depuis 60 jours
   *[other] { $n } lieux sans rendez-vous depuis 60 jours
}
note-more = { $n ->
    [one] et un autre
   *[other] et { $n } autres
}

note-preview-title = Votre prochaine note
note-preview-lede = Voici ce que la note dirait si elle partait maintenant.
note-preview-never = Vous ne recevez pas cette note : voici ce qu’elle dirait.
notes-title = Notes de la semaine
notes-none = Ces notes vont aux personnes qui animent un lieu ou coordonnent le réseau.
notes-wanted = Recevoir cette note
notes-weekday = Jour
notes-hour = Heure
notes-save = Enregistrer
notes-semaine-title = La semaine de mes lieux
notes-semaine-text = Les dates de la semaine qui vient, à confirmer d’une touche, et ce qui attend. Jamais de note vide.
notes-coordination-title = La semaine du réseau
notes-coordination-text = Ce qui a changé dans le réseau, et les lieux qui ne disent plus rien.
note-leave-week-title = Ne plus recevoir la semaine de mes lieux
note-leave-network-title = Ne plus recevoir la semaine du réseau
note-leave-now = La note arrive chaque semaine à { $address }.
note-leave-send = Ne plus la recevoir
note-left-title = Cette note ne vient plus
note-left = { $address } ne recevra plus cette note. Les dates restent à confirmer sur le site.
note-return = Finalement, je la veux bien

done-note-chosen = C’est noté.
