import type { PromptLanguage as Language } from 'shared'
import { type Token, tokensOf } from './tokens.ts'

/** Colours named after things that one may want drawn, in the singular, without accents. */
const things: Record<Language, string> = {
  en: 'orange|lemon|lime|cherry|peach|apricot|melon|tangerine|mandarin|pumpkin|tomato|berry|raspberry|cranberry|mulberry|plum|aubergine|eggplant|olive|pistachio|chestnut|walnut|mushroom|peacock|shell|pearl|coral|bottle|brick|fern|grass|pine|forest|orchid|fawn|caramel|honey|coffee|sky|leather|watermelon|strawberry|mango|avocado|pear|kiwi|grape|iris|stone|snow|raven|skin|flesh|fog|mist|marigold|turmeric|thistle|vanilla|linen|cinnamon|ginger|butter|wine|chocolate|salmon|heather|wisteria|champagne|biscuit|toffee|glacier|putty|bone|ash',
  pt: 'laranja|limao|tangerina|cereja|pessego|damasco|melao|abobora|tomate|framboesa|amora|ameixa|berinjela|beringela|oliva|azeitona|pistache|cogumelo|pavao|perola|coral|tijolo|pinho|orquidea|caramelo|mel|cafe|camelo|lima|melancia|morango|manga|abacate|kiwi|pera|uva|pedra|osso|couro|neve|baunilha|canela|gengibre|manteiga|vinho|chocolate|salmao|champanhe|tabaco|gelo|palha',
  es: 'naranja|limon|mandarina|cereza|melocoton|durazno|albaricoque|melon|calabaza|tomate|frambuesa|mora|ciruela|berenjena|oliva|aceituna|pistacho|pavo real|perla|coral|teja|ladrillo|pino|orquidea|caramelo|miel|cafe|camello|lima|topo|sandia|fresa|mango|aguacate|kiwi|pera|uva|piedra|hueso|cuero|nieve|vainilla|canela|jengibre|mantequilla|vino|chocolate|salmon|champan|tabaco|niebla|paja|carne',
}

const sets = new Map(Object.entries(things).map(([language, names]) => [language, new Set(names.split('|'))]))

/** True for a colour's word that is also a thing: "lemon", "cerezas". */
export function isThing(word: string, language: Language): boolean {
  return singulars(word).some((one) => sets.get(language)?.has(one))
}

/** True for a word that is only a thing: English colours have no plural, so "lemons" are fruit. */
export function isOnlyThing(word: string, language: Language): boolean {
  return language === 'en' && isThing(word, language) && !sets.get('en')?.has(foldedOf(word))
}

const foldedOf = (word: string) =>
  tokensOf(word)
    .map(({ folded }: Token) => folded)
    .join(' ')

function singulars(word: string): string[] {
  const whole = foldedOf(word)
  return [whole, whole.replace(/s$/, ''), whole.replace(/es$/, ''), whole.replace(/ies$/, 'y'), whole.replace(/oes$/, 'ao')]
}
