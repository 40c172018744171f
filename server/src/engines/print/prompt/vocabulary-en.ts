import { englishSmallWords } from './small-words-en.ts'
import { englishStyles } from './styles-en.ts'
import type { Vocabulary } from './vocabulary.ts'

export const english: Vocabulary = {
  language: 'en',
  ...englishSmallWords,
  styles: englishStyles,
  motifs: {
    floral:
      'floral|flower|florals|blooms|bloom|blossomy|flowery|~botanical|~botanic|botanicals|bouquet|petal|posy|posies|💐|🌺|?garden',
    foliage: 'leaves|foliage|leaf|leafy|leaf print|greenery|fronds|vines|ivy|sprig|sprigs|🌿|🍃|🍂|🍁',
    paisley: 'paisley|paisleys|persian pickle|kashmiri',
    stripes: 'stripes|stripe|~striped|~stripy|~stripey|?lines|?bands',
    gingham:
      'gingham|vichy|~checks|~checked|~checkered|~chequered|gingham check|gingham plaid|picnic check|tablecloth check|?check',
    tartan: 'tartan|sett|scottish check|highland check|scottish plaid|tartan check|tartan plaid|clan tartan|kilt',
    plaid: 'plaid|plaids|plaid check|preppy plaid|school plaid',
    houndstooth: 'houndstooth|hounds tooth|dogtooth|dog tooth|dogstooth|houndstooth check|dogtooth check|pied de poule',
    herringbone: 'herringbone|herringbone twill|herringbone weave|fishbone|?parquet',
    chevron: 'chevron|chevrons|chevron stripe',
    argyle: 'argyle|argyll|argyle check|argyle diamonds|argyle plaid',
    dots: 'dots|dot|~dotted|dotty|spots|~spotted|~spotty|circles|pois|?spot|?circle',
    scallops: 'scallops|scallop|scalloped|fish scales|fishscale|mermaid scales|dragon scales|?scales',
    geometric: '~geometric|~geometrics|geometry|~geometrical|geo print|geo',
    checkerboard:
      'checkerboard|chequerboard|checker board|chessboard|?chess|checkerboard check|skater check|vans check|?checkers',
    terrazzo: 'terrazzo|terazzo|stone chips|marble chips',
    ikat: 'ikat|ikats',
    camouflage: 'camouflage|camo|camo print|camouflage print',
    marble: 'marble|~marbled|marbling|marble print|marble effect',
    leopard: 'animal print|animal skin|animal skin print|big cat print|wild cat print|safari print',
    zebra: 'zebra print|zebra stripe|zebra stripes|zebra skin|zebra pattern|?zebra',
    'tie-dye': 'tie dye|tie dyed|tiedye|tie and dye|tie dye print',
    brush: '~painterly|brushwork|brush marks|paint marks|abstract painting|painted abstract',
    cutouts: 'cutouts|cut outs|cutout|cut out|paper cutouts|paper cut outs|abstract shapes|~abstract|collage|paper collage',
  },
  offers: [
    'floral',
    'daisies',
    'stripes',
    'gingham',
    'tartan',
    'polka dots',
    'leopard print',
    'terrazzo',
    'tropical leaves',
    'art deco',
  ],
  flowers: {
    daisy: 'daisies|daisy|marguerite|chamomile|aster|marigold|🌼',
    rose: 'roses|rose|rose floral|rose print|rose garden|rosebud|ranunculus|camellia|gardenia|🌹',
    poppy: 'poppies|poppy|anemone|hibiscus',
    peony: 'peonies|peony|dahlia|chrysanthemum|carnation|zinnia|lotus',
    tulip: 'tulips|tulip|crocus|🌷',
    blossom: 'cherry blossom|blossom|sakura|almond blossom|apple blossom|forget me not|buttercup|jasmine|hydrangea|primroses|🌸',
    cosmos: 'cosmos|lily|lilies|magnolia|clematis|frangipani|plumeria',
    sunflower: 'sunflowers|sunflower|gerbera|rudbeckia|🌻',
    lavender: 'lavender|lavender sprig|sprig of lavender|sprigs of lavender|bluebell|hyacinth|delphinium|lupin',
  },
  greens: 'leaves|leaf|foliage|sprig|sprigs|fern leaf|fronds|leafy|eucalyptus|greenery',
  directions: { horizontal: 'horizontal|across', vertical: 'vertical|upright', diagonal: 'diagonal|slanted|on the bias|bias' },
  layouts: {
    toss: 'tossed|toss|scattered|scatter|random|randomly|all over|allover|multidirectional',
    'half-drop': 'half drop|halfdrop|half drop repeat|half step',
    brick: 'brick repeat|brick|brick layout|staggered|half brick',
    block: 'straight repeat|block|straight|grid|square repeat|rows|in rows|basic repeat|block repeat|full drop',
    mirror: 'mirrored|mirror|mirror repeat|symmetrical|symmetric|reflected',
  },
  scales: {
    small: 'small|tiny|little|mini|micro|small scale|smaller|ditsy|fine|petite|miniature',
    large: 'large|big|oversized|huge|giant|large scale|larger|bigger|bold|maxi|jumbo|statement',
  },
  densities: {
    sparse: 'sparse|airy|minimal|minimalist|open|spaced|well spaced|spaced out|loose|lots of space|negative space',
    dense: 'dense|packed|busy|full|lush|abundant|tight|tightly packed|crowded|maximalist|close set',
  },
  moods: {
    vintage:
      'vintage|retro|muted palette|antique|faded|heritage|victorian|seventies|sixties|fifties|forties|70s|60s|50s|1970s|1960s|1950s|faded palette|nostalgic|old fashioned|shabby chic',
    pastel: 'pastel|pastels|soft|baby|nursery|candy|delicate|soft palette|gentle|dreamy|ice cream colours|ice cream colors',
    vivid:
      'vivid|bright|rainbow|multicolour|multicoloured|multicolor|multicolored|bright colours|bright colors|vibrant|tropical|neon|fluorescent|summery|summer|colourful|colorful|happy|playful|joyful|bold colours|bold colors|psychedelic|dopamine|jewel tones|jewel colours|jewel colors',
    dark: 'moody|noir|gothic|goth|dramatic|night|nocturnal|winter|wintry|dark academia|dark palette',
    natural:
      'earthy|natural palette|earth tones|rustic|organic|boho|bohemian|autumn|autumnal|fall|country|farmhouse|neutral|neutrals',
  },
  tones: {
    light: 'light|pale|soft|powdery|pastel|lighter|washed out',
    dark: 'dark|deep|rich|darker',
    muted: 'muted|dusty|washed|faded|dull|smoky|greyish|grayish',
    bright: 'bright|vivid|electric|hot|neon|brighter',
  },
  grounds: {
    before: 'on|over|against|onto|upon|on top of a|with a background of|on a background of|on a ground of',
    noun: 'ground|background|base|backdrop|field colour',
  },
}
