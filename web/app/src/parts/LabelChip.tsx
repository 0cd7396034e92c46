import type { Label } from '@/api/labels'
import { Chip } from '@/ui/chip'
import { cn } from '@/ui/cn'

export const labelColors = [
  'bg-chart-1',
  'bg-chart-2',
  'bg-chart-3',
  'bg-chart-4',
  'bg-chart-5',
  'bg-chart-6',
  'bg-chart-7',
  'bg-chart-8',
] as const

export function LabelDot({ color, className }: { color: number; className?: string }) {
  return <span aria-hidden className={cn('size-2 shrink-0 rounded-full', labelColors[color - 1], className)} />
}

export function LabelChip({ label }: { label: Label }) {
  return (
    <Chip className="max-w-36 min-w-0" data-testid="label">
      <LabelDot color={label.color} />
      <span className="truncate">
        <bdi>{label.name}</bdi>
      </span>
    </Chip>
  )
}
