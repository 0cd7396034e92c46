import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Search, Users } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import { useKeys } from '@/shell/keys'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card, Page } from '@/ui/card'
import { Input } from '@/ui/input'
import { Empty, ErrorCard, SkeletonRows } from '@/ui/states'
import { contactsQuery } from './api'

const route = getRouteApi('/app/$biz/contacts')

/** Everybody who has written or booked. The search is in the address. */
export function Contacts() {
  const { t } = useTranslation('contacts')
  const { biz } = route.useParams()
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const format = useFormat()
  const contacts = useQuery(contactsQuery(q))
  const box = useRef<HTMLInputElement>(null)
  const search = (text: string) => void navigate({ search: text ? { q: text } : {}, replace: true })
  useKeys({ search: () => box.current?.focus() })
  return (
    <Page>
      <div className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          ref={box}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={q}
          onChange={(event) => search(event.target.value)}
          className="ps-9"
        />
      </div>
      <Card className="overflow-hidden">
        {contacts.isPending ? (
          <SkeletonRows />
        ) : contacts.isError ? (
          <ErrorCard error={contacts.error} onRetry={() => void contacts.refetch()} />
        ) : contacts.data.items.length === 0 ? (
          q ? (
            <Empty
              icon={<Search />}
              title={t('noResult', { q })}
              action={
                <Button
                  onClick={() => {
                    if (box.current) box.current.value = ''
                    search('')
                  }}
                >
                  {t('clear')}
                </Button>
              }
            />
          ) : (
            <Empty icon={<Users />} title={t('empty')}>
              {t('emptyText')}
            </Empty>
          )
        ) : (
          <ul className="divide-y">
            {contacts.data.items.map((contact) => (
              <li key={contact.id}>
                <Link
                  to="/app/$biz/contacts/$id"
                  params={{ biz, id: contact.id }}
                  className="flex items-center gap-3 px-4 py-2.5 hover:bg-canvas"
                >
                  <Avatar name={contact.name} colorKey={contact.id} />
                  <span className="min-w-0 flex-1 truncate font-medium">{contact.name}</span>
                  <bdi className="num text-sm text-muted">
                    {contact.phone ? format.phone(contact.phone) : contact.email}
                  </bdi>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Page>
  )
}
