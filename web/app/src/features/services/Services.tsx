import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Tag, TriangleAlert } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { providersQuery, servicesQuery } from '@/api/queries'
import type { Provider, Service } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { Listing } from '@/parts/Listing'
import { Chip } from '@/ui/chip'
import { Name, Row } from './Row'
import { ServiceSheet } from './ServiceSheet'

const route = getRouteApi('/app/$biz/settings/services')

/** What the business offers. The open one is in the address: `?edit=new` or its id. */
export function Services() {
  const { t } = useTranslation('services')
  const { edit } = route.useSearch()
  const navigate = route.useNavigate()
  const services = useQuery(servicesQuery())
  const providers = useQuery(providersQuery()).data
  const open = (id: string | undefined) => void navigate({ search: id ? { edit: id } : {} })
  const shown = services.data?.filter(({ archived }) => !archived) ?? []
  const edited = shown.find(({ id }) => id === edit)
  return (
    <Listing
      name="service"
      words={{
        title: t('service.title'),
        lead: t('service.lead'),
        add: t('service.new'),
        empty: t('service.empty'),
        emptyText: t('service.emptyText'),
      }}
      icon={<Tag />}
      list={services}
      shown={shown}
      row={(service) => (
        <ServiceRow key={service.id} service={service} providers={providers ?? []} onOpen={() => open(service.id)} />
      )}
      onNew={() => open('new')}
    >
      {providers && (edit === 'new' || edited) && (
        <ServiceSheet key={edit} service={edited} providers={providers} onClose={() => open(undefined)} />
      )}
    </Listing>
  )
}

function ServiceRow({ service, providers, onOpen }: { service: Service; providers: Provider[]; onOpen: () => void }) {
  const { t } = useTranslation('services')
  const format = useFormat()
  const who = providers.filter(({ id, archived }) => !archived && service.providerIds.includes(id))
  return (
    <Row kind="service" item={service} onOpen={onOpen}>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Name onOpen={onOpen}>{service.name}</Name>
          {!service.online && <Chip>{t('service.staffOnly')}</Chip>}
          {service.confirmation === 'manual' && <Chip tone="info">{t('service.byHand')}</Chip>}
          {!service.bookable && (
            <Chip tone="warning">
              <TriangleAlert aria-hidden />
              {t('service.notBookable')}
            </Chip>
          )}
        </div>
        <p className="truncate text-sm text-muted">
          {format.duration(service.durationMinutes)}
          {who.length > 0 && ` · ${who.map(({ name }) => name).join(', ')}`}
        </p>
      </div>
      <span className="num font-semibold">{service.price ? format.money(service.price) : t('service.noPrice')}</span>
    </Row>
  )
}
