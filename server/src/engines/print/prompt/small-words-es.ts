import type { SmallWords } from './vocabulary.ts'

export const spanishSmallWords: SmallWords = {
  without: 'sin|no|ni',
  amid: 'con un vestido|con vestido|vestida de|en un|en una|en el|en la|en los|en las|entre|detrás|detrás de|bajo|debajo|dentro|cerca|junto a|al lado|delante|a través|por el|por la|por los|por las',
  strangers:
    'gato|gatos|gata|perro|perros|caballo|pájaro|pájaros|mariposa|mariposas|abeja|pez|peces|ballena|león|oso|unicornio|dragón|dinosaurio|mujer|hombre|niña|niño|persona|personas|cara|retrato|coche|casa|ciudad|sol|luna|estrella|estrellas|corazón|corazones|mar|montaña|árbol|árboles|comida|pizza|logo|logotipo|letras|fruta|frutas|calavera|bolo|bolos|punta|puntas|rayo|rayos|plato|platos|piña|piñas|cobra|cobras|barra|barras|manga|mangas|suelo|suelos|pedro|cuba|cuadra|pato|patos|griego|topa|lobo|palmo',
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
  aside:
    'acuarela|acuarelado|gouache|óleo|acrílico|lápiz|tiza|a mano|hecho a mano|dibujado a mano|pintado|pintado a mano|boceto|grabado|xilografía|serigrafía|bordado|bordada|aplicación|patchwork|ganchillo|abalorios|lentejuelas|encaje|terciopelo|purpurina|brillo|metalizado|textura|texturizado|realista|fotográfico|3d|lujo|hotel|restaurante|tienda|marca|adulto|resort|vacaciones|boda|fiesta|cumpleaños|navidad|navideño|halloween|pascua|carnaval|dormitorio|baño|cocina|salón|oficina|escuela|escolar|escandinavo|nórdico|japonés|chino|indio|africano|francés|inglés|italiano|mexicano|español|andaluz|flamenco|mediterráneo|provenzal|étnico|tribal|folk|punk|rock|hippie|disco|años 80|años 90|y2k|movimiento|contraste|transparente|capas|cenefa|localizado|tendencia',
}
