// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { markElement, markedElement } from './marked'

const put = (): Element => {
  const element = document.createElement('img')
  document.body.append(element)
  return element
}

test('a marked element is found by its mark, and by no other', () => {
  const [one, other] = [put(), put()]
  const [first, second] = [markElement(one), markElement(other)]
  expect([markedElement(first), markedElement(second), markedElement('another')]).toEqual([one, other, null])
})

test('an element that the page took out when the pointer left it is still known', () => {
  const element = put()
  const mark = markElement(element)
  element.remove()
  expect(markedElement(mark)).toBe(element)
})

test('only the newest 20 are kept', () => {
  const marks = Array.from({ length: 21 }, () => markElement(put()))
  expect(marks.map((mark) => markedElement(mark) !== null)).toEqual([false, ...Array(20).fill(true)])
})
