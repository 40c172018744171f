import { ToileError } from '../../../platform/errors.ts'

/**
 * Words that a school or a studio does not want pictures of, by what the rule is about: English, Portuguese, Spanish. A star stands
 * for any ending. It knows words, not meanings: it is off unless the operator turns it on.
 */
const builtIn: Record<string, string> = {
  sexual: `porn* nude* naked nsfw hentai erotic* genital* penis vagina orgasm* blowjob fetish* bdsm topless
    pornô nudez pelad* erotic* genitais pênis orgasmo* fetiche* seminu*
    desnud* erótic* genitales pene orgasmo* fetiche* semidesnud*`,
  minors: 'lolicon shotacon pedo pedofil* paedophil* pedophil* child-porn* jailbait',
  violence: `gore gory behead* decapitat* dismember* mutilat* torture* massacre* bloodbath corpse*
    decapita* desmembra* mutila* tortura* chacina* cadáver* degola* esquarteja*
    descuartiza* masacre* degolla*`,
  hate: `nazi* swastika* hitler kkk ku-klux-klan white-power
    suástica* supremacia-branca
    esvástica* supremacía-blanca`,
  'self-harm': `suicid* self-harm self-mutilation
    suicíd* automutila*
    suicid* autolesi* automutila*`,
}

/** A rule: what it is about, and what the words must hold. */
interface Rule {
  category: string
  pattern: RegExp
}

/** Refuses words with `MODERATED`, naming what the rule is about and not the word. */
export type WordRules = (prompt: string) => void

/** @param own the studio's own words and phrases, beside or instead of the built-in list */
export function createWordRules({ words, own }: { words: boolean; own: string[] }): WordRules {
  const listed = words
    ? Object.entries(builtIn).flatMap(([category, list]) => list.split(/\s+/).map((word) => ruleOf(category, word)))
    : []
  const rules = [...listed, ...own.map((word) => ruleOf('studio', word))]
  return (prompt) => {
    const text = folded(prompt)
    const broken = rules.filter(({ pattern }) => pattern.test(text)).map(({ category }) => category)
    if (broken.length > 0) throw new ToileError('MODERATED', { categories: [...new Set(broken)] })
  }
}

/** A word is met as a whole; a hyphen or a space in it stands for either. */
function ruleOf(category: string, word: string): Rule {
  const body = folded(word)
    .split(/[\s-]+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\*$/, '\\p{L}*'))
    .join('[\\s_-]*')
  return { category, pattern: new RegExp(`(?<!\\p{L})${body}(?!\\p{L})`, 'u') }
}

/** Small letters without accents, so that “suástica” and “SUASTICA” are one, and without what is not seen. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
}
