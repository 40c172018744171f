import type { OwnSmallWords } from './vocabulary.ts'

export const portugueseSmallWords: OwnSmallWords = {
  without: 'sem|não|nem',
  amid: 'com um vestido|com vestido|vestido com|vestida de|vestido de noiva|no|na|nos|nas|num|numa|em um|em uma|entre|atrás|atrás de|embaixo|debaixo|dentro|perto|ao lado|através|diante|pelo|pela|pelos|pelas',
  strangers:
    'gato|gatos|gata|cachorro|cachorros|cavalo|pássaro|pássaros|passarinho|borboleta|borboletas|abelha|peixe|peixes|baleia|leão|urso|unicórnio|dragão|dinossauro|mulher|homem|menina|menino|criança|pessoas|rosto|retrato|carro|casa|cidade|sol|lua|estrela|estrelas|coração|corações|mar|montanha|árvore|árvores|comida|pizza|logo|logotipo|letras|fruta|frutas|abacaxi|caveira|bolo|bolos|ponte|pontes|ponta|pontas|cuba|prato|pratos|cobra|cobras|barra|barras|pinha|pinhas|pedro|pero|mango|vela|velas|ramo de noiva|risco|riscos|cana|gela|palmo|salto alto|grego|moça|moças',
  aside:
    'aquarela|aquarelado|guache|óleo|acrílica|lápis|giz|à mão|feito à mão|desenhado à mão|pintado|pintado à mão|esboço|gravura|xilogravura|cordel|serigrafia|bordado|bordada|aplicação|patchwork|crochê|miçangas|paetê|paetês|lantejoulas|renda|veludo|glitter|brilho|metalizado|textura|texturizado|realista|fotográfico|3d|luxo|hotel|restaurante|loja|marca|adulto|praieiro|resort|férias|feriado|casamento|festa|aniversário|natal|natalino|halloween|páscoa|carnaval|são joão|quarto|banheiro|cozinha|sala|escritório|escola|escandinavo|nórdico|japonês|chinês|indiano|africano|francês|inglês|escocesa|italiano|mexicano|brasileiro|mediterrâneo|provençal|étnico|tribal|folk|punk|rock|hippie|disco|anos 80|anos 90|y2k|movimento|contraste|transparente|camadas|barrado|localizada|tendência',
}
