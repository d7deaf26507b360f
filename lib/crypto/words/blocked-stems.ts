/**
 * What the house lists must not hold (decision 6): frightening, sexual, violent, religious, about
 * family, flight or police, or belonging to what people here may have lived through. A stem with
 * a star stands for everything that begins with it. Read by the test only.
 */
export const blockedStems = {
  nl: `
aambei* aanklag* aanrand* aanslag* aanval* aap abort* achterv* advoc* afgrond* afkeer* afpers*
afranse* afschuw* agent* aids alarm* alcohol* allah ambulanc* angst* anus arm arme armoe* arrest*
arts* as asiel* assault* baas baby* bajes* ban bandiet* bang* baren bastaard* bedel* bedreig*
bedrieg* bedrog* begra* beha bekeur* beklaag* belag* belast* beledig* bende* bes bevall* bidden*
bier* bijbel* bijl* binnend* bisschop* blind* bloed* bloot* bloten boef* boete* bom bomm* boos*
bordeel* borst* bot botten boze brand* breken broer* bruid* brul* bruut* buit* bullet* cel cellen
christen* cipier* cocaine* crimin* crisis* dader* dealer* demon* dief* dieve* dochter* dode*
dodelijk* doden dokter* dolk* dom domme* dood* doods* doof* douane* drank* dreig* drift* dronk*
drug* druk* duel* duister* duivel* dwaas dwang* dwing* echtge* eenzaam* eikel* einde* ellend*
engel* enkelb* erf* erotis* escort* executie* explos* failliet* familie* fataal* fel femin* foei
fout* fraud* gang* gay gebed* geboeid* geboort* geest* gehandicapt geil* geld geloof* gelovi*
gemeen* gemene* genade* genoc* geslacht* getuig* gevaar* gevaarlijk gevange* gevecht* geweer*
geweld* gewond* gezin* gif* gijzel* god* godsd* goelag graf* grens* griezel* gril* grimmig* gruw*
haai* haat* hamer* handboei* handgem* handlang* hart* hasj* haten heilig* hek heks* hel helle*
hels* hemel* heroin* hersen* hitler* hoer* honger* huid* huil* huwelij* hyster* idioot* illegaal*
inbraak* inbrek* incest* infect* inferno* injec* invasie* isl* islam* jaag* jagen jager* jaloe*
jank* jezus* jihad* jode* jong* jongen* jood* junk* kak* kanker* kanon* kapel* kaping* kapot*
karma* kaste* keel* kerk* kerker* kerm* keten* ketter* kid kidnap* kill* kind* kist* klacht* klap*
klem* kloost* klootz* knal* kneuz* knuppel* kogel* koran* kraam* krank* kreet* kreu* krijg* krijs*
kruis* kruisig* kus* kut* kwaad* kwaal* kwad* kwel* kwets* laf lafaard* lafbek* last* leed leger
leger* lesb* liefde* liefje* lijden* lijf* lijk lijken loer* lul* lust* lynch* maag* maagd*
maffia* man mann* marine* martel* massage* matroos medicijn* meid* meisje* mens* menstru* mes
mess* migr* mij militair* misbruik* misdaad* misdad* mishand* mislukk* misse* moeder* moord*
mortier* moskee* moslim* muiter* mum munitie* naakt* naald* nachtm* nazi* neef* negatief neger*
nepp* neuk* nicht* non nonne* nood* noodlot* offer* oma onderdruk* onderw* onheil* onteer*
ontploff* ontslag* ontsnap* ontucht* ontvoer* oom oorlog* opa opgeslot* opsluit* opstand* orgas*
orkaan* ouder* overdos* overled* overlev* overlij* overval* paniek* paspoort* pastoor* paus* pech
pedo* penis* pervers* pest* pijn* pijp* pil piraat* pis* pistool* plunder* poep* politie* pooier*
porno* prater priest* prooi* prostit* psalm* puin* rabbi* raci* ramp* rat ratten razend* razzia*
recher* rechtba* rechter* religi* revolver* rijk rillen* ritueel* roof* rook* rot rotzak* rouw*
roven* rover* ruine* ruzie* sabel* satan* schaam* schaamte* schade* schand* schede* scheid* schel
schelm* schiet* schijt* schoft* schok* schot* schreeuw* schreien schrik* schuld* seks* sex* shit*
sigar* slaaf* slaan* slacht* slag* slang* slap* slave* slecht* slechts slet* sloop* slop* smeek*
smerig* smokk* snij* soldaat* sperma* spion* spook* spuit* staking* stalk* steek* steel* stel*
stelen* sterf* sterv* stier* stik* stom* storm* straf* strijd* strop* stropdas stuip* stuk* suf
suicid* tante* terreur* terror* teug tieten* tiran* toilet* traan* tragi* tranen tranen* trauma*
treur* tuig* tumor* uitbuit* uitgeput* uitzet* urine* vader* vagina* val vallen* vals* valse*
vampier* vecht* vechten* verbod* verbran* verdacht* verdovend* verdr* verdriet* verdwaal* vergif*
vergis* verkeerd* verkra* verlam* verlat* verlie* verloor* verlor* vermis* vermoor* verniel* verr*
verra* verslaaf* verstik* vervelend* verwond* vies* vijand* virus* visum* vlam* vlees* vlieg*
vloek* vlucht* volk* voodoo* voogd* vrees* vrij* vrouw* vuil* vuist* vuur* waanzin* wapen* weduw*
ween* wees wenen* werkgever* wieg* wijn* wild* wodka* wond* wonden worstel* wraak* wrak* wreed*
wreken* wurg* zadist* zelfmoord* ziek* ziel* zigeuner* zoen* zonde* zoon* zot zus* zuster* zwaard*
zwak* zwart* zweep* zweer*
`,
  fr: `
abaiss* abandon* abatt* abattoir abattre abdiq* abject* abus* abyss* accabl* accident* accus*
acid* adult* aeronef affaire* affol* affreu* affront* agent aggrav* agress* alarm* alcool* alerte*
alien* amant* amer* amour* aneanti* ange angoiss* anus anxi* apeur* apotre* argent arme* armee*
arnaq* arrach* arrest* arret* arsenic* asile* assassin* assaut* asserv* atroc* attaqu* atten*
aveugl* aviat* avion avort* bagarre* bagnard* bagne* baiser* baisse* balaf* balle* bancaire*
bandit* barbar* bastard* bataill* batard* battre* bebe* berceau* betise* bible* biere* biops*
bless* blind* boire bombard* bombe* bordel* bouddh* bourreau* braqu* brigad* bruler* brutal* butin
cabanon* cadavre* cafard* cafeine cage* calomni* calvair* cambriol* cancer* canon* capt* captif*
carcan caresser* carnage* cauchemar* caution* cercueil* cerebral cerveau* chagrin* chair*
chapelet* charnel* chass* chatim* chaud* chien* choc* chretien* chute* cigar* cimetier* clerge
client* cloitre* cocaine* cogner* colere* collision* combat* commissar* complot* condamn* conflit*
contrebande* coran* cordon* corps coup* coupable* courroux couteau* couvent* crach* craint*
crainte* crane* crever* crier* crim* crise* croix* cruaut* cruel* cuisse* culot* culp* culte*
cyanur* danger* debauch* decapit* deced* deces* dechir* defaite* defen* degout* delit* demence*
demon* denonc* denud* depress* desastr* desert* desespoir* deshabil* desordr* dessous detenu*
detresse* detruire* dette* deuil* diable* dieu* diffam* divin* divorc* docteur* domin* dompt*
douane* douanier* douleur* douloureux drogu* duel* dur* eclater ecraser* effray* eglise* egorg*
embryon* emeut* emeute empoison* empris* enceinte* enchain* enfance* enfant* enfer* enferm*
enfuir* enlev* ennem* ennui* epidemi* epier* epitaph* epous* epuis* erot* errer esclav* escort*
espion* esquiver ethni* etrangl* evad* evas* evequ* excit* execut* exil* exploit* explos* expuls*
fachist* faible* faillir* faim famil* fantom* fardeau* fatal* fatigu* fausse* faute* felin femme*
femur* fesse* fetard feu fievre* fille* filleul* fils flamm* fleau* flic* flirt* foetus foudre*
fouet* fouill* fouler frapp* fraude* frayeur* frere* frisson* frontier* fugi* fuir* fuite* funeb*
funer* fureur* furi* fusil* garcon* garde* gay gemir gendarm* genou* gifle* gitan* goudron grenad*
grief* griff* gronder guerr* haine* hair* harcel* hematome* heroin* heurt* honte* honteu* hopital*
hormone* horreur* horribl* hostil* hotel* humili* hurl* hymn* hyster* idiot* ignor* illegal*
illicit* imbecil* immigr* impot* impur* incend* incest* infect* infern* infirm* inflig* injur*
inquiet* insult* interdit* intim* intrus* invasion* ivre* ivress* jalous* jesus jeunesse* jihad*
jouir* jouiss* judaism* juge* jugement* juif* jupon* juron* justic* juveni* kidnap* lacerer*
lambeau* lame* larme* leche* legion* lesbien* lesion* ligot* linceul* livide location* louer
loyer* lugub* lutte* lutter* luxure* macabr* mafia* maire malad* malefic* malheur* malice*
malsain* maman* maquereau* mari mariag* marteau* massacr* massag* matraqu* maudi* mauvais* mecan*
mechan* medecin* mefait* menace* menott* mensong* merde* mere meurtr* migr* milic* militair*
minable miser* missile* mitraill* moine* monstr* moquer* mordr* morgue* mors* mort* mosque*
mourir* muet musulman* mutil* naitr* naufrag* nazi* neant* nefast* negre* neveu* niece* nocif*
noirceur* nonne* noyer* nu nudit* nuire* nuisibl* nuptial* obscen* obscur* odieu* offens* oncle*
onirique opium* oppress* orage* orgasm* orgie* orgueil* orphelin* otage* ouragan* outrag* paien*
panique* papa* pape parrain* passeport* patrouill* pauvr* peche* pecheur* peine* pendre* pendu*
penis* penurie* perdr* perdu* perfid* peri* perte* pervers* pest* peur* phobi* pill* pillag*
pirat* pistolet* plaie* plainte* pleur* poignard* poison* polic* porno* poumon* pouss* prefet*
pretr* prier* priere* priso* prisonnier* prive* procur* proie* prostit* proxenet* psychos* pud*
punais* puni* purgatoir* putain* pute* querel* racis* racket* rafle* rage* rancon* rapace* rapt*
raser rat ravag* rebell* refug* regress* reli* religi* repress* requin* revanch* revolt* revolver*
rigid* riposte* risqu* rituel* rival* ruin* rupture* ruse* sabot* sabre* sacre* sacrif* saign*
saint* salaud* sale salop* sanctio* sang* sanglant* sanglot* satan* sauvag* scalpel* scandal*
scelerat* secte* seduct* seduir* sein seringue* sevir* sevrage* sexe* sexuel* shoot* sida sinistr*
soeur* soldat* sombr* sorcier* sott* souffr* soufr* soumis* soupcon* sperm* stupr* suicid*
supplic* survi* suspect* syphil* tabac* tabass* talib* tante* tatou* taule* taxe* tempet* temple*
tendu tentation* terreur* terribl* tetin* tibia* tirer* tireur* tombe* tombeau* tomber* torch*
tornad* torpill* tortur* tourment* toxic* toxin* trafic* tragiq* trahi* traitr* traqu* trauma*
travail* tribu* tribunal* trist* tromp* trouill* truand* tuer* tueur* tumeur* tuteur* tyran*
ulcer* urin* usure* vaccin* vagabond* vagin* vaincre* vampir* vandal* vassal* veng* venimeu*
venin* verge verrou* veuf* veuv* vicieux victim* vierg* viol* violat* violen* vipere* viril*
virus* visa voler* voleur* vomir* vulgair* vulv* zizi* zombi*
`,
  en: `
abandon* abduct* abort* abus* accident* accus* acid* addict* adult* affair* afraid* aggress*
airpl* airpo* alarm* alcohol* alien* allah alley ambush* anal angel* anger* angry anguish* anus
anxi* ape armed armor* arms army arrest* arrow* arson* artefact ash* assassin* assault* atom*
attack* auction aunt* awful* axe baby* bachelor* bad badly bail bait* bastard* bat* battle* beast*
beat* beer behead* betray* bible* bill bishop* bitch* bitter* blackm* blade* blame* blast* bleak*
bleed* bless* blind* blood* bloody bodi* body* bomb* bondage bone* booze* border border* boss*
boy* bra brandy brat breast* bribe* bride* broken* broth* brothel* brother* bruise* brutal*
buddha* bull* bullet* bully* bunker* burden* burgl* burial* burn* bury* butt* cage* cancer*
cannon* captiv* capture* cargo casino* casket* caught chain* chaos charge* chase* cheat* chick*
child* china choke* christ* chronic* church* cigar* client* clinic* cocaine* coffin* collapse*
combat* condemn* condom* confess* conflict* congress convict* cop cops corpse* court* cousin*
coward* crack crack* cradle* crap* crash* crater crawl* crazy* cremat* cried cries crime* crimin*
cripple* crisis* cross* crowd* crucif* cruel* crush* cry* cuff* cult* curse* custody* cut* dad*
dagger* danger* dark* daughter* dead* deaf* death* debt* deceiv* decep* decline* defeat* defen*
demon* denial* deny* deport* depress* derail* desert* despair* desper* destroy* detain* detect*
detent* devil* diaper die died dies dirt* disab* disast* disease* disgust* disorder* divine*
divorce* dizzy doctor* dominat* doom* dope* dose* drag* dread* drown* drug* drunk* duel* dumb*
dump* dutch dwarf* dying* dynamite* enem* envy* epidem* erase* erot* escap* escort* evict* evil*
execut* exhaust* exile* exist* exit explod* exploit* explos* expose* fail* faint* faith* fake*
fall* famil* famin* fat* fatal* father* fatigue* fault* fear* female* fetus fever* fierce* fight*
fire* fired flame* fled flee* flesh* flight* flog* fly* foil forbid* force* foster* fraud* freak*
friend* fright* fuck* fugitiv* funeral* furious fury gallow* gambl* gang* gay* ghost* gin girl*
gloom* god* gore gospel* gossip grab* grandm* grandp* grave* greed* grenad* grie* grim* grip
guard* guilt* gun* gypsy halo handcuff* hang* harass* harm* harsh* hate* hatred hazard* heal*
heaven* heir* hell* heroin* hijack* hit* hocus hollow holocaust* holy* homeless* homicid* honor*
hooker* horny horrib* horrif* horror* hospital* hostage* hostil* hotel hump* hunger* hunt* hurt*
husband* hymn* hysteri* idiot* ignor* ill illegal* illness* immigr* infant* infect* inflict*
inherit* inject* injur* inmate* insan* insult* intimid* intrud* invad* isolat* isolate jail* japan
jealous* jerk* jesus* jew* jihad* judge* junk jury* kid* kidnap* kidney* kill* kin king* kiss*
knife* knive* koran* ladies lady lash* latin lawsuit* lawyer* leash* lesbian* lethal* liar* lie
lied lies limb limb* liquor* loan* lobster lock* lone lonely* loss lost lover* lovers lung lust*
lynch* mad madness maid* male man marr* marshal* martial* martyr* mask mass massacre* massage*
master* melt men merchant* mercy* merge militar* minister* minor* miser* misery* miss missile*
mistress* mixed mob mobster* molest* monk* monster* morgue* mortal* mosque* motel mother* mourn*
mug* murder* muslim* mute naive nake* nanny* narcot* nasty* nazi* needle* negro neither nephew*
nervous* niece* nightmare* nipple* nominee noose* nuclear nude* nun nuns nurse* obes* obey* obit*
obscure occult* offen* offend* opium* oppress* orgas* orgy* orphan* outlaw* overdose* owner*
pagan* pain* panic* panties panty parent* parole* passport* pastor* patrol* payment penal* penis*
pension perver* pill* pimp* pirate* pistol* plague* pledge poison* police* poor* pope* porn*
poverty* pray* predator* pregnan* priest* prison* probation prostit* psalm* psych* puke pun*
punch* punish* pussy quit* quran* rabbi* race* racis* rack rage* raid* ransom* rape* rat rats
razor* rebel* refuge* reject* religi* rent* repress* rescue* reveng* revolt* revolver* rifle*
riot* risk* ritual* rob robb* rookie rot rotten* rough* rude* ruin* run* ruthless* sacred* sacrif*
sad saint* satan* satoshi savage* scandal* scar* scare* scream* screw* seduc* seiz* seminar senate
senior sermon* sever* sex* shallow shame* shark* sheriff* shit* shock* shoot* shot* shove*
sibling* sick* siege* sin sinister* sins siren sister* skelet* skin skull* slam slap* slaughter*
slave* slay* slim slut* smack smash smoke* smug* sniper* sob soldier* son sons soul* spank* spear*
sperm* spirit* spit* spouse* spy stab* stalk* starv* steal* stepm* sting stole* strangl* strike
strip* struggl* stuff stumble stupid* subway suffer* suffoc* suicid* suit surrend* surviv*
suspect* swear* sweat* sword* tattoo* tax* tear tears temple* tempt* terrib* terrif* terror*
thief* thiev* threat* thrill throat* thug* tobacco* toddler* toilet* tomb* torch* torment* torn
tornado tortur* toxic* trade* traffic* traged* tragic* traitor* trap* trash trauma* trial* tribe*
trick* trigger* troop* trouble* tumor* turkey turkey* twin* tyran* ugly* uncle* undress* unfair*
unhappy* uniform upset upset* urge urin* vague vampir* vanish venom* veteran* vicious* victim*
villain* violat* violen* virgin* virus* visa* vodka* void vomit* war warfare* warn* warrant*
warrior* wars weak* weapon* wed wedd* weep* weird weird* whip* whiskey* whisky* whore* wicked*
widow* wife* wine* witch* witness* wives wolf* woman* women* worry worse* worship* worst* wound*
wreck* wrestl* wrist* wrong* zombie*
`,
} as const;

/** Words that begin like a blocked stem and mean something else: a button, a papaya. */
export const innocent = {
  nl: `
borstel branding buiten erfgoed gang gemeente grafiek hart jongleur kasteel knalrood kust luster
messing offerte pistache vrijdag wonder
`,
  fr: `
chocolat coupe desert domino durable fauteuil gardenia lamelle moineau papaye pendule perdrix
periode poussin relief sabot tribune violette
`,
  en: `
bathtub button cutlery firefly gravel pillow rabbit scarf shovel sweater taxi
`,
} as const;
