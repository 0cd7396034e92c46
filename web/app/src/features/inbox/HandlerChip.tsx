import { Clock, Hand, Pause, ShieldAlert, Sparkles } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useFormat } from '@/i18n/useFormat'
import { useNow } from '@/parts/useNow'
import { Chip } from '@/ui/chip'
import { useRun } from './runs'
import type { Conversation } from './types'

/** Who answers here. The countdown tells when the assistant comes back by itself. */
export function HandlerChip({ conversation, countdown }: { conversation: Conversation; countdown?: boolean }) {
  const { t } = useTranslation('inbox')
  const { duration } = useFormat()
  const { working } = useRun(conversation.id)
  const now = useNow(30_000)
  const props = { 'data-testid': 'handler-chip', 'data-handler': conversation.handler }
  if (conversation.status === 'spam') {
    return (
      <Chip tone="warning" {...props}>
        <ShieldAlert aria-hidden />
        {t('view.spam')}
      </Chip>
    )
  }
  if (conversation.needsPerson) {
    return (
      <Chip tone="warning" {...props}>
        <Hand aria-hidden />
        {t('chip.needsPerson')}
      </Chip>
    )
  }
  if (conversation.handler === 'ai') {
    return (
      <Chip tone="ai" {...props}>
        <Sparkles aria-hidden />
        {working ? t('chip.aiAnswering') : conversation.aiMode === 'suggest' ? t('chip.aiSuggests') : t('chip.ai')}
      </Chip>
    )
  }
  const left = conversation.aiPausedUntil && Date.parse(conversation.aiPausedUntil) - now
  return (
    <Chip {...props}>
      <Pause aria-hidden />
      {t('chip.aiPaused')}
      {countdown && left && left > 0 && (
        <span className="num">· {t('chip.backIn', { time: duration(Math.max(1, Math.floor(left / 60_000))) })}</span>
      )}
    </Chip>
  )
}

/** How long a person has been waited for. */
export function WaitingChip({ since }: { since: string }) {
  const { t } = useTranslation('inbox')
  const { duration } = useFormat()
  const minutes = Math.max(0, Math.floor((useNow(30_000) - Date.parse(since)) / 60_000))
  const time = minutes < 24 * 60 ? duration(minutes) : t('chip.days', { count: Math.floor(minutes / (24 * 60)) })
  return (
    <Chip>
      <Clock aria-hidden />
      {t('chip.waiting', { time })}
    </Chip>
  )
}
