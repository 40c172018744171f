import type { Vocabulary } from './vocabulary.ts'

export const portuguese: Vocabulary = {
  language: 'pt',
  motifs: {
    floral: 'floral|florais|flor|flores|florzinha|florido|botanico|jardim|flores do campo|liberty|miudinha|chita|buque|petala',
    stripes: 'listra|listrado|lista|risca|riscado|risca de giz|faixas',
    gingham: 'vichy|xadrez vichy|gingham|xadrez piquenique|quadradinhos',
    tartan: 'tartan|xadrez|xadrez escoces|escoces|xadrez flanela',
    dots: 'bolinha|bola|poa|poas|petit poa|pontos|pintinhas|pois|circulos',
    terrazzo: 'terrazzo|granilite|granitina|marmorite|terrazo',
  },
  offers: ['floral', 'margaridas', 'listras', 'xadrez vichy', 'xadrez tartan', 'poá', 'granilite'],
  flowers: {
    daisy: 'margarida|camomila',
    rose: 'rosas|botao de rosa|camelia|ranunculo',
    poppy: 'papoula|anemona',
    peony: 'peonia|dalia|crisantemo|cravo',
    tulip: 'tulipa',
    blossom: 'flor de cerejeira|cerejeira|sakura|miosotis|primula',
    cosmos: 'cosmos|lirio|magnolia',
    sunflower: 'girassol|girassois|gerbera',
    lavender: 'lavanda|alfazema|jacinto',
    leaves: 'folha|folhagem|folhagens|ramo|raminho|eucalipto',
  },
  stripes: {
    breton: 'breton|nautico|marinheiro|marujo',
    awning: 'toldo|listra larga|listras largas|listras grossas|praia|largo|grosso',
    pin: 'risca de giz|listra fina|listras finas|listras estreitas|risquinho|fino|estreito',
    multi: 'multicolorido|multicor|arco iris|colorida',
    ticking: 'colchao|oxford',
  },
  directions: {
    horizontal: 'horizontal|horizontais',
    vertical: 'vertical|verticais',
    diagonal: 'diagonal|diagonais|inclinado|vies',
  },
  layouts: {
    toss: 'espalhado|aleatorio|solto|corrido',
    'half-drop': 'half drop|meio salto|meia queda|salto',
    brick: 'tijolinho|brick|amarracao tijolo|intercalado',
    block: 'em grade|grade|alinhado|em linha|bloco|quadriculado',
    mirror: 'espelhado|espelho|simetrico',
  },
  scales: {
    small: 'pequeno|miudo|mini|micro|delicadinho|pequenino|miudinho',
    large: 'grande|maxi|enorme|gigante|grandao',
  },
  densities: {
    sparse: 'espacado|arejado|minimalista|leve|aberto',
    dense: 'denso|cheio|fechado|abundante|carregado|lotado',
  },
  moods: {
    vintage: 'vintage|retro|antigo|anos 70|desbotado|envelhecido',
    pastel: 'pastel|pasteis|tons pastel|delicado|suave|candy',
    vivid: 'arco iris|vibrante|vivo|tropical|neon|alegre|verao|colorido',
    dark: 'sombrio|dramatico|noturno|gotico|noite|inverno',
    natural: 'terroso|tons terrosos|rustico|organico|boho|outono|outonal',
  },
  tones: {
    light: 'pastel|claro|palido|clarinho',
    dark: 'escuro|profundo|fechado',
    muted: 'queimado|apagado|acinzentado|seco',
    bright: 'vivo|forte|intenso|eletrico',
  },
  grounds: { before: 'sobre|em cima de|no fundo|em fundo|fundo|com fundo|sobre fundo|de fundo', noun: 'ao fundo|de fundo' },
  without: 'sem|nao',
  silent:
    'o|os|a|as|um|uma|uns|umas|e|ou|com|de|do|da|dos|das|em|no|na|nos|nas|para|por|pra|meu|minha|quero|faca|fazer|crie|criar|desenhe|me|que|se|muito|mais|menos|cor|cores|tom|tons|paleta|estampa|estampado|padrao|padronagem|tecido|desenho|imagem|ilustracao|repeticao|rapport|continuo|motivo|fundo|estilo|tipo|inspirado|classico|elegante|bonito|lindo|moderno|fresco|fofo|simples|tradicional|vestido|camisa|saia|algodao|seda|la|moda|primavera|praiano|duas|dois|tres|quatro|variacoes|variacao|versao|diferente|tamanho|escala|bem|feito|so|todo|toda|alguns|algumas|varias|varios|misturado',
}
