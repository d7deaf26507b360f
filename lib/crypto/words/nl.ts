/**
 * The house list of 2,048 Dutch words (decision 6, reading h). The place of a word is part of
 * codes that people have written down: never insert, remove or move one. `words.test.ts` holds
 * the rules.
 */
export const words = `
aanbod aandacht aankoop aanleg aanmaak aanpak aanrecht aantal aanvraag aanwezig aardbei abonnee
abrikoos absoluut academie accent account accu achter acrobaat acteur actie actrice adelaar adem
adres advies afdak afdeling afdruk afkorten afmeting afronden afspraak afstand afval afwas agaat
agenda ahorn airbag ajuin akker akkoord akte albatros album alfabet algemeen alinea allebei allure
almanak altijd alvast amandel amateur ambacht ambitie amfibie amfora amper amusant ananas andere
andijvie anekdote anijs animatie anjer anker anorak antenne antiek antwoord apart apotheek
apparaat appel applaus april aquarel arbeid arcade arduin arena armatuur armband aroma artiest
asbak asfalt asperge aster atelier atlas atleet atol auditie augustus aula auteur auto avocado
avond azalea azijn azuur baai baan baard babbel badkamer badpak bagage bakfiets bakker baksteen
balans balein balie balkon ballet bamboe banaan band banjo bank barbecue baret basalt basis bassin
batterij bazaar bedank bedrijf beek beeld beer begin begrip behang beitel beker belang beleid
belfort bellen belofte beneden benoemen benzine bereiken berg bericht beroep beschuit best beton
beuk beurt bevatten bever bevroren bewaren beweging bewijs bewoner bezem bezig bezoek bidon biels
bieslook biet bijbaan bijdrage bijen bijkomen bijna biljart binnen biologie bioscoop biscuit bivak
blaas blad blaffen blauw blazer bleek blender bleu blij blik blinken bloem blok blouse bobbel
bocht bodem boek boer bokaal bolero bolster bonbon bonsai bonus boom boon boor boot borden borstel
bosbes bosrand boter bouillon bouwen boven bowlen braam bramen branding brasem breed breien brem
brengen brief bril brink broccoli broek brok bron brood brug bruin brunch buffel buidel buigzaam
buiten buizerd bulderen bundel bunzing buren burger bus busje button buurt cabaret cabine cacao
cactus cadans cadeau cafe cake calorie camera camping canon canvas capsule caravan carnaval casco
catering cavia ceder cello cement cent chalet charme chef chemie chic chocola cijfer cilinder
circus cirkel citroen clown club coach cocon code colbert collega column comfort commode compleet
concert condor confetti contact conus cool copieus corner correct coupon couvert creatief creme
cricket crocus cultuur curry cursus cyclus cypres daar dadel dagboek daglicht dahlia daken dalen
daling damast dame dammen dansen dapper dashond datum deal debuut december decibel decor deeg deel
deftig degelijk deining dekbed deken dekking deksel delen delfts demo denken dennen depot derde
design dessert detail deuk deur diadeem dialect diamant dicht dictee dieet dienst diep dier diesel
digitaal dijk dimmer diner dingen dinsdag diploma direct dirigent discus distel divan dobber
docent dodo doek doel dolfijn domein dompel donut doolhof doorn dop dorp dossier douche dozijn
draad dragen drempel drie drijven droom druif drummen druppel dubbel duet duif duim duin duizend
duur duwen dwars dynamo echo eclair ecologie editie eekhoorn eend eenvoud eerbied eerlijk eerste
eetkamer eeuw effect egel eierdop eigen eik eiland eindje eiwit ekster eland elastiek elders
elegant element elf elk elleboog elpee emaille embleem emmer energie enkel enorm ensemble entree
envelop episode equator erfgoed ergens erker ernst ervaring erwt esdoorn espresso essay essentie
etage etalage etappe etiket etmaal etui euro even evolutie examen excuus exotisch expert export
extra ezel fabel fabriek factuur fagot fakkel fanfare fantasie farao fase fauna favoriet fazant
februari fee feest feit festival fiche ficus fiets figuur fijn filet filiaal film filosoof filter
finale finish firma fitness fjord flacon flamingo flanel flater fles fleurig flexibel flits flora
fluit fluor fluweel flyer focus folder folie folklore fonds fontein forel format forum foto foyer
fraai fragment framboos frank frase fresco friet fris frituur frons fruit fuchsia fuga functie
futon gaas gaatje galant galerij galop gamma gang gans garage garen garnaal gast gazelle gazon
gebaar gebied gebouw gebruik gedicht geduld geel geeuw geheugen gehucht geit gekko gekleurd gelaat
geleider gelijk geluid gemak gember gemeente gemoed genieten geologie gepast geranium gerecht
gerief gerst geschikt gesprek getal getij geur gevel gewei gewicht gewoon gezang gezellig gezicht
gezond gids giechel gieter gips giraffe gist gitaar glad glans glas glazuur gletsjer glijbaan
glimlach glinster globe gloed glorie goedkoop golf golven gom gondel goochel goot gordijn gorilla
goud goulash gourmet graag gracht grafiek grap gras gratis graveren greep griffel grijs grind
groei grommen grond groot grot grutto guave guitig gul gulden gum gunstig gymnast gymzaal haag
haard hagel haken halen hallo halm halsband halte hamster hand hangmat haring hark harmonie harp
hars hart haspel haven havik hazelaar heden heel heerlijk heester hefboom heftruck heide heining
helder helft helm helpen hemd herberg herder herfst herhaal herinner hert heuvel hiel hinde
hinkelen historie hobby hoed hoek hoesje hoeve hof hoi hommel honderd honing honkbal hoofd hoog
hooi hoorn hop hopen horizon horloge houding hout huis hulde hulp hulst humeur humor hunebed
huppelen hutspot huur hyacint icoon idee iglo ijs ijsbeer ijsje ijskast ijsvogel ijver ijzer ijzig
illusie imago imker immer impala impuls inbox inbreng index indruk infobord ingang inham inhoud
inkoop inkt inleg inpakken inruil insect insigne instap interval intussen invloed invoer inwoner
inzet inzicht iris ivoor jaar jaguar jakhals jam jampot januari japon jas jasmijn jeans jeep
jockey jodium joggen jojo joker jolig jongleur journaal joviaal jubelen juichen juist juli jungle
juni juri jurk juweel kaars kaas kabbel kabel kabouter kachel kade kaft kalender kalf kalk kalm
kamer kamille kampioen kanaal kandij kaneel kano kans kantoor kapok kapper kapstok karaf karper
karton kassa kasteel kat katern katoen kauwgom kaviaar kegel kelk kelner kennis keramiek kerrie
kers ketchup ketel keuken keuze kever kiekje kiem kiezel kijken kikker kilo kilt kimono kiosk kip
kiwi klaar klank klas klaver kleed klei klep kleur kleven klik klimop klinker klip klok klomp
kluif klus kluwen knabbel knalrood knie knikker knippen knoop knop knuffel koala koek koeler
koepel koffer kok koker kokos kolf kolibrie kolom komeet komisch komma kompas konijn koor koper
kopje koppel koraal koren korf korrel korst kort kosmos kostuum koud kous kozijn kraag krab kracht
krans krater kreeft krekel krent kriebel krijt kring kristal kroket kroon kruid kruk krullen kubus
kudde kuif kuiken kuil kuit kunst kurk kust kwark kwast kweek kweker kwiek kwis laan laars label
labyrint lachen ladder lade lagune laken lakken lama lamp land langs lantaarn laptop lariks lasso
laten laurier lava lavendel lawaai leder ledikant leef leeg leer leeuw legende lekker lelie lenen
lengte lenig lens lente lepel leraar les letter leuk leuning leven lezen lezing liaan libel licht
lied lief lift ligging ligstoel lijm lijn lijst lila limonade lindes lineair liniaal link linnen
lintje linzen liter lobby locatie loeien loep logeren logica logo lokaal loket lolly loods loof
look loon loop loper los loterij lotus luchtig lucifer luifel luiken luipaard luit lukken lunch
lupine luster lychee lynx maaien maaltijd maan maart maat machine magazijn magie magma magneet
mailen mais makelaar makreel mals malt manchet mand mango manier mantel map marathon maretak
margriet marker marmer massa mast mat matras mauve maximum mazzel medaille meel meer meetlat meeuw
mei melasse melden melk melodie memo mengen menthol menu merel merg merk merrie messing metaal
meter metgezel meting metro meubel middag mier mijl mijmer mijn mikken mild milieu miljoen mimiek
mimosa minder mineraal minibus minuut mispel mist mixer mobiel modder mode moedig moes mogelijk
mok mokka mol molen moment monitor monteur monument mooi morgen mortel mos mossel mosterd motief
motor motto mout mouw mozaiek muesli mug muis mul munt murmel museum musical mustang muur muziek
mysterie mythe naaister naam naast nabij nacht naderen nadruk nagel najaar namiddag narcis natuur
navel nazomer nectar nederig negen nemen neon nerf nest netel netjes netwerk neus nevel nieuw
nijptang nijver nikkel niveau noedels noemen nog noga nokken nomade noord noot nopjes norm nota
notitie nougat november nuance nuchter nul nummer nuttig nylon oase obelisk ober object oceaan
ochtend octaaf oefenen oester oever offerte ogen oker oktober olie olifant olijf olm omelet omgaan
omgeving omheen omhoog omkeren omlijst omroep omslag omweg onder ongeveer onlangs online ons
ontbijt onthoud ontspan ontvang ontwerp onweer onyx oog oogappel oogpunt oogst ooievaar ooit ook
oor oorbel oost opaal opbellen opbouw opdracht openen opera opgave ophalen opklaren oplage opmaak
opnemen opnieuw oppas oprit opruimen opslag opsteker optelsom optica optocht opvang opwarmen
opwekken opzet opzij oranje orchidee orde oregano origami orkest ornament otter oud ovaal oven
over ozon paal paar pad pagaai pagina pak pakket paleis paling pallet palm pamflet pand paneel
panfluit pannen panorama papaja papegaai papier paprika papyrus parade pardon parel parfum park
pasje passer pasta patrijs pauw pauze pedaal peddel peer pees pegel peil pelikaan pels pen pendel
penning penseel peper percent periode perk perron perzik piano piccolo picknick piek pienter
pijler pikant piket pin pincet pinda pinguin pink pioen pion pipet piramide pistache pit pizza
plaats plafond plakken plan plat plectrum plein plek plenzen plezier plint ploeg plons plooi
pluche pluim pluk plumeau plus pocket podium poeder poetsen poezie poffer pokaal polder polijst
polo pols pomp pond pont pony poort pop popcorn populier port positief post potgrond potlood praat
prachtig prairie praktijk precies prei prent prettig prijs prikbord primeur prins prisma proberen
product proef profiel project proost prop pruim pruttel publiek pudding pul punt puppy puree
purper puur puzzel pyjama quiche quinoa quiz quota raadsel raaf raam rabarber radar raden radijs
raffia rails raket ramen rand ranja ranonkel rapport rasp ravioli rebus recept rechts recital
record redactie rede reeks regel regio reiger reis reiziger rekbaar rekenen reling rem reptiel
reserve respect rest retour retraite reuk revue richting riet rij rijden rijm rijst rimpel ring
ritme rits rivier robijn robot robuust roeiboot roem roeper roer rok rol roman romig rommel rond
rood room roos rosbief roteren rotonde rots route royaal rozijn rubber ruche rug ruilen ruim
ruisen ruit rups rust sacoche saffier salade salon sambal samen sandaal sap sappig sardine satijn
saus savanne saxofoon scene schaap schelp schip school schrift schuim scooter score seconde
seizoen selder semester sepia serenade serie serre servet sesam sfeer shampoo shawl sierlijk
signaal silhouet simpel sinas siroop situatie sjaal sjabloon sjerp sjouwen skelter ski sla slaap
slee sleutel slim slinger sloep sloffen slok sluis slurf smaak smal smelten snaar snavel sneeuw
snel snip snoep snor snuffel sober sociaal soep sofa soja sok soldeer solide solo som sonnet soort
sopraan sorbet souffle souvenir spa spaar spannend specerij spelen speurder spiegel spijker
spinazie spiraal spits splinter spons spoor sport sprei springen sprong spruit spul staart stad
stal stam stap start station steen stem ster stevig stift stijl stil stip stoel stof stokvis stolp
stoom stoppel straat streep strik stroom struik student stuur subtiel succes suiker super surfen
surprise symbool symfonie synoniem synthese systeem taal taart tabel tablet tachtig tafel tak
taken talent tand tango tank tapijt tarwe tas tauge taxi taxus team techniek teddy teen tegel
teken tekort tekst telefoon tellen tempo tennis tent termijn terras terug test teugel tevreden
textiel theater thee thema theorie thuis tiara tien tijd tijger tijm tikken timmer tip tissue
titel toast tocht toekomst toerist toeter toeval toffee tol tomaat ton toneel tonijn toog toon top
toren tosti totaal tovenaar traag tractor traject tram trap trechter trein triangel trio troef
trog trolley trommel troon tropisch trots trouw truffel trui tuba tube tuimelen tuin tulp tunnel
turf turnen tussen twaalf twee twijg twintig type typisch uil uit uitgang uitje uitkijk uitleg
uitnodig uitstel uitzicht uniek uniform uur uurwerk vaandel vaas vakantie valk vallei vanaf
vandaag vanille varen vaste vat veel veen veer veilig veld velours venkel venster ventiel ver
verander verf vergroot verhaal vernis vers verte vervolg verzoek vest veter veulen vezel viaduct
video vier vijf vijg vijver villa vilt vinden vinger vink violet viool vis visite vitamine vitrine
vlaai vlag vlak vlas vlecht vleugel vlierbes vlinder vloer vlok vloot vlot vlug voedsel voeg voet
vogel vol volgen volledig vonk voor vorige vork vorm vorst vos vouwen vraag vrede vreugde vriend
vrijdag vroeg vrolijk vrucht vulkaan vullen vulpen waaier waarde wachten wafel wagen wagon wakker
wal walnoot wals walvis wandelen wang wanneer want wapper warm wasbak wasmand water watten web
webcam week weelde weer weg weide weinig wekker wel weldaad welkom welvaart wending wens wereld
werk wervel west weten wever wezel wieken wiel wijd wijs wijzer wik wil wilg wimpel wind wingerd
winkel winst winter wiskunde wissel wit witlof woelig woensdag woestijn wol wolk wonder wonen
woord worm wortel woud wrap wrijven wulp yoga yoghurt yucca zaag zaailing zaak zaal zacht zadel
zak zakdoek zalf zalm zand zanger zebra zee zeef zeekoe zeep zeester zegel zeil zeker zelden zelf
zemelen zender zes zeshoek zestig zetel zeven zicht zien zigzag zijde zilver zin zingen zinvol
zitbank zitten zode zoeken zoem zoet zolder zomer zon zonnig zoogdier zoom zorg zout zuid zuinig
zuivel zuring zuur zwaan zwaluw zwemmen zweven zwier
`;
