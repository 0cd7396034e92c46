import { useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useFormat } from '@/i18n/useFormat'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { bottomOf, instantAt, topOf, type AxisDay, type Span } from './grid'
import { quarter } from './move'

interface Props {
  day: AxisDay
  onNew: (start?: number) => void
  onBlock: (span: Span) => void
}

/** What nobody has: a click books there, a stretch drawn with the mouse asks what it is for. */
export function EmptyTime({ day, onNew, onBlock }: Props) {
  const { t } = useTranslation('calendar')
  const [drawn, setDrawn] = useState<Span>()
  const [asking, setAsking] = useState(false)
  const from = useRef<number>(undefined)
  const drawing = useRef(false)

  const heightIn = (event: PointerEvent) => event.clientY - event.currentTarget.getBoundingClientRect().top
  const spanTo = (y: number): Span => {
    const [a, b] = [from.current ?? y, y].sort((one, other) => one - other) as [number, number]
    return { start: instantAt(day, a), end: Math.min(day.end, instantAt(day, b) + quarter) }
  }
  const close = () => {
    setDrawn(undefined)
    setAsking(false)
  }

  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('grid.bookHere')}
        data-testid="empty-time"
        className="absolute inset-0 cursor-cell! outline-none"
        onPointerDown={(event) => {
          // a finger scrolls
          if (event.pointerType !== 'mouse' || event.button !== 0) return
          close()
          from.current = heightIn(event)
          drawing.current = false
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={(event) => {
          if (from.current === undefined) return
          drawing.current ||= Math.abs(heightIn(event) - from.current) > 8
          if (drawing.current) setDrawn(spanTo(heightIn(event)))
        }}
        onPointerUp={() => {
          from.current = undefined
          if (drawing.current) setAsking(true)
        }}
        onPointerCancel={() => {
          from.current = undefined
          close()
        }}
        onClick={(event) => {
          if (drawing.current) drawing.current = false
          else onNew(event.detail === 0 ? undefined : instantAt(day, event.nativeEvent.offsetY))
        }}
      />
      {drawn && (
        <Drawn
          span={drawn}
          day={day}
          asking={asking}
          onNew={() => {
            close()
            onNew(drawn.start)
          }}
          onBlock={() => {
            close()
            onBlock(drawn)
          }}
          onClose={close}
        />
      )}
    </>
  )
}

interface DrawnProps {
  span: Span
  day: AxisDay
  asking: boolean
  onNew: () => void
  onBlock: () => void
  onClose: () => void
}

function Drawn({ span, day, asking, onNew, onBlock, onClose }: DrawnProps) {
  const { t } = useTranslation('calendar')
  const { time } = useFormat()
  useKeys({ close: onClose })
  const top = topOf(day, span.start)
  return (
    <>
      <div
        aria-hidden
        className="num pointer-events-none absolute start-1 end-2 z-20 rounded-control border-2 border-primary bg-primary-soft px-2 py-0.5 text-xs font-semibold text-primary"
        style={{ top, height: bottomOf(day, span.end) - top }}
      >
        {time(new Date(span.start))}–{time(new Date(span.end))}
      </div>
      {asking && (
        <div
          role="group"
          aria-label={t('block.what')}
          data-testid="drawn"
          className="absolute start-1 z-30 flex flex-wrap gap-1 rounded-card border bg-surface p-1.5 shadow-float"
          style={{ top: bottomOf(day, span.end) + 4 }}
        >
          {/* the pointer has just been let go here */}
          {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
          <Button size="sm" autoFocus onClick={onNew}>
            {t('toolbar.new')}
          </Button>
          <Button size="sm" onClick={onBlock}>
            {t('toolbar.block')}
          </Button>
        </div>
      )}
    </>
  )
}
