# What all forms say.

form-optional = (facultatif)
form-error = Erreur :
form-errors = { $count ->
    [one] Une réponse est à corriger
   *[other] { $count } réponses sont à corriger
}
