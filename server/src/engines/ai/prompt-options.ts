/** What a service would read as an option and not as words, by the way it is written. */
const notations: { pattern: RegExp; kept: string }[] = [
  // stable-diffusion.cpp takes any setting from between these, closed or not.
  { pattern: /<sd_cpp_extra_args>[\s\S]*?(?:<\/sd_cpp_extra_args>|$)/gi, kept: ' ' },
  // AUTOMATIC1111 and others load networks by name: <lora:name:1>, <hypernet:name:1>.
  { pattern: /<[^<>]*>/g, kept: ' ' },
  // ComfyUI and others load files by name.
  { pattern: /\bembedding:\S+/gi, kept: ' ' },
  // Weights: (navy:1.3), in every way that Python reads a number. The words stay.
  { pattern: /:\s*[-+]?(?:[\p{Nd}._]+(?:e[-+]?[\p{Nd}_]+)?|inf(?:inity)?|nan)(?=\s*[)\]])/giu, kept: '' },
  // Editing while it is made: [roses:poppies:0.5]. The words stay.
  { pattern: /(?<=\[[^\]]*):(?=[^\]]*\])/g, kept: ' ' },
  // Wild cards and variables: __colours__, ${x}, {a|b}.
  { pattern: /__\w+?__|\$\{[^}]*\}/g, kept: ' ' },
  // Flags: --ar 16:9, --tile.
  { pattern: /(?<![\p{L}\p{N}-])--[a-z][\w-]*(?:[ =]\d[^\s()]*)?/giu, kept: ' ' },
  // Takes turns between words, or parts what is wanted from what is not.
  { pattern: /\|/g, kept: ', ' },
  // What is left of half a notation.
  { pattern: /[<>{}[\]]/g, kept: ' ' },
]

/** A bracket around nothing but a bracket: each is a weight of 1.1, and one says as much to people. */
const doubled = /\(\s*(\([^()]*\))\s*\)/g

/**
 * The designer's words without what services read as options of their own (networks, weights, arguments, alternation, flags), and
 * what was taken out. Words say what to draw; how is the operator's to set. Round brackets stay, since people write them.
 */
export function withoutOptions(prompt: string): { text: string; stripped: string[] } {
  const stripped: string[] = []
  let text = prompt
  for (const { pattern, kept } of notations) {
    // Taking one out may join another out of its halves.
    for (let before = ''; before !== text; ) {
      before = text
      text = text.replace(pattern, (found) => {
        stripped.push(found.trim())
        return kept
      })
    }
  }
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replace(doubled, (found, inner: string) => {
      stripped.push(found.trim())
      return inner
    })
  }
  const changed = stripped.length > 0
  // In capitals these are operators.
  const plain = text.replace(/\b(?:AND|BREAK)\b/g, (word) => word.toLowerCase())
  const tidied = changed
    ? plain
        .replace(/\s+/g, ' ')
        .replace(/ ,/g, ',')
        .replace(/(?:, ?)+(?=,|$)/g, '')
        .trim()
    : plain
  return { text: tidied, stripped: [...new Set(stripped)].slice(0, mostNamed).map((one) => one.slice(0, longestNamed)) }
}

/** Most notations named back, and most characters of one. */
const mostNamed = 8
const longestNamed = 40
