/** Something to be read aloud. Of progress only the latest counts; news is never passed over. */
export interface Saying {
  words: string
  kind: 'news' | 'progress'
}

/** What waits to be said, with one more: news before progress, nothing twice. */
export function withSaying(waiting: Saying[], next: Saying): Saying[] {
  const news = waiting.filter(({ kind }) => kind === 'news')
  const progress = waiting.filter(({ kind }) => kind === 'progress')
  if (next.kind === 'progress') return [...news, next]
  return news.some(({ words }) => words === next.words) ? waiting : [...news, next, ...progress]
}
