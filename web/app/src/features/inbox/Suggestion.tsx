import { CalendarCheck, Check, ChevronDown, Heart, Languages, Scissors, Sparkles, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { bindingOf } from '@/shell/keys'
import { Caps } from '@/shell/keys/Caps'
import { Button } from '@/ui/button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import { toast } from '@/ui/toast'
import { discardSuggestion, reword } from './api'
import { useDeedOf } from './deeds'
import type { Message, Why } from './types'

/** Those that the assistant always speaks, whatever models are set up. */
const languages = ['en', 'it'] as const

interface Props {
  conversation: string
  message: Message
  draft: number
  drafts: number
  onUse: (draft: Message) => void
  onWhy: (why: Why) => void
}

/** What can be done with a draft of the assistant's: taken into the box, said otherwise, or put away. */
export function SuggestionActions({ conversation, message, draft, drafts, onUse, onWhy }: Props) {
  const { t } = useTranslation('inbox')
  const [busy, setBusy] = useState(false)
  const { run } = message
  async function ask(what: () => Promise<unknown>) {
    if (busy) return
    setBusy(true)
    try {
      await what()
    } catch (failure) {
      toast.failed(t('suggestion.failed'), { description: failure instanceof ApiError ? failure.message : undefined })
    }
    setBusy(false)
  }
  const deed = useDeedOf()(message)
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-1.5">
      <span className="me-auto inline-flex min-h-6 items-center gap-1.5 text-xs text-muted">
        <span className="inline-flex items-center gap-1 font-semibold text-ai">
          <Sparkles aria-hidden className="size-3.5" />
          {drafts > 1 ? t('message.suggestionOf', { draft, drafts }) : t('message.suggestion')}
        </span>
        {run && (
          <>
            <span aria-hidden>·</span>
            <button
              type="button"
              className="min-h-6 hover:text-text hover:underline"
              onClick={() => onWhy({ run: run.id, draft: true })}
            >
              {t('message.why')}
            </button>
          </>
        )}
      </span>
      {deed && (
        <span className="flex w-full items-center gap-1.5 text-xs" data-testid="deed">
          <CalendarCheck aria-hidden className="size-3.5 shrink-0 text-ai" />
          {deed}
        </span>
      )}
      <Button size="sm" kind="ai" onClick={() => onUse(message)}>
        <Check aria-hidden />
        {t('message.use')}
        {draft === 1 && <Caps binding={bindingOf('conversation.useDraft')} className="max-md:hidden" />}
      </Button>
      <Menu>
        <MenuTrigger asChild>
          <Button size="sm" busy={busy}>
            {t('suggestion.reword')}
            <ChevronDown aria-hidden />
          </Button>
        </MenuTrigger>
        <MenuContent align="end" className="min-w-36">
          <MenuItem onSelect={() => void ask(() => reword(conversation, message.id, { wish: 'shorter' }))}>
            <Scissors aria-hidden />
            {t('suggestion.shorter')}
          </MenuItem>
          <MenuItem onSelect={() => void ask(() => reword(conversation, message.id, { wish: 'warmer' }))}>
            <Heart aria-hidden />
            {t('suggestion.warmer')}
          </MenuItem>
          {languages.map((language) => (
            <MenuItem
              key={language}
              onSelect={() => void ask(() => reword(conversation, message.id, { wish: 'language', language }))}
            >
              <Languages aria-hidden />
              {t(`suggestion.in.${language}`)}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      <Button
        size="sm"
        kind="ghost"
        title={t('suggestion.discard')}
        aria-disabled={busy}
        onClick={() => void ask(() => discardSuggestion(conversation, message.id))}
      >
        <X aria-hidden />
        <span className="sr-only">{t('suggestion.discard')}</span>
      </Button>
    </div>
  )
}
