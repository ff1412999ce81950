# Pages that are shown when a page cannot be.

not-found = Cette page n’est pas sur la carte
not-found-text = L’adresse est peut-être incomplète, ou le rendez-vous a été retiré. Rien n’est perdu : cherchez, ou repartez d’ici.
not-found-maybe = Vouliez-vous voir :
not-found-search = Chercher dans l’agenda
problem-to-home = Revenir à l’accueil
problem-to-agenda = Voir l’agenda
problem-status = Code { $status }.
problem-request = Référence de la demande : { $id }.
problem-400 = Demande mal comprise
    .text = L’adresse contient quelque chose que nous ne savons pas lire. Repartez d’une page saine.
problem-403 = Ce formulaire n’est plus valable
    .text = Il a été ouvert il y a longtemps, ou depuis un autre navigateur. Revenez en arrière, rechargez la page, puis envoyez-le de nouveau.
problem-405 = Ce geste n’est pas possible ici
    .text = Cette adresse se lit, mais ne reçoit pas de données de cette façon.
problem-413 = C’est trop lourd
    .text = Ce qui a été envoyé dépasse la taille acceptée.
problem-414 = Adresse trop longue
    .text = L’adresse demandée est trop longue pour être lue. Retirez quelques filtres.
problem-422 = Certaines réponses sont à revoir
    .text = Ce qui a été envoyé n’a pas pu être enregistré tel quel.
problem-429 = Un peu trop vite
    .text = Trop de demandes en peu de temps. Attendez une minute, puis réessayez.
problem-500 = Une panne de notre côté
    .text = Quelque chose a cassé chez nous, pas chez vous. L’incident est noté ; réessayez dans un instant.
problem-503 = Le service revient dans un instant
    .text = Le site est en cours d’entretien ou très demandé. Réessayez dans quelques minutes.
problem-wait = { $minutes ->
    [one] Réessayez dans une minute.
   *[other] Réessayez dans { $minutes } minutes.
}
