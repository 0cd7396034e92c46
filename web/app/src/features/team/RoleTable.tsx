import { Circle, CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { viewAs } from '@/api/viewAs'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { reach, roles, type Reach } from './roles'

const icons = { full: CircleCheck, part: CircleDashed, none: Circle }
const tones = { full: 'text-success', part: 'text-warning', none: 'text-muted' }

/** What each role reaches, and the door to see it with its eyes. */
export function RoleTable() {
  const { t } = useTranslation('team')
  const { t: shell } = useTranslation('shell')
  const { tenant, user } = useMe()
  return (
    <Card>
      <CardHead title={t('roles.title')} hint={t('roles.hint')} />
      {/* wider than a phone: it scrolls by itself, and its buttons take the keyboard along */}
      <div className="relative overflow-x-auto border-t">
        <table className="w-full min-w-[600px] text-sm">
          <thead>
            <tr className="border-b">
              <th className="px-2 py-3 first:ps-4 text-start font-medium text-muted">{t('roles.area')}</th>
              {roles.map((role) => (
                <th key={role} scope="col" className="px-2 py-3 first:ps-4 text-start font-medium">
                  {shell(`role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reach.map(({ area, by }) => (
              <tr key={area} className="border-b">
                <th scope="row" className="px-2 py-3 first:ps-4 text-start font-normal">
                  {t(`roles.${area}`)}
                </th>
                {roles.map((role, n) => (
                  <td key={role} className="px-2 py-3">
                    <Level level={by[n] ?? 'none'} />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row" className="px-2 py-3 first:ps-4 text-start font-normal">
                {t('roles.view')}
              </th>
              {roles.map((role) => (
                <td key={role} className="px-2 py-3">
                  {role !== 'owner' && role !== user.role && (
                    <Button size="sm" onClick={() => viewAs(tenant.slug, role)}>
                      {t('roles.look')}
                      <span className="sr-only"> {shell(`role.${role}`)}</span>
                    </Button>
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Level({ level }: { level: Reach }) {
  const { t } = useTranslation('team')
  const Icon = icons[level]
  return (
    <span className={`inline-flex items-center gap-1.5 ${tones[level]}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(`roles.${level}`)}
    </span>
  )
}
