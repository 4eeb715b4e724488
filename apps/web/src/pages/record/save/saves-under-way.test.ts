import type { RecordAnswer } from '@pipewright/contract'
import { expect, it } from 'vitest'
import { SavesUnderWay } from './saves-under-way.ts'

const answered = (version: number) => Promise.resolve({ version } as RecordAnswer)

function held() {
  let answer: (version: number) => void = () => undefined
  let refuse: () => void = () => undefined
  const save = () =>
    new Promise<RecordAnswer>((resolve, reject) => {
      answer = (version) => resolve({ version } as RecordAnswer)
      refuse = () => reject(new Error('refused'))
    })
  return { save, answer: (version: number) => answer(version), refuse: () => refuse() }
}

it('builds a save on the one before that changed the same version', async () => {
  const saves = new SavesUnderWay()
  const slow = held()
  const asked: number[] = []
  const record = (version: number) => {
    asked.push(version)
    return answered(version + 1)
  }
  const first = saves.run('deal 1', 3, slow.save)
  const second = saves.run('deal 1', 3, record)
  const third = saves.run('deal 1', 3, record)
  const other = saves.run('deal 2', 3, record)
  await other
  expect(asked).toEqual([3])
  slow.answer(4)
  await Promise.all([first, second, third])
  expect(asked).toEqual([3, 4, 5])
})

it('asks for the version as it was given when the one before failed or changed another one', async () => {
  const saves = new SavesUnderWay()
  const slow = held()
  const asked: number[] = []
  const first = saves.run('deal 1', 3, slow.save)
  const second = saves.run('deal 1', 3, (version) => {
    asked.push(version)
    return answered(9)
  })
  const third = saves.run('deal 1', 7, (version) => {
    asked.push(version)
    return answered(10)
  })
  await Promise.resolve()
  slow.refuse()
  await expect(first).rejects.toThrow('refused')
  await Promise.all([second, third])
  expect(asked).toEqual([3, 7])
})

it('says that a save is under way until the last one is answered', async () => {
  const saves = new SavesUnderWay()
  const slow = held()
  const heard: boolean[] = []
  const leave = saves.subscribe(() => heard.push(saves.isUnderWay('deal 1')))
  const first = saves.run('deal 1', 1, () => answered(2))
  const second = saves.run('deal 1', 1, slow.save)
  await first
  expect(saves.isUnderWay('deal 1')).toBe(true)
  await Promise.resolve()
  slow.answer(3)
  await second
  leave()
  expect(heard).toEqual([true, true, true, false])
})
