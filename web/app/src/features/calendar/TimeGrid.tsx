import {
  DndContext,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Appointment, Provider } from '@/api/types'
import { useSteady } from '@/parts/useSteady'
import type { Blocking } from './BlockTime'
import { Column, type ColumnData } from './Column'
import { heightOf, hourHeight, instantAt, topOf, type Axis } from './grid'
import { snap } from './snap'
import { useCursor } from './useCursor'
import type { Moving } from './useMoveMode'
import type { Target } from './useMoves'

interface Props {
  axis: Axis
  columns: ColumnData[]
  heads: ReactNode[]
  providers: Map<string, Provider>
  pending: ReadonlySet<string>
  mayChange: boolean
  mayMove: boolean
  now: number
  /** on its way by keys */
  moving?: Moving
  onOpen: (booking: Appointment) => void
  onNew: (start: number | undefined, providerId: string | undefined) => void
  onBlock: (blocking: Blocking) => void
  onMove: (booking: Appointment, target: Target) => void
}

// what a drag came to is told by its toast, and a move by keys speaks for itself: the library would read out ids
const silent = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing }
function nothing() {
  return undefined
}

/** Columns under one time axis, whatever they stand for: people on a day, or days of a week. */
export function TimeGrid({ axis, columns, heads, moving, onMove, onOpen, onNew, onBlock, ...rest }: Props) {
  const { t } = useTranslation('calendar')
  const { cursor, element, onKeyDown } = useCursor(columns)
  const box = useRef<HTMLDivElement>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    // a finger scrolls; held down it moves
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  )
  const firstOpen = Math.min(
    ...columns.flatMap(({ day, open }) => open.map(({ start }) => topOf(day, start))),
    heightOf(axis),
  )
  const begin = firstOpen === heightOf(axis) ? 8 * hourHeight : firstOpen
  const shown = columns.map(({ day }) => day.date).join()
  useEffect(() => {
    box.current?.scrollTo({ top: Math.max(0, begin - 20) })
    // at the opening hour when other days come, not when somebody moves something
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown, begin === 8 * hourHeight])

  function drop({ active, over, delta }: DragEndEvent) {
    const booking = active.data.current?.booking as Appointment | undefined
    const from = columns.find(({ bookings }) => bookings.some(({ id }) => id === active.id))
    const to = (over?.data.current?.column as ColumnData | undefined) ?? from
    if (!booking || !from || !to) return
    const y = topOf(from.day, Date.parse(booking.start)) + snap(delta.y)
    onMove(booking, {
      start: instantAt(to.day, y, 5),
      providerId: to.providerId ?? booking.providerId,
    })
  }

  const resize = (booking: Appointment, minutes: number) =>
    onMove(booking, {
      start: Date.parse(booking.start),
      end: Date.parse(booking.end) + minutes * 60_000,
      providerId: booking.providerId,
    })

  // a drag draws one block again, not all of them
  const steady = useSteady({ onOpen, onNew, onBlock, onResize: resize })
  // the heads and the columns are two grids: a width of its own keeps what is written in one from widening it alone
  const lines = {
    gridTemplateColumns: `56px repeat(${columns.length}, minmax(104px, 1fr))`,
    minWidth: 56 + columns.length * 104,
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragEnd={drop}
      accessibility={{ screenReaderInstructions: { draggable: t('grid.dragHelp') }, announcements: silent }}
    >
      {/* the arrows of what has the focus inside it */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={box}
        role="region"
        aria-label={t('grid.label')}
        data-testid="calendar-grid"
        // scrolled by keys too
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="relative min-h-0 flex-1 overflow-auto bg-surface outline-offset-[-2px]!"
      >
        <div className="sticky top-0 z-30 grid border-b bg-surface" style={lines}>
          <div className="sticky start-0 z-10 bg-surface" />
          {heads.map((head, index) => (
            <div
              key={columns[index]?.id}
              data-testid="calendar-head"
              className="flex h-[52px] min-w-0 items-center gap-2.5 border-s px-2"
            >
              {head}
            </div>
          ))}
        </div>
        <div className="grid pb-6" style={lines}>
          <div className="sticky start-0 z-25 bg-surface" style={{ height: heightOf(axis) }}>
            {axis.labels.map((label, index) => (
              <span
                key={index}
                data-testid="hour-label"
                className="num absolute end-2 -translate-y-2 text-xs text-muted first:hidden"
                style={{ top: index * hourHeight }}
              >
                {label}
              </span>
            ))}
          </div>
          {columns.map((column, index) => (
            <Column
              key={column.id}
              column={column}
              arriving={moving?.place.column === index ? moving : undefined}
              leaving={moving?.booking.id}
              cursor={cursor?.column === index ? cursor.at : undefined}
              cursorRef={element}
              {...steady}
              {...rest}
            />
          ))}
        </div>
      </div>
    </DndContext>
  )
}
