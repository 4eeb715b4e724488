import { findPhoneNumbers, providePhoneNumbers, type PhoneNumbers } from '@pipewright/compiler'
import { useEffect, useState } from 'react'

let loading: Promise<void> | undefined

async function load(): Promise<void> {
  const { phoneEngine } = await import('@pipewright/compiler/phone-engine')
  providePhoneNumbers(phoneEngine)
}

/** The numbering plans, which come when a phone is first shown; undefined until then, and where nothing asks for them. */
export function usePhoneNumbers(wanted: boolean): PhoneNumbers | undefined {
  const [, setLoaded] = useState(false)
  const numbers = findPhoneNumbers()
  const isMissing = wanted && numbers === undefined
  useEffect(() => {
    if (!isMissing) return
    loading ??= load()
    // Without them numbers are shown as they are stored, and the server checks them.
    void loading.then(
      () => setLoaded(true),
      () => {
        loading = undefined
      },
    )
  }, [isMissing])
  return wanted ? numbers : undefined
}
