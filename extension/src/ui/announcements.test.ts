import { expect, test } from 'vitest'
import { type Saying, withSaying } from './announcements'

const news = (words: string): Saying => ({ words, kind: 'news' })
const progress = (words: string): Saying => ({ words, kind: 'progress' })
const waiting = (...sayings: Saying[]) => sayings.reduce(withSaying, [] as Saying[]).map(({ words }) => words)

test('of progress only the latest is said', () => {
  expect(waiting(progress('1 of 4'), progress('2 of 4'))).toEqual(['2 of 4'])
})

test('a problem is said before progress, and progress does not push it out', () => {
  expect(waiting(progress('1 of 4'), news('offline'), progress('2 of 4'))).toEqual(['offline', '2 of 4'])
})

test('what waits already is not said twice', () => {
  expect(waiting(news('offline'), news('copied'), news('offline'))).toEqual(['offline', 'copied'])
})
