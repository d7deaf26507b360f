/**
 * The house list of 2,048 English words (decision 6, reading h). The place of a word is part of
 * codes that people have written down: never insert, remove or move one. `words.test.ts` holds
 * the rules.
 */
export const words = `
abacus abalone ability able about above absent absorb abstract absurd access account achieve acorn
acoustic acquire across act action actor actress actual adapt add addition address adjust admit
advance advice aerobic afford after again age agent agree ahead aim air airy aisle album alcove
alert alive all almanac almond aloe alone alpha already also alter always amateur amazing amber
among amount amused analyst anchovy ancient angle animal ankle announce annual another answer
antenna antique antler any anywhere apart apology appear apple approve apricot apron arch arctic
area arena argue arm around arrange arrive art artist artwork ask aspect asset assist assume aster
asthma athlete attend attitude attract audience august aurora author auto autumn avenue average
aviary avocado avoid awake aware away awesome awkward axis azure back bacon badger bag bagel
bakery balance balcony balloon bamboo banana banjo banner bar barbecue barely bargain barley barn
barrel base basil basket bathtub bazaar beach beam bean beard beauty beaver because become beef
before begin begonia behave behind believe bell below belt bench benefit berry best better between
beyond bicycle bid bike bind biology birch bird birth biscuit black blanket block blossom blouse
blue blur blush board boat bobcat bobsled boil bonfire bonus bookcase boost bootlace borrow bottle
bounce bouquet box bracelet brain brand brass brave bread breeze brick bridge brief bright bring
brisk broccoli bronze brook brown brush bubble buckle buddy budget buffalo build bulb bulk bumper
bundle bungalow burger burrow burst bus business busy button buyer buzz cabbage cabin cable cactus
cake call calm calypso camel campus can canary cancel candle canoe cantata canvas canyon capable
capital captain car caramel carbon cardigan careful carnival carousel carpet carrot cart case
cashew castle casual cat catalog catch category catfish cattle cause caution cave cayenne cedar
ceiling celery cello cement century cereal certain chair chalet champion change chapter charcoal
chat check cheddar cheese chef chemical cherry chestnut chicory chilli chimney chipmunk choice
choose chord chuckle churn cider cinema cinnamon circle citrus city civil claim clam clap clarinet
classic clay clean clerk clever click cliff climb clip clock clog close cloth cloud clover clown
club clue clutch coach coal coast coat cobweb cocoa code coffee coil coin cold collect color
column combine comet comfort comic common compass concert conduct confirm connect consider control
convince cookie cool copper copy coral core corner correct cosmos cost cottage couch country
couple course cover cowboy coyote crab craft cram crane crate crayon cream credit creek crew
cricket crisp critic crocus crop cruiser crumb crunch cube cucumber cup cupboard cupcake cure
curious curry curtain curve cushion custard cutlery cycle cymbal cypress daffodil dahlia daisy
dance daring dash database dawn day daylight debate decade december decide decorate decrease deer
define defy degree delay deliver dentist depart depend depth deputy derive describe design desk
dessert detail develop device devote dewdrop diagram dial diamond diary dice diesel diet differ
digital dignity dime diner dinner dinosaur direct discover dish display distance divide dock
document dog doll dolphin domain domino donate donkey doorbell double doughnut dove down draft
drama draw dream dress drift drill drip drive drizzle drop drum dry duckling duke dune during dusk
dust duty dynamic eager eagle early earn earth easel easily east easy echo eclair ecology economy
edge edit educate effort egg egret eight either elbow elder electric elegant element elephant
elevator elite elm else email embark ember embody embrace emerald emotion employee empower empty
emu enable enact end endless endorse energy engage engine enhance enjoy enough enrich enroll
ensure enter entire entry envelope episode equator equip era essay essence estate ethics event
everyone evoke evolve exact example excess exchange excite exclude exercise exhibit exotic expand
expect expire explain express extend extra eye eyebrow fabric face facility fact faculty fade fair
falafel falcon fame famous fan fancy fantasy farm fashion fast favorite feast feather february
federal fedora feed feel fence fennel fern ferry festival few fiber fiction fiddle field
fiesta fifty fig figure file fill film filter final finch find fine finger finish firefly firm first fish
fit fitness fix fjord flag flamingo flannel flash flat flavor flock floor florist flower fluid
flush flute foam focus fog folder follow fond font food footpath ford forest forget fork former
fortune forum forward fossil fountain fox foxglove fragile frame freckle freesia frequent fresh
fridge fringe frog front frosting fruit fudge fuel fulfill full fun function fund funny furnace
future gadget gain galaxy gallery game gap garage garden garland garment gate gather gauge gazelle
gear gecko general genius genre gentle genuine gerbil gesture geyser giant gift giggle ginger
giraffe give glacier glad glance glare glass glide glimpse glitter globe glory glove glow glue
gnome goal goat gold golf gondola good goose gorilla gosling gouache gourd govern gown grace grade
grain grant grape grass grateful gravel gray great green grey grid grit grocer group grow guess
guide guitar gym habit hair half hall hamlet hammock hamster handle happy harbor harp harvest hat
have hawk haystack hazelnut head heart heather heavy hedge height helmet help hen herd heron
hexagon hibiscus high hiking hill hint hip history hobby hockey hold hole holiday home honey hood
hope horn horse host hotdog hour house hover hub huge human humble hummus humor hundred hyacinth
hybrid ice iceberg icicle icon idea identify idle igloo iguana image imitate immense immune impala
improve impulse inch include increase index indicate indoor industry inform inhale initial inkwell
inner input inquiry insect inside inspire install intact interest into invest invite involve iron
island issue item ivory ivy jacket jaguar jar jasmine jazz jeans jelly jigsaw join joke journey
joy juice jumper jungle juniper just kale kangaroo kayak keen keep kernel kestrel ketchup kettle
key keyboard kind kit kitchen kite kitten kiwi knee knock know koala kumquat lab label ladder
ladybird lagoon lake lamb lamp land lane language lantern laptop large lasagna last later laugh
laundry lava lavender lawn layer leader leaf league leap learn leather leave lecture leek left leg
legacy legend leisure lemonade lend length lens lentil leopard lesson lettuce level liberty
library life lift light like lilac lime limit linen link lion liquid list little live lizard llama
load lobby lobelia local logic lollipop long look loop loose lottery lotus loud lounge loyal lucky
luggage lumber lunar lunch lychee lynx lyrics macaroni machine magazine magenta magic magnet
magpie mahogany mail main major make mall mammal manage mandolin mango mansion mantle manual many
maple marble march margin marigold market marmot marsh marzipan match material math matrix matter
mauve maximum maze meadow meal mean measure meat mechanic medal media meerkat meet melon member
memory mention menu merit mermaid merry mesh message metal meteor method middle midnight mile milk
million mimic mind mine minimum minnow mint minute mirror mission mistake mitten mix mixture
mobile mocha model modify molasses money monitor month mood moon moose moral more morning mosaic
moss most moth motion motor mountain mousse move movie much muffin mulberry mule multiply muscle
museum mushroom music mustard mutual myself mystery myth nail name napkin narrow national nature
near necklace nectar need nest net network neutral never news newt next nice night noble noise
noodle noon normal north nose notable note nothing notice nougat novel now number nut nutmeg oak
oasis oatmeal object oboe observe obtain obvious occur ocean ocelot octopus off offer office often
oil okay okra old olive olympic omelette omit once one onion online only opal open opera opinion
oppose option orange orbit orchard order ordinary oregano orient origami osprey ostrich other
otter ottoman outdoor outer output outside oval oven over owl own oxygen oyster ozone pace pack
pact paddle page pair palace palette palm pancake panda panel pansy panther papaya paper paprika
papyrus parade park parrot parsley party pass pasta patch path patio pattern pause pave pavilion
peach peanut pear pebble pelican pen pencil penguin penny peony pepper perfume pergola personal
pet petal pheasant phoenix phone photo phrase piano pickle picnic picture piece pigeon pigment
pile pillow pilot pinecone pink pioneer pipe pitch pixel pizza place plain planet plastic platypus
play plaza please pluck plug plum plunge plus pocket poem poet point polar pole polite polka
pollen pomelo pond pony poodle pool popcorn poppy popular porch porridge portion pose position
possible postcard potato pottery pour powder power practice precise predict prefer prepare present
pretzel prevent price primrose print priority prism privacy prize problem process produce profit
program project promote proof property prosper protect proud provide prune public puddle puffin
pull pulp pulse pumice pumpkin pupil puppet purpose purse put puzzle pyjamas pyramid quail quality
quantum quartz question quiche quiet quilt quince quiz quote rabbit raccoon radar radish raft rail
rainbow raisin rally ramp ranch random range rapid rare rate rather rattle raven ravioli reach
ready real reason rebuild recall receive recipe record recycle reduce reef reflect reform region
regular reindeer relax release relief rely remain remember remind remove render renew reopen
repair repeat replace report require resemble resource response rest result return reunion reveal
review reward rhubarb rhythm ribbon rice ride ridge right rigid ring ripple rise river road roast
robin robot robust rocket roll romance roof room root rope rose rotate round route royal ruby rug
rule rural saddle safe saffron sailboat salad salmon salon salt salute same sample sandal sapphire
sardine satchel satisfy saucer sausage save say scallop scan scarf scatter scene scheme school
science scissors scooter score scout scrap screen script scrub sea seagull seahorse seal search
season seat seaweed second section security seed seek segment select send sense sentence sequin
series service sesame session settle setup seven shaft shampoo shape share shed sheep shell
sherbet shield shift shine ship shirt shoe shop shore shoulder shovel show shrimp shrug shuffle
shuttle shy side sight sign silent silk silly silver similar simple since sing situate six sixth
size skate sketch ski skill skip skirt slab sled sleepy slender slice slight slipper slogan slot
slow slush small smart smell smile smoothie snack snail snap sniff snorkel snowball soap soccer
social sock soda sofa soft soil solar solid solo solution solve someone song sonnet soon sorbet
sorry sort sound soup source south soybean space sparrow spatial spawn speak special speed spell
spend sphere spice spinach split spoil sponsor spoon sport spot spray spread spring squash squeeze
squirrel stadium staff stage stairs stamp stand starfish state stay steak steel stem stencil step
stereo stew stick still stock stomach stone stool stork stove strategy stream strong student style
subject success such sudden sugar suggest suitcase summer sun sunbeam sundial sunny sunrise sunset
super supply supreme sure surface surge surprise survey sustain swan swap sweater sweet swift swim
swing switch sycamore symbol sympathy syrup system tablet tackle taco tadpole tag tail take talcum
talent talk tamarind tango tapestry tapir tartan task tassel taste taxi teacup team teapot tell
tempo ten tender tennis tent term terrace test text thank that theater theme then theory thermos
they thimble thing thirty thistle thought three thrive throw thumb thyme ticket tide tiger till
tilt timber time tinsel tiny tip tire tissue title toaster toboggan today toe toffee together
token tolerate tomato tomorrow tone tonight tool tooth top topaz topic topple tortoise toss total
toucan tourist toward tower town toy track trail travel tray treat tree trellis trend trim trinket
trip trolley trophy trout true truffle truly trumpet trust truth try tuba tube tugboat tulip
tumble tuna tundra tune tunnel turmeric turnip turtle tweed twelve twenty twice twig twist two
type typical umbrella uncover under undo unfold unicorn unique unit universe unlock until unusual
unveil update upgrade uphold upland upon upper upside upstairs urban usage use useful usual
utility vacant vacuum valid valley value valve vanilla vapor various vase vast vault vehicle
velvet vendor venture venue verb verify version very vessel viable vibrant victory video view
village vineyard vintage violet virtual visit visual vital vivid vocal voice volcano volley volume
wafer waffle wagon wagtail wait wake walk wallet walnut walrus want warbler wardrobe warm wash
watch water wave way wealthy wear weather weaver web weekday weight welcome well west whale what
wheat wheel when where whisk wicker wide widget width wigwam wild willow win windmill wing winner
winter wipe wire wisdom wise wish within wombat wonder woodland wool word work world worth wrap
wren write yacht yard yarn yarrow year yellow yodel yoga yogurt yolk you young your youth yoyo
zebra zero zigzag zinc zinnia zipper zither zodiac zone zoo zucchini
`;
