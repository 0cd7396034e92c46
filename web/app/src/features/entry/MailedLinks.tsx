import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { MailCheck } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { Button } from '@/ui/button'
import { FormAlert } from '@/ui/field'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { signInByLink, verify } from './api'
import { EntryCard } from './EntryCard'
import { useExplain } from './problems'
import { LinkOver } from './Reset'
import { useEnter } from './useEnter'

const linkRoute = getRouteApi('/login/link/$token')
const verifyRoute = getRouteApi('/verify/$token')

/** Signs in on a press and not by itself: mail programs open links to look at them, and each works once. */
export function LinkSignIn() {
  const { t } = useTranslation('entry')
  const { token } = linkRoute.useParams()
  const explain = useExplain()
  const enter = useEnter()
  const press = useMutation({ mutationFn: () => enter(() => signInByLink(token)) })
  if (press.error instanceof ApiError && press.error.code === 'link-over') return <LinkOver to="/login/link" />
  return (
    <EntryCard title={t('byLink.title')} lead={t('byLink.lead')}>
      <div className="flex flex-col gap-4">
        <FormAlert>{press.error && (explain(press.error) ?? press.error.message)}</FormAlert>
        <Button kind="primary" size="lg" busy={press.isPending} onClick={() => press.mutate()}>
          {press.isPending ? t('signIn.busy') : t('signIn.submit')}
        </Button>
      </div>
    </EntryCard>
  )
}

export function Verify() {
  const { t } = useTranslation('entry')
  const { token } = verifyRoute.useParams()
  const cache = useQueryClient()
  const proof = useQuery({
    queryKey: ['verify', token],
    queryFn: async () => {
      await verify(token)
      await cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey.at(-1) === 'me' })
      return true
    },
    retry: false,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
  const over = proof.error instanceof ApiError && proof.error.code === 'link-over'
  return (
    <EntryCard
      title={over ? t('over.title') : t('verify.title')}
      lead={over ? t('verify.over') : proof.isSuccess ? t('verify.done') : t('verify.lead')}
    >
      {proof.isPending ? (
        <SkeletonRows rows={1} />
      ) : proof.isError && !over ? (
        <ErrorCard error={proof.error} onRetry={() => void proof.refetch()} />
      ) : (
        <div className="flex flex-col gap-5">
          {proof.isSuccess && <MailCheck aria-hidden className="mx-auto size-10 text-primary" strokeWidth={1.5} />}
          <Button kind="primary" size="lg" asChild>
            <Link to={(over ? '/app/me/profile' : '/app') as string}>
              {over ? t('verify.toProfile') : t('verify.on')}
            </Link>
          </Button>
        </div>
      )}
    </EntryCard>
  )
}
