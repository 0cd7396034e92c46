import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'
import { FormAlert } from '@/ui/field'

interface Props {
  title: string
  lead: string
  problem?: string
  busy?: boolean
  onNext?: () => void
  onBack?: () => void
  onSkip?: () => void
  /** for a step with nothing to save */
  nextLabel?: string
  children: ReactNode
}

/** What every step has: what it is about, its form, the ways on and back. */
export function StepFrame({ title, lead, problem, busy, onNext, onBack, onSkip, nextLabel, children }: Props) {
  const { t } = useTranslation('setup')
  const { t: ui } = useTranslation()
  return (
    <>
      <header>
        <h2 className="text-2xl font-semibold tracking-tight">{title}</h2>
        <p className="mt-1 text-muted">{lead}</p>
      </header>
      <FormAlert>{problem}</FormAlert>
      {children}
      <footer className="flex flex-wrap items-center gap-2 border-t pt-4">
        {onBack && (
          <Button kind="ghost" onClick={onBack}>
            <ArrowLeft aria-hidden className="rtl:-scale-x-100" />
            {ui('back')}
          </Button>
        )}
        <span className="flex-1" />
        {onSkip && (
          <Button kind="ghost" onClick={onSkip}>
            {t('skip')}
          </Button>
        )}
        {onNext && (
          <Button kind="primary" busy={busy} onClick={onNext} className="max-sm:w-full">
            {busy ? ui('saving') : (nextLabel ?? t('next'))}
            <ArrowRight aria-hidden className="rtl:-scale-x-100" />
          </Button>
        )}
      </footer>
    </>
  )
}
