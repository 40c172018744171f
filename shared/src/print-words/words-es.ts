import type { PrintWords } from './print-words.ts'

export const spanishPrintWords: PrintWords = {
  silent: [
    'el|la|los|las|lo|un|una|unos|unas|y|e|o|u|con|más|pero|de|del|en|al|a|para|por|mi|mis|tu|su|sus|este|esta|ese|esa|esto|es|son|que|se|me|muy|mucho|mucha|menos|bien|bastante|solo|también|por favor|hola',
    'cambia|cambiar|reemplaza|varía|variar|recolorear|quiero|quisiera|querría|necesito|haz|hazlo|hazme|hacer|crea|crear|dibuja|dibújame|genera|muestra|usa|usar|usando|pon|estilo|en el estilo|tipo|aire|inspirado|basado',
    'estampado|estampados|print|prints|estampa|estampación|patrón|patrones|tela|telas|en la tela|tejido|tejidos|diseño|dibujo|imagen|ilustración|arte|repetición|repetir|rapport|continuo|motivo|fondo|papel pintado|papel tapiz|superficie|sin costuras',
    'color|colores|en color|en el color|en los colores|en colores|tono|tonos|paleta|paleta de colores|detalle|detalles|mezcla|mezclado|combinación|dos colores|de dos colores|a dos colores',
    'clásico|elegante|bonito|lindo|hermoso|bello|moderno|fresco|mono|sencillo|simple|tradicional|romántico|femenino|masculino|sofisticado|chic|encantador|divertido|contemporáneo|atemporal|lujoso|bueno|buena|mejor|diferente|distinto|nuevo|original|único|liso|normal|regular|irregular',
    'variación|variaciones|versión|versiones|opción|opciones|tamaño|escala|ancho de tela|altura|calidad|alta|baja|resolución|vector|vectorial|cm|mm|px|píxeles|dpi|centímetros|por ciento|pulgadas',
    'vestido|vestidos|camisa|camiseta|blusa|falda|pantalón|pantalones|short|bermudas|mono largo|kimono|pijama|lencería|bikini|bañador|traje de baño|ropa de baño|chaqueta|blazer|abrigo|traje|sastrería|suéter|jersey|punto tejido|sudadera|leggings|calcetín|calcetines|pañuelo|bufanda|chal|corbata|sombrero|gorra|bolso|bolsa|zapatos|zapatillas|delantal|uniforme|ropa|prenda|prendas|colección|moda|moda infantil|infantil',
    'cojín|cojines|almohada|cortina|cortinas|ropa de cama|sábana|sábanas|edredón|colcha|manta|toalla|toallas|mantel|servilleta|servilletas|paño de cocina|tapicería|alfombra|pantalla|decoración|papelería|papel de regalo|envoltorio|cuaderno|funda',
    'algodón|seda|tela de lino|lana|viscosa|satén|gasa|crepé|popelín|poliéster|trama|hilo|hilos',
    'todo|toda|todos|todas|algunos|algunas|varios|varias|cada|dos|tres|cuatro|cinco|seis|primero|segundo|otro|otra|mismo|hecho|doble|par|primavera|campo|x|poco|poca|pocos|pocas|temporada',
  ].join('|'),
  layouts: {
    toss: 'disperso|aleatorio|suelto|esparcido|multidireccional|salteado',
    'half-drop': 'medio salto|half drop|media caída|salto',
    brick: 'tipo ladrillo|brick|intercalado|tresbolillo|al tresbolillo|en ladrillo',
    block: 'en cuadrícula|cuadrícula|alineado|en línea|bloque|en filas|en bloque|repetición simple',
    mirror: 'en espejo|espejo|reflejado|simétrico|espejado',
  },
  scales: {
    small: 'pequeño|chico|diminuto|mini|micro|menudo|pequeñito|chiquito|escala pequeña',
    large: 'grande|maxi|enorme|gigante|grandote|escala grande|XL',
  },
  densities: {
    sparse: 'espaciado|aireado|minimalista|ligero|abierto|con aire',
    dense: 'denso|tupido|lleno|abundante|apretado|recargado|maximalista',
  },
  moods: {
    vintage: 'vintage|retro|antiguo|años 70|años 60|años 50|desgastado|envejecido|nostálgico',
    pastel: 'pastel|pasteles|tonos pastel|delicado|suave|tonos suaves|soñador',
    vivid: 'vibrante|vivo|arcoíris|arco iris|tropical|neón|alegre|verano|veraniego|colorido|multicolor|colores vivos|psicodélico',
    dark: 'sombrío|dramático|nocturno|gótico|noche|invierno|invernal',
    natural: 'terroso|tonos tierra|rústico|orgánico|boho|otoño|otoñal|neutro|neutros|tonos neutros|tonos naturales',
  },
  tones: {
    light: 'claro|pastel|pálido|clarito|bebé|más claro',
    dark: 'oscuro|profundo|más oscuro',
    muted: 'apagado|empolvado|grisáceo|seco|viejo|envejecido|antiguo',
    bright: 'vivo|fuerte|intenso|eléctrico|brillante|vibrante|neón|chillón',
  },
  grounds: {
    before:
      'sobre|encima de|fondo|con fondo|en fondo|sobre fondo|de fondo|sobre un fondo|en un fondo|con un fondo|con el fondo|sobre el fondo|con base',
    noun: 'al fondo|de fondo|de base',
  },
}
