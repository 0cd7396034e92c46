import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/useTranslation'
import { contactFilesQuery } from '@/parts/contact/api'
import { FileList } from '@/parts/files/FileList'
import { Button } from '@/ui/button'
import { narrowingOf } from './filters'
import { PanelBlock } from './PanelBlock'

interface Props {
  contact: string
  /** the view's word in the address */
  place: string
  /** one goes to the message that brought it */
  onShow: (message: string) => void
}

/** The files that went back and forth with this customer, the newest first. */
export function Exchanged({ contact, place, onShow }: Props) {
  const { t } = useTranslation('files')
  const files = useInfiniteQuery(contactFilesQuery(contact))
  const all = files.data?.pages.flatMap(({ items }) => items) ?? []
  if (all.length === 0) return null
  return (
    <PanelBlock title={t('title')}>
      <ul className="-mx-2">
        <FileList files={all} view={place} keep={narrowingOf} onShow={onShow} />
      </ul>
      {files.hasNextPage && (
        <Button
          size="sm"
          className="self-start"
          busy={files.isFetchingNextPage}
          onClick={() => void files.fetchNextPage()}
        >
          {t('older')}
        </Button>
      )}
    </PanelBlock>
  )
}
