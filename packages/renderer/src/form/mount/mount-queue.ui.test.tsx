import { expect, test } from 'vitest'
import { MountQueue } from './mount-queue.ts'

/** Idle moments that come when the test says so. */
function handIdle() {
  const asked: ((left: () => number) => void)[] = []
  return {
    idle: {
      request(work: (left: () => number) => void) {
        asked.push(work)
        return () => asked.splice(asked.indexOf(work), 1)
      },
    },
    pass: (...left: number[]) => asked.shift()?.(() => left.shift() ?? 0),
    isAsked: () => asked.length > 0,
  }
}

function queueOf(count: number) {
  const { idle, ...hand } = handIdle()
  const queue = new MountQueue(idle)
  const made: number[] = []
  const stops = Array.from({ length: count }, (_, at) =>
    queue.wait(document.createElement('input'), () => made.push(at)),
  )
  return { queue, made, stops, ...hand }
}

test('what waits is made in order, as much per idle moment as there is time for', () => {
  const { made, pass, isAsked } = queueOf(5)
  pass(20, 10, 1)
  expect(made).toEqual([0, 1, 2])
  pass(1)
  expect(made).toEqual([0, 1, 2, 3])
  pass(1)
  expect(made).toEqual([0, 1, 2, 3, 4])
  expect(isAsked()).toBe(false)
})

test('what left the queue is not made, and a closed queue makes nothing', () => {
  const { queue, made, stops, pass, isAsked } = queueOf(3)
  stops[0]?.()
  pass(1)
  expect(made).toEqual([1])
  queue.close()
  expect(isAsked()).toBe(false)
})
