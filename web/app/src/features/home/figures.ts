import type { Schema } from '@frontdesk/shared/api'

type Answers = Pick<Schema<'ConversationFiguresAnswers'>, 'answered' | 'byAi'>

/** Of what was answered, how much by the assistant alone; undefined when nothing was. */
export const share = ({ answered, byAi }: Answers): number | undefined => (answered === 0 ? undefined : byAi / answered)

export const change = (before: number | undefined, now: number | undefined): number | undefined =>
  before === undefined || now === undefined ? undefined : now - before
