import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/useTranslation'
import { Card, CardHead, Page } from '@/ui/card'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { formerQuery, teamQuery } from './api'
import { FormerRow } from './FormerRow'
import { Invitations } from './Invitations'
import { MemberRow } from './MemberRow'
import { RoleTable } from './RoleTable'

/** Who works here, who is asked to, and what each role reaches. */
export function Team() {
  const { t } = useTranslation('team')
  const team = useQuery(teamQuery())
  const former = useQuery(formerQuery()).data ?? []
  return (
    <Page>
      <header>
        <h2 className="text-lg font-semibold tracking-tight">{t('title')}</h2>
        <p className="text-muted">{t('lead')}</p>
      </header>
      <Invitations />
      <Card>
        <CardHead title={t('members')} />
        {team.isPending ? (
          <SkeletonRows rows={3} />
        ) : team.isError ? (
          <ErrorCard error={team.error} onRetry={() => void team.refetch()} />
        ) : (
          <ul className="divide-y border-t">
            {team.data.map((member) => (
              <MemberRow key={member.id} member={member} team={team.data} />
            ))}
          </ul>
        )}
      </Card>
      {former.length > 0 && (
        <Card>
          <CardHead title={t('former')} hint={t('formerHint')} />
          <ul className="divide-y border-t">
            {former.map((member) => (
              <FormerRow key={member.id} member={member} />
            ))}
          </ul>
        </Card>
      )}
      <RoleTable />
    </Page>
  )
}
