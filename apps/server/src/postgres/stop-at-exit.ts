/** Ends a server when the app ends by itself without having stopped it; answers how to forget that. */
export function stopAtExit(pid: number): () => void {
  // After kill -9 nothing runs here any more, and the next start takes the server over.
  const stopNow = () => {
    try {
      process.kill(pid, 'SIGINT')
    } catch {
      // It has ended already.
    }
  }
  process.on('exit', stopNow)
  return () => process.off('exit', stopNow)
}
