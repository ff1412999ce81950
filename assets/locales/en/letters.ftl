# What all letters sent by e-mail have in common.

letter-verbatim = { $words }
letter-address = { $path }
letter-colon = :
letter-button-fallback = If the button does not open, copy this address into your browser:
letter-privacy = Your data
letter-why-member = You receive this letter because you have an account on { $site } ({ $network }).
letter-why-address = You receive this letter because your address was typed on { $site } ({ $network }).
