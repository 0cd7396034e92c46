import { useEffect, useState } from 'react'
import { Kbd } from '@/ui/card'
import { cn } from '@/ui/cn'
import { keyCaps } from './bindings'

interface LayoutSource {
  keyboard?: { getLayoutMap(): Promise<ReadonlyMap<string, string>> }
}

let printed: ReadonlyMap<string, string> | undefined

/** A binding as it stands on the keys, in the layout of this keyboard where the browser tells. */
export function Caps({ binding, className }: { binding: string; className?: string }) {
  const [layout, setLayout] = useState(printed)
  useEffect(() => {
    if (printed) return
    void (navigator as LayoutSource).keyboard?.getLayoutMap().then(
      (map) => setLayout((printed = map)),
      // a frame may not ask: the US names do
      () => undefined,
    )
  }, [])
  return (
    <span className={cn('flex gap-1', className)}>
      {keyCaps(binding, layout).map((cap, index) => (
        <Kbd key={index} className="max-md:inline">
          {cap}
        </Kbd>
      ))}
    </span>
  )
}
