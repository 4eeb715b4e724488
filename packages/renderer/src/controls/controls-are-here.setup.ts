import { loadAllControls } from './load-controls.ts'

// Tests of the interface look at forms that were opened before.
await loadAllControls()
