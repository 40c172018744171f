import type { PromptLanguage } from '../understanding.ts'
import type { Names } from './print-words.ts'

/** Words that an AI draws by and the built-in engine does not; and words that only the coach has to know. */
interface OtherNames {
  /** Techniques and looks. */
  techniques: Names
  /** What says the colours without naming one. */
  palettes: Names
  /** Words that take back what follows. */
  without: Names
  /** Words that lead to what they speak of. */
  leading: Names
  /** Names of colours that are things as well. */
  things: Names
}

export const otherNames: Record<PromptLanguage, OtherNames> = {
  en: {
    techniques:
      'watercolour|watercolor|gouache|oil paint|oil painting|acrylic|pencil|coloured pencil|crayon|chalk|charcoal drawing|ink drawing|ink wash|pen and ink|hand drawn|hand painted|hand painted watercolour|sketch|sketched|sketchy|etching|engraving|engraved|woodblock|block print|block printed|lino|linocut|lino cut|screen print|screenprint|embroidered|embroidery|patchwork|crochet|lace|cut paper|cut paper look|paper cut|collage|line art|line drawing|outline|flat shapes|flat colour|brush strokes|brushed|painterly|loose brushwork|stencil|batik|shibori|mosaic|pixel art|risograph|realistic|photorealistic|botanical illustration|art deco|art nouveau|bauhaus|folk art|folk|naive|scandinavian|scandi|japanese|mid century|arts and crafts|toile de jouy|chinoiserie|pop art|minimal|minimalist|geometric|abstract|graphic|stylised|stylized',
    palettes:
      'pastel|pastels|pastel colours|pastel colors|monochrome|monochromatic|black and white|tone on tone|tonal|earth tones|earthy tones|neutral|neutrals|neon|fluorescent|jewel tones|rainbow|multicolour|multicoloured|multicolor|multicolored|colourful|colorful|bright colours|bright colors|muted palette|warm colours|warm colors|cool colours|cool colors|sepia',
    without: 'without|no|not',
    leading: 'keep|same|like|more|less|into|instead|them|they|their|then|only|looser|bit',
    things:
      'rose|lemon|orange|peach|cherry|strawberry|watermelon|raspberry|berry|plum|olive|mint|lavender|violet|lilac|iris|orchid|fern|avocado|pear|kiwi|pumpkin|grape|mushroom|poppy|sunflower|pistachio|coffee|cinnamon|ginger|heather|thistle|peacock',
  },
  pt: {
    techniques:
      'aquarela|aquarelado|aquarela pintada à mão|guache|óleo|pintura a óleo|acrílica|lápis|lápis de cor|giz|carvão vegetal|nanquim|à mão|feito à mão|desenhado à mão|pintado à mão|pintado|esboço|gravura|xilogravura|cordel|linogravura|serigrafia|bordado|patchwork|crochê|renda|papel recortado|recorte de papel|colagem|traço fino|linha fina|desenho de linha|contorno|formas chapadas|pinceladas|estêncil|batik|shibori|mosaico|realista|ilustração botânica|art déco|art nouveau|bauhaus|arte popular|naïf|escandinavo|japonês|minimalista|geométrico|abstrato|gráfico|estilizado',
    palettes:
      'pastel|tons pastel|tons pastéis|monocromático|preto e branco|tom sobre tom|tons terrosos|tons neutros|neutro|neon|arco íris|multicolorido|colorido|cores vivas|cores vibrantes|cores quentes|cores frias|sépia',
    without: 'sem|não|nem',
    leading:
      'mantenha|manter|mesmo|mesma|mesmas|mesmos|como|mais|menos|em vez|delas|deles|só|mais solto|mais soltos|mais solta|mais soltas|um pouco|na|no|nas|nos|pelo|pela',
    things:
      'laranja|pêssego|cereja|morango|melancia|framboesa|amora|ameixa|oliva|menta|lavanda|violeta|íris|orquídea|uva|abacate|pera|kiwi|abóbora|limão siciliano|cogumelo|canela|café|pistache|pavão|azeitona|manga|melão|damasco',
  },
  es: {
    techniques:
      'acuarela|acuarelado|acuarela pintada a mano|gouache|óleo|pintura al óleo|acrílico|lápiz|lápices de colores|tiza|carboncillo|tinta china|a mano|hecho a mano|dibujado a mano|pintado a mano|pintado|boceto|grabado|xilografía|linograbado|serigrafía|bordado|patchwork|ganchillo|encaje|papel recortado|recorte de papel|collage|trazo fino|línea fina|dibujo de línea|contorno|formas planas|pinceladas|esténcil|batik|shibori|mosaico|realista|ilustración botánica|art déco|art nouveau|bauhaus|arte popular|naïf|escandinavo|japonés|minimalista|geométrico|abstracto|gráfico|estilizado',
    palettes:
      'pastel|tonos pastel|tonos suaves|monocromático|blanco y negro|tono sobre tono|tonos tierra|tonos neutros|neutro|neón|arco iris|multicolor|colorido|colores vivos|colores cálidos|colores fríos|sepia',
    without: 'sin|no|ni',
    leading:
      'mantén|mantener|mismo|misma|mismas|mismos|como|más|menos|en vez|ellas|ellos|solo|más suelto|más sueltos|más suelta|más sueltas|un poco',
    things:
      'naranja|melocotón|durazno|cereza|fresa|sandía|frambuesa|mora|ciruela|oliva|menta|lavanda|violeta|iris|orquídea|uva|aguacate|pera|kiwi|calabaza|limón|seta|canela|café|pistacho|pavo real|aceituna|mango|melón|albaricoque',
  },
}
