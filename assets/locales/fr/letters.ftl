# Ce que toutes les lettres envoyées par courriel ont en commun.

letter-verbatim = { $words }
letter-address = { $path }
letter-colon = {"\u00A0"}:
letter-button-fallback = Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur{"\u00A0"}:
letter-privacy = Vos données
letter-why-member = Vous recevez cette lettre parce que vous avez un compte sur { $site } ({ $network }).
letter-why-address = Vous recevez cette lettre parce que votre adresse a été saisie sur { $site } ({ $network }).
