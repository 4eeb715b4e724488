import { beforeAll } from 'vitest'
import { loadAllControls } from './load-controls.ts'

// Tests of the interface look at forms that were opened before.
await loadAllControls()

// Files of a worker share one document: what the one before left open, such as a dialog on its way out, is not this one's.
beforeAll(() => {
  for (const left of document.querySelectorAll('body > :not(textarea)')) left.remove()
})
