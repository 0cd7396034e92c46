import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Minus, Plus, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'
import type { Press } from './move'
import type { Moving } from './useMoveMode'

interface Props {
  moving: Moving
  onStep: (press: Press) => void
  onDrop: () => void
  onCancel: () => void
}

const steps: [Press, LucideIcon][] = [
  ['up', ArrowUp],
  ['down', ArrowDown],
  ['left', ArrowLeft],
  ['right', ArrowRight],
  ['longer', Plus],
  ['shorter', Minus],
]

/** What is being moved by keys, where to, and the same keys to press with a finger. */
export function MoveBar({ moving, onStep, onDrop, onCancel }: Props) {
  const { t } = useTranslation('calendar')
  const { t: ui } = useTranslation()
  const { booking, words, warning } = moving
  return (
    <div
      data-move-bar
      data-testid="move-bar"
      role="group"
      aria-label={t('mode.label', { name: booking.contact.name })}
      className="absolute inset-x-3 bottom-3 z-40 mx-auto flex max-w-2xl flex-wrap items-center gap-x-4 gap-y-2 rounded-card border bg-surface px-4 py-3 shadow-float"
    >
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-semibold">{t('mode.label', { name: booking.contact.name })}</p>
        <p className="num text-sm first-letter:uppercase">{words}</p>
        {warning && (
          <p className="flex items-start gap-1 text-sm text-warning">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {warning}
          </p>
        )}
      </div>
      <div className="ms-auto flex flex-wrap items-center justify-end gap-1">
        {steps.map(([press, Icon]) => (
          <Button key={press} kind="ghost" size="icon" aria-label={t(`mode.${press}`)} onClick={() => onStep(press)}>
            <Icon aria-hidden />
          </Button>
        ))}
        <Button size="sm" className="ms-2" onClick={onCancel}>
          {ui('cancel')}
          <kbd aria-hidden className="font-sans text-2xs text-muted">
            Esc
          </kbd>
        </Button>
        <Button kind="primary" size="sm" onClick={onDrop}>
          {t('mode.drop')}
          <kbd aria-hidden className="font-sans text-2xs">
            ↵
          </kbd>
        </Button>
      </div>
    </div>
  )
}
