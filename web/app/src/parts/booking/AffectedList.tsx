import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/useTranslation'
import { providersQuery } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { Select } from '@/ui/input'
import { slotKey, type Affected, type Decision, type Decisions } from './timeOff'

interface Props {
  affected: Affected[]
  decisions: Decisions
  onChange: (decisions: Decisions) => void
  /** of hours that change, rather than in time off */
  outside?: boolean
}

/** The bookings whose time is taken away, each with what becomes of it. */
export function AffectedList({ affected, decisions, onChange, outside }: Props) {
  const { t } = useTranslation('booking')
  const setAll = (decide: (each: Affected) => Decision | undefined) =>
    onChange(Object.fromEntries(affected.map((each) => [each.appointment.id, decide(each)])))
  return (
    <section className="flex flex-col gap-3 rounded-card bg-warning-soft p-3" data-testid="affected">
      <div role="alert">
        <h3 className="font-semibold text-warning">
          {t(outside ? 'affected.outside' : 'affected.title', { count: affected.length })}
        </h3>
        <p className="text-sm">{t('affected.text')}</p>
      </div>
      {affected.length > 1 && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => setAll(({ alternatives }) => alternatives[0])}>
            {t('affected.moveAll')}
          </Button>
          <Button size="sm" onClick={() => setAll(() => 'keep')}>
            {t('affected.keepAll')}
          </Button>
          <Button size="sm" onClick={() => setAll(() => 'cancel')}>
            {t('affected.cancelAll')}
          </Button>
        </div>
      )}
      <ul className="flex flex-col gap-2">
        {affected.map((each) => (
          <Row
            key={each.appointment.id}
            affected={each}
            decision={decisions[each.appointment.id]}
            onDecide={(decision) => onChange({ ...decisions, [each.appointment.id]: decision })}
          />
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  affected: Affected
  decision?: Decision
  onDecide: (decision: Decision | undefined) => void
}

function Row({ affected: { appointment, alternatives }, decision, onDecide }: RowProps) {
  const { t } = useTranslation('booking')
  const format = useFormat()
  const providers = useQuery(providersQuery()).data
  const name = appointment.contact.name
  const slots = new Map(alternatives.map((slot) => [slotKey(slot), slot]))
  return (
    <li
      className="flex flex-col gap-1.5 rounded-control border bg-surface p-3"
      data-testid="affected-row"
      data-id={appointment.id}
    >
      <p className="flex flex-wrap gap-x-2">
        <bdi className="font-medium">{name}</bdi>
        <span className="text-muted">
          {format.dateTime(appointment.start)} · {appointment.serviceName}
        </span>
      </p>
      <Select
        aria-label={t('affected.of', { name })}
        value={decision === undefined ? '' : typeof decision === 'string' ? decision : slotKey(decision)}
        onChange={({ target: { value } }) =>
          onDecide(value === 'keep' || value === 'cancel' ? value : slots.get(value))
        }
      >
        <option value="">{t('affected.choose')}</option>
        {[...slots].map(([id, slot]) => (
          <option key={id} value={id}>
            {t('affected.move', {
              when: format.dateTime(slot.start),
              provider: providers?.find((each) => each.id === slot.providerId)?.name ?? '',
            })}
          </option>
        ))}
        <option value="keep">{t('affected.keep')}</option>
        <option value="cancel">{t('affected.cancel')}</option>
      </Select>
    </li>
  )
}
