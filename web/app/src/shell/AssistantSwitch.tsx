import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { heardOf } from '@/api/cache'
import { api } from '@/api/client'
import { optimistic } from '@/api/optimistic'
import { key, useCan } from '@/api/queries'
import { useLive } from '@/live/live'
import { cn } from '@/ui/cn'
import { Switch } from '@/ui/switch'
import { toast } from '@/ui/toast'

const queryKey = () => key('assistant')

function useAssistant(): boolean | undefined {
  const maySee = useCan('inbox.see')
  return useQuery({
    queryKey: queryKey(),
    queryFn: () => api.get('/api/assistant'),
    enabled: maySee,
    staleTime: 60_000,
  }).data?.on
}

/** The one switch over all channels: who may not turn it sees how it stands. */
export function AssistantSwitch() {
  const { t } = useTranslation('shell')
  const cache = useQueryClient()
  const mayTurn = useCan('settings.change')
  const on = useAssistant()
  useLive('assistant.changed', (state) => {
    cache.setQueryData(queryKey(), state)
    heardOf(cache, queryKey())
  })
  if (on === undefined) return null

  const turn = async (next: boolean) => {
    const put = () => api.put('/api/assistant', { on: next })
    if (!(await optimistic(cache, queryKey(), () => ({ on: next }), put, t('top.assistantFailed')))) return
    toast.done(t(next ? 'top.assistantIsOn' : 'top.assistantIsOff'), { undo: () => turn(!next) })
  }
  return (
    <label
      className={cn(
        'flex h-8 items-center gap-2 text-sm font-medium whitespace-nowrap max-md:h-11 max-md:px-1',
        on ? 'text-ai' : 'text-muted',
      )}
    >
      <Sparkles aria-hidden className="size-4 max-lg:hidden" />
      <span className="max-lg:sr-only">{t(on ? 'top.assistantOn' : 'top.assistantOff')}</span>
      <Switch
        tone="ai"
        checked={on}
        disabled={!mayTurn}
        onCheckedChange={(next) => void turn(next)}
        aria-label={t('top.assistant')}
        data-testid="assistant-switch"
      />
    </label>
  )
}

/** While it is off nobody gets an automatic answer: that must not be overlooked. */
export function AssistantOffBar() {
  const { t } = useTranslation('shell')
  const on = useAssistant()
  if (on !== false) return null
  return (
    <p
      role="status"
      className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-1.5 text-center text-sm font-medium text-warning"
    >
      {t('top.assistantOffText')}
    </p>
  )
}
