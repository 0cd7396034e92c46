import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { moneyText, parseMoney } from '@frontdesk/shared/money'
import { api } from '@/api/client'
import { ApiError } from '@/api/errors'
import { key, providersQuery, servicesQuery, useMe } from '@/api/queries'
import type { Provider, Service } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { cn } from '@/ui/cn'
import { Input } from '@/ui/input'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { useKeptWords } from '@/ui/useKeptWords'
import { StepFrame } from './StepFrame'

interface Row {
  id?: string
  name: string
  minutes: string
  price: string
}

interface Props {
  onNext: () => Promise<void>
  onBack?: () => void
}

export function ServicesStep(props: Props) {
  const services = useQuery(servicesQuery())
  const providers = useQuery(providersQuery())
  const failed = services.error ?? providers.error
  if (failed)
    return <ErrorCard error={failed} onRetry={() => void services.refetch().then(() => providers.refetch())} />
  if (!services.data || !providers.data) return <SkeletonRows rows={5} />
  const shown = services.data.filter(({ archived }) => !archived)
  const team = providers.data.filter(({ archived }) => !archived)
  return <ServicesForm saved={shown} team={team} {...props} />
}

/** The template's services as rows to change, take away and add to. What was not touched is not sent. */
function ServicesForm({ saved, team, onNext, onBack }: Props & { saved: Service[]; team: Provider[] }) {
  const { t } = useTranslation('setup')
  const { t: ui } = useTranslation()
  const { currency, name: business } = useMe().tenant
  const { user } = useMe()
  const { locale } = useFormat()
  const cache = useQueryClient()
  const asRow = ({ id, name, durationMinutes, price }: Service): Row => ({
    id,
    name,
    minutes: String(durationMinutes),
    price: moneyText(price, locale),
  })
  const [rows, setRows] = useState<Row[]>(() => saved.map(asRow))
  const [bad, setBad] = useState<number[]>([])
  const [state, setState] = useState<{ busy?: boolean; problem?: string }>({})
  const set = (index: number, change: Partial<Row>) =>
    setRows((now) => now.map((row, each) => (each === index ? { ...row, ...change } : row)))

  const save = async () => {
    let providerIds = team.map(({ id }) => id)
    // somebody must give what is added: the one who sets up, until others are named
    if (providerIds.length === 0 && rows.length > 0) {
      providerIds = [(await api.post('/api/providers', { name: user.name || business })).id]
    }
    for (const { id } of saved) {
      if (!rows.some((row) => row.id === id)) await api.delete(`/api/services/${id}`)
    }
    for (const row of rows) {
      const before = saved.find(({ id }) => id === row.id)
      const amount = row.price.trim() === '' ? undefined : parseMoney(row.price, currency)
      const price = amount === undefined ? null : { amount, currency }
      const details = { name: row.name.trim(), durationMinutes: Number(row.minutes), price }
      if (!before) {
        await api.post('/api/services', { ...details, providerIds })
      } else if (JSON.stringify(asRow(before)) !== JSON.stringify(row)) {
        const { archived: _archived, bookable: _bookable, id, ...rest } = before
        await api.put(`/api/services/${id}`, { ...rest, ...details })
      }
    }
  }

  const forget = useKeptWords({
    name: 'setup:services',
    dirty: JSON.stringify(rows) !== JSON.stringify(saved.map(asRow)),
    values: rows,
    restore: setRows,
  })

  const next = async () => {
    const wrong = rows.flatMap((row, index) => {
      const minutes = Number(row.minutes)
      const fine =
        row.name.trim() !== '' &&
        Number.isInteger(minutes) &&
        minutes >= 5 &&
        minutes <= 720 &&
        (row.price.trim() === '' || parseMoney(row.price, currency) !== undefined)
      return fine ? [] : [index]
    })
    setBad(wrong)
    if (wrong.length > 0) return setState({ problem: t('services.fix') })
    setState({ busy: true })
    try {
      await save()
      await Promise.all(['services', 'providers'].map((part) => cache.invalidateQueries({ queryKey: key(part) })))
      forget()
      await onNext()
    } catch (failure) {
      setState({ problem: failure instanceof ApiError && !failure.offline ? failure.message : ui('error.notSaved') })
    }
  }

  return (
    <StepFrame
      title={t('services.title')}
      lead={t('services.lead')}
      problem={state.problem}
      busy={state.busy}
      onNext={() => void next()}
      onBack={onBack}
      onSkip={rows.length === 0 ? () => void onNext() : undefined}
    >
      <Card>
        <ul className="@container divide-y">
          {rows.map((row, index) => (
            <li
              key={row.id ?? `new-${index}`}
              className={cn(
                'grid grid-cols-[1fr_auto] items-center gap-2 p-3 @[480px]:grid-cols-[1fr_104px_112px_auto]',
                bad.includes(index) && 'bg-danger-soft',
              )}
            >
              <Input
                aria-label={t('services.nameOf', { number: index + 1 })}
                placeholder={t('services.namePlaceholder')}
                value={row.name}
                maxLength={120}
                onChange={(event) => set(index, { name: event.target.value })}
              />
              <div className="@max-[480px]:order-1 @max-[480px]:col-span-2 @max-[480px]:grid @max-[480px]:grid-cols-2 @max-[480px]:gap-2 @[480px]:contents">
                <Affix text={t('services.minutes')}>
                  <Input
                    aria-label={t('services.minutesOf', { number: index + 1 })}
                    inputMode="numeric"
                    value={row.minutes}
                    className="num pe-11"
                    onChange={(event) => set(index, { minutes: event.target.value })}
                  />
                </Affix>
                <Affix text={currency}>
                  <Input
                    aria-label={t('services.priceOf', { number: index + 1 })}
                    inputMode="decimal"
                    value={row.price}
                    className="num pe-12"
                    onChange={(event) => set(index, { price: event.target.value })}
                  />
                </Affix>
              </div>
              <Button
                kind="ghost"
                size="icon"
                aria-label={t('services.remove', { name: row.name || String(index + 1) })}
                onClick={() => setRows(rows.filter((_, each) => each !== index))}
              >
                <Trash2 aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
        <div className="border-t p-3">
          <Button kind="ghost" onClick={() => setRows([...rows, { name: '', minutes: '30', price: '' }])}>
            <Plus aria-hidden />
            {t('services.add')}
          </Button>
        </div>
      </Card>
    </StepFrame>
  )
}

function Affix({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <span className="relative">
      {children}
      <span aria-hidden className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-xs text-muted">
        {text}
      </span>
    </span>
  )
}
