# Closed vocabularies: one message per code of the enums of src/domain.

brick-coworking = Coworking, bureaux partagés
brick-bureaux-prives = Bureaux privés
brick-salles-de-reunion = Salles de réunion
brick-fablab = Fablab, makerspace
brick-atelier-artisanal = Atelier artisanal partagé
brick-epn = Espace public numérique
brick-france-services = France services
brick-formation = Formation
brick-culture = Culture, résidence
brick-cafe = Café, restauration
brick-cuisine-partagee = Cuisine partagée
brick-nourricier = Nourricier, terres partagées
brick-boutique = Boutique, circuits courts
brick-repair-cafe = Repair café, ressourcerie
brick-living-lab = Living lab
brick-jeunesse = Jeunesse
brick-habitat = Habitat, hébergement
brick-mobilite = Mobilité
brick-accompagnement = Accompagnement de projets
brick-vie-associative = Vie associative
brick-echange-services = Échange de services
brick-insertion = Insertion
brick-sante = Santé, bien-être

event-kind-atelier = Atelier
event-kind-formation = Formation
event-kind-rencontre-pro = Rencontre pro
event-kind-cafe = Café, petit-déj
event-kind-dejeuner = Déj partagé
event-kind-apero = Apéro, afterwork
event-kind-visite = Visite, portes ouvertes
event-kind-repair-cafe = Repair café
event-kind-permanence = Permanence
event-kind-conference = Conférence
event-kind-projection = Projection
event-kind-chantier = Chantier participatif
event-kind-assemblee = Assemblée
event-kind-exposition = Exposition

theme-convivialite = Convivialité
theme-reseau = Réseau professionnel
theme-fabrication = Fabrication
theme-ouverture = Ouverture du lieu
theme-mediation = Médiation numérique
theme-echange = Échange de compétences
theme-formation = Apprendre
theme-culture = Culture et débat
theme-vie-du-lieu = Vie du lieu
theme-jeunesse = Jeunesse
theme-ecologie = Écologie et réparation
theme-sante = Bien-être

event-status-prevu = Prévu
event-status-a-confirmer = À confirmer
event-status-complet = Complet
event-status-deplace = Déplacé
event-status-en-ligne = En ligne
event-status-reporte = Reporté
event-status-annule = Annulé

mode-sur-place = Sur place
mode-a-distance = À distance
mode-hybride = Sur place et à distance

registration-libre = Entrée libre, sans inscription
registration-ouverte = Sur inscription
registration-sur-validation = Sur inscription, validée par le lieu

accessibility-moteur = Handicap moteur
accessibility-visuel = Handicap visuel
accessibility-auditif = Handicap auditif
accessibility-mental = Handicap mental
accessibility-psychique = Handicap psychique

team-role-animation = Animation
team-role-fabmanager = Fabmanager
team-role-coordination = Coordination
team-role-mediation = Médiation numérique
team-role-benevolat = Bénévolat

partner-financeur = Financeur
partner-collectivite = Collectivité
partner-association = Association
partner-entreprise = Entreprise
partner-formation = Organisme de formation

equipment-en-service = En service
equipment-en-panne = En panne
equipment-piece-attendue = Pièce attendue
equipment-since = depuis le { $day }

membership-kind-resident = Résident·e
membership-kind-nomade = Nomade
membership-kind-benevole = Bénévole
membership-kind-usager = Usager·e

membership-role-demandee = Demande en attente
membership-role-membre = Membre
membership-role-animation = Animateur·rice
