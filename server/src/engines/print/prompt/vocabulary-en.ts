import { englishPrintWords } from 'shared'
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
  ...englishPrintWords,
}
