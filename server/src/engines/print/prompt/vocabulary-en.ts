import type { Vocabulary } from './vocabulary.ts'

export const english: Vocabulary = {
  language: 'en',
  motifs: {
    floral:
      'floral|flower|florals|bloom|blossomy|botanical|botanic|garden|meadow|wildflower|ditsy|ditsy floral|liberty|bouquet|petal|millefleur|calico|chintz',
    stripes: 'stripe|striped|stripy|stripey|breton|pinstripe|pinstriped|candy stripe|lines|ticking',
    gingham: 'gingham|vichy|check|checked|checkered|picnic check|buffalo check',
    tartan: 'tartan|plaid|sett|scottish check|highland check|flannel check',
    dots: 'dot|polka|polka dot|polkadot|dotted|spot|spotted|spotty|pois',
    terrazzo: 'terrazzo|terazzo|stone chips|marble chips',
    foliage: 'tropical leaves|palm leaves|monstera',
    paisley: 'paisley',
    plaid: 'madras|windowpane|glen check',
    houndstooth: 'houndstooth',
    herringbone: 'herringbone',
    chevron: 'chevron|zigzag',
    argyle: 'argyle',
    scallops: 'scallop|scalloped',
    geometric: 'geometric|art deco',
    checkerboard: 'checkerboard|chequerboard',
    ikat: 'ikat',
    camouflage: 'camouflage|camo',
    marble: 'marbled|marbling',
    leopard: 'leopard|animal print',
    zebra: 'zebra',
    'tie-dye': 'tie dye|shibori',
    brush: 'brush strokes|brushstrokes|painterly',
    cutouts: 'cutouts|abstract shapes',
  },
  offers: ['floral', 'daisies', 'stripes', 'gingham', 'tartan', 'polka dots', 'terrazzo'],
  flowers: {
    daisy: 'daisy|daisies|marguerite|chamomile|aster',
    rose: 'roses|rose|rosebud|ranunculus|camellia',
    poppy: 'poppy|poppies|anemone',
    peony: 'peony|peonies|dahlia|chrysanthemum|carnation',
    tulip: 'tulip',
    blossom: 'blossom|cherry blossom|sakura|forget me not|buttercup',
    cosmos: 'cosmos|lily|lilies|magnolia|clematis',
    sunflower: 'sunflower|gerbera|rudbeckia',
    lavender: 'lavender|lavender sprig|bluebell|hyacinth',
    leaves: 'leaf|leaves|foliage|sprig|fern leaf|fronds|leafy|eucalyptus',
  },
  stripes: {
    breton: 'breton|nautical|mariner|sailor',
    awning:
      'awning|awning stripe|deckchair|deck chair|cabana|wide stripe|broad stripe|thick stripe|bold stripe|beach hut|wide|broad|thick|chunky',
    pin: 'pinstripe|pinstriped|pin stripe|thin stripe|fine stripe|narrow stripe|skinny stripe|hairline|thin|fine|narrow|skinny',
    multi:
      'multicolour|multicoloured|multicolor|multicolored|multi colour|multi color|rainbow|candy|candy stripe|retro stripe|barcode|serape',
    ticking: 'ticking|ticking stripe|mattress stripe|regatta|oxford stripe',
  },
  directions: { horizontal: 'horizontal|across', vertical: 'vertical|upright', diagonal: 'diagonal|slanted|bias' },
  layouts: {
    toss: 'toss|tossed|scattered|scatter|random|all over|allover',
    'half-drop': 'half drop|halfdrop',
    brick: 'brick|brick repeat|brick layout|staggered',
    block: 'block|straight repeat|straight|grid|square repeat|rows|basic repeat',
    mirror: 'mirror|mirrored|symmetrical|reflected',
  },
  scales: {
    small: 'small|tiny|little|mini|micro|small scale|ditsy|ditsy floral|pin dot|fine|petite',
    large: 'large|big|oversized|huge|giant|large scale|bold|maxi|jumbo|buffalo check|statement',
  },
  densities: {
    sparse: 'sparse|airy|minimal|minimalist|open|spaced|well spaced|loose',
    dense: 'dense|packed|busy|full|lush|abundant|tight|crowded|maximalist',
  },
  moods: {
    vintage: 'vintage|retro|muted palette|antique|faded|heritage|victorian|seventies|70s|faded palette',
    pastel: 'pastel|pastels|soft|baby|nursery|candy|delicate',
    vivid:
      'rainbow|vivid|bright colours|bright colors|vibrant|tropical|neon|summery|summer|colourful|colorful|happy|playful|bold colours|bold colors',
    dark: 'moody|noir|gothic|dramatic|night|nocturnal|winter',
    natural: 'natural palette|earthy|earth tones|rustic|organic|boho|bohemian|autumn|autumnal|fall|country',
  },
  tones: {
    light: 'light|pale|soft|powdery|pastel',
    dark: 'dark|deep|rich',
    muted: 'muted|dusty|washed|faded|dull',
    bright: 'bright|vivid|electric|hot|neon',
  },
  grounds: { before: 'on|over|against|onto|upon', noun: 'ground|background|base|backdrop' },
  without: 'no|without|not',
  silent:
    'a|an|the|and|or|with|of|in|for|to|my|me|it|its|this|that|is|are|be|by|from|at|as|into|some|very|more|less|please|make|made|create|draw|drawn|give|want|need|i|we|like|style|styled|look|feel|inspired|print|printed|pattern|patterned|design|fabric|cloth|textile|wallpaper|seamless|tile|tileable|tiling|repeat|repeating|repeated|layout|motif|image|picture|illustration|colour|colours|color|colors|coloured|colored|colourway|palette|tone|tones|shade|shades|classic|elegant|beautiful|pretty|modern|fresh|cute|nice|lovely|simple|traditional|timeless|chic|contemporary|hand|new|variation|variations|version|different|scale|size|sized|dress|shirt|skirt|scarf|cushion|curtain|fashion|spring|swimwear|cotton|silk|linen fabric|wool|woven|weave|bunch|field|few|many|lots|mixed|mix|evenly|using|use|just|only|all|two|three|four|five|flat|vector|high|quality|detailed|x',
}
