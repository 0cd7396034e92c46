import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useFormat } from '@/i18n/useFormat'
import { providersQuery, servicesQuery, useMe } from '@/api/queries'
import type { Provider } from '@/api/types'
import { Listing } from '@/parts/Listing'
import { initials } from '@/ui/avatar'
import { Chip } from '@/ui/chip'
import { Name, Row } from './Row'
import { ProviderSheet } from './ProviderSheet'

const route = getRouteApi('/app/$biz/settings/providers')

/** Who gives the services. The open one is in the address: `?edit=new` or its id. */
export function Providers() {
  const { t } = useTranslation('services')
  const { edit } = route.useSearch()
  const navigate = route.useNavigate()
  const providers = useQuery(providersQuery())
  const services = useQuery(servicesQuery()).data
  const open = (id: string | undefined) => void navigate({ search: id ? { edit: id } : {} })
  const shown = providers.data?.filter(({ archived }) => !archived) ?? []
  const edited = shown.find(({ id }) => id === edit)
  const offered = services?.filter(({ archived }) => !archived) ?? []
  return (
    <Listing
      name="provider"
      words={{
        title: t('provider.title'),
        lead: t('provider.lead'),
        add: t('provider.new'),
        empty: t('provider.empty'),
        emptyText: t('provider.emptyText'),
      }}
      icon={<Users />}
      list={providers}
      shown={shown}
      row={(provider) => (
        <ProviderRow
          key={provider.id}
          provider={provider}
          gives={offered.filter(({ id }) => provider.serviceIds.includes(id)).length}
          onOpen={() => open(provider.id)}
        />
      )}
      onNew={() => open('new')}
    >
      {services && (edit === 'new' || edited) && (
        <ProviderSheet
          key={edit}
          provider={edited}
          services={services}
          count={shown.length}
          onClose={() => open(undefined)}
        />
      )}
    </Listing>
  )
}

function ProviderRow({ provider, gives, onOpen }: { provider: Provider; gives: number; onOpen: () => void }) {
  const { t } = useTranslation('services')
  const { timezone } = useMe().tenant
  const { zoneName } = useFormat()
  return (
    <Row kind="provider" item={provider} onOpen={onOpen}>
      <span
        aria-hidden
        className="grid size-9 shrink-0 place-items-center rounded-full text-sm font-semibold text-surface"
        style={{ backgroundColor: `var(--color-chart-${provider.color})` }}
      >
        {initials(provider.name)}
      </span>
      <div className="min-w-0 flex-1">
        <Name onOpen={onOpen}>{provider.name}</Name>
        <p className="text-sm text-muted">
          {t('provider.gives', { count: gives })} ·{' '}
          {provider.hours ? t('provider.ownHours') : t('provider.businessHours')}
        </p>
      </div>
      {provider.timezone && provider.timezone !== timezone && <Chip>{zoneName(provider.timezone)}</Chip>}
    </Row>
  )
}
