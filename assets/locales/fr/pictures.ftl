# Photos that people send: what is taken, and why one is refused. Beside the field, in a form.

picture-hint = JPEG, PNG ou WebP, 10 Mo au plus. La photo est réduite, et ce qu’elle dit de votre appareil ou du lieu de prise de vue est effacé.
picture-alt = Que voit-on sur la photo ?
    .hint = Une phrase, pour qui ne la voit pas. Par exemple : « La cour, avec trois tables sous les platanes ».
picture-alt-missing = Dites en une phrase ce que l’on voit, pour qui ne voit pas la photo (250 caractères au plus).
picture-missing = Choisissez une photo.
picture-too-heavy = Ce fichier pèse plus de { $megabytes } Mo. Choisissez une photo plus légère, ou une capture d’écran de celle-ci.
picture-too-large = Cette photo est trop grande ({ $megapixels } millions de points au plus, { $side } de côté). Réduisez-la, ou envoyez une capture d’écran.
picture-unknown-format = Ce fichier n’est pas une photo que nous savons lire. Envoyez une image JPEG, PNG ou WebP.
picture-heic = Cette photo est au format HEIC des iPhone, que les navigateurs ne savent pas tous montrer. Sur le téléphone : Réglages, Appareil photo, Formats, « Le plus compatible » ; ou envoyez une capture d’écran de la photo.
picture-disguised = Ce fichier est une image, mais aussi un autre document. Envoyez la photo d’origine, ou une capture d’écran.
picture-damaged = Ce fichier est abîmé ou incomplet. Renvoyez la photo, ou choisissez-en une autre.
