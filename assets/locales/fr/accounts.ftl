# Accounts: signing up and in, links by mail, one's own account, the coordination's settings.

account-email = Adresse e-mail
account-name = Nom et prénom
account-name-hint = Comme les autres membres vous appelleront. Vous choisirez plus tard qui le voit.
account-password = Mot de passe
account-password-hint = Au moins 10 caractères, sans autre règle : quelques mots sans rapport entre eux font un bon mot de passe.
account-password-optional-hint = Sans mot de passe, vous recevrez un lien par mail à chaque connexion. Sinon, au moins 10 caractères, sans autre règle.
account-place = Votre lieu
account-place-hint = Celui où vous allez le plus souvent. Vous pourrez en rejoindre d’autres.
account-place-none = Pas encore de lieu
account-language = Langue de vos mails

account-error-email = Cette adresse n’est pas complète. Exemple : camille@exemple.fr
account-error-email-blank = Écrivez votre adresse e-mail.
account-error-name = Écrivez votre nom en toutes lettres (80 caractères au plus, sans adresse ni lien).
account-error-password-blank = Écrivez votre mot de passe, ou demandez un lien par mail.
account-error-password-short = C’est trop court : il faut au moins 10 caractères.
account-error-password-long = C’est trop long : 128 caractères au plus.
account-error-password-easy = Ce mot de passe se devine trop vite : il est courant, ou fait de votre nom, d’une date ou d’une suite de touches. Essayez quelques mots sans rapport entre eux.
account-error-credentials = L’adresse et le mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un lien par mail.
account-error-suspended = Ce compte est suspendu. Écrivez à la coordination du réseau.
account-error-too-often = Trop d’essais en peu de temps. Réessayez dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}.
account-error-too-often-link = Trop d’essais en peu de temps. Réessayez dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
}, ou demandez un lien par mail : il fonctionne tout de suite.
account-error-busy = Trop de connexions au même instant. Réessayez dans quelques secondes.
account-error-current = Ce n’est pas votre mot de passe actuel.
account-error-same-address = C’est déjà l’adresse de votre compte.
account-error-place = Choisissez un lieu de la liste.

sign-in-title = Se connecter
sign-in-lede = Avec votre mot de passe, ou avec un lien reçu par mail.
sign-in-submit = Se connecter
sign-in-by-link = Recevoir un lien par mail
sign-in-or = Pas de mot de passe, ou oublié ? Écrivez votre adresse e-mail plus haut, puis :
sign-in-forgotten = Choisir un nouveau mot de passe
sign-in-no-account = Pas encore de compte ?
sign-in-already = Vous êtes déjà connecté·e.
sign-in-as = Connecté·e comme { $name }.
sign-in-go-on = Continuer
sign-in-expired = Votre connexion a expiré. Reconnectez-vous : ce que vous aviez écrit est gardé, vous l’enverrez juste après.
sign-in-link-title = Se connecter par un lien
sign-in-link-text = Un dernier geste, pour que seule une personne, et pas un programme, ouvre votre session.
sign-in-link-submit = Me connecter

resume-title = Reprendre où vous en étiez
resume-text = Vous voilà connecté·e. Ce que vous aviez écrit n’est pas encore enregistré.
resume-submit = Envoyer ce que j’avais écrit
resume-drop = Ne rien envoyer

account-sent-title = Regardez vos mails
account-sent-text = Si cette adresse est juste, un message y arrive dans les minutes qui viennent. Ouvrez-le et suivez son lien.
account-sent-signup-lasts = Le lien sert une seule fois, pendant deux jours.
account-sent-sign-in-lasts = Le lien sert une seule fois, pendant un quart d’heure.
account-sent-reset-lasts = Le lien sert une seule fois, pendant une heure.
account-sent-nothing = Rien n’arrive ? Regardez dans les indésirables, vérifiez l’adresse, puis
account-sent-again = recommencez

dead-link-title = Ce lien ne sert plus
dead-link-text = Il a déjà servi, il a expiré, ou un plus récent le remplace. Rien n’est perdu.
dead-link-sign-in = Se connecter, ou recevoir un nouveau lien
dead-link-reset = Demander un nouveau lien pour le mot de passe
dead-link-sign-up = S’inscrire
dead-link-account = Aller à mon compte
dead-link-invitation = Demandez à la personne qui vous a invité·e de recommencer.

