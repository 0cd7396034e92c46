// the server's own list: what it would refuse is said while typing
import commonest from '../../../../../server/src/main/resources/identity/commonest-passwords.txt?raw'

export type Strength = 'common' | 'weak' | 'fair' | 'strong'

const common = new Set(commonest.split('\n'))

/** Among the passwords that are tried first everywhere. */
export const isCommon = (password: string): boolean => common.has(password.toLowerCase())

/** Length first, variety second: a long phrase beats a short riddle. Nothing is said of an empty field. */
export function strengthOf(password: string): Strength | undefined {
  if (password === '') return undefined
  if (isCommon(password)) return 'common'
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length
  const different = new Set(password).size
  if (password.length < 10 || different < 5) return 'weak'
  return password.length >= 16 || (password.length >= 12 && kinds >= 3) ? 'strong' : 'fair'
}
