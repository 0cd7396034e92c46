import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { contactQuery } from '@/api/queries'
import type { Contact } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/dialog'
import { Input } from '@/ui/input'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { knownQuery } from '@/parts/booking/api'
import { fields, merge, useLookAgain, type Field } from './api'
import { useUndoMerge } from './Merge'

interface Props {
  contact: string
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** First who it is, then what to keep of the two, side by side. */
export function MergeSheet({ contact, open, onOpenChange }: Props) {
  const { t } = useTranslation('merge')
  const [other, setOther] = useState<string>()
  const own = useQuery({ ...contactQuery(contact), enabled: open })
  const theirs = useQuery({ ...contactQuery(other ?? ''), enabled: open && other !== undefined })
  const change = (next: boolean) => {
    if (!next) setOther(undefined)
    onOpenChange(next)
  }
  const failed = own.error ?? theirs.error
  return (
    <Sheet
      open={open}
      onOpenChange={change}
      title={t('title')}
      description={own.data && t('text', { name: own.data.name || own.data.phone })}
    >
      {failed ? (
        <ErrorCard error={failed} onRetry={() => void Promise.all([own.refetch(), other && theirs.refetch()])} />
      ) : !own.data || (other && !theirs.data) ? (
        <SkeletonRows rows={3} />
      ) : theirs.data && other ? (
        <Compare own={own.data} other={theirs.data} onBack={() => setOther(undefined)} onDone={() => change(false)} />
      ) : (
        <Search contact={contact} onPick={setOther} />
      )}
    </Sheet>
  )
}

function Search({ contact, onPick }: { contact: string; onPick: (id: string) => void }) {
  const { t } = useTranslation('merge')
  const { phone } = useFormat()
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words.trim())
  const found = useQuery({ ...knownQuery(asked), placeholderData: (before) => before })
  const others = (found.data ?? []).filter(({ id }) => id !== contact)
  return (
    <div className="flex flex-col gap-3">
      <Input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {found.isPending && <SkeletonRows rows={3} />}
      {found.isError && <ErrorCard error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && others.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
      <ul className="flex flex-col">
        {others.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              data-testid="merge-candidate"
              onClick={() => onPick(each.id)}
              className="flex min-h-12 w-full items-center gap-3 rounded-control px-2 py-1.5 text-start hover:bg-sunken"
            >
              <Avatar name={each.name} colorKey={each.id} size="sm" />
              <span className="min-w-0">
                <bdi className="block truncate text-sm font-medium">{each.name || t('nothing')}</bdi>
                <bdi className="num block truncate text-xs text-muted">
                  {each.phone ? phone(each.phone) : each.email}
                </bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface CompareProps {
  own: Contact
  other: Contact
  onBack: () => void
  onDone: () => void
}

function Compare({ own, other, onBack, onDone }: CompareProps) {
  const { t } = useTranslation('merge')
  const lookAgain = useLookAgain()
  const undo = useUndoMerge()
  const [take, setTake] = useState<Field[]>([])
  const [busy, setBusy] = useState(false)
  const known = fields.filter((field) => own[field] || other[field])

  async function join() {
    setBusy(true)
    try {
      const merged = await merge(own.id, other.id, take)
      toast.done(t('done', { name: own.name, other: other.name }), {
        undo: () => undo(own.id, merged.id),
        seconds: 10,
      })
      onDone()
    } catch (failure) {
      toast.failed(t('failed'), { description: failure instanceof ApiError ? failure.message : undefined })
    }
    await lookAgain()
    setBusy(false)
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void join()
      }}
    >
      <div className="grid grid-cols-2 gap-2 text-xs font-medium text-muted" aria-hidden>
        <span>{t('stays')}</span>
        <span>{t('joins')}</span>
      </div>
      {known.map((field) => (
        <Choice
          key={field}
          field={field}
          own={own[field]}
          other={other[field]}
          fromOther={take.includes(field)}
          onChoose={(fromOther) => setTake(fromOther ? [...take, field] : take.filter((each) => each !== field))}
        />
      ))}
      <p className="text-sm text-muted">{t('notes')}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button type="button" onClick={onBack}>
          {t('other')}
        </Button>
        <Button type="submit" kind="primary" busy={busy}>
          {t('do')}
        </Button>
      </div>
    </form>
  )
}

interface ChoiceProps {
  field: Field
  own?: string
  other?: string
  fromOther: boolean
  onChoose: (fromOther: boolean) => void
}

/** One is chosen where both have something else; what only one has is kept in any case. */
function Choice({ field, own, other, fromOther, onChoose }: ChoiceProps) {
  const { t } = useTranslation('merge')
  const { phone, language } = useFormat()
  const open = Boolean(own) && Boolean(other) && own !== other
  const words = (value: string | undefined) => {
    if (!value) return t('nothing')
    if (field === 'phone') return phone(value)
    if (field === 'language') return language(value)
    return value
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">{t(`field.${field}`)}</legend>
      <div className="grid grid-cols-2 gap-2">
        {[own, other].map((value, index) => {
          const chosen = open ? fromOther === (index === 1) : Boolean(value)
          return (
            <label
              key={index}
              className={`flex min-h-11 min-w-0 items-center gap-2 rounded-control border px-3 py-2 text-sm ${chosen ? 'border-primary' : 'text-muted'}`}
            >
              {open && (
                <input
                  type="radio"
                  name={field}
                  checked={chosen}
                  onChange={() => onChoose(index === 1)}
                  className="size-4 shrink-0 accent-primary"
                />
              )}
              <bdi className="min-w-0 [overflow-wrap:anywhere]">{words(value)}</bdi>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
