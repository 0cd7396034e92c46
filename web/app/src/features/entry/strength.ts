export type Strength = 'weak' | 'fair' | 'strong'

/** Length first, variety second: a long phrase beats a short riddle. Nothing is said of an empty field. */
export function strengthOf(password: string): Strength | undefined {
  if (password === '') return undefined
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length
  const different = new Set(password).size
  if (password.length < 10 || different < 5) return 'weak'
  return password.length >= 16 || (password.length >= 12 && kinds >= 3) ? 'strong' : 'fair'
}
