import type { StyleNames } from './vocabulary.ts'

export const spanishStyles: StyleNames = {
  floral: {
    ditsy:
      'florecitas|florecita|florecillas|florecilla|florcitas|flores menudas|floral menudo|flores diminutas|mini floral|liberty|ditsy|mil flores|+menudo|+diminuto',
    large: 'flores gigantes|maxi floral|floral maxi|flores enormes|chintz|flores XL|+maxi',
    line: 'floral de línea|botánico de línea|floral en línea|flores a línea|contorno floral|flores en contorno|+de línea|+en línea|+línea|+líneas|+contorno|+a línea|+lineal',
    meadow:
      'flores silvestres|flores del campo|flores de campo|campo de flores|pradera de flores|floral silvestre|+silvestre|+campestre|?pradera',
    stems:
      'flores con tallo|flores de tallo largo|tallos|tallos florales|herbario|flores prensadas|+con tallo|+tallos|+de tallo largo',
  },
  foliage: {
    tropical:
      'hojas tropicales|~tropical|follaje tropical|hoja tropical|estampado tropical|selva tropical|hojas de selva|hoja de plátano|hojas de plátano|hojas de banano|hawaiano|estampado hawaiano|?selva|?jungla',
    monstera: 'costilla de Adán|monstera|hojas de monstera|hoja de monstera|filodendro',
    palm: 'hojas de palmera|hoja de palmera|?palmera|?palmeras|?palmas|hojas de palma|cocotero',
    fern: 'helecho|helechos|hojas de helecho|hoja de helecho',
    eucalyptus: 'eucalipto|hojas de eucalipto|ramas de olivo|rama de olivo|hojas de olivo',
    line: 'hojas de línea|hojas en línea|hojas a línea|contorno de hojas|hojas en contorno|hojas lineales|+de línea|+en línea|+línea|+contorno|+a línea|+lineal',
  },
  paisley: {
    classic: '+clásico|cachemira clásica|cachemir clásico|paisley clásico|cachemira tradicional',
    bandana: 'bandana|pañuelo bandana|estampado bandana|paliacate|pañoleta vaquera',
    line: 'cachemira de línea|cachemira en línea|paisley de línea|paisley en contorno|+de línea|+en línea|+contorno|+lineal',
  },
  stripes: {
    breton:
      'rayas marineras|raya marinera|rayas náuticas|rayas bretonas|breton|rayas marinero|marinera|+náutico|+bretón|?marinero',
    awning: 'rayas anchas|raya ancha|rayas gruesas|rayas de toldo|rayas toldo|raya toldo|+ancho|+grueso|+toldo|+playa|+playero',
    pin: 'raya diplomática|rayas diplomáticas|diplomática|rayas finas|raya fina|rayas estrechas|mil rayas|milrayas|rayitas|+fino|+delgado|+estrecho|+finito',
    multi: 'rayas multicolor|rayas de colores|rayas arcoíris|rayas de sarape|sarape|+multicolor|+arcoíris|+arco iris|+de colores',
    ticking: 'rayas de colchón|rayas colchoneras|rayas oxford|tela de colchón|+colchón|+oxford|ticking',
    barcode: 'rayas código de barras|?código de barras|rayas irregulares|+irregular',
    ombre: 'rayas degradadas|degradado|rayas ombré|ombré|rayas en degradado|degradé|+degradado|+difuminado',
  },
  gingham: {
    mini: 'mini vichy|vichy pequeño|micro vichy|cuadritos|cuadritos vichy|mini cuadros|+mini|+micro|+menudo',
    buffalo: 'cuadros buffalo|buffalo|vichy grande|vichy gigante|maxi vichy|cuadros búfalo|+buffalo|+maxi|+gigante',
    'two-colour': '+dos colores|vichy bicolor|vichy de dos colores|+bicolor|+de dos colores|+a dos colores',
  },
  tartan: {
    'black-watch': 'Black Watch|blackwatch|tartán black watch',
    'royal-stewart': 'Royal Stewart|royal stuart|tartán stewart|tartán punk',
    'dress-stewart': 'Dress Stewart|dress stuart|stewart blanco',
    'dress-gordon': 'Dress Gordon|tartán gordon|?gordon',
    buchanan: 'tartán Buchanan|?buchanan',
    macleod: 'tartán MacLeod|?macleod|?mcleod',
    campbell: 'tartán Campbell|?campbell',
    fraser: 'tartán Fraser|?fraser',
  },
  plaid: {
    madras: 'madrás|cuadros madrás|madras indio',
    glen: 'príncipe de Gales|cuadros príncipe de Gales|glen check|cuadro gales|cuadros gales',
    windowpane: 'cuadro ventana|cuadros ventana|windowpane|cuadros de ventana|cuadro de cristal|cuadro abierto',
    lumberjack: 'cuadros de leñador|leñador|cuadros leñador|cuadro leñador|franela|cuadros de franela|camisa de franela',
    tattersall: 'cuadros tattersall|tattersall|cuadrícula tattersall',
  },
  houndstooth: {
    puppytooth:
      'mini pata de gallo|pata de gallo pequeña|micro pata de gallo|pata de gallo menuda|puppytooth|+mini|+micro|+pequeño|+menudo',
    classic: '+clásico|pata de gallo clásica|pata de gallo tradicional',
    giant: 'pata de gallo gigante|maxi pata de gallo|pata de gallo grande|+gigante|+maxi|+grande|+enorme',
  },
  herringbone: {
    tweed: 'tweed|tweed de espiga|espiga de tweed|espiga tweed',
    wide: 'espiga ancha|espiga grande|espigas anchas|+ancho|+grande',
    broken: 'espiga rota|sarga quebrada|espiga quebrada|+roto|+quebrado|+irregular',
  },
  chevron: {
    zigzag: 'zigzag|zig zag|zigzags|?picos|rayas zigzag',
    fine: 'chevron fino|zigzag fino|espiguilla fina|+fino|+delgado|+estrecho',
    flame: 'punto llama|bargello|flame stitch|chevron llama|+llama|+flama',
  },
  argyle: {
    classic: '+clásico|argyle clásico|rombos con líneas|rombos escoceses|rombos clásicos',
    plain: 'rombos|rombo|arlequín|rombos lisos|argyle liso|rombos de arlequín|+liso|+sencillo',
  },
  dots: {
    pin: 'topitos|topito|puntitos|lunares diminutos|micro lunares|mini lunares|plumeti|plumetí|+alfiler',
    polka: 'lunares|lunar|topos|polka dots|polka',
    coin: 'lunares moneda|lunares grandes|lunares gigantes|maxi lunares|topos grandes|+moneda',
    confetti: 'confeti|confetis|lunares confeti|lunares sueltos|lunares dispersos|lunares irregulares|+confeti',
    grid: 'lunares alineados|lunares en cuadrícula|cuadrícula de puntos|puntos alineados|+en cuadrícula|+cuadrícula',
    ring: 'aros|argollas|?anillos|lunares huecos|?burbujas|+anillo|+hueco|+contorno',
  },
  scallops: {
    plain: 'escamas lisas|escamas sencillas|+sencillo|+liso',
    fan: 'abanicos|abanico|abanicos art déco|escamas de abanico|escamas abanico|+abanico',
    seigaiha: 'seigaiha|olas japonesas|ola japonesa|ondas japonesas|olas del mar|seigaha',
    shell: 'vieiras|vieira|escamas concha|?conchas|?concha|+concha|conchas de vieira',
  },
  geometric: {
    'art-deco': 'art déco|déco|gatsby|años 20|geométrico art déco',
    hexagon: 'hexágonos|hexágono|hexagonal|panal|panal de abeja|colmena',
    triangles: 'triángulos|triángulo|triangular|geométrico triangular',
    cubes: 'cubos 3d|?cubos|?cubo|isométrico|cubos isométricos',
    bauhaus: 'bauhaus|modernista|geométrico modernista|mid century',
    'greek-key': 'greca|grecas|greca griega|meandro|meandros',
    quatrefoil:
      'cuadrifolio|azulejo marroquí|azulejo portugués|azulejos portugueses|?azulejo|?azulejos|marroquí|azulejos marroquíes|cuatrifolio|trébol marroquí',
    lattice: 'celosía|celosías|enrejado|rejilla|trenzado de rejilla',
  },
  checkerboard: {
    classic: '+clásico|damero clásico|ajedrezado clásico|tablero de ajedrez|tablero de damas',
    diagonal: 'damero diagonal|ajedrezado diagonal|+diagonal',
    wavy: 'damero ondulado|ajedrezado ondulado|cuadros ondulados|damero distorsionado|+ondulado|+distorsionado|+groovy',
  },
  terrazzo: {
    classic: '+clásico|terrazo clásico|terrazo tradicional',
    fine: 'terrazo fino|terrazo menudo|~granito|~salpicado|~moteado|+fino|+menudo',
    bold: 'terrazo grueso|terrazo grande|terrazo gigante|palladiana|trencadís|+grueso|+llamativo',
  },
  ikat: {
    diamond: 'ikat de rombos|ikat rombo|ikat diamante|+rombo|+rombos|+diamante|+diamantes',
    medallion: 'ikat medallón|ikat de medallones|ikat uzbeko|uzbeko|+medallón|+medallones',
    stripe: 'ikat de rayas|ikat rayado|rayas ikat|+rayado|+rayas|+raya',
  },
  camouflage: {
    woodland: 'camuflaje militar|camuflaje bosque|camuflaje del ejército|estampado militar|+militar|+ejército|+bosque|+clásico',
    brush: 'camuflaje de brocha|camuflaje a pinceladas|camuflaje pincel|+brocha|+pinceladas|+pincel',
    digital: 'camuflaje digital|camuflaje pixelado|+digital|+pixel|+píxel|+pixelado',
  },
  marble: {
    vein: 'mármol|mármol veteado|mármol de carrara|carrara|calacatta|piedra mármol|+veteado|+vetas|+con vetas',
    ink: 'suminagashi|marmoleado de tinta|tinta flotante|tinta marmoleada|+tinta',
    swirl: 'marmoleado líquido|papel marmoleado|ebru|remolinos|remolino|papel de aguas|+líquido|+remolino|+ondulado',
  },
  leopard: {
    leopard: 'leopardo|estampado de leopardo|print de leopardo|piel de leopardo|manchas de leopardo',
    jaguar: 'estampado de jaguar|piel de jaguar|manchas de jaguar|?jaguar|ocelote',
    cheetah: 'guepardo|estampado de guepardo|piel de guepardo',
  },
  zebra: {
    bold: 'cebra gruesa|cebra ancha|+grueso|+ancho|+llamativo',
    fine: 'cebra fina|+fino|+delgado',
    tiger: 'estampado de tigre|rayas de tigre|piel de tigre|atigrado|?tigre',
  },
  'tie-dye': {
    spiral: 'tie dye en espiral|tie dye espiral|espiral tie dye|+espiral|+en espiral|+hippie',
    crumple: 'tie dye arrugado|tie dye marmoleado|teñido arrugado|+arrugado',
    shibori: 'shibori|itajime|arashi|teñido shibori',
    stripe: 'tie dye de rayas|tie dye rayado|tie dye a rayas|dip dye|+rayado|+rayas|+a rayas',
  },
  brush: {
    strokes: 'pinceladas|pincelada|brochazos|trazos de pincel|trazos|trazo de pincel|+brocha',
    dabs: 'toques de pincel|manchas de pincel|pinceladas cortas|+toques|+corto|+manchas',
    gestural: '~gestual|pinceladas gestuales|expresionista|abstracto gestual|+expresivo|+suelto',
  },
  cutouts: {
    organic: 'formas orgánicas|recortes orgánicos|matisse|recortes matisse|manchas orgánicas|+orgánico',
    pebbles: 'guijarros|piedrecitas|guijarro|cantos rodados|+guijarros|+piedras',
    leaves: 'hojas recortadas|recortes de hojas|hojas de papel|hojas matisse|+hojas|+hoja',
  },
}
