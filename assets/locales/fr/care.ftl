# Taking one’s data along, accounts put aside, reports to the coordination.
copy-title = Mes données
copy-text = Un fichier avec tout ce que le réseau garde à votre sujet : compte, profil et qui le voit, lieux, inscriptions, messages, abonnements. Il s’ouvre avec un éditeur de texte et se relit par d’autres logiciels (JSON).
copy-submit = Télécharger mes données
copy-about = Tout ce que { $network } garde à votre sujet, à la date indiquée. Les instants sont en temps universel (UTC).
copy-left-out = Ne figurent pas ici : les mots de passe, codes et adresses secrètes, qui ne sont gardés que sous une forme illisible ; les choix d’autres membres à votre égard ; ce que vous avez écrit pour la page d’un lieu ou un évènement, qui y est public.
care-give-up = Renoncer
care-somebody = une personne de la coordination
care-error-too-long = C’est trop long : 1 000 signes au plus.

suspend-title = Suspendre le compte de { $name }
suspend-lede = Tout de suite, et jusqu’à ce que la coordination en décide autrement :
suspend-signs-out = la personne est déconnectée partout et ne peut plus se connecter ;
suspend-unseen = son profil disparaît de toutes les pages, et ses abonnements privés ne répondent plus ;
suspend-kept = rien n’est effacé : ses inscriptions, ses lieux et ses messages restent, et reviennent avec elle ;
suspend-told = un mail le lui dit, avec votre mot.
suspend-word = Un mot pour la personne
    .hint = Dites pourquoi, et ce qu’elle peut faire. Elle le lira dans le mail.
suspend-submit = Suspendre ce compte
suspend-this = Suspendre ce compte…

suspensions-title = Comptes suspendus
suspensions-lede = Ces personnes ne peuvent plus se connecter et n’apparaissent nulle part.
suspensions-none = Aucun compte n’est suspendu.
suspensions-since = Suspendu le { $day } par { $who }
suspensions-lift = Lever la suspension
suspensions-lift-label = Lever la suspension de { $name }
suspensions-another = Suspendre un compte
suspensions-email = Adresse e-mail du compte
suspensions-find = Continuer
suspensions-error-nobody = Aucun compte n’a cette adresse.
suspensions-error-already = Ce compte est déjà suspendu.
suspensions-error-oneself = C’est votre compte. Demandez à quelqu’un d’autre de la coordination.
done-suspended = Le compte est suspendu. Un mail le dit à la personne.
done-suspension-lifted = La suspension est levée. Un mail le dit à la personne.

report-this = Signaler
report-this-message = Signaler ce message de { $name }
report-member-link = Signaler cette personne
report-message-title = Signaler un message de { $name }
report-message-lede = La coordination du réseau lira ce message et ceux qui l’entourent, rien d’autre de votre conversation. { $name } n’en saura rien.
report-member-title = Signaler { $name }
report-member-lede = La coordination du réseau lira ce que vous écrivez ici. { $name } n’en saura rien.
report-reason = Ce qui ne va pas
    .hint = En quelques mots, pour aider la coordination à comprendre.
report-submit = Signaler à la coordination
report-back = Revenir
report-error-blank = Dites en quelques mots ce qui ne va pas.
done-reported = Merci. La coordination regardera, et vous le dira. Vous pouvez aussi ne plus recevoir les messages de cette personne.

reports-title = Signalements
reports-lede = Ce que des membres vous demandent de regarder. Vous lisez le message signalé et ceux qui l’entourent, pas la conversation.
reports-none = Rien n’attend.
reports-decided = Décidés
reports-message-of = Message de { $name }
reports-member = Membre : { $name }
reports-signed = Signalé le { $day } par { $who }
reports-count = { $n ->
    [one] Un signalement concerne cette personne.
   *[other] { $n } signalements concernent cette personne.
}
report-context = Le message et ceux qui l’entourent
report-this-one = signalé
report-decision = Que faire ?
report-decision-rien = Rien de plus : c’est lu
report-decision-blocage = Les séparer : aucun·e des deux ne reçoit plus les messages de l’autre
report-decision-suspension = Suspendre le compte signalé
report-note = Note pour la coordination
    .hint = La coordination seule la lira.
report-word = Un mot pour la personne suspendue
    .hint = Seulement si vous suspendez le compte : elle le lira dans le mail.
report-decide = Décider
report-decision-taken = Ce qui a été décidé
report-decided-rien = lu
report-decided-blocage = séparé·es
report-decided-suspension = compte suspendu
report-decided-signed = le { $day }, par { $who }
report-decided-meanwhile = Quelqu’un de la coordination vient de décider : voici quoi.
report-end-blocks = Leur permettre à nouveau de s’écrire
report-error-decision = Choisissez ce qu’il faut faire.
done-report-decided = C’est décidé. La personne qui a signalé en est prévenue.
done-blocks-ended = Ces deux personnes peuvent à nouveau s’écrire.

letter-suspended-subject = Votre compte est suspendu
letter-suspended-text = La coordination du réseau a suspendu votre compte. Vous ne pouvez plus vous connecter, et votre profil n’est plus visible. Rien n’est effacé.
letter-suspended-answer = Pour en parler, ou pour obtenir ou effacer ce qui vous concerne, répondez à ce mail.
letter-still-suspended-subject = Votre compte est suspendu
letter-still-suspended-text = Quelqu’un, sans doute vous, a voulu se connecter avec cette adresse. Votre compte est suspendu par la coordination du réseau : le lien ne peut pas être envoyé.
letter-suspension-lifted-subject = Votre compte est rétabli
letter-suspension-lifted-text = La coordination a levé la suspension : votre compte et votre profil sont de nouveau là, comme avant.
letter-suspension-lifted-button = Se connecter
letter-report-subject = Un signalement vous attend
letter-report-text = Un membre du réseau demande à la coordination de regarder quelque chose.
letter-report-button = Voir le signalement
letter-looked-at-subject = Votre signalement a été regardé
letter-looked-at-text = La coordination a lu votre signalement et décidé des suites. Merci de l’avoir fait.
letter-looked-at-blocked = Vous ne recevrez plus de messages de cette personne.
