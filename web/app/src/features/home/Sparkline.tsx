import { cn } from '@/ui/cn'

const width = 120
const height = 32

/** How a figure went, without axes: the figure itself stands beside it. Days nobody knows of leave no mark. */
export function Sparkline({ values, className }: { values: (number | undefined)[]; className?: string }) {
  const known = values.flatMap((value, index) => (value === undefined ? [] : [{ value, index }]))
  if (known.length < 2) return <div aria-hidden className="h-8" />
  const most = Math.max(...known.map(({ value }) => value))
  const least = Math.min(...known.map(({ value }) => value))
  const x = (index: number) => (index / (values.length - 1)) * width
  const y = (value: number) =>
    most === least ? height / 2 : height - 2 - ((value - least) / (most - least)) * (height - 4)
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={cn('h-8 w-full rtl:-scale-x-100', className)}
    >
      <polyline
        points={known.map(({ value, index }) => `${x(index)},${y(value)}`).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
