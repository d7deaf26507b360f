/**
 * The house list of 2,048 French words (decision 6, reading h). The place of a word is part of
 * codes that people have written down: never insert, remove or move one. `words.test.ts` holds
 * the rules.
 */
export const words = `
abeille abolir abord aboyer abricot absence absolu academie acajou accent accord accueil achat
acheter acier acquis acrobate acteur action actuel adapter addition adhesif adjoint admettre
admirer adopter adorer adresse adroit affiche affluent agenda agir agiter agneau agrafe agreable
agrume aider aigle aiguille ail aile aimable ajouter ajuster album alcove algue aliment allee
alliance allumer almanach alouette alpaga alphabet alpin alterner altitude amande amarrer amateur
ambiance ambre amenager amitie amphibie ampleur ampoule amulette amusant analyse ananas anatomie
ancien ancre anecdote anemone angle animal anis anneau annonce annuaire anonyme anorak antenne
antique aout apaiser aperitif appareil appeler apporter approche appui aquarium arbitre arbre
arbuste arcade archipel ardent ardoise arene argile argument arlequin armateur armoire aromate
arpege arranger arrosoir article arum asperge asphalte aspirer assiette assorti astre astuce
atelier athlete atlas atome attacher attelage attitude aube audience aurore auteur automne
autruche avance aveline avenir averse aviron aviser avoine avril azalee azur bacon badge badiane
bagage baguette baie baignade balai balcon baleine ballon bambou banane banc bandeau banjo banquet
baquet barbecue baron barque barrage basalte bascule base basilic basket bassin bateau batiment
batterie baume bavard bavoir bazar beaute belette belier berceuse beret berge bermuda besace
besoin beton beurre biais bibelot biche bidule bienfait bijou bilan bille biologie biplan biquet
biscotte bison bisque bistro bitume blaireau blanc ble bleu blini bloc blouse bobine bocal bois
boite bol bolide bonbon bond bonheur bonjour bonnet bonsoir bonte bonus booster bordure botte
bouchon boudin bouee bougie bouillon boule bouquet bourdon boussole boutique bowling boxe bracelet
branche brasero bravo brebis bretelle breve bricoler brider brillant brin brioche brique brochet
broderie bronze brosse brouette brugnon bruine brume brun brushing buche budget buffet bugle buis
bulle bureau burin bus buste butane butiner cabas cabine cable cabosse cabri cacao cachette cactus
cadeau cadran cafe cahier caille caisse cajou calamar calcul calepin calibre calme calotte
camarade camelia camion campagne canal canevas canicule canoe cantine capable capeline capital
capsule capuche caramel carbone cardigan caribou carnaval carotte carpe carre cartable cascade
casier casque cassis castor caviar cedille cedre celadon celebre cent cercle cereale cerf cerise
cernes certain chaise chalet chambre chanson chapeau charbon chateau chausson chemin chene cheque
chercher cheval chicoree chiffre chignon chimie chiot chlore chocolat choeur choix chorale chose
chou chrome cidre ciel cigale cigogne cil ciment cinema cinq cintre cirage circuit cirque ciseaux
citation citron civette clair clan clapotis clarte classe clavier clef clin cliquer cloche cloison
cloporte clown club coach cocon code coffre cohesion coiffure coin colibri collier colombe colza
combiner comedie comique commande compas concours condor cone confetti congres conte convive copie
coq coquille corail cordial corne corridor cosmique costume cote coton coude couette couleur coupe
courage coussin coutume coyote craie crapaud cravate crayon creature credit creme creneau crepe
cresson crevette cric criquet cristal croche croire croquis crouton cruche cube cubique cueillir
cuillere cuire cuisine cuivre culbute culture curieux curry curseur cuve cycle cygne cylindre
cymbale cypres dactylo dahlia daim dalle damier danse date datte dauphin debiter debout debut
decalage decembre decider declic decor decrire dedale defile degivrer deguster dejeuner dejouer
delice deluge demain demeler denicher dense dent depart depeche depliant deposer derouler desert
design dessert detail detendre detour devancer devenir deviner diademe dialogue diamant diapason
dicter diese diffuser digue dilater dimanche dindon diner diplome direct discuter disque distrait
divan dixieme dizaine docile document doigt dollar dolmen domaine domino don donner dorade
dorloter dormir dosage dossier doublure douche doudou douve douze dragee drap dressoir droite
drolerie dune duo durable duvet dynamo eau ebene ecaille ecart echange echec echo eclair eclipse
ecluse ecole economie ecorce ecouter ecran ecriture ecrou ecuelle ecume ecureuil edifice edition
edredon eduquer effacer effet effort egalite egayer elaborer elan elargir electron elegant element
elephant eleve elixir ellipse eloge email embellir emeraude emission emmener emotion emouvoir
empereur emploi emporter encadrer enclos encre endive endormir energie enfiler engin engrais
enigme enjamber enneige enorme enrouler enseigne entamer entendre entier entourer entracte
enumerer envie envoyer enzyme eolienne epais epanouir epargne epatant epaule epeautre epeler
ephemere epi epicerie epinard episode eponge epopee epoque equateur equerre equipe erable eriger
ermite erudit escalade escrime espace espece espiegle espoir esprit esquisse essai essence essor
essuyer estrade estuaire etage etain etal etang etape ete eteindre etendard ether etoffe etoile
etourdi etude etui euphorie euro eveil eventail evident evier exact examiner exemple exercice
exister exotique explorer expose express extrait fable fabrique fabuleux facade face facile
faconner facteur faculte faience faisan falaise fameux fanal fanfare fanion faon farine fasciner
faste faubourg fauteuil faveur fee felicite fenetre fenouil fer fermer fertile festin fete feuille
feutre feve fevrier fiacre ficelle fiche fiction fidele fier figue filature filet film filon
filtre finale fine finir fiole fixation fixer flacon flamant flan flaque flatter fletan fleur
flipper flocon flore fluide fluorine flute flux focale foin foire foliole fondue fontaine football
forage foret forgeron forme fort fossette fougere foulard four foyer fragment fraise frange
freesia frein frelon frequent fresque frigo frimas fripe frise friture fromage front frugal fruit
fumet furet fuseau fusion futaie futur gaillard gaine galaxie galerie galop gambader gamelle gant
garage gardenia gare gargote garnir garrigue gateau gauche gaufre gaz gazelle gazon gecko gelatine
gelee gelule gemme genet genial genoise genre gentil geode geologie geometre geranium gerbe germe
gestion geyser gibbon gilet girafe girofle gite givre glace glaieul glaner glissade globe gloire
glycine gobelet goeland golf gomme gondole gorgee gorille gouache gouda goujon goulot gourde
gouter goyave grace gradin graffiti graine grandir grappe gratin gravier grele grenier grillon
grimper griotte gris grive grogner grosseur grotte groupe gruau gruyere guepard gueridon guichet
guide guimauve guitare gustatif gymnase gypse habile haie hall halogene haltere hamac hameau
hamster handball hanneton hareng haricot harmonie harpe hasard hausse haut helice herbe herisson
hermine heron hetre heure hexagone hibiscus hibou histoire hiver hobby hochet hockey homard
hommage homogene honnete honorer horaire horizon horloge hote hotte houblon houille houle hourra
housse houx hublot huche huile huit humain humeur humide humour huppe hutte hybride hydromel
hygiene iceberg ici icone ideal idee identite idylle igname iguane ile illustre image imiter
immense impala importer imprimer incliner incolore index indigo inedit infusion inscrire insecte
insigne inspirer instinct intense intrigue inventer invite iode iris ironie irriguer isthme
italique ivoire jacinthe jade jadis jaguar jaillir jalon jambe janvier jardin jasmin jauge jaune
jazz jerrican jeter jeton jeudi jeune joie joker joli jongler joue joujou jour jouvence jovial
joyau joyeux jubiler judo juillet juin jujube julienne jumelle jungle jupe justesse juteux kaki
karate karting kayak kermesse kilo kilt kimono kiosque kiwi klaxon koala kola lac lacet lagon
lagune laine lait lama lamelle lampe lancer lande langage lanterne lapin laque lardon largeur
lasagne latitude latte laurier lavabo laver lavoir lecon lecture legende legume lentille leopard
lessive lettre levain lever levier lexique lezard liane liasse libraire lichen licorne liege
lierre lievre ligne ligue lilas limace limonade limpide lin linge linotte lion liquide lire
liseron lisiere lit litchi litre livre lobe local loge logis loin loisir longer loquet loriot
losange loterie lotus louche loupe loutre loyal lucarne luciole ludique lueur luge luisant lumiere
lunaire lundi lune lupin lustre luth lutin luxe luzerne lycee lynx lyre macaron machine macrame
madrier magasin magicien magnolia maillot main mais maki malle mammouth mandarin manege mangue
maniere manoir manteau manuel maquette marais marbre marche mardi maree margelle marine marmite
marotte marqueur marron mars mascotte massif mastic matelas matin mauve maxime meche medaille
mediter meduse meilleur melange meleze melodie memoire menthe menu mercredi meringue merle mesange
mesclun message mesure metal meteo methode metier metro meuble meule miauler micro midi miel
miette mignon mijoter milan milieu mille mimosa mince mineral minute miracle miroir mitaine mixte
mobile moderne module moelleux moineau mois moka molaire moment mondial moniteur monnaie monocle
montagne monument moquette morceau mosaique moteur motif moto mouche mouette moufle moulin mousse
moutarde moyenne muguet multiple muraille mure murmure muscade musee musique myrtille mystere
mythe nacelle nacre nager nappe narcisse narine narval nation natte nature nautique navet navire
nectar nefle neige nenuphar neon nervure nettoyer neuf neuvieme neve niche nickel nid niveler
noble nocturne noisette noix nomade nombre nord normal notable notice nouer nougat nouille nouveau
novembre nuage nuance nuit numero oasis objectif oblique obole observer obtenir ocarina occasion
ocean ocre octave octobre odorat oeil oeuf oeuvre officiel offre oie oignon oiseau oisillon olive
ombrelle omelette omnibus once onctueux onde onglet onze opale opera optique oral orange orateur
orbite orchidee oreille orge orgue orient original ornement orteil ortie oscille oseille osier
ossature otarie ouate oubli ouest ourlet ours outarde outil ouvrage ovale ovation oxygene ozone
paddock pagaie page paille pain paisible paix palais palette palier palme palourde paludier pampa
panache pancarte panda panier panneau panorama pantalon paon papaye papier paprika paquet parade
parc pardon parfum parking parler parmesan paroi parquet parsemer partage parure parvis passage
pastel patate pate patience patte paume pause pavage pavillon pavot paysage pedale peigne peinture
pelage pelican pelle pelote peluche pendule pensee pente pepin perche perdrix pergola periode
perle perron persil peson petale petit petrin petunia peuplier phalange phare phoque photo phrase
physique piailler piano pichet picorer piece pierre pieuvre pigeon pigment pile pilier pilote
piment pimpant pince pingouin pinson pintade pion pipeau piquet pirogue piscine pistache piton
pivert pivoine pixel pizza placard plafond plage plaid planete plaque plat plier plombier plongee
pluie plumage pluriel pluvier pneu poche podium poele poeme poesie poete poignet point poire pois
poivre polaire pole poli pollen polo pommade pompe poney pont porche port postal potage poteau
potion pouce pouf poulain poupee pourpre poussin poutre pouvoir prairie praline pratique precieux
prefixe prelude premier prenom preparer presence pretexte primaire prince priorite prisme prix
procede produit profil projet prologue promener pronom propos prouesse proverbe prudence prune
publier puceron puiser puits pull pulpe puma pupitre pur puree puzzle pyjama pyramide pyrite quai
qualite quart quatorze quenelle question quete quiche quille quinze rabot racine raconter radar
radeau radio rafale ragout rail rainette raisin rajeunir ralenti rallye ramage rameau ramoneur
rampe ranch rangee raphia rapide raquette rateau ratisser rature ravioli rayon rayure reaction
realiser recette recif recolte recto recueil recycler reel reflet refrain regard regime reglisse
regulier reine rejouer relais relief reluire remuer renard renfort renne renommee rentree repas
reporter reptile reserver resine resonner respect ressort resumer retable retouche reunir reussir
revasser revetir reviser rhubarbe richesse ricochet rideau rigole rime rincer risotto rissoler
rivage rivet riviere riz robe robinet robot robuste rocade rocher rodeo roi role roman ronce ronde
ronfler roquette rosace roseau rosier rotin roue rouge rouleau rousseur route royal ruban rubis
rubrique ruche ruelle rugby rugueux ruisseau rumba rural rustique rutabaga rythme sabayon sable
sabot sac sachet sacoche safari safran sagace sagesse saison salade salle salon salsifis saluer
samba samedi sandale santal sapin sardine sarrasin satin sauce sauge saule saumon savane saveur
savoir scanner scarabee scene schema science scolaire scoop score scout seau sec secher seconde
segment seigle seize sejour sel selectif semaine semelle semoule senior sentier sepia sept sequoia
serein serie serpolet serre serveur sesame session seuil sextant short siamois sieste siffler
signal silence sillage silo simple simuler singe siphon sirene sirop sirupeux ski skipper slalom
smoking sobriete social socle soda sofa soie soigneux soir soixante soja sol solaire soleil
solfege solide solo sommeil sonate sonnerie sonore soprano sorbet sorgho sortie soucoupe soudure
souk soulier soupape source souvenir spacieux spatule sphere spirale sport square stable stade
standard star station stock store studio stylo suave sucette sucre sumo superbe surf surprise
sushi sympa synonyme table tabouret tactile taie taille talent talon talus tambour tamis tandem
tango taper tapis taquin tarte tasse taureau taxi teckel temps tendre tennis tente terrasse tete
texte theatre theme theorie thermos thon thym ticket tiede tige tigre tilleul timbre tiroir tisane
tisser titane toast toboggan toile toison toit tomate tombola tonalite tondeuse tonique tonneau
topaze torrent tortue total totem touche toupie tour tracteur trait trajet tram transat trapeze
trefle treize trente tresse triangle tribune tricot trier trio tripler troc trois trombone tronc
tropique trottoir trouver truffe truite tube tuile tulipe tunique tunnel turban tutu tuyau tweed
union unique univers urbain usine utile utopie vacances vache vague valise vallee valse vanille
vanne vapeur varan vase vedette veille velo vendange vent verger vernis verre verser veste viaduc
viande vibrer video vieux vigie vigne village vinaigre vingt violette virgule vis visage visite
vison vitamine vitrail vivace vivier vogue voilier voisin voiture voix volcan volee volley voltige
volume voute voyage voyelle vrille vue wagon wapiti wombat yaourt yeti yoga yole zebre zebu zenith
zephyr zero zeste zigzag zinc zinnia
`;
