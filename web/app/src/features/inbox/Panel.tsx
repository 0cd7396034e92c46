import { useQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { timeNow } from '@/api/clock'
import { contactQuery, useCan } from '@/api/queries'
import type { Contact } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { lazyWithTexts } from '@/i18n/lazyWithTexts'
import { ContactLink } from '@/parts/ContactLink'
import { ContactNotes } from '@/parts/ContactNotes'
import { MergeButton, RecentMerges } from '@/parts/merge/Merge'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { ratingsQuery } from './api'
import { Exchanged } from './Exchanged'
import { LabelMenu, OwnLabels } from './LabelChoice'
import { OtherConversations } from './OtherConversations'
import { PanelAppointments } from './PanelAppointments'
import { PanelBlock } from './PanelBlock'
import type { Conversation } from './types'
import type { Actions } from './useActions'
import { useContactName } from '@/parts/useContactName'

const ContactSheet = lazyWithTexts(
  () => import('@/parts/contact/ContactSheet').then(({ ContactSheet }) => ContactSheet),
  'contact',
)

interface Props {
  conversation: Conversation
  /** the view's word in the address */
  place: string
  actions: Actions
  /** puts words into the reply */
  onInsert: (text: string) => void
  /** one goes to this message in its thread */
  onShow: (message: string) => void
}

/** Who writes: how they are reached, what they have booked, what we know. */
export function Panel({ conversation, place, actions, onInsert, onShow }: Props) {
  const { t } = useTranslation('inbox')
  const { relative } = useFormat()
  const nameOf = useContactName()
  const { data: contact } = useQuery({ ...contactQuery(conversation.contact.id), enabled: useCan('contacts.see') })
  const maySeeAll = useCan('contacts.all')
  const name = nameOf(conversation.contact)
  return (
    <div className="flex flex-col">
      <PanelBlock>
        <div className="flex items-center gap-3">
          <Avatar name={name} colorKey={conversation.contact.id} />
          <div className="min-w-0 flex-1">
            <h2 className="truncate font-semibold">
              <ContactLink id={conversation.contact.id}>
                <bdi>{name}</bdi>
              </ContactLink>
            </h2>
            {contact && <p className="text-xs text-muted">{t('panel.since', { when: relative(contact.createdAt) })}</p>}
          </div>
          {contact && maySeeAll && <EditButton key={contact.id} contact={contact} />}
        </div>
        {conversation.blocked && (
          <div>
            <Chip tone="danger">{t('chip.blocked')}</Chip>
          </div>
        )}
      </PanelBlock>
      <CustomerRating conversation={conversation.id} />
      <PanelAppointments conversation={conversation} onInsert={mayWrite(conversation) ? onInsert : undefined} />
      <PanelBlock title={t('panel.labels')} action={<LabelMenu conversation={conversation} actions={actions} />}>
        <OwnLabels ids={conversation.labelIds} />
      </PanelBlock>
      <Identities conversation={conversation} contact={contact} />
      {contact && maySeeAll && (
        <PanelBlock title={t('panel.notes')}>
          <ContactNotes key={contact.id} contact={contact} />
        </PanelBlock>
      )}
      <OtherConversations conversation={conversation} place={place} contact={contact} />
      <Exchanged contact={conversation.contact.id} place={place} onShow={onShow} />
    </div>
  )
}

function mayWrite({ blocked, window }: Conversation) {
  return !blocked && !(window && Date.parse(window.closesAt) <= timeNow())
}

function EditButton({ contact }: { contact: Contact }) {
  const { t } = useTranslation('inbox')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="ghost" size="sm" className="-me-2" onClick={() => setOpen(true)}>
        <Pencil aria-hidden />
        {t('panel.edit')}
      </Button>
      <Suspense>{open && <ContactSheet contact={contact} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}

/** What the customer thought of the conversation, once they were asked. */
function CustomerRating({ conversation }: { conversation: string }) {
  const { t } = useTranslation('inbox')
  const { relative } = useFormat()
  const rating = useQuery(ratingsQuery(conversation)).data?.customer
  if (!rating) return null
  return (
    <PanelBlock title={t('panel.rating')}>
      <div data-testid="customer-rating" data-score={rating.score} className="flex flex-col gap-1 text-sm">
        <p className="flex items-center gap-2">
          <span aria-hidden className="text-warning">
            {'★'.repeat(rating.score)}
            {'☆'.repeat(5 - rating.score)}
          </span>
          <span className="num">{t('panel.ratingOf', { score: rating.score })}</span>
          <time dateTime={rating.at} className="text-xs text-muted">
            {relative(rating.at)}
          </time>
        </p>
        {rating.comment && <p dir="auto">{rating.comment}</p>}
      </div>
    </PanelBlock>
  )
}

function Identities({ conversation, contact }: { conversation: Conversation; contact: Contact | undefined }) {
  const { t } = useTranslation('inbox')
  const { phone } = useFormat()
  const shown = contact ?? conversation.contact
  const rows: [string, string][] = []
  if (shown.phone) rows.push([t('panel.phone'), phone(shown.phone)])
  if (shown.email) rows.push([t('panel.email'), shown.email])
  for (const { channelType, address, name } of contact?.identities ?? []) {
    const own = /^\+?\d{6,15}$/.test(address)
      ? phone(address.startsWith('+') ? address : `+${address}`)
      : name || shown.name
    rows.push([t(`channel.${channelType}`, { defaultValue: channelType }), own])
  }
  return (
    <PanelBlock title={t('panel.channels')} action={<MergeButton contact={conversation.contact.id} />}>
      <RecentMerges contact={conversation.contact.id} />
      <dl className="flex flex-col gap-2 text-sm">
        {rows.map(([label, value], index) => (
          <div key={index} className="flex justify-between gap-3">
            <dt className="shrink-0 text-muted">{label}</dt>
            <dd className="num min-w-0 truncate">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </PanelBlock>
  )
}