sign-up-title = Créer un compte
sign-up-lede = Un compte sert à rejoindre un lieu, s’inscrire en un geste, échanger avec les autres membres. Pour lire l’agenda, il n’en faut pas.
sign-up-on-approval = Votre demande sera lue par une personne du lieu que vous choisissez, ou par la coordination.
sign-up-submit = Créer mon compte
sign-up-has-account = Déjà un compte ?
sign-up-privacy = Votre adresse e-mail n’est montrée à personne.
sign-up-invitation-title = On entre ici sur invitation
sign-up-invitation-text = Demandez à l’animateur·rice de votre lieu, ou à la coordination, de vous envoyer une invitation.
sign-up-places = Voir les lieux

confirm-account-title = Confirmer votre adresse
confirm-account-text = Un dernier geste et votre compte est ouvert à l’adresse { $email }.
confirm-account-submit = Ouvrir mon compte

reset-title = Choisir un nouveau mot de passe
reset-lede = Nous vous envoyons un lien par mail.
reset-submit = Recevoir un lien
reset-new = Nouveau mot de passe
reset-text = Pour le compte { $email }. Les autres appareils seront déconnectés.
reset-save = Enregistrer et me connecter

own-title = Mon compte
own-identity = Nom et langue
own-identity-save = Enregistrer
own-address = Adresse e-mail
own-address-now = Adresse actuelle : { $email }
own-address-new = Nouvelle adresse
own-address-hint = Nous écrivons aux deux adresses ; le changement se fait quand les deux ont dit oui.
own-address-save = Changer d’adresse
own-address-lost = Vous n’avez plus accès à l’ancienne ? Écrivez à la coordination.
own-password = Mot de passe
own-password-none = Vous n’avez pas de mot de passe : vous vous connectez par un lien reçu par mail.
own-password-current = Mot de passe actuel
own-password-new = Nouveau mot de passe
own-password-change = Changer de mot de passe
own-password-set = Choisir un mot de passe
own-password-others = Les autres appareils seront déconnectés.
own-sessions = Appareils connectés
own-sessions-here = cet appareil
own-sessions-unknown = Appareil inconnu
own-sessions-seen-today = utilisé aujourd’hui
own-sessions-seen-on = utilisé le { $day }
own-sessions-end = Déconnecter
own-sessions-end-label = Déconnecter : { $device }
own-sessions-end-all = Déconnecter tous les autres appareils
own-sign-out = Me déconnecter
own-waiting = Votre compte attend d’être accueilli par une personne de votre lieu ou de la coordination. Vous recevrez un mail.
own-delete = Supprimer mon compte
own-delete-go = Supprimer mon compte…
own-delete-lede = La suppression est immédiate et définitive.
own-delete-goes = Ce qui disparaît
own-delete-goes-1 = votre nom, votre adresse, votre profil et sa photo ;
own-delete-goes-2 = vos inscriptions aux évènements, vos lieux, vos abonnements de calendrier ;
own-delete-goes-3 = vos messages et vos conversations avec les autres membres.
own-delete-stays = Ce qui reste
own-delete-stays-1 = les évènements que vous avez publiés : ils appartiennent à leur lieu ;
own-delete-stays-2 = les mails déjà envoyés, dans les boîtes de qui les a reçus.
own-delete-last = Vous êtes la dernière personne de la coordination : invitez-en d’abord une autre, sans quoi plus personne ne pourrait tenir le réseau.
own-delete-password = Votre mot de passe, pour confirmer
own-delete-by-mail = Vous n’avez pas de mot de passe : nous vous envoyons un lien par mail pour confirmer.
own-delete-send = Recevoir le lien de suppression
own-delete-submit = Supprimer définitivement
own-delete-keep = Garder mon compte
delete-link-title = Supprimer mon compte
delete-link-text = Le compte { $email } sera supprimé, tout de suite et définitivement.

address-title = Confirmer le changement d’adresse
address-text = Le compte passera à l’adresse { $email } quand les deux adresses auront confirmé.
address-submit = Confirmer

welcome-title = Comptes en attente
welcome-lede = Ces personnes ont confirmé leur adresse et attendent d’être accueillies.
welcome-none = Personne n’attend.
welcome-asked = demande du { $day }
welcome-place = { $place }
welcome-accept = Accueillir
welcome-accept-label = Accueillir { $name }
welcome-decline = Décliner
welcome-decline-label = Décliner la demande de { $name }
welcome-word = Un mot pour expliquer (facultatif)
welcome-decline-fold = Décliner cette demande…

