import { useRef, useState, type PointerEvent, type SyntheticEvent } from 'react'
import { snap } from './snap'

interface Options {
  /** how high it is now */
  height: number
  /** by how many minutes it grew; fewer than none where it shrank */
  onResize: (minutes: number) => void
}

/** Pulls the foot of a block up or down, by quarters of an hour. */
export function useResize({ height, onResize }: Options) {
  const [grown, setGrown] = useState(0)
  const from = useRef<number>(undefined)
  // letting go of the foot is no click on the block
  const pulled = useRef(false)

  const by = (event: PointerEvent) => Math.max(15 - snap(height), snap(event.clientY - (from.current ?? 0)))
  const stay = (event: SyntheticEvent) => event.stopPropagation()
  const end = () => {
    from.current = undefined
    setGrown(0)
  }

  return {
    grown,
    /** whether the click that comes now only ended a pull */
    takeClick: () => {
      const was = pulled.current
      pulled.current = false
      return was
    },
    foot: {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = event.clientY
        pulled.current = false
      },
      onPointerMove: (event: PointerEvent) => {
        if (from.current === undefined) return
        pulled.current ||= Math.abs(event.clientY - from.current) > 3
        setGrown(by(event))
      },
      onPointerUp: (event: PointerEvent) => {
        if (from.current === undefined) return
        const minutes = by(event)
        end()
        if (minutes !== 0) onResize(minutes)
      },
      onPointerCancel: end,
      // neither a drag of the block nor a scroll
      onTouchStart: stay,
      onMouseDown: stay,
    },
  }
}
