import type { PrintWords } from './print-words.ts'

export const englishPrintWords: PrintWords = {
  silent: [
    'a|an|the|and|or|plus|with|of|in|for|to|my|me|us|our|your|its|it|this|that|these|those|is|are|be|by|from|as|so|but|some|any|very|extra|really|quite|more|less|please|thanks|hi|hello',
    'change|swap|replace|turn|switch|vary|recolour|recolor|make|made|makes|making|create|draw|drawn|drawing|give|show|get|want|need|would|could|can|should|have|has|try|add|put|use|using|let|i|we|you|like|love|style|styled|styles|look|looks|looking|feel|feeling|vibe|vibes|inspired|based|in the style of|in a style of',
    'print|prints|printed|pattern|patterned|patterns|design|designs|motif|motifs|fabric|cloth|textile|textiles|material|wallpaper|wallpapers|surface|swatch|yardage|seamless|tile|tiles|tileable|tiling|repeat|repeats|repeating|repeated|layout|composition|image|picture|illustration|graphic|artwork|art|background pattern',
    'colour|colours|color|colors|coloured|colored|colourway|colorway|palette|tone|tones|tonal|shade|shades|hue|hues|scheme|accent|accents|detail|details|mix|mixed|mixture|combination|in the colours|in the colors|in a palette',
    'classic|elegant|beautiful|pretty|modern|fresh|cute|nice|lovely|simple|traditional|timeless|chic|contemporary|sweet|fun|cool|stylish|trendy|sophisticated|feminine|masculine|romantic|whimsical|charming|gorgeous|stunning|subtle|clean|crisp|quirky|luxurious|refined|good|best|great|different|new|original|unique|own|real|authentic|plain|usual|regular|irregular|uneven|even',
    'variation|variations|version|versions|option|options|scale|scales|size|sized|sizes|width|height|high|low|quality|resolution|hd|4k|8k|detailed|flat|vector|crisp edges|square|cm|mm|inch|inches|px|pixels|dpi|per|percent|point|points',
    'dress|dresses|shirt|shirts|skirt|blouse|top|tops|tee|tshirt|t|trousers|pants|shorts|jumpsuit|kimono|robe|pyjamas|pajamas|pyjama|pajama|nightwear|lingerie|underwear|bikini|swimsuit|swimwear|swim|jacket|blazer|coat|suit|suiting|shirting|sweater|jumper|cardigan|knit|knitwear|hoodie|leggings|socks|tights|scarf|scarves|shawl|tie|pocket square|hat|cap|bag|bags|tote|tote bag|purse|shoes|trainers|sneakers|apron|uniform|outfit|garment|garments|clothing|clothes|apparel|fashion|collection|wear|kidswear|menswear|womenswear|babywear|activewear|sportswear|loungewear',
    'cushion|cushions|pillow|pillows|curtain|curtains|bedding|duvet|quilt|blanket|throw|towel|towels|tablecloth|napkin|napkins|tea towel|table runner|placemat|upholstery|sofa fabric|rug|rugs|carpet|lampshade|homeware|interiors|interior|stationery|gift wrap|wrapping paper|packaging|notebook|cover|phone case',
    'cotton|silk|linen fabric|wool|woollen|viscose|jersey|satin|chiffon|crepe|poplin|denim fabric|polyester|woven|weave|weaves|yarn|thread|threads|cashmere wool',
    'bunch|field|few|many|lots|lot|much|evenly|just|only|all|both|each|every|bit|little bit|kind|sort|type|one|two|three|four|five|six|seven|eight|nine|ten|single|double|couple|pair|first|second|other|another|same|also|too|spring|season|ss|aw|x',
    'two colour|two color|two colours|two colors|two coloured|two colored|colour blocked|color blocked',
  ].join('|'),
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
