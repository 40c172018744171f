import type { SmallWords } from './vocabulary.ts'

export const portugueseSmallWords: SmallWords = {
  without: 'sem|não|nem',
  amid: 'com um vestido|com vestido|vestido com|vestida de|vestido de noiva|no|na|nos|nas|num|numa|em um|em uma|entre|atrás|atrás de|embaixo|debaixo|dentro|perto|ao lado|através|diante|pelo|pela|pelos|pelas',
  strangers:
    'gato|gatos|gata|cachorro|cachorros|cavalo|pássaro|pássaros|passarinho|borboleta|borboletas|abelha|peixe|peixes|baleia|leão|urso|unicórnio|dragão|dinossauro|mulher|homem|menina|menino|criança|pessoas|rosto|retrato|carro|casa|cidade|sol|lua|estrela|estrelas|coração|corações|mar|montanha|árvore|árvores|comida|pizza|logo|logotipo|letras|fruta|frutas|abacaxi|caveira|bolo|bolos|ponte|pontes|ponta|pontas|cuba|prato|pratos|cobra|cobras|barra|barras|pinha|pinhas|pedro|pero|mango|vela|velas|ramo de noiva|risco|riscos|cana|gela|palmo|salto alto|grego|moça|moças',
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
  aside:
    'aquarela|aquarelado|guache|óleo|acrílica|lápis|giz|à mão|feito à mão|desenhado à mão|pintado|pintado à mão|esboço|gravura|xilogravura|cordel|serigrafia|bordado|bordada|aplicação|patchwork|crochê|miçangas|paetê|paetês|lantejoulas|renda|veludo|glitter|brilho|metalizado|textura|texturizado|realista|fotográfico|3d|luxo|hotel|restaurante|loja|marca|adulto|praieiro|resort|férias|feriado|casamento|festa|aniversário|natal|natalino|halloween|páscoa|carnaval|são joão|quarto|banheiro|cozinha|sala|escritório|escola|escandinavo|nórdico|japonês|chinês|indiano|africano|francês|inglês|escocesa|italiano|mexicano|brasileiro|mediterrâneo|provençal|étnico|tribal|folk|punk|rock|hippie|disco|anos 80|anos 90|y2k|movimento|contraste|transparente|camadas|barrado|localizada|tendência',
}
