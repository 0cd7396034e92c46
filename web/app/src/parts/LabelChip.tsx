import type { Label } from '@/api/labels'
import { X } from 'lucide-react'
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

/** `remove` says what its cross does; without it, it is to be read only. */
export function LabelChip({ label, remove }: { label: Label; remove?: { text: string; run: () => void } }) {
  return (
    <Chip className={cn('max-w-36 min-w-0', remove && 'h-6 max-w-48 pe-0 max-md:h-9')} data-testid="label">
      <LabelDot color={label.color} />
      <span className="truncate">
        <bdi>{label.name}</bdi>
      </span>
      {remove && (
        <button
          type="button"
          aria-label={remove.text}
          title={remove.text}
          onClick={remove.run}
          className="-ms-1.5 grid size-6 shrink-0 place-items-center rounded-full hover:bg-surface hover:text-text max-md:size-9"
        >
          <X aria-hidden />
        </button>
      )}
    </Chip>
  )
}
