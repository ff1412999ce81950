# Les envois à beaucoup de monde, et les adresses qui ne reçoivent plus.

mailing-name-recapitulatif = Récapitulatif · { $network }
mailing-name-lettre = Lettre · { $network }
mailing-name-semaine = La semaine du lieu · { $network }
mailing-name-coordination = Coordination · { $network }
mail-failure-stopped = Cette adresse a refusé les lettres précédentes : rien ne lui est plus envoyé.
letter-trial-subject = Cette lettre est arrivée
letter-trial-text = Des lettres à cette adresse nous étaient revenues, et nous avions cessé de vous écrire. Si vous lisez ces mots, tout va bien : nos lettres vous parviennent de nouveau.
letter-trial-nothing-to-do = Vous n’avez rien à faire.
letter-test-subject = Lettre d’essai
letter-test-text = Si vous lisez ces mots, l’envoi de lettres fonctionne.
letter-test-asked = Vous l’avez demandée depuis la page Courrier de la coordination.
mail-stopped-own = Nous n’arrivons plus à vous écrire à { $email } : nos dernières lettres ont été refusées. Vérifiez l’adresse, ou réessayez si votre boîte fonctionne de nouveau. D’ici là, seules les lettres qui ouvrent votre compte y sont envoyées.
mail-stopped-own-retry = Réessayer
mail-stopped-own-change = Changer d’adresse
mail-stopped-title = Adresses qui ne reçoivent plus
mail-stopped-text = Deux lettres de suite y ont été refusées pour de bon : rien d’autre que les liens de connexion n’y est plus envoyé. La personne le voit sur sa page ; vous pouvez aussi réessayer pour elle.
mail-stopped-more = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
}
mail-stopped-retry = Réessayer
mail-days-title = Les trente derniers jours
mail-days-day = Jour
mail-days-letters = Lettres
mail-days-mailings = Envois aux listes
mail-days-failed = Non distribuées
mail-lists-waiting = En attente, par liste :
mail-list-lettres = Lettres à une personne
mail-list-recapitulatif = Récapitulatifs
mail-list-lettre = Lettres d’information
mail-list-semaine = Semaines des lieux
mail-list-coordination = Coordination
mail-trial-send = M’envoyer une lettre d’essai
mail-trial-hint = Elle part tout de suite à votre adresse, et la page suivante montre ce que le serveur de courrier a répondu.
mail-trial-title = Lettre d’essai
mail-trial-taken = Le serveur de courrier a pris la lettre. Si elle n’arrive pas en quelques minutes, regardez dans les indésirables.
mail-trial-said = La conversation
mail-trial-who = Notre côté après « > », le serveur après « < ». Les mots de passe sont masqués.
mail-trial-nothing = Aucune conversation n’a commencé.
done-mail-own-retried = Une lettre part à votre adresse : si elle arrive, tout est rétabli.
done-mail-address-retried = Une lettre part à cette adresse : si elle arrive, tout est rétabli.
