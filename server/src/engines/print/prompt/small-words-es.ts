import type { OwnSmallWords } from './vocabulary.ts'

export const spanishSmallWords: OwnSmallWords = {
  without: 'sin|no|ni',
  amid: 'con un vestido|con vestido|vestida de|en un|en una|en el|en la|en los|en las|entre|detrás|detrás de|bajo|debajo|dentro|cerca|junto a|al lado|delante|a través|por el|por la|por los|por las',
  strangers:
    'gato|gatos|gata|perro|perros|caballo|pájaro|pájaros|mariposa|mariposas|abeja|pez|peces|ballena|león|oso|unicornio|dragón|dinosaurio|mujer|hombre|niña|niño|persona|personas|cara|retrato|coche|casa|ciudad|sol|luna|estrella|estrellas|corazón|corazones|mar|montaña|árbol|árboles|comida|pizza|logo|logotipo|letras|fruta|frutas|calavera|bolo|bolos|punta|puntas|rayo|rayos|plato|platos|piña|piñas|cobra|cobras|barra|barras|manga|mangas|suelo|suelos|pedro|cuba|cuadra|pato|patos|griego|topa|lobo|palmo',
  aside:
    'acuarela|acuarelado|gouache|óleo|acrílico|lápiz|tiza|a mano|hecho a mano|dibujado a mano|pintado|pintado a mano|boceto|grabado|xilografía|serigrafía|bordado|bordada|aplicación|patchwork|ganchillo|abalorios|lentejuelas|encaje|terciopelo|purpurina|brillo|metalizado|textura|texturizado|realista|fotográfico|3d|lujo|hotel|restaurante|tienda|marca|adulto|resort|vacaciones|boda|fiesta|cumpleaños|navidad|navideño|halloween|pascua|carnaval|dormitorio|baño|cocina|salón|oficina|escuela|escolar|escandinavo|nórdico|japonés|chino|indio|africano|francés|inglés|italiano|mexicano|español|andaluz|flamenco|mediterráneo|provenzal|étnico|tribal|folk|punk|rock|hippie|disco|años 80|años 90|y2k|movimiento|contraste|transparente|capas|cenefa|localizado|tendencia',
}
