import { useTranslation } from '@/i18n/useTranslation'
import { formatTime } from '@frontdesk/shared/format'
import { ApiError } from '@/api/errors'

/** Says what is wrong with an answer at the door; nothing for what belongs to a field. */
export function useExplain(): (failure: unknown) => string | undefined {
  const { t, language } = useTranslation('entry')
  return (failure) => {
    if (!(failure instanceof ApiError)) throw failure
    if (failure.offline) return t('problem.offline')
    if (failure.code === 'wrong-credentials') return t('problem.wrong')
    if (failure.status === 429) {
      const seconds = Number(failure.body.retryAfterSeconds) || 60
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
      // to the next whole minute: a clock that shows the time has come must be right
      const at = new Date(Math.ceil((Date.now() + seconds * 1000) / 60_000) * 60_000)
      return t('problem.locked', { time: formatTime(at, zone, language) })
    }
    return undefined
  }
}
