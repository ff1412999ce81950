# La double vérification : la mettre en place, s’en servir, l’arrêter.
second-factor-title = Double vérification
second-factor-lede = À chaque connexion, un code de votre téléphone confirme que c’est bien vous. Qui devinerait votre mot de passe n’entrerait pas.
second-factor-owed = La coordination de votre réseau demande la double vérification à ses membres. Mettez-la en place pour continuer : deux minutes suffisent.
second-factor-apps = Il vous faut une application de codes sur votre téléphone. En voici trois, gratuites : Aegis, FreeOTP, Ente Auth. Un gestionnaire de mots de passe convient aussi.
second-factor-start = Mettre en place
second-factor-set-up = Mettre en place la double vérification
second-factor-manage = Codes de secours et arrêt
second-factor-is-on = La double vérification est active : un code vous est demandé à chaque connexion.
second-factor-is-off = Facultative, elle protège votre compte même si votre mot de passe est deviné.
second-factor-step-app = Ouvrez votre application de codes
second-factor-step-scan = Ajoutez-y ce compte
second-factor-step-code = Écrivez le code qu’elle affiche
second-factor-qr = Code QR à lire avec l’application
second-factor-open-app = Vous lisez cette page sur votre téléphone ? Ouvrez l’application
second-factor-by-hand = Sans appareil photo, choisissez « saisir une clé » dans l’application et recopiez :
second-factor-first-code = Code à six chiffres
second-factor-others-end = Vos autres appareils seront déconnectés.
second-factor-confirm = Activer
second-factor-code = Code de l’application, ou code de secours
second-factor-codes = Codes de secours
second-factor-left = { $n ->
    [0] Vous n’avez plus de code de secours. Faites-en d’autres.
    [one] Il vous reste un code de secours. Faites-en d’autres.
   *[other] Il vous reste { $n } codes de secours.
}
second-factor-renew = Faire d’autres codes
second-factor-stop = Arrêter la double vérification
second-factor-stop-text = Votre mot de passe, ou un lien reçu par mail, suffira de nouveau pour se connecter.
second-factor-stop-submit = Arrêter
second-factor-error-code = Ce code n’est pas le bon, ou il a déjà servi. Attendez que l’application en affiche un autre.
second-factor-error-first-code = Ce code n’est pas le bon. Vérifiez que l’heure de votre téléphone est réglée automatiquement, puis écrivez le code affiché maintenant.
second-step-title = Votre code
second-step-lede = Ouvrez votre application de codes et écrivez le code à six chiffres de ce compte.
second-step-code = Code
second-step-submit = Se connecter
second-step-lost = Téléphone perdu ou oublié ?
second-step-lost-text = Écrivez à la place un de vos codes de secours : seize lettres et chiffres, sur la feuille que vous avez gardée. Chacun sert une fois. Si vous n’avez plus rien, écrivez à la coordination du réseau.
recovery-codes-title = Vos codes de secours
recovery-codes-on = La double vérification est active.
recovery-codes-lede = Imprimez ou recopiez ces dix codes maintenant : ils ne seront plus affichés. Ils ouvrent votre compte si vous perdez votre téléphone.
recovery-codes-keep = Chacun sert une fois. Gardez-les ailleurs que sur votre téléphone. Les codes que vous auriez eus avant ne valent plus rien.
recovery-codes-go-on = C’est noté, continuer
done-second-factor-off = La double vérification est arrêtée.
letter-second-factor-on-subject = La double vérification est active
letter-second-factor-on-text = Un code de votre téléphone est désormais demandé à chaque connexion à votre compte. Vos autres appareils sont déconnectés.
letter-second-factor-on-button = Voir la double vérification
letter-second-factor-off-subject = La double vérification est arrêtée
letter-second-factor-off-text = Votre compte s’ouvre de nouveau sans code de votre téléphone.
letter-second-factor-off-button = La remettre en place
letter-recovery-codes-subject = Vos codes de secours ont changé
letter-recovery-codes-text = Dix autres codes de secours viennent d’être faits pour votre compte. Ceux d’avant ne valent plus rien.
letter-recovery-codes-button = Voir la double vérification
letter-recovery-code-used-subject = Un code de secours a servi
letter-recovery-code-used-text = Un de vos codes de secours vient d’être employé sur votre compte. Codes restants : { $left }.
letter-recovery-code-used-button = Faire d’autres codes
letter-second-factor-not-you = Si ce n’est pas vous, changez votre mot de passe et écrivez à la coordination du réseau.