network-rules-title = Réglages du réseau
network-rules-name = Nom du réseau
network-rules-signup = Qui peut s’inscrire ?
network-rules-signup-open = Tout le monde, tout de suite
network-rules-signup-on-approval = Tout le monde, après accueil par le lieu ou la coordination
network-rules-signup-by-invitation = Seulement sur invitation
network-rules-second-factor = Demander une double vérification aux personnes de la coordination
network-rules-second-factor-hint = Elles devront confirmer chaque connexion avec un code de leur téléphone.
network-rules-save = Enregistrer
network-rules-waiting = { $count ->
    [0] Aucun compte en attente
    [one] Un compte en attente
   *[other] { $count } comptes en attente
}
network-rules-invite = Inviter par mail
network-rules-invite-as = En tant que
network-rules-invite-member = Membre
network-rules-invite-host = Animateur·rice du lieu
network-rules-invite-coordinator = Coordination du réseau
network-rules-invite-place = Lieu
network-rules-invite-no-place = Aucun lieu en particulier
network-rules-invite-submit = Envoyer l’invitation
network-rules-error-name = Écrivez le nom du réseau (80 caractères au plus).
network-rules-error-host-place = Choisissez le lieu que cette personne animera.

invited-title = Vous êtes invité·e
invited-text = { $by } vous invite à rejoindre { $network }.
invited-place-text = { $by } vous invite à rejoindre { $place }.
invited-host-text = { $by } vous invite à animer { $place }.
invited-coordinator-text = { $by } vous invite à rejoindre la coordination de { $network }.
invited-email = Votre compte aura l’adresse { $email }.
invited-submit = Créer mon compte
invited-has-account = Vous avez déjà un compte avec cette adresse : connectez-vous, puis revenez à ce lien.
invited-other = Vous êtes connecté·e avec une autre adresse. Déconnectez-vous pour accepter cette invitation.
invited-accept = Accepter l’invitation

set-up-title = Bienvenue dans Vigie
set-up-lede = Quelques réponses et votre réseau est en ligne. Tout se change ensuite.
set-up-network = Le réseau
set-up-name = Nom du réseau
set-up-name-hint = Par exemple : Tiers-lieux de la Drôme
set-up-territory = Territoire
set-up-territory-hint = Il donne la carte et les dates de vacances.
set-up-country = Toute la France
set-up-place = Votre premier lieu
set-up-place-hint = Vous pouvez laisser ces trois cases vides et ajouter des lieux plus tard.
set-up-place-name = Nom du lieu
set-up-place-postcode = Code postal
set-up-place-commune = Commune
set-up-you = Vous
set-up-you-hint = Ce compte sera celui de la coordination.
set-up-submit = Ouvrir le réseau
set-up-error-postcode = Un code postal français a cinq chiffres.
set-up-error-place-name = Écrivez aussi le nom du lieu.
set-up-error-commune = Écrivez aussi la commune.

done-signed-in = Bonjour, vous voilà connecté·e.
done-signed-out = Vous êtes déconnecté·e.
done-account-open = Votre compte est ouvert. Bienvenue !
done-account-waits = Votre adresse est confirmée. Votre compte attend maintenant d’être accueilli.
done-password-changed = Mot de passe changé. Les autres appareils sont déconnectés.
done-account-saved = C’est enregistré.
done-session-ended = L’appareil est déconnecté.
done-sessions-ended = Tous les autres appareils sont déconnectés.
done-address-asked = Nous avons écrit aux deux adresses. Suivez le lien dans chacun des deux mails.
done-address-half = Merci. Il manque encore la confirmation de l’autre adresse.
done-address-changed = Votre compte a changé d’adresse.
done-deletion-asked = Nous vous avons envoyé un lien pour confirmer la suppression.
done-account-deleted = Votre compte est supprimé.
done-welcomed = La personne est accueillie. Un mail le lui dit.
done-declined = La demande est déclinée. Un mail le dit.
done-network-saved = Les réglages sont enregistrés.
done-invited = L’invitation est partie.
done-invitation-accepted = Invitation acceptée.
done-set-up = Votre réseau est ouvert. Bienvenue !

