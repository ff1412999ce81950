# What all forms say.

form-optional = (optional)
form-error = Error:
form-errors = { $count ->
    [one] One answer needs correcting
   *[other] { $count } answers need correcting
}
