import { unsubscribe } from './device.ts'
import { forgetTold } from './told-here.ts'

/** Whoever signs out is told nothing on this device any more. */
export async function tellNoMore(): Promise<void> {
  forgetTold()
  await unsubscribe()
}
