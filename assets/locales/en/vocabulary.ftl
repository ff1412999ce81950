# Closed vocabularies: one message per code of the enums of src/domain.

brick-coworking = Coworking, shared desks
brick-bureaux-prives = Private offices
brick-salles-de-reunion = Meeting rooms
brick-fablab = Fablab, makerspace
brick-atelier-artisanal = Shared craft workshop
brick-epn = Public digital space
brick-france-services = France services
brick-formation = Training
brick-culture = Culture, residency
brick-cafe = Café, food
brick-cuisine-partagee = Shared kitchen
brick-nourricier = Food growing, shared land
brick-boutique = Shop, local produce
brick-repair-cafe = Repair café, reuse
brick-living-lab = Living lab
brick-jeunesse = Youth
brick-habitat = Housing, lodging
brick-mobilite = Mobility
brick-accompagnement = Project support
brick-vie-associative = Community life
brick-echange-services = Exchange of services
brick-insertion = Back to work
brick-sante = Health, well-being

event-kind-atelier = Workshop
event-kind-formation = Training
event-kind-rencontre-pro = Professional meeting
event-kind-cafe = Coffee, breakfast
event-kind-dejeuner = Shared lunch
event-kind-apero = Drinks, afterwork
event-kind-visite = Visit, open day
event-kind-repair-cafe = Repair café
event-kind-permanence = Drop-in session
event-kind-conference = Talk
event-kind-projection = Screening
event-kind-chantier = Work party
event-kind-assemblee = Assembly
event-kind-exposition = Exhibition

theme-convivialite = Conviviality
theme-reseau = Professional network
theme-fabrication = Making
theme-ouverture = Open place
theme-mediation = Digital mediation
theme-echange = Skill exchange
theme-formation = Learning
theme-culture = Culture and debate
theme-vie-du-lieu = Life of the place
theme-jeunesse = Youth
theme-ecologie = Ecology and repair
theme-sante = Well-being

event-status-prevu = Planned
event-status-a-confirmer = To be confirmed
event-status-complet = Full
event-status-deplace = Moved
event-status-en-ligne = Online
event-status-reporte = Postponed
event-status-annule = Cancelled

mode-sur-place = On site
mode-a-distance = Online
mode-hybride = On site and online

registration-libre = Free entry, no registration
registration-ouverte = Registration needed
registration-sur-validation = Registration, approved by the place

accessibility-moteur = Motor disability
accessibility-visuel = Visual disability
accessibility-auditif = Hearing disability
accessibility-mental = Mental disability
accessibility-psychique = Psychic disability

team-role-animation = Host
team-role-fabmanager = Fab manager
team-role-coordination = Coordinator
team-role-mediation = Digital mediator
team-role-benevolat = Volunteer

partner-financeur = Funder
partner-collectivite = Local authority
partner-association = Association
partner-entreprise = Company
partner-formation = Training body

equipment-en-service = In service
equipment-en-panne = Out of order
equipment-piece-attendue = Awaiting a part
equipment-since = since { $day }

membership-kind-resident = Resident
membership-kind-nomade = Nomad
membership-kind-benevole = Volunteer
membership-kind-usager = User

membership-role-demandee = Request waiting
membership-role-membre = Member
membership-role-animation = Host