letter-lasts-two-days = Ce lien sert une seule fois, pendant deux jours.
letter-lasts-a-quarter = Ce lien sert une seule fois, pendant un quart d’heure.
letter-lasts-an-hour = Ce lien sert une seule fois, pendant une heure.
letter-lasts-two-weeks = Ce lien sert une seule fois, pendant deux semaines.
letter-not-you = Ce n’est pas vous qui l’avez demandé ? Ne faites rien : sans ce lien, il ne se passe rien.
letter-signup-subject = Confirmez votre adresse
letter-signup-text = Bienvenue ! Il reste à confirmer que cette adresse est bien la vôtre pour ouvrir votre compte.
letter-signup-button = Confirmer mon adresse
letter-already-subject = Vous avez déjà un compte
letter-already-text = Quelqu’un, sans doute vous, vient de demander un compte avec cette adresse. Elle en a déjà un : il suffit de vous connecter, avec votre mot de passe ou par un lien.
letter-already-button = Se connecter
letter-no-account-subject = Pas de compte à cette adresse
letter-no-account-text = Quelqu’un, sans doute vous, a voulu se connecter avec cette adresse. Elle n’a pas de compte : le vôtre est peut-être à une autre adresse. Vous pouvez aussi en créer un.
letter-no-account-button = Créer un compte
letter-sign-in-subject = Votre lien de connexion
letter-sign-in-text = Voici le lien qui vous connecte, sans mot de passe.
letter-sign-in-button = Me connecter
letter-reset-subject = Choisir un nouveau mot de passe
letter-reset-text = Voici le lien pour choisir un nouveau mot de passe.
letter-reset-button = Choisir mon mot de passe
letter-password-changed-subject = Votre mot de passe a changé
letter-password-changed-text = Le mot de passe de votre compte vient d’être changé et les autres appareils sont déconnectés. Si c’est vous, il n’y a rien à faire. Sinon, choisissez-en un autre sans attendre :
letter-password-changed-button = Choisir un autre mot de passe
letter-leave-address-subject = Changement d’adresse de votre compte
letter-leave-address-text = Vous avez demandé que votre compte passe à l’adresse { $address }. Confirmez-le ici, et aussi depuis la nouvelle adresse.
letter-leave-address-button = Confirmer le changement
letter-leave-address-not-you = Ce n’est pas vous ? Ne suivez pas ce lien, et changez votre mot de passe : quelqu’un d’autre est entré dans votre compte.
letter-take-address-subject = Confirmez votre nouvelle adresse
letter-take-address-text = Un compte doit passer à cette adresse. Confirmez-le ici, et aussi depuis l’ancienne adresse.
letter-take-address-button = Confirmer cette adresse
letter-address-taken-subject = Cette adresse a déjà un compte
letter-address-taken-text = Quelqu’un, peut-être vous, a voulu donner cette adresse à un autre compte. Comme elle en a déjà un, rien n’a changé.
letter-delete-subject = Supprimer votre compte
letter-delete-text = Vous avez demandé la suppression de votre compte. Ce lien la confirme ; elle est immédiate et définitive.
letter-delete-button = Supprimer mon compte
letter-deleted-subject = Votre compte est supprimé
letter-deleted-text = Votre compte et tout ce qui vous concernait sont supprimés. Merci d’être passé·e.
letter-waits-subject = { $name } attend d’être accueilli·e
letter-waits-text = { $name } a créé un compte et attend qu’une personne du lieu ou de la coordination l’accueille.
letter-waits-place = Lieu
letter-waits-button = Voir les demandes
letter-welcomed-subject = Votre compte est ouvert
letter-welcomed-text = Bienvenue ! Votre compte est ouvert : connectez-vous quand vous voulez.
letter-welcomed-button = Se connecter
letter-declined-subject = Votre demande de compte
letter-declined-text = Votre demande de compte n’a pas été retenue, et ce que vous aviez donné est effacé.
letter-invitation-subject = { $by } vous invite
letter-invitation-text = { $by } vous invite à rejoindre le réseau. Un compte sert à s’inscrire aux évènements en un geste et à échanger avec les autres membres.
letter-invitation-place = { $by } vous invite à rejoindre { $place }. Un compte sert à s’inscrire aux évènements en un geste et à échanger avec les autres membres.
letter-invitation-button = Répondre à l’invitation
