const shortest = 32
/** 32 random hexadecimal digits have fewer than 10 different ones about once in a million times. */
const fewestCharacters = 10
/** Random text hardly ever has the same three in a row twice; a word that is repeated soon has no others. */
const fewestTriples = 24
/** What stands in examples, and what is put there to be changed later. */
const wellKnown =
  /change.?(me|this|it)|replace.?(me|this)|secret|passw|passphrase|example|default|placeholder|insecure|qwerty|toile/i

/** How to make a secret that nobody guesses, on any machine that runs Toile. */
export const howToMakeSecret = `make one with: node -p "crypto.randomBytes(32).toString('base64url')"`

/** Why somebody could guess a secret, or null where it will do. What it is stays untold. */
export function weaknessOf(secret: string): string | null {
  if (secret.length < shortest) return `needs at least ${shortest} characters`
  if (wellKnown.test(secret)) return 'holds a word that others would try first'
  if (new Set(secret).size < fewestCharacters) return `has fewer than ${fewestCharacters} different characters`
  const triples = new Set(Array.from({ length: secret.length - 2 }, (_, i) => secret.slice(i, i + 3)))
  if (triples.size < fewestTriples) return 'says the same again and again'
  return isRow(secret) ? 'is a row of neighbours, like 123 and abc' : null
}

/** More than half of its characters follow their neighbour in the alphabet; of random ones hardly one in ten does. */
function isRow(secret: string): boolean {
  const codes = [...secret].map((character) => character.codePointAt(0) ?? 0)
  const neighbours = codes.filter((code, i) => Math.abs(code - (codes[i - 1] ?? Number.NaN)) <= 1)
  return neighbours.length > secret.length / 2
}
