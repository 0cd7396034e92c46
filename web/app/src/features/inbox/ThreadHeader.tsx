import { Link } from '@tanstack/react-router'
import { ArrowLeft, Hand, PanelRight, Play, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import type { AiMode } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { useNow } from '@/parts/useNow'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Kbd } from '@/ui/card'
import { cn } from '@/ui/cn'
import { Sheet } from '@/ui/dialog'
import { Segmented } from '@/ui/tabs'
import { narrowingOf } from './filters'
import { HandlerChip } from './HandlerChip'
import { MoreMenu, type Chooser } from './MoreMenu'
import type { Conversation } from './types'
import type { Actions } from './useActions'
import { useContactName } from '@/parts/useContactName'
import { useOthers } from './viewers'

interface Props {
  conversation: Conversation
  /** the view's word in the address */
  place: string
  actions: Actions
  chooser: Chooser | undefined
  onChooser: (chooser: Chooser | undefined) => void
  onPanel: () => void
  /** where there is room for it: the panel beside the thread is put away */
  folded: boolean
  onFold: () => void
}

export function ThreadHeader({ conversation, place, actions, chooser, onChooser, onPanel, folded, onFold }: Props) {
  const { t } = useTranslation('inbox')
  const { slug } = useMe().tenant
  const nameOf = useContactName()
  const [aiOpen, setAiOpen] = useState(false)
  return (
    <header className="isolate flex min-h-14 shrink-0 items-center gap-x-2.5 gap-y-1 border-b md:flex-wrap bg-surface px-4 py-1.5 max-md:px-1">
      <Button kind="ghost" size="icon" asChild className="md:hidden">
        <Link
          to="/app/$biz/inbox/$view"
          params={{ biz: slug, view: place }}
          search={narrowingOf}
          aria-label={t('thread.back')}
        >
          <ArrowLeft aria-hidden className="size-5! rtl:-scale-x-100" />
        </Link>
      </Button>
      <div className="min-w-0 flex-1 md:basis-60">
        <h2 className="truncate font-semibold max-md:text-lg">
          <bdi>{nameOf(conversation.contact)}</bdi>
        </h2>
        <div className="flex min-w-0 items-center gap-2 overflow-hidden">
          {conversation.handler === 'person' && (
            <span className="max-md:hidden">
              <HandlerChip conversation={conversation} countdown />
            </span>
          )}
          <Facts conversation={conversation} />
        </div>
      </div>
      <OthersHere conversation={conversation.id} />
      <button
        type="button"
        className="min-h-11 md:hidden"
        onClick={() => setAiOpen(true)}
        aria-label={t('ai.controls')}
      >
        <HandlerChip conversation={conversation} />
      </button>
      <Button
        kind="ghost"
        size="icon"
        className="max-md:hidden xl:hidden"
        onClick={onPanel}
        aria-label={t('thread.panel')}
      >
        <PanelRight aria-hidden className="rtl:-scale-x-100" />
      </Button>
      <Button
        kind="ghost"
        size="icon"
        className="max-xl:hidden"
        onClick={onFold}
        aria-label={t('thread.panel')}
        aria-expanded={!folded}
      >
        <PanelRight aria-hidden className="rtl:-scale-x-100" />
      </Button>
      <MoreMenu
        conversation={conversation}
        actions={actions}
        chooser={chooser}
        onChooser={onChooser}
        onPanel={onPanel}
      />
      <div className="flex items-center gap-2 max-md:hidden">
        <ModeControl conversation={conversation} actions={actions} />
        <OwnerButton conversation={conversation} actions={actions} />
      </div>
      <Sheet open={aiOpen} onOpenChange={setAiOpen} title={t('ai.controls')}>
        <div className="flex flex-col items-start gap-4 pb-4">
          <HandlerChip conversation={conversation} countdown />
          <ModeControl conversation={conversation} actions={actions} />
          <OwnerButton conversation={conversation} actions={actions} />
        </div>
      </Sheet>
    </header>
  )
}

/** The colleagues who have it open too, and what they do. */
function OthersHere({ conversation }: { conversation: string }) {
  const { t } = useTranslation('inbox')
  const { here, typing } = useOthers(conversation)
  const [writer] = typing
  if (here.length === 0) return null
  return (
    <div data-testid="viewers" role="status" className="flex items-center gap-1.5 text-xs text-info">
      <span className="flex -space-x-1.5 rtl:space-x-reverse">
        {here.slice(0, 3).map((person) => (
          <Avatar key={person.id} name={person.name} colorKey={person.id} size="sm" className="ring-2 ring-surface" />
        ))}
      </span>
      <span className={cn(!writer && 'sr-only')}>
        {writer
          ? t('others.typing', { name: writer.name })
          : here.map(({ name }) => t('others.here', { name })).join(' ')}
      </span>
    </div>
  )
}

function Facts({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('inbox')
  const { duration, language } = useFormat()
  const now = useNow(60_000)
  const { channel, contact, window, assignee } = conversation
  const left = window?.closesAt ? Date.parse(window.closesAt) - now : undefined
  const facts = [
    t(`channel.${channel.type}`, { defaultValue: channel.name }),
    left !== undefined &&
      (left > 0
        ? t('thread.windowLeft', {
            time: duration(left > 7_200_000 ? Math.floor(left / 3_600_000) * 60 : Math.ceil(left / 60_000)),
          })
        : t('thread.windowClosed')),
    contact.language && language(contact.language),
    assignee && t('thread.assigned', { name: assignee.name }),
  ].filter(Boolean)
  return <p className="truncate text-xs text-muted">{facts.join(' · ')}</p>
}

function ModeControl({ conversation, actions }: { conversation: Conversation; actions: Actions }) {
  const { t } = useTranslation('inbox')
  // paused for a while it is in no mode, and the chip tells when it comes back; sent away without an end it is off
  const paused = conversation.handler === 'person'
  const off = paused && !conversation.aiPausedUntil
  const value = off ? 'off' : paused ? undefined : conversation.aiMode
  return (
    <Segmented<AiMode>
      label={t('ai.mode')}
      tone="ai"
      value={value}
      onChange={(mode) => void actions.mode(conversation, mode)}
      options={[
        {
          value: 'auto',
          label: (
            <>
              {!paused && <Sparkles aria-hidden className="max-xl:hidden" />}
              {t('ai.auto')}
            </>
          ),
        },
        { value: 'suggest', label: t('ai.suggest') },
        { value: 'off', label: t('ai.off') },
      ]}
    />
  )
}

function OwnerButton({ conversation, actions }: { conversation: Conversation; actions: Actions }) {
  const { t } = useTranslation('inbox')
  return conversation.handler === 'ai' ? (
    <Button size="sm" className="max-md:h-11" onClick={() => void actions.takeOver(conversation)}>
      <Hand aria-hidden />
      {t('ai.takeOver')}
      <Kbd>T</Kbd>
    </Button>
  ) : (
    <Button size="sm" kind="ai" className="max-md:h-11" onClick={() => void actions.resume(conversation)}>
      <Play aria-hidden />
      {t('ai.resume')}
    </Button>
  )
}
