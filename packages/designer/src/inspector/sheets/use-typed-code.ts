import { useState } from 'react'

const isCode = /^[A-Z]{3}$/

/** A three-letter code while it is typed; only whole codes are handed on. */
export function useTypedCode(stored: string, onCommit: (code: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  return {
    text: typed ?? stored,
    type: (text: string) => setTyped(text.toUpperCase().slice(0, 3)),
    commit(text: string) {
      setTyped(null)
      if (isCode.test(text) && text !== stored) onCommit(text)
    },
  }
}
