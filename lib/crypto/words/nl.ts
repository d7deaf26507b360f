/**
 * The house list of 2,048 Dutch words (decision 6, reading h). The place of a word is part of
 * codes that people have written down: never insert, remove or move one. `words.test.ts` holds
 * the rules.
 */
export const words = `
aanbod aandacht aankoop aanleg aanmaak aanpak aanraken aantal aanvraag aanwezig aardbei abonnee
abrikoos absent absoluut academie accent account accu achter acrobaat acteur actie actrice adelaar
adem adres advies afdak afdeling afdruk afkorten afmeting afronden afspraak afstand afval afwas
agaat agenda ahorn airbag ajuin akker akkoord akte albatros album alfabet algemeen alinea allebei
allure almanak alpen altijd alvast amandel amateur ambacht ambitie amfibie amfora amper amusant
ananas andere andijvie anekdote anijs animatie anjer anker anorak antenne antiek antwoord apart
apotheek apparaat appel applaus april aquarel arbeid arcade arduin arena armatuur armband aroma
artiest asbak asfalt asperge aster atelier atlas atleet atol auditie augustus aula auteur auto
avocado avond azalea azijn azuur baai baan baard babbel badkamer badpak bagage bakfiets bakker
baksteen balans balein balie balkon ballet bamboe banaan band banjo bank barbecue baret basalt
basis bassin batterij bazaar bedank bedrijf beek beeld beer begin begrip behang beitel beker
belang beleid belfort bellen belofte beneden benoemen benzine bereiken berg bericht beroep
beschuit beslag best betaal beton beuk beurt bevatten bever bevroren bewaren beweging bewijs
bewoner bezem bezig bezoek bidon biels bieslook biet bijbaan bijdrage bijen bijkomen bijna biljart
binnen biologie bioscoop biscuit bivak blaas blad blaffen blauw blazer bleek blender bleu blij
blik blinken bloem blok blouse blozen bobbel bocht bodem boek boer bokaal bolero bolster bonbon
bonsai bonus boom boon boor boot borden borstel bosbes bosrand boter bouillon bouwen boven bowlen
braam bramen branding brasem breed breien brem brengen brief bril broccoli broek bron brood brug
bruin brunch buffel buidel buigzaam buiten buizerd bulderen bundel bunzing bureau burger bus busje
button buurt cabaret cacao cactus cadans cadeau cafe cake calorie camera camping canon capsule
caravan carnaval casco cavia ceder cello cement cent chalet charme chef chic chocola cijfer
cilinder circus cirkel citroen clown club coach cocon code colbert collega comfort compleet
concert condor confetti contact conus cool corner correct coupon creatief creme cricket crocus
cultuur curry cursus cyclus cypres daar dadel dagboek daglicht dahlia daken dalen daling damast
dame dammen dansen dapper dashond datum deal december decor deeg deel degelijk deining dekbed
deken deksel delen denken dennen depot derde design dessert detail deuk deur dezelfde diadeem
dialect diamant dicht dictee dieet dienst diep dier diesel digitaal dijk dik dimmer diner dingen
dinsdag diploma direct dirigent discus distel divan dobber docent dodo doek doel dolfijn domein
donut doolhof doos dop dorp dorst dossier douche dozijn draad dragen drempel drie drijven droom
druif drummen druppel dubbel duet duif duim duin duizend duur duwen dwars dynamo echo eclair
ecologie editie eekhoorn eend eenheid eenvoud eerbied eerlijk eerste eetkamer eeuw effect egel
eigen eik eiland ekster eland elastiek elegant element elf elk elleboog elpee emaille embleem
emmer energie enkel enorm ensemble entree envelop equator erfgoed ergens erker ernst ervaring erwt
esdoorn espresso essay essentie etage etalage etiket etmaal etui euro even examen excuus exotisch
expert export extra ezel fabel fabriek factuur fagot fakkel falk fanfare fantasie fase fauna
favoriet fazant februari fee feest feit festival fiche ficus fiets figuur fijn filet filiaal film
filosoof filter finale finish firma fitness fjord flacon flamingo flanel flap flat fles fleurig
flexibel flora fluit fluor fluweel flyer focus folder folie folklore fonds fontein forel format
forum foto foyer fraai fragment framboos frank fresco friet fris frituur fruit fuchsia functie
gaas gaatje galant galerij galop gamma gang gans garage garen garnaal gast gazelle gazon gebaar
gebied gebouw gebruik gedicht geduld geel geeuw gegeven geheugen gehucht geit gekko geleider
gelijk geluid gemak gember gemeente genoeg geologie gepast geranium gerecht gerst geschikt gesprek
getij geur gevel geweldig gewicht gewoon gezellig gezicht gezond gids giechel gieter gigant gips
giraffe gist gitaar glad glans glas glazuur gletsjer glimlach glinster globe gloed glorie golf
golven gom gondel goochel goot gordijn gorilla goud goulash gourmet graag gracht grafiek grap gras
gratis graveren greep grens griffel grijs grind groei grommen grond groot grot grutto guave guitig
gul gulden gum gunstig gymnast gymzaal haag haard hagel haken halen hallo halm halsband halte
hamster hand hangmat haring harmonie harp hars hart haspel haven havik hazelaar heden heel
heerlijk heester hefboom heide heining helder helft helm helpen hemd herberg herder herfst herhaal
herinner hert heuvel hiel hinde hinkelen historie hobby hoed hoek hoesje hoeve hof hoi hommel
honderd honing honkbal hoofd hoog hooi hoorn hop hopen horizon horloge hotel houding hout huid
huis hulde hulp hulst humeur humor hunebed huppelen hutspot huur hyacint icoon idee iglo ijl ijs
ijsbeer ijsje ijskast ijsvogel ijver ijzer ijzig illusie imago imker immer impala impuls inbox
inbreng index indruk infobord ingang inham inhoud inkoop inkt inleg inpakken insect insigne instap
interval invloed invoer inwoner inzet inzicht iris ivoor jaar jaguar jakhals jam jampot januari
japon jas jasmijn jeans jeep jeugd jockey jodium joggen jojo joker jolig jongleur journaal jubelen
juichen juist juli jungle juni juri jurk juweel kaars kaas kabel kabouter kachel kade kaft
kalender kalf kalk kalm kamer kamille kampioen kanaal kaneel kano kans kantoor kapper kapstok
karaf karper karton kassa kasteel kat katern katoen kauwgom kaviaar kegel keizer kelder kelk
kelner kennis keramiek kerrie kers ketchup ketel ketting keuken keuze kever kiekje kiem kiezel
kijken kikker kilo kilt kimono kiosk kip kippen kistje kiwi klaar klam klank klapper klas klauter
klaver kleed klei kleur kleven klik klimop klinker klip klok klomp kluif klus knabbel kneden knie
knikker knippen knol knoop knop knuffel koala koek koeler koffer kok koker kokos kolf kolibrie
kolom komeet komisch komma kompas konijn kool koor koper kopieren kopje koppel koraal koren korf
korst kort kosmos kostuum koud kous kozijn kraag krab kracht krans krater kreeft krekel krent
kriebel krijt kring kristal kroket kroon kruid kruk krullen kubus kudde kuieren kuif kuiken kuil
kuit kunst kurk kussen kust kwark kwast kweek kweker kwiek kwis laan laars label labyrint lachen
ladder lade lading lagune laken lakken lama lamp land langs lantaarn laptop lasso laten laurier
lava lavendel lawaai lawine leder ledikant leef leeg leer leeuw legende lekker lelie lenen lengte
lenig lens lente lepel leraar les letter leuk leuning leven lezen liaan libel lichaam lied lief
lift ligging ligstoel lijm lijn lijst likken lila limonade lindes lineair liniaal link linnen
lintje linzen lip liter lobby locatie loeien loep logeren logica logo lokaal loket lolly loods
loof look loon loop loper lorrie los loterij lotus luchtig lucifer lui luifel luiken luipaard luit
lukken lunch lupine luster lychee lynx maag maaien maaltijd maan maart maat machine magazijn mager
magie magma magneet mais makelaar makreel mals malt mand mango manier mantel map marathon maretak
margriet marker marmer masker massa mast mat matras mauve maximum mazzel medaille meel meer
meetlat meeuw mei melasse melden melk melodie memo mengen menthol menu merel merg merk merrie
mespunt messing metaal meter metgezel meting metro meubel mezelf middag mier mijl mijmer mijn
mikken mild milieu miljoen mimiek mimosa minder mineraal minuut mispel mist mixer mobiel modder
mode moe moeite moes mogelijk mok mol molen moment mond monitor monteur monument mooi morgen
mortel mos mossel mosterd motief motor mouw mozaiek muesli mug muis mul mummelen munt murmel
museum musical mustang muts muur muziek mysterie mythe naaister naam naast nabij nacht naderen
nadruk nagel najaar namiddag narcis nat natuur navel nazomer nectar nederig negen nemen neon nerf
nest netel netjes netwerk neus nevel nieuw nijptang nijver nikkel niveau noedels noemen nog noga
nokken nomade noord noot nopjes norm nota notitie nougat november nuance nuchter nul nummer nuttig
nylon oase obelisk ober object oceaan ochtend octaaf oefenen oester oever offerte ogen oker
oktober olie olifant olijf olm omelet omgaan omgeving omheen omhoog omkeren omlijst omroep omslag
omweg onder ongeveer onlangs online ons ontbijt onthoud ontspan ontvang ontwerp onweer onyx oog
oogappel oogpunt oogst ooievaar ooit ook oor oorbel oost opaal opbouw opdracht openen opera opgave
ophalen opnemen opnieuw oppas oprit opruimen opslag opsteker optelsom optica opvang opwarmen
opwekken opzet opzij oranje orchidee orde oregano origami orkest ornament otter oud ovaal oven
over ozon paal paar pad pagaai pagina pak pakket paleis pallet palm pamflet pand paneel panfluit
pannen panorama papaja papegaai papier paprika papyrus parade pardon parel parfum park pasje
passer pasta patrijs pauw pauze pedaal peddel peer pees peil pelikaan pels pen pendel penning
penseel peper percent periode perron perzik piano piccolo picknick piek pienter pijl pikant piket
pin pincet pinda pinguin pink pioen pion pipet piramide pistache pit pizza plaats plafond plakken
plan plat plectrum plein plek plezier plint ploeg plof plons plooi pluche pluim pluk plus pocket
podium poeder poes poetsen poezie pokaal polder polijst polo pols pomp pond pont pony poort pop
popcorn populier port positief post potgrond potlood praat prachtig prairie praktijk precies prei
prent prettig prijs primeur prins prisma proberen product proef profiel project proost prop pruim
pruttel publiek pudding pul punt puppy puree purper puur puzzel pyjama quiche quinoa quiz quota
raadsel raaf raam rabarber radar raden radijs raffia rails raket ramen rand ranja ranonkel rapport
rasp rauw ravioli rebus recept rechts recital record redactie rede reeks regel regio reiger reis
reiziger rekbaar rekenen relatie reling rem reptiel reserve respect rest retour retraite reuk
revue rib richting riem riet rij rijden rijm rijst rimpel ring ritme rits rivier robijn robot
robuust roeiboot roem roeper roer rok rol roman romig rommel rond rood room roos rosbief roteren
rotonde rots route royaal rozijn rubber ruche rug ruilen ruim ruisen ruit rups rust ruw sacoche
saffier salade salon sambal samen sandaal sap sappig sardine satijn sauna saus savanne saxofoon
scene schaap schelp schip school schrift schuim scooter score seconde seizoen selder semester
sepia serenade serie serre servet sesam sfeer shampoo shawl sierlijk signaal silhouet simpel sinas
siroop situatie sjaal sjabloon sjerp sjouwen skelter ski skien sla slaap slapen slee sleutel slim
slinger sloep sloffen slok sluis slurf smaak smal smelten snaar snavel sneeuw snel snip snoep snor
snuffel sober sociaal soep sofa soja sok soldeer solide solo som sonnet soort sopraan sorbet
souffle souvenir spa spaar spannend specerij spelen speurder spiegel spijker spinazie spiraal
spits splinter spons spoor sport sprei springen sprong spruit spul staart stad stal stam stap
start station steen stem ster steun stevig stift stijl stil stip stoel stof stok stolp stoom
stoppel straat streep strik stroom struik student stuk stuur subtiel succes suiker super surfen
surprise symbool symfonie synoniem synthese systeem taal taart tabel tablet tachtig tafel tak
taken talent tand tang tank tapijt tarief tarwe tas tauge taxi taxus team techniek teddy teen
tegel teken tekort tekst telefoon tellen tempo tennis tent termijn terras terug test teugel
tevreden textiel theater thee thema theorie therapie thuis tiara tien tijd tijger tijm tikken
timmer tip tissue titel toast tocht toekomst toerist toeter toeval toffee tol tomaat ton toneel
tong tonijn toog toon top toren tosti totaal tovenaar traag tractor traject tram trap trechter
trein trekker triangel trio troef trog trolley trommel troon tropisch trots trouw truffel trui
tuba tube tuimelen tuin tulp tunnel turf turnen tussen twaalf twee twijg twintig type typisch uil
uit uitgang uitje uitkijk uitleg uitnodig uitstel uitweg uitzicht uniek uniform uur uurwerk
vaandel vaas vakantie valk vallei vanaf vandaag vanille vanwege varen vaste vat veel veen veer
veilig veld velours venkel venster ventiel ver verander verf vergroot verhaal verkeer vernis vers
verte vervolg verzoek vest veter veulen vezel viaduct video vier vijf vijg vijver villa vilt
vinden vinger vink violet viool vis visite vitamine vitrine vlaai vlag vlak vlas vlecht vleugel
vlierbes vlinder vloer vlok vloot vlot vlug voedsel voeg voet vogel vol volgen volledig vonk voor
vorige vork vorm vorst vos vouwen vraag vrede vreugde vriend vrijdag vroeg vrolijk vrucht vulkaan
vullen vulpen vuren vuurwerk waaier waarde wachten wafel wagen wagon wakker wal walnoot wals
walvis wandelen wang wanneer want wapper warboel warm wasbak wasmand water watten web webcam week
weelde weer weg weide weinig wekker wel weldaad welkom welvaart wending wens wereld werk wervel
west weten wever wezel wieken wiel wijd wijs wijzer wik wil wilg wimpel wind wingerd winkel winst
winter wiskunde wissel wit witlof woelig woensdag woestijn wol wolk wonder wonen woord worm wortel
woud wrap wrijven wulp yoga yoghurt yucca zaag zaailing zaak zaal zacht zadel zak zakdoek zalf
zalm zand zanger zebra zee zeef zeekoe zeeland zeep zeester zegel zeil zeker zelden zelf zemelen
zender zes zeshoek zestig zetel zeven zicht zien zigzag zijde zilver zin zingen zinvol zitbank
zitten zode zoeken zoem zoet zolder zomer zon zonnig zoogdier zoom zorg zout zuid zuinig zuivel
zuring zuur zwaan zwaluw zwemmen zweven zwier
`;
