// Loaded before the program: Node keeps what it compiled and stripped of types, so the next start is much sooner. It would
// write that only at an orderly end; written early, it also helps the start after a kill.
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '../.pipewright/compiled'))
setTimeout(() => flushCompileCache(), 5_000).unref()
