# Members propose events to places.
proposals-propose-link = Proposer un évènement
proposals-propose-title = Proposer un évènement : { $place }
proposals-propose-lede = L’équipe du lieu lit votre proposition, la publie, la modifie ou vous répond. Votre nom ne paraîtra pas.
proposals-propose = Envoyer la proposition
proposals-look-first = Pas encore envoyé : d’autres évènements ont lieu en même temps. Si c’est bien voulu, envoyez à nouveau.
proposals-reason = Pourquoi
proposals-reason-hint = Pour l’équipe du lieu seulement : votre idée, ce que vous apportez, ce qu’il vous faut.

proposals-mine-title = Mes propositions d’évènements
proposals-none = Vous n’avez encore rien proposé. Cela se fait depuis la page d’un lieu.
proposals-to-places = Choisir un lieu
proposals-to-place = à { $place }, le { $day }
proposals-by = de { $name }, le { $day }
proposals-waiting = Proposés par des membres
proposals-about = Proposé par { $name } à { $place }, le { $day }

proposals-state-proposee = proposé
proposals-state-acceptee = accepté
proposals-state-declinee = décliné
proposals-state-retiree = retiré

proposals-what = Ce qui est proposé
proposals-answer = La réponse de l’équipe
proposals-see-event = Voir l’évènement publié
proposals-decide = Votre réponse
proposals-decide-text = Une lettre dit votre décision à la personne. L’évènement publié ne la nomme pas.
proposals-publish = Publier tel quel
proposals-amend-first = Modifier, puis publier
proposals-amend = Modifier, puis publier
proposals-amend-lede = Proposé par { $name }. Changez ce qu’il faut, puis publiez : une lettre le lui dira.
proposals-decline = Décliner
proposals-decline-send = Décliner avec ce mot
proposals-word = Votre mot
proposals-word-hint = Pourquoi pas, ou pas maintenant. Il part dans la lettre.
proposals-fault-word = Écrivez un mot : la personne doit savoir pourquoi.
proposals-withdraw = Retirer ma proposition

done-event-proposed = C’est envoyé à l’équipe du lieu. Sa réponse arrive par courriel.
done-proposal-withdrawn = La proposition est retirée.
done-proposal-declined = La proposition est déclinée, une lettre est partie.
done-proposal-published = C’est publié, et une lettre le dit à la personne qui l’a proposé.
done-proposal-settled = Cette proposition a déjà reçu une réponse, ou a été retirée.

proposals-letter-new-subject = { $name } propose un évènement : { $title }
proposals-letter-new = { $name } propose « { $title } » à { $place }. Vous pouvez publier l’évènement tel quel, le modifier d’abord, ou décliner avec un mot.
proposals-letter-new-button = Lire la proposition
proposals-letter-accepted-subject = Votre évènement est publié : { $title }
proposals-letter-accepted = L’équipe de { $place } a accepté votre proposition : « { $title } » est dans l’agenda. Elle a pu changer des détails : vérifiez la date et l’heure.
proposals-letter-accepted-button = Voir l’évènement
proposals-letter-declined-subject = Votre proposition : { $title }
proposals-letter-declined = L’équipe de { $place } ne publie pas « { $title } » cette fois. Voici son mot.
proposals-letter-declined-button = Revoir la proposition
