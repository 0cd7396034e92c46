import { timeNow } from '@/api/clock'
import { useQuery } from '@tanstack/react-query'
import {
  AlarmClock,
  Archive,
  ArchiveRestore,
  Ban,
  FileDown,
  IdCard,
  MailOpen,
  MoreHorizontal,
  Pause,
  ShieldAlert,
  ShieldCheck,
  Tags,
  UserRound,
  UserRoundPlus,
  UserRoundX,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useCan, useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { contactAppointmentsQuery } from '@/parts/booking/api'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Kbd } from '@/ui/card'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '@/ui/menu'
import { membersQuery } from './api'
import { LabelChoice } from './LabelChoice'
import { WhenDialog } from './Later'
import { bookingDay, offered, snoozeUntil } from './snooze'
import type { Conversation } from './types'
import type { Actions } from './useActions'
import { useTranscript } from './useTranscript'

export type Chooser = 'more' | 'snooze' | 'assign' | 'label' | 'pause'

interface Props {
  conversation: Conversation
  actions: Actions
  chooser: Chooser | undefined
  onChooser: (chooser: Chooser | undefined) => void
  onPanel: () => void
}

/** One menu for what is done to a conversation; the keys open it at their own question. */
export function MoreMenu({ conversation, actions, chooser, onChooser, onPanel }: Props) {
  const { t } = useTranslation('inbox')
  const [other, setOther] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  // what had the focus is gone when one question leads to the next
  useEffect(() => {
    list.current?.focus()
  }, [chooser])
  return (
    <>
      <Menu open={chooser !== undefined} onOpenChange={(open) => onChooser(open ? (chooser ?? 'more') : undefined)}>
        <MenuTrigger asChild>
          <Button kind="ghost" size="icon" aria-label={t('more.open')}>
            <MoreHorizontal aria-hidden />
          </Button>
        </MenuTrigger>
        <MenuContent ref={list} align="end" className="w-72">
          {chooser === 'more' && (
            <More conversation={conversation} actions={actions} onChooser={onChooser} onPanel={onPanel} />
          )}
          {chooser === 'snooze' && (
            <Snoozes conversation={conversation} actions={actions} onOther={() => setOther(true)} />
          )}
          {chooser === 'assign' && <Assignees conversation={conversation} actions={actions} />}
          {chooser === 'label' && <LabelChoice conversation={conversation} actions={actions} />}
          {chooser === 'pause' && <Pauses conversation={conversation} actions={actions} />}
        </MenuContent>
      </Menu>
      {other && (
        <WhenDialog
          title={t('more.snoozeUntil')}
          action={t('snooze.do')}
          onClose={() => setOther(false)}
          onChoose={(when) => void actions.snooze(conversation, when)}
        />
      )}
    </>
  )
}

interface Part {
  conversation: Conversation
  actions: Actions
}

