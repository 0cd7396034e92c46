import { Square } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from '@/i18n/useTranslation'
import { useNow } from '@/parts/useNow'
import { Button } from '@/ui/button'
import { Kbd } from '@/ui/card'
import { toast } from '@/ui/toast'
import { stop } from './api'
import { changeRun, runOf, useRun, type Working } from './runs'

/** Asks the server to stop; the strip goes when it says that it has. */
export async function stopRun(conversation: string, failed: string): Promise<void> {
  if (!runOf(conversation).working) return
  const stopping = (on: boolean) =>
    changeRun(conversation, (state) => ({ ...state, working: state.working && { ...state.working, stopping: on } }))
  stopping(true)
  try {
    await stop(conversation)
  } catch {
    stopping(false)
    toast.failed(failed)
  }
}

/** What the assistant is doing here, for how long, and the way to stop it. */
export function AiStrip({ conversation }: { conversation: string }) {
  const { t } = useTranslation('inbox')
  const { working, ended } = useRun(conversation)
  const spoken = working ? t('ai.started') : ended ? t(`ai.ended.${ended}`) : ''
  return (
    <>
      <p role="status" className="sr-only" data-testid="ai-status">
        {spoken}
      </p>
      {working && <Strip conversation={conversation} working={working} />}
    </>
  )
}

function Strip({ conversation, working }: { conversation: string; working: Working }) {
  const { t, language } = useTranslation('inbox')
  const seconds = Math.max(0, (useNow(100) - working.startedAt) / 1000)
  const slow = useSlow(working.runId)
  const detail = [
    working.found !== undefined && t('ai.found', { count: working.found }),
    `${seconds.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`,
  ].filter(Boolean)
  return (
    <div
      data-testid="ai-strip"
      data-stage={working.stage}
      className="flex items-center gap-2 rounded-card border border-dashed border-ai bg-ai-soft py-2 ps-3 pe-2 text-sm text-ai"
    >
      <span aria-hidden className="size-2 shrink-0 animate-pulse rounded-full bg-ai" />
      <span className="font-medium">{working.stopping ? t('ai.stopping') : stageText(working, t)}</span>
      <span aria-hidden className="num truncate text-xs">
        {detail.join(' · ')}
        {slow && ` · ${t('ai.slow')}`}
      </span>
      <Button
        size="sm"
        data-testid="ai-stop"
        className="ms-auto max-md:h-11"
        busy={working.stopping}
        onClick={() => void stopRun(conversation, t('ai.stopFailed'))}
      >
        <Square aria-hidden />
        {t('ai.stop')}
        <Kbd>Esc</Kbd>
      </Button>
    </div>
  )
}

function stageText(working: Working, t: TFunction<'inbox'>): string {
  if (working.stage !== 'acting' || !working.tool)
    return t(`ai.stage.${working.stage}`, { defaultValue: t('ai.stage.generating') })
  return t(`ai.tool.${working.tool.replaceAll(/[^a-z]+/gi, '_')}`, { defaultValue: t('ai.stage.acting') })
}

function useSlow(runId: string): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    const timer = setTimeout(() => setSlow(true), 8000)
    return () => clearTimeout(timer)
  }, [runId])
  return slow
}
