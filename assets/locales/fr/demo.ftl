# What only a demonstration says.

demo-accounts = Essayer la démonstration
    .text = Un bouton suffit. Le mot de passe des trois comptes est « { $password } ».
demo-account-coworker = Comme coworkeur·euse
demo-account-animation = Comme animateur·rice
demo-account-coordination = Comme coordination du réseau
