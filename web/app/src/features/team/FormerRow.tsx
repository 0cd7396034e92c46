import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { reactivate, type Former } from './api'
import { useTeamChange } from './useTeamChange'

export function FormerRow({ member }: { member: Former }) {
  const { t } = useTranslation('team')
  const { t: shell } = useTranslation('shell')
  const { user } = useMe()
  const change = useTeamChange()
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3" data-testid="former-row">
      <Avatar name={member.name || member.email} colorKey={member.id} />
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-medium wrap-anywhere" dir="auto">
          {member.name}
        </p>
        <p className="text-sm wrap-anywhere text-muted">
          {member.email} · {shell(`role.${member.role}`)}
        </p>
      </div>
      {(member.role !== 'owner' || user.role === 'owner') && (
        <Button
          size="sm"
          onClick={() => void change(() => reactivate(member.id), t('reactivated', { name: member.name }))}
        >
          {t('reactivate')}
        </Button>
      )}
    </li>
  )
}