function More({ conversation, actions, onChooser, onPanel }: Part & Pick<Props, 'onChooser' | 'onPanel'>) {
  const { t } = useTranslation('inbox')
  const { user } = useMe()
  const open = (chooser: Chooser) => (event: Event) => {
    event.preventDefault()
    onChooser(chooser)
  }
  const closed = conversation.status === 'closed'
  const spam = conversation.status === 'spam'
  const mayExport = useCan('inbox.export')
  const saveTranscript = useTranscript()
  return (
    <>
      <MenuItem className="md:hidden" onSelect={onPanel}>
        <IdCard aria-hidden />
        {t('thread.panel')}
      </MenuItem>
      {conversation.assignee?.id !== user.id && (
        <MenuItem onSelect={() => void actions.assign(conversation, user)}>
          <UserRoundPlus aria-hidden />
          <span className="flex-1">{t('more.assignMe')}</span>
          <Kbd>⇧A</Kbd>
        </MenuItem>
      )}
      <MenuItem onSelect={open('assign')}>
        <UserRound aria-hidden />
        <span className="flex-1">{t('more.assign')}</span>
        <Kbd>A</Kbd>
      </MenuItem>
      <MenuItem onSelect={open('label')}>
        <Tags aria-hidden />
        <span className="flex-1">{t('more.label')}</span>
        <Kbd>L</Kbd>
      </MenuItem>
      {conversation.handler === 'ai' && (
        <MenuItem onSelect={open('pause')}>
          <Pause aria-hidden />
          <span className="flex-1">{t('more.pause')}</span>
          <Kbd>P</Kbd>
        </MenuItem>
      )}
      <MenuItem onSelect={open('snooze')}>
        <AlarmClock aria-hidden />
        <span className="flex-1">{t('more.snooze')}</span>
        <Kbd>S</Kbd>
      </MenuItem>
      <MenuItem onSelect={() => void actions.unread(conversation)}>
        <MailOpen aria-hidden />
        <span className="flex-1">{t('more.unread')}</span>
        <Kbd>U</Kbd>
      </MenuItem>
      <MenuItem onSelect={() => void (closed ? actions.reopen(conversation) : actions.close(conversation))}>
        {closed ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        <span className="flex-1">{closed ? t('more.reopen') : t('more.close')}</span>
        <Kbd>E</Kbd>
      </MenuItem>
      {mayExport && (
        <MenuItem onSelect={() => void saveTranscript(conversation)}>
          <FileDown aria-hidden />
          {t('more.transcript')}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem danger={!spam} onSelect={() => void actions.spam(conversation, !spam)}>
        {spam ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
        {spam ? t('more.notSpam') : t('more.spam')}
      </MenuItem>
      <MenuItem danger={!conversation.blocked} onSelect={() => void actions.block(conversation, !conversation.blocked)}>
        <Ban aria-hidden />
        {conversation.blocked ? t('more.unblock') : t('more.block')}
      </MenuItem>
    </>
  )
}

function Snoozes({ conversation, actions, onOther }: Part & { onOther: () => void }) {
  const { t } = useTranslation('inbox')
  const { zone, shortDay, time } = useFormat()
  const maySee = useCan('calendar.see')
  const { data: booked = [] } = useQuery({ ...contactAppointmentsQuery(conversation.contact.id), enabled: maySee })
  const now = new Date(timeNow())
  const day = bookingDay(booked, now, zone)
  return (
    <>
      <MenuLabel>{t('more.snoozeUntil')}</MenuLabel>
      {offered(now, zone).map((choice) => {
        const until = snoozeUntil(choice, now, zone)
        return (
          <MenuItem key={choice} onSelect={() => void actions.snooze(conversation, until)}>
            <span className="flex-1">{t(`snooze.${choice}`)}</span>
            <span className="num text-xs text-muted">
              {shortDay(until)} {time(until)}
            </span>
          </MenuItem>
        )
      })}
      {day && (
        <MenuItem onSelect={() => void actions.snooze(conversation, day)}>
          <span className="flex-1">{t('snooze.booking')}</span>
          <span className="num text-xs text-muted">
            {shortDay(day)} {time(day)}
          </span>
        </MenuItem>
      )}
      <MenuItem onSelect={() => void actions.snooze(conversation, undefined)}>{t('snooze.reply')}</MenuItem>
      <MenuItem onSelect={onOther}>{t('snooze.choose')}</MenuItem>
      {conversation.status === 'snoozed' && (
        <MenuItem onSelect={() => void actions.reopen(conversation)}>{t('snooze.wake')}</MenuItem>
      )}
    </>
  )
}

function Assignees({ conversation, actions }: Part) {
  const { t } = useTranslation('inbox')
  const { user } = useMe()
  const { data: members = [] } = useQuery(membersQuery())
  return (
    <>
      <MenuLabel>{t('more.assignTo')}</MenuLabel>
      {members.map((member) => (
        <MenuItem key={member.id} onSelect={() => void actions.assign(conversation, member)}>
          <Avatar name={member.name} colorKey={member.id} size="sm" />
          <span className="min-w-0 flex-1 truncate">
            {member.name} {member.id === user.id && <span className="text-muted">{t('more.you')}</span>}
          </span>
          {member.id === conversation.assignee?.id && <span aria-hidden>✓</span>}
        </MenuItem>
      ))}
      {conversation.assignee && (
        <MenuItem onSelect={() => void actions.assign(conversation, undefined)}>
          <UserRoundX aria-hidden />
          {t('more.unassign')}
        </MenuItem>
      )}
    </>
  )
}

function Pauses({ conversation, actions }: Part) {
  const { t } = useTranslation('inbox')
  return (
    <>
      <MenuLabel>{t('more.pauseUntil')}</MenuLabel>
      {(['hour', 'tomorrow', 'always'] as const).map((choice) => (
        <MenuItem key={choice} onSelect={() => void actions.pause(conversation, choice)}>
          {t(`pause.${choice}`)}
        </MenuItem>
      ))}
    </>
  )
}
