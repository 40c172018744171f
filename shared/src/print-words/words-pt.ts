import type { PrintWords } from './print-words.ts'

export const portuguesePrintWords: PrintWords = {
  silent: [
    'o|os|a|as|ao|à|um|uma|uns|umas|e|ou|com|mais|de|do|da|dos|das|em|para|por|pra|pro|meu|minha|meus|minhas|seu|sua|este|esta|esse|essa|isso|é|são|que|se|me|muito|muita|menos|bem|bastante|só|também|por favor|oi|olá',
    'troque|trocar|mude|mudar|deixe|varie|recolorir|quero|queria|gostaria|faça|faz|fazer|crie|cria|criar|desenhe|desenhar|gere|gerar|mostre|preciso|use|usar|usando|coloque|estilo|no estilo|tipo|jeito|cara|inspirado|baseado',
    'estampa|estampas|print|prints|estampado|estamparia|padrão|padrões|padronagem|tecido|tecidos|no tecido|desenho|imagem|ilustração|arte|repetição|repetir|rapport|contínuo|motivo|fundo|papel de parede|superfície|textura lisa|sem emenda',
    'cor|cores|na cor|nas cores|tom|tons|paleta|paleta de cores|detalhe|detalhes|mistura|misturado|combinação|duas cores|de duas cores|em duas cores',
    'clássico|elegante|bonito|lindo|belo|moderno|fresco|fofo|simples|tradicional|romântico|feminino|masculino|sofisticado|chique|charmoso|divertido|contemporâneo|atemporal|luxuoso|legal|bom|boa|melhor|diferente|novo|original|único|liso|normal|regular|irregular',
    'variação|variações|versão|versões|opção|opções|tamanho|escala|largura|altura|qualidade|alta|baixa|resolução|vetor|vetorial|cm|mm|px|pixels|dpi|centímetros|por cento|pontos por polegada|polegadas',
    'vestido|vestidos|camisa|camiseta|blusa|saia|calça|calças|short|bermuda|macacão|quimono|pijama|lingerie|biquíni|maiô|sunga|moda praia|jaqueta|blazer|casaco|terno|alfaiataria|suéter|malha|tricô|moletom|legging|meia|meias|lenço|echarpe|xale|gravata|chapéu|boné|bolsa|bolsas|sacola|sapato|tênis|avental|uniforme|roupa|roupas|peça|coleção|moda|moda infantil|infantil|praiano',
    'almofada|almofadas|travesseiro|cortina|cortinas|roupa de cama|lençol|edredom|colcha|manta|toalha|toalhas|toalha de mesa|guardanapo|pano de prato|jogo americano|estofado|tapete|abajur|decoração|papelaria|papel de presente|embalagem|caderno|capa',
    'algodão|seda|tecido de linho|lã|viscose|jérsei|cetim|chiffon|crepe|tricoline|jeans tecido|poliéster|trama|fio|fios',
    'todo|toda|todos|todas|alguns|algumas|vários|várias|cada|duas|dois|três|quatro|cinco|seis|primeiro|segundo|outro|outra|mesmo|feito|dupla|par|primavera|campo|x|pouco|pouca|poucos|poucas|estações|estação',
  ].join('|'),
  layouts: {
    toss: 'espalhado|aleatório|solto|corrido|multidirecional|jogado',
    'half-drop': 'meio salto|half drop|meia queda|salto|meio rapport',
    brick: 'tijolinho|brick|amarração tijolo|intercalado|em tijolinho|em tijolo',
    block: 'em grade|grade|alinhado|em linha|bloco|em fileiras|em bloco|repetição simples',
    mirror: 'espelhado|espelho|simétrico|em espelho',
  },
  scales: {
    small: 'pequeno|miúdo|mini|micro|delicadinho|pequenino|miudinho|menor|minúsculo|escala pequena',
    large: 'grande|maxi|enorme|gigante|grandão|maior|graúdo|escala grande',
  },
  densities: {
    sparse: 'espaçado|arejado|minimalista|leve|aberto|espaçoso|com respiro',
    dense: 'denso|cheio|fechado|abundante|carregado|lotado|maximalista|apertado',
  },
  moods: {
    vintage: 'vintage|retrô|retro|antigo|anos 70|anos 60|anos 50|desbotado|envelhecido|nostálgico|vovó',
    pastel: 'pastel|pastéis|tons pastel|tons pastéis|delicado|suave|candy|candy colors|bebezinho|sonhador',
    vivid:
      'vibrante|vivo|arco-íris|tropical|neon|alegre|verão|colorido|multicolorido|cores vivas|cores vibrantes|cítrico|psicodélico',
    dark: 'sombrio|dramático|noturno|gótico|noite|inverno|invernal',
    natural: 'terroso|tons terrosos|rústico|orgânico|boho|outono|outonal|neutro|neutros|tons neutros|tons naturais',
  },
  tones: {
    light: 'claro|pastel|pálido|clarinho|bebê|mais claro',
    dark: 'escuro|profundo|fechado|mais escuro',
    muted: 'queimado|apagado|acinzentado|seco|envelhecido|antigo|empoeirado',
    bright: 'vivo|forte|intenso|elétrico|vibrante|neon',
  },
  grounds: {
    before:
      'sobre|em cima de|no fundo|em fundo|fundo|com fundo|sobre fundo|de fundo|num fundo|em um fundo|sobre um fundo|com o fundo|sobre o|com base',
    noun: 'ao fundo|de fundo|no fundo',
  },
}
