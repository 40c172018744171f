import type { Vocabulary } from './vocabulary.ts'

export const spanish: Vocabulary = {
  language: 'es',
  motifs: {
    floral:
      'floral|florales|flor|flores|florecita|florecilla|floreado|botanico|jardin|flores silvestres|liberty|florcitas|ramillete|petalo',
    stripes: 'raya|rayado|lista|listado|franja|diplomatica|raya diplomatica|mil rayas|milrayas',
    gingham: 'vichy|cuadros vichy|gingham|cuadritos|cuadros|guinga',
    tartan: 'tartan|escoces|cuadros escoceses|tela escocesa|plaid',
    dots: 'lunar|lunares|topo|topitos|punto|puntos|puntitos|pois|circulos',
    terrazzo: 'terrazo|terrazzo|granito lavado',
  },
  offers: ['floral', 'margaritas', 'rayas', 'cuadros vichy', 'tartán', 'lunares', 'terrazo'],
  flowers: {
    daisy: 'margarita|manzanilla',
    rose: 'rosas|capullo de rosa|camelia|ranunculo',
    poppy: 'amapola|anemona',
    peony: 'peonia|dalia|crisantemo|clavel',
    tulip: 'tulipan|tulipanes',
    blossom: 'flor de cerezo|flores de cerezo|cerezo|sakura|nomeolvides|almendro',
    cosmos: 'cosmos|lirio|magnolia|azucena',
    sunflower: 'girasol|girasoles|gerbera',
    lavender: 'lavanda|espliego|jacinto',
    leaves: 'hoja|follaje|rama|ramita|eucalipto',
  },
  stripes: {
    breton: 'breton|marinero|marinera|nautico',
    awning: 'toldo|rayas anchas|raya ancha|rayas gruesas|playa|ancho|grueso',
    pin: 'raya diplomatica|diplomatica|raya fina|rayas finas|rayas estrechas|mil rayas|milrayas|fino|delgado|estrecho',
    multi: 'multicolor|arcoiris|arco iris',
    ticking: 'colchon|oxford',
  },
  directions: {
    horizontal: 'horizontal|horizontales',
    vertical: 'vertical|verticales',
    diagonal: 'diagonal|diagonales|inclinado|sesgado',
  },
  layouts: {
    toss: 'disperso|aleatorio|suelto|esparcido',
    'half-drop': 'half drop|medio salto|media caida|salto',
    brick: 'brick|tipo ladrillo|intercalado|tresbolillo',
    block: 'en cuadricula|cuadricula|alineado|en linea|bloque',
    mirror: 'espejo|en espejo|reflejado|simetrico',
  },
  scales: {
    small: 'pequeno|chico|diminuto|mini|micro|menudo|pequenito',
    large: 'grande|maxi|enorme|gigante',
  },
  densities: {
    sparse: 'espaciado|aireado|minimalista|ligero|abierto',
    dense: 'denso|tupido|lleno|abundante|apretado|recargado',
  },
  moods: {
    vintage: 'vintage|retro|antiguo|anos 70|desgastado|envejecido',
    pastel: 'pastel|pasteles|tonos pastel|delicado|suave',
    vivid: 'arco iris|arcoiris|vibrante|vivo|tropical|neon|alegre|verano|veraniego|colorido',
    dark: 'sombrio|dramatico|nocturno|gotico|noche|invierno',
    natural: 'terroso|tonos tierra|rustico|organico|boho|otono|otonal',
  },
  tones: {
    light: 'pastel|claro|palido|clarito',
    dark: 'oscuro|profundo',
    muted: 'apagado|empolvado|grisaceo|seco',
    bright: 'vivo|fuerte|intenso|electrico|brillante',
  },
  grounds: { before: 'sobre|encima de|fondo|con fondo|en fondo|sobre fondo|de fondo', noun: 'al fondo|de fondo' },
  without: 'sin|no',
  silent:
    'el|la|los|las|un|una|unos|unas|y|e|o|u|con|de|del|en|al|a|para|por|mi|quiero|haz|hazlo|hacer|crea|crear|dibuja|que|se|muy|mas|menos|color|colores|tono|tonos|paleta|estampado|estampa|patron|tela|tejido|diseno|dibujo|imagen|ilustracion|repeticion|rapport|continuo|motivo|fondo|estilo|tipo|inspirado|clasico|elegante|bonito|lindo|hermoso|moderno|fresco|mono|sencillo|tradicional|vestido|camisa|falda|algodon|seda|lana|moda|primavera|dos|tres|cuatro|variaciones|variacion|version|diferente|tamano|escala|bien|hecho|solo|todo|toda|algunos|algunas|varias|varios|mezcla',
}
