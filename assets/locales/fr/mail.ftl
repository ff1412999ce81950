# Le courrier : la boîte aux lettres d’une démonstration, et ce que voit la coordination.

mailbox-title = Boîte aux lettres
mailbox-lede = Une démonstration n’envoie rien : toutes ses lettres arrivent ici, quel qu’en soit le ou la destinataire.
mailbox-empty = Aucune lettre pour l’instant. Inscrivez-vous à un évènement ou demandez un lien de connexion : la lettre arrive ici en quelques secondes.
mailbox-all = Toutes les lettres
mailbox-to = À
mailbox-sent = Envoyée
mailbox-text = En texte seul
mailbox-calendar = La pièce pour les agendas
mail-when = { $day } à { $time }
mail-sent = envoyée { $when }
mail-written = écrite { $when }
mail-next = prochain essai { $when }
mail-tries = { $n ->
    [one] { $n } essai
   *[other] { $n } essais
}
mail-queue-title = Courrier
mail-queue-lede = Confirmations, rappels, réponses : les lettres partent d’elles-mêmes. Ici se voit ce qui attend, et ce qui n’a pas pu partir.
mail-queue-unset = L’envoi n’est pas réglé, et toutes les lettres attendent. À régler par qui tient le serveur : VIGIE_MAIL_URL.
mail-queue-demo = Une démonstration n’envoie rien. Ses lettres se lisent ici :
mail-count-parked = { $n ->
    [one] { $n } arrêtée
   *[other] { $n } arrêtées
}
mail-count-waiting = { $n } en attente
mail-count-sent = { $n ->
    [one] { $n } envoyée
   *[other] { $n } envoyées
}
mail-count-dropped = { $n ->
    [one] { $n } abandonnée
   *[other] { $n } abandonnées
}
mail-parked-title = Arrêtées
mail-parked-text = Ces lettres ne seront plus essayées sans vous. Si la cause est levée, relancez-les ; sinon, abandonnez-les.
mail-parked-none = Aucune lettre n’est arrêtée.
mail-waiting-title = En attente
mail-waiting-none = Aucune lettre n’attend.
mail-lately-sent = Dernières envoyées
mail-retry = Relancer
mail-retry-all = Tout relancer
mail-drop = Abandonner
mail-failure-unreachable = Le serveur de courrier ne répond pas, ou pas sur une connexion chiffrée.
mail-failure-sign-in = Le serveur de courrier refuse le nom ou le mot de passe réglés.
mail-failure-sender = Le serveur de courrier refuse l’adresse d’expédition du site.
mail-failure-recipient = Cette adresse n’existe pas, ou ne reçoit pas nos lettres.
mail-failure-not-now = Le serveur de courrier demande de revenir plus tard.
mail-failure-letter = Le serveur de courrier refuse cette lettre.
mail-failure-cut = La connexion s’est coupée pendant l’envoi.
mail-failure-interrupted = Le site s’est arrêté pendant l’envoi.
mail-failure-folder = Le dossier où vont les lettres ne peut pas être écrit.
mail-failure-unwritable = L’adresse ou le contenu ne peuvent pas faire une lettre.
done-mail-retried = La lettre repart dans un instant.
done-mail-all-retried = Les lettres repartent dans un instant.
done-mail-dropped = La lettre ne partira pas.
done-mail-too-late = Trop tard : cette lettre est partie, ou part en ce moment.
