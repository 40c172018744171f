import type { StyleNames } from './vocabulary.ts'

export const englishStyles: StyleNames = {
  floral: {
    ditsy:
      'ditsy|ditsy floral|ditsies|ditzy|tiny flowers|tiny florals|tiny floral|micro floral|mini floral|calico|millefleur|liberty|liberty print',
    large:
      '+statement|large scale floral|oversized floral|oversized blooms|oversized flowers|statement floral|big blooms|large blooms|giant flowers|chintz|cabbage roses',
    line: '+line drawn|line floral|~botanical line|~botanical lines|~botanical line drawing|line art floral|floral line art|floral outline|outline floral|line drawn floral|outlined flowers|+line art|+line drawing|+outline|+outlined|+line|+linear',
    meadow:
      'wildflower|?meadow|wild flowers|wildflower meadow|flower meadow|meadow flowers|field flowers|field of flowers|cottage garden',
    stems:
      'flower stems|long stems|single stems|stem floral|long stemmed flowers|pressed flowers|herbarium|+stems|+stemmed|+long stemmed',
  },
  foliage: {
    tropical:
      'tropical leaves|tropical foliage|tropical leaf|jungle leaves|jungle foliage|jungle print|tropical print|tropical plants|rainforest leaves|hawaiian|hawaiian print|aloha print|banana leaves|banana leaf|~tropical|?jungle',
    monstera: 'monstera|monstera leaves|swiss cheese plant|split leaf|philodendron',
    palm: 'palm leaves|palm leaf|palm fronds|?palm|palm print|areca',
    fern: 'fern leaves|ferns|fern|fern leaf|fern fronds|bracken|maidenhair',
    eucalyptus: 'eucalyptus|eucalyptus leaves|gum leaves|olive branches|olive leaves|willow leaves',
    line: '+line drawn|leaf outlines|outlined leaves|outline leaves|line art leaves|leaf line art|line drawn leaves|leaf lines|skeleton leaves|+line art|+line drawing|+outline|+outlined|+line|+linear',
  },
  paisley: {
    classic: '+classic|classic paisley|traditional paisley|persian paisley|kashmir paisley|boteh|buta',
    bandana: 'bandana|bandanna|bandana paisley|bandana print|western bandana',
    line: '+line drawn|outline paisley|paisley outline|line paisley|+outline|+outlined|+line|+line art|+linear',
  },
  stripes: {
    breton:
      'breton|breton stripe|nautical stripe|sailor stripe|mariner stripe|mariniere|?nautical|+mariner|+sailor|sailor top stripe',
    awning:
      'awning|awning stripe|deckchair stripe|deck chair stripe|cabana stripe|wide stripe|broad stripe|thick stripe|bold stripe|block stripe|rugby stripe|beach hut stripe|?deckchair|?cabana|+beach hut|+wide|+broad|+thick|+chunky|+block',
    pin: 'pinstripe|pin stripe|pinstriped|pin striped|thin stripe|fine stripe|narrow stripe|skinny stripe|hairline stripe|pencil stripe|chalk stripe|+hairline|+thin|+fine|+narrow|+skinny',
    multi:
      'multicolour stripe|multicolor stripe|rainbow stripe|candy stripe|retro stripe|serape|roman stripe|bayadere|deckchair rainbow|+multicolour|+multicoloured|+multicolor|+multicolored|+multi|+multi colour|+multi color|+rainbow|+candy',
    ticking:
      'ticking|ticking stripe|mattress ticking|mattress stripe|regatta stripe|oxford stripe|bengal stripe|+regatta|+oxford|+mattress',
    barcode: 'barcode stripe|?barcode|?bar code|irregular stripe|random stripe|uneven stripe|+irregular|+uneven',
    ombre: 'ombre stripe|ombre|ombré|gradient stripe|fading stripe|+gradient|+fading|+shaded',
  },
  gingham: {
    mini: 'mini gingham|micro gingham|mini check|micro check|pin check|tiny gingham|+mini|+micro|+tiny',
    buffalo:
      'buffalo check|buffalo plaid|buffalo gingham|buffalo checks|giant gingham|oversized gingham|?buffalo|+oversized|+giant',
    'two-colour':
      '+two colour|two colour gingham|two color gingham|two tone gingham|bicolour gingham|+two color|+two coloured|+two colored|+two tone|+bicolour|+bicolor',
  },
  tartan: {
    'black-watch': 'Black Watch|blackwatch|government tartan|black watch check|black watch plaid',
    'royal-stewart': 'Royal Stewart|royal stuart|stewart tartan|stuart tartan|punk tartan',
    'dress-stewart': 'Dress Stewart|dress stuart|white stewart',
    'dress-gordon': 'Dress Gordon|gordon tartan|?gordon',
    buchanan: 'Buchanan tartan|?buchanan|ancient buchanan',
    macleod: 'MacLeod tartan|?macleod|?mcleod|loud macleod|macleod of lewis',
    campbell: 'Campbell tartan|?campbell|campbell of argyll',
    fraser: 'Fraser tartan|?fraser',
  },
  plaid: {
    madras: 'madras|madras check|madras plaid|bleeding madras|patchwork madras',
    glen: 'Prince of Wales check|prince of wales|glen check|glen plaid|glencheck|glen urquhart|glenurquhart',
    windowpane: 'windowpane|window pane|windowpane check|windowpane plaid|window pane check|overcheck',
    lumberjack: 'lumberjack check|lumberjack plaid|flannel check|flannel plaid|flannel|?lumberjack',
    tattersall: 'tattersall|tattersall check|graph check|grid check',
  },
  houndstooth: {
    puppytooth:
      'puppytooth|puppy tooth|puppytooth check|puppy tooth check|mini houndstooth|mini houndstooth check|+mini|+micro|+small|+tiny',
    classic: '+classic|classic houndstooth|traditional houndstooth|classic dogtooth',
    giant: 'giant houndstooth|giant houndstooth check|+giant|+oversized|+large|+big|+jumbo|+maxi',
  },
  herringbone: {
    tweed: 'tweed|herringbone tweed|tweed herringbone|harris tweed|donegal tweed|donegal',
    wide: 'wide herringbone|broad herringbone|large herringbone|+wide|+broad|+large',
    broken: 'broken herringbone|broken twill|+broken|+irregular',
  },
  chevron: {
    zigzag: 'zigzag|zig zag|zigzag stripe|zig zag stripe|zigzags|ric rac|rickrack',
    fine: 'fine chevron|thin chevron|narrow chevron|+fine|+thin|+narrow|+skinny',
    flame: 'flame stitch|flamestitch|bargello|flame chevron|florentine stitch|+flame',
  },
  argyle: {
    classic: '+classic|classic argyle|traditional argyle|golf argyle',
    plain:
      'plain argyle|harlequin|harlequin diamonds|harlequin check|?diamonds|diamond pattern|diamond check|lozenges|+plain|+simple',
  },
  dots: {
    pin: 'pin dots|pindot|pin spot|swiss dot|dotted swiss|micro dots|tiny dots|+pin',
    polka: 'polka dots|polka|polkadot|polka spot',
    coin: 'coin dots|coin spot|large dots|big dots|giant dots|oversized dots|+coin',
    confetti: 'confetti|confetti dots|scattered dots|random dots|irregular dots|uneven dots|+confetti',
    grid: 'dot grid|grid dots|dotted grid|grid of dots|+grid',
    ring: 'ring dots|?rings|?hoops|?bubbles|circle outlines|+ring|+outlined|+hollow',
  },
  scallops: {
    plain: 'plain scallops|simple scallops|+plain|+simple',
    fan: 'fan scallops|art deco fans|deco fans|fan pattern|?fans|?fan',
    seigaiha: 'seigaiha|japanese waves|japanese wave|wave scallops|?waves|ocean waves|seigaha',
    shell: 'shell scallops|scallop shells|scallop shell|clamshell|clam shells|?seashells|?shells|+shell',
  },
  geometric: {
    'art-deco': 'art deco|deco|gatsby|great gatsby|roaring twenties|twenties|1920s|art deco geometric',
    hexagon: 'hexagons|hexagon|honeycomb|hexagonal|hex tile|hexagon tiles',
    triangles: 'triangles|triangle|triangular|geometric triangles',
    cubes: 'tumbling blocks|?cubes|?cube|isometric|isometric cubes|3d cubes|baby blocks|rhombille',
    bauhaus: 'bauhaus|mid century geometric|mid century modern|midcentury|~mid century',
    'greek-key': 'Greek key|greek keys|meander|greek fret|greek border',
    quatrefoil:
      'quatrefoil|moroccan trellis|moroccan tile|moroccan tiles|moroccan|ogee|?azulejo|?azulejos|portuguese tiles|portuguese tile',
    lattice: 'lattice|trellis|fretwork|bamboo lattice|chinoiserie lattice|?cane|cane webbing|rattan',
  },
  checkerboard: {
    classic: '+classic|classic checkerboard|chess board|racing check',
    diagonal: 'diagonal checkerboard|diamond checkerboard|diagonal check|+diagonal|+diamond',
    wavy: 'wavy checkerboard|warped checkerboard|groovy checkerboard|wavy check|warped check|wavy checks|+wavy|+warped|+groovy|+trippy|+distorted',
  },
  terrazzo: {
    classic: '+classic|classic terrazzo|traditional terrazzo',
    fine: 'fine terrazzo|micro terrazzo|~granite|~speckled|~speckles|+fine|+micro',
    bold: 'bold terrazzo|chunky terrazzo|palladiana|venetian terrazzo|+bold|+chunky|+big',
  },
  ikat: {
    diamond: 'diamond ikat|ikat diamonds|ikat diamond|+diamond|+diamonds',
    medallion: 'medallion ikat|ikat medallions|uzbek ikat|central asian ikat|uzbek|+medallion|+medallions',
    stripe: 'ikat stripe|striped ikat|ikat stripes|+stripe|+striped|+stripes',
  },
  camouflage: {
    woodland:
      'woodland camo|woodland camouflage|army camo|military camo|army print|military print|+woodland|+army|+military|+classic',
    brush: 'brushstroke camo|brush camo|painted camo|brush camouflage|+brush|+brushstroke|+painterly',
    digital: 'digital camo|pixel camo|digital camouflage|pixelated camo|+digital|+pixel|+pixelated',
  },
  marble: {
    vein: 'veined marble|marble veins|carrara|carrara marble|calacatta|marble stone|marble slab|+vein|+veins|+veined',
    ink: 'suminagashi|ink marbling|ink marble|alcohol ink|floating ink',
    swirl:
      'swirled marble|marble swirl|marbled paper|ebru|liquid marble|liquid swirl|psychedelic swirl|?swirl|+swirl|+swirled|+swirly|+swirls|+liquid',
  },
  leopard: {
    leopard: 'leopard print|leopard skin|leopard spots|leopard fur|leopard pattern|?leopard',
    jaguar: 'jaguar print|jaguar skin|jaguar spots|ocelot print|?jaguar|?ocelot',
    cheetah: 'cheetah print|cheetah skin|cheetah spots|?cheetah',
  },
  zebra: {
    bold: 'bold zebra|+bold|+thick|+wide|+chunky',
    fine: 'fine zebra|+fine|+thin|+narrow|+skinny',
    tiger: 'tiger print|tiger stripe|tiger stripes|tiger skin|tiger pattern|?tiger',
  },
  'tie-dye': {
    spiral: 'spiral tie dye|tie dye spiral|hippie tie dye|spiral dye|+spiral|+swirl|+hippie',
    crumple: 'crumple dye|crumpled tie dye|scrunch tie dye|scrunch dye|ice dye|+crumple|+crumpled|+scrunch|+scrunched|+ice',
    shibori: 'shibori|itajime|arashi|arashi shibori|kumo shibori',
    stripe: 'striped tie dye|tie dye stripe|tie dye stripes|dip dye|+stripe|+striped|+stripes',
  },
  brush: {
    strokes: 'brush strokes|brushstrokes|brush stroke|brushstroke|paint strokes|painted strokes|painted stripes|+strokes',
    dabs: 'paint dabs|brush dabs|dabs|daubs|paint daubs|painted dabs|painted dots|+dabs',
    gestural:
      '~gestural|gestural brush strokes|gestural brush|expressive brush strokes|abstract expressionist|action painting|+expressive|+loose',
  },
  cutouts: {
    organic: 'organic shapes|organic cutouts|blobs|matisse|matisse cutouts|amoeba shapes|biomorphic|+organic',
    pebbles: 'pebbles|pebble shapes|river stones|?pebble|+pebble',
    leaves: 'leaf cutouts|cut out leaves|cutout leaves|matisse leaves|seaweed cutouts|+leaf|+leaves',
  },
}
