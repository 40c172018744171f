import type { StyleNames } from './vocabulary.ts'

export const portugueseStyles: StyleNames = {
  floral: {
    ditsy:
      'floral miúdo|florzinhas|florzinha|miudinha|floral miudinho|floral mini|mini floral|flores miúdas|flores pequeninas|liberty|ditsy|chita miúda|+miúdo|+miudinho',
    large: 'floral maxi|maxi floral|flores gigantes|floralzão|chita|chitão|flores enormes|+chintz|+maxi',
    line: 'floral em linha|botânico em linha|floral de contorno|contorno de flores|flores em traço|floral traçado|+em linha|+linha|+contorno|+traço|+em traço|+linear',
    meadow: 'flores do campo|flores silvestres|floral campestre|campo florido|campo de flores|+campestre|+silvestre',
    stems: 'flores com caule|flores de haste|hastes florais|herbário|flores prensadas|+hastes|+com haste|+com caule',
  },
  foliage: {
    tropical:
      'folhas tropicais|~tropical|folhagem tropical|folhagens tropicais|estampa tropical|selva tropical|folha tropical|folha de bananeira|folhas de bananeira|bananeira|havaiano|estampa havaiana|?selva|mata atlântica',
    monstera: 'costela-de-adão|monstera|folha de monstera|folhas de monstera|filodendro',
    palm: 'folhas de palmeira|folha de palmeira|?palmeira|?palmeiras|?coqueiros|?coqueiro',
    fern: 'samambaia|folhas de samambaia|folha de samambaia|avenca',
    eucalyptus: 'eucalipto|folhas de eucalipto|ramos de oliveira|ramo de oliveira|folhas de oliveira',
    line: 'folhas em linha|folhas em traço|contorno de folhas|folhas em contorno|folhas de contorno|+em linha|+linha|+contorno|+traço|+em traço|+linear',
  },
  paisley: {
    classic: '+clássico|cashmere clássico|paisley clássico|paisley tradicional|cashmere tradicional',
    bandana: 'bandana|estampa de bandana|lenço bandana|paisley bandana|bandana western',
    line: 'paisley em linha|paisley em contorno|cashmere em linha|+em linha|+linha|+contorno|+traço|+linear',
  },
  stripes: {
    breton:
      'listras marinheiro|listra marinheiro|listras náuticas|listra náutica|listras bretãs|breton|+náutico|+marinheiro|+marujo|+bretão|listras de marinheiro',
    awning:
      'listras largas|listra larga|listras grossas|listras de toldo|listras toldo|listra de toldo|listrão|+largo|+grosso|+toldo|+praia|+cabana',
    pin: 'risca de giz|riscas de giz|listras finas|listra fina|listras estreitas|risquinho|listrinhas|listrinha|+fino|+estreito|+fininho',
    multi: 'listras coloridas|listras arco-íris|listras multicoloridas|+multicolorido|+multicor|+arco-íris|+colorido',
    ticking: 'listras de colchão|listra colchão|listras de travesseiro|ticking|+colchão|+oxford|listras oxford',
    barcode: 'listras código de barras|?código de barras|listras irregulares|+irregular',
    ombre: 'listras degradê|degradê|listras ombré|ombré|listras em degradê|+degradê|+esfumado',
  },
  gingham: {
    mini: 'mini vichy|vichy miúdo|micro vichy|mini xadrez vichy|vichy pequeno|quadradinhos|xadrezinho|+mini|+micro|+miúdo',
    buffalo: 'xadrez buffalo|buffalo|vichy grande|vichy gigante|maxi vichy|xadrez búfalo|+buffalo|+maxi|+gigante',
    'two-colour': '+duas cores|vichy bicolor|vichy de duas cores|+bicolor|+de duas cores|+em duas cores',
  },
  tartan: {
    'black-watch': 'Black Watch|blackwatch|tartan black watch',
    'royal-stewart': 'Royal Stewart|royal stuart|tartan stewart|xadrez punk',
    'dress-stewart': 'Dress Stewart|dress stuart|stewart branco',
    'dress-gordon': 'Dress Gordon|tartan gordon|?gordon',
    buchanan: 'tartan Buchanan|?buchanan',
    macleod: 'tartan MacLeod|?macleod|?mcleod',
    campbell: 'tartan Campbell|?campbell',
    fraser: 'tartan Fraser|?fraser',
  },
  plaid: {
    madras: 'xadrez madras|madras',
    glen: 'xadrez príncipe de Gales|príncipe de Gales|glen check|glencheck',
    windowpane: 'xadrez janela|windowpane|xadrez vidraça|xadrez de janela|quadriculado aberto',
    lumberjack:
      'xadrez lenhador|lenhador|xadrez flanela|xadrez de flanela|flanela|camisa de flanela|xadrez junino|festa junina|xadrez caipira',
    tattersall: 'xadrez tattersall|tattersall|xadrez milimetrado',
  },
  houndstooth: {
    puppytooth:
      'mini pied de poule|pied de poule miúdo|micro pied de poule|pied de poule pequeno|puppytooth|+mini|+micro|+miúdo|+pequeno',
    classic: '+clássico|pied de poule clássico|pied de poule tradicional',
    giant: 'pied de poule gigante|maxi pied de poule|pied de poule grande|pied de coq|+gigante|+maxi|+grande|+enorme',
  },
  herringbone: {
    tweed: 'tweed|tweed espinha de peixe|espinha de peixe tweed',
    wide: 'espinha de peixe larga|espinha de peixe grande|+larga|+largo|+grande',
    broken: 'espinha de peixe quebrada|sarja quebrada|+quebrado|+irregular',
  },
  chevron: {
    zigzag: 'ziguezague|zigue-zague|zig zag|zigzag|sinhaninha|listras ziguezague',
    fine: 'chevron fino|chevron fininho|+fino|+fininho|+estreito',
    flame: 'ponto flama|bargello|flame stitch|chevron chama|+chama|+flama',
  },
  argyle: {
    classic: '+clássico|argyle clássico|xadrez argyle clássico|losangos com linhas',
    plain: 'losangos|losango|arlequim|losangos lisos|argyle liso|+liso|+simples',
  },
  dots: {
    pin: 'poá miúdo|petit poá|micro poá|mini poá|bolinhas miúdas|pintinhas|pintinha|+alfinete',
    polka: 'poá|poás|bolinhas|bolinha|polka dots',
    coin: 'poá moeda|poá grande|bolas grandes|poá gigante|maxi poá|bolonas|+moeda',
    confetti: 'confete|confetes|poá confete|bolinhas espalhadas|bolinhas soltas|bolinhas irregulares|poá irregular|+confete',
    grid: 'poá alinhado|bolinhas alinhadas|bolinhas em grade|grade de pontos|+em grade|+grade',
    ring: 'argolas|?anéis|poá vazado|bolinhas vazadas|bolhas|+vazado|+contorno',
  },
  scallops: {
    plain: 'escamas simples|escamas lisas|+simples|+liso',
    fan: 'leques|leque|leques art déco|escamas leque|escamas em leque|+leque',
    seigaiha: 'seigaiha|ondas japonesas|onda japonesa|ondas do mar|seigaha',
    shell: 'vieiras|vieira|escamas concha|?conchas|?concha|+concha|conchinhas',
  },
  geometric: {
    'art-deco': 'art déco|déco|gatsby|anos 20|geométrico art déco',
    hexagon: 'hexágonos|hexágono|hexagonal|colmeia|favo de mel|favos',
    triangles: 'triângulos|triângulo|triangular|geométrico triangular',
    cubes: 'cubos 3d|?cubos|?cubo|isométrico|cubos isométricos',
    bauhaus: 'bauhaus|modernista|geométrico modernista|mid century',
    'greek-key': 'grega|gregas|chave grega|meandro|meandros',
    quatrefoil:
      'quadrifólio|azulejo marroquino|azulejo português|azulejos portugueses|?azulejo|?azulejos|marroquino|trevo marroquino|azulejos marroquinos',
    lattice: 'treliça|treliças|palhinha|muxarabi|palhinha indiana',
  },
  checkerboard: {
    classic: '+clássico|tabuleiro clássico|quadriculado clássico|tabuleiro de damas',
    diagonal: 'tabuleiro diagonal|quadriculado diagonal|+diagonal',
    wavy: 'tabuleiro ondulado|quadriculado ondulado|xadrez ondulado|quadriculado distorcido|+ondulado|+distorcido|+groovy',
  },
  terrazzo: {
    classic: '+clássico|granilite clássico|terrazzo clássico',
    fine: 'granilite fino|granilite miúdo|terrazzo miúdo|terrazzo fino|~granito|~salpicado|respingado|+fino|+miúdo',
    bold: 'granilite graúdo|terrazzo graúdo|terrazzo grande|caquinho|cacos|palladiana|+graúdo|+marcante',
  },
  ikat: {
    diamond: 'ikat losango|ikat de losangos|ikat diamante|+losango|+losangos|+diamante',
    medallion: 'ikat medalhão|ikat uzbeque|uzbeque|+medalhão|+medalhões',
    stripe: 'ikat listrado|listras ikat|ikat de listras|+listrado|+listras|+listra',
  },
  camouflage: {
    woodland:
      'camuflado do exército|camuflado exército|camuflado militar|camuflado floresta|estampa militar|+militar|+exército|+floresta|+clássico',
    brush: 'camuflado pincelado|camuflado de pinceladas|+pincelado|+pinceladas|+pincel',
    digital: 'camuflado digital|camuflado pixel|+digital|+pixel|+pixelado',
  },
  marble: {
    vein: 'mármore|mármore carrara|mármore com veios|carrara|calacatta|pedra mármore|+veios|+com veios|+veio',
    ink: 'suminagashi|marmorizado nanquim|tinta flutuante|marmorizado tinta|+nanquim|+tinta',
    swirl: 'marmorizado líquido|papel marmorizado|ebru|redemoinho|redemoinhos|+líquido|+redemoinho|+espiral|+ondulado',
  },
  leopard: {
    leopard: 'oncinha|estampa de oncinha|leopardo|estampa de leopardo|pele de leopardo|oncinha clássica',
    jaguar: 'estampa de onça|onça-pintada|onça|jaguar|pele de onça|jaguatirica',
    cheetah: 'guepardo|estampa de guepardo|chita animal|pele de guepardo',
  },
  zebra: {
    bold: 'zebra larga|zebrado largo|+grosso|+largo|+marcante',
    fine: 'zebra fina|zebrado fino|+fino|+fininho',
    tiger: 'estampa de tigre|listras de tigre|pele de tigre|tigrado|?tigre',
  },
  'tie-dye': {
    spiral: 'tie-dye espiral|tie-dye em espiral|espiral tie-dye|+espiral|+em espiral|+hippie',
    crumple: 'tie-dye amassado|tie-dye marmorizado|amassadinho|+amassado|+amassadinho',
    shibori: 'shibori|itajime|arashi|tingimento shibori',
    stripe: 'tie-dye listrado|tie-dye em listras|dip dye|+listrado|+listras|+em listras',
  },
  brush: {
    strokes: 'pinceladas|pincelada|traços de pincel|traço de pincel|riscos de pincel|+traços',
    dabs: 'toques de pincel|manchas de pincel|pinceladas curtas|borrões|+toques|+curto|+manchas',
    gestural: '~gestual|pinceladas gestuais|~expressionista|abstrato gestual|+expressivo|+solto',
  },
  cutouts: {
    organic: 'formas orgânicas|recortes orgânicos|matisse|recortes matisse|manchas orgânicas|+orgânico',
    pebbles: 'seixos|pedrinhas|formas de seixos|seixo|+seixos|+pedrinhas',
    leaves: 'folhas recortadas|recortes de folhas|folhas de papel|folhas matisse|+folhas|+folha',
  },
}
