import { useEffect, useRef, useState } from 'react'

/** Whoever scrolls past a lane does not ask for it. */
const passing = 120
const around = '400px 0px'

interface Sight {
  readonly inSight: boolean
  /** How high it was when it was last drawn. */
  readonly height: number | undefined
}

/** Whether something is in sight or nearly, and stays so for a moment. */
export function useInSight<E extends HTMLElement>() {
  const element = useRef<E>(null)
  const isObservable = typeof IntersectionObserver !== 'undefined'
  const [sight, setSight] = useState<Sight>({ inSight: !isObservable, height: undefined })
  useEffect(() => {
    const seen = element.current
    if (!isObservable || seen === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver(
      (entries) => {
        const inSight = entries.at(-1)?.isIntersecting === true
        clearTimeout(timer)
        timer = setTimeout(
          () =>
            setSight((before) =>
              before.inSight === inSight
                ? before
                : { inSight, height: inSight ? before.height : seen.offsetHeight },
            ),
          passing,
        )
      },
      { rootMargin: around },
    )
    observer.observe(seen)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [isObservable])
  return { element, ...sight }
}
