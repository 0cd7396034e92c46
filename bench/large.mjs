// Fills a business of its own through the real schema, as the database's owner: 50,000 contacts, 20,000 conversations, one of 5,000
// messages, and 400 appointments this week.
import { createRequire } from 'node:module'
import { join } from 'node:path'

const pg = createRequire(join(import.meta.dirname, 'yardstick', 'package.json'))('pg')

const first = "(ARRAY['Anna','Luca','Giulia','Marco','Sara','Paolo','Elena','Davide','Chiara','Emma'])"
const last = "(ARRAY['Rossi','Bianchi','Esposito','Romano','Colombo','Ricci','Marino','Greco','Bruno','Gallo'])"

/** Answers the ids of the long conversation and of a few short ones. */
export async function fill(databaseUrl, tenant, channel, service) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const run = (sql, ...values) => client.query(sql, values)
  await run('BEGIN')
  await run(`SET LOCAL frontdesk.tenant = '${tenant}'`)
  await run(
    `INSERT INTO contact (tenant_id, id, name, sort_name, phone, created_at, last_seen_at)
     SELECT $1, gen_random_uuid(), name, lower(name), '+39333' || lpad(n::text, 7, '0'),
            now() - n * interval '1 minute', now() - n * interval '1 minute'
     FROM generate_series(1, 50000) n, LATERAL (SELECT ${first}[1 + n % 10] || ' ' || ${last}[1 + n / 10 % 10] || ' ' || n AS name) called`, tenant)
  await run(
    `INSERT INTO conversation (tenant_id, id, contact_id, channel_id, channel_type, address, status, handler, next_seq, answered_seq,
                               last_inbound_at, last_at, created_at)
     SELECT tenant_id, gen_random_uuid(), id, $2, 'webchat', 'bench-' || n, CASE WHEN n <= 5000 THEN 'open' ELSE 'closed' END, 'person',
            CASE WHEN n = 1 THEN 5001 ELSE 4 END, CASE WHEN n = 1 THEN 5000 ELSE 3 END,
            now() - n * interval '1 minute', now() - n * interval '1 minute', now() - interval '60 days'
     FROM (SELECT *, row_number() OVER (ORDER BY created_at DESC) n FROM contact WHERE tenant_id = $1) c WHERE n <= 20000`, tenant, channel)
  await run(
    `INSERT INTO message (tenant_id, id, conversation_id, channel_id, seq, author, kind, text, status, at, correlation_id)
     SELECT tenant_id, gen_random_uuid(), id, channel_id, seq, CASE WHEN seq % 2 = 1 THEN 'contact' ELSE 'member' END, 'text',
            'Message ' || seq || repeat(' and some more words', (seq % 5)::int), CASE WHEN seq % 2 = 1 THEN 'received' ELSE 'read' END,
            last_at - (next_seq - 1 - seq) * interval '1 minute', 'bench'
     FROM conversation, generate_series(1, next_seq - 1) seq WHERE tenant_id = $1`, tenant)
  await run(
    `INSERT INTO provider (tenant_id, id, name, color, own_hours, archived, created_at)
     SELECT $1, gen_random_uuid(), 'Provider ' || n, n, false, false, now() FROM generate_series(1, 8) n`, tenant)
  await run(
    `INSERT INTO provider_service (tenant_id, provider_id, service_id)
     SELECT tenant_id, id, $2 FROM provider WHERE tenant_id = $1 AND name LIKE 'Provider _'`, tenant, service)
  await run(
    `INSERT INTO appointment (tenant_id, id, service_id, provider_id, status, starts_at, ends_at, buffer_before_minutes, buffer_after_minutes,
                              name, source, version, created_at)
     SELECT $1, gen_random_uuid(), $2, p.id, 'confirmed', s.at, s.at + interval '45 minutes', 0, 0, ${first}[1 + k] || ' ' || ${last}[1 + d],
            'member', 1, now()
     FROM provider p, generate_series(0, 4) d, generate_series(0, 9) k,
          LATERAL (SELECT date_trunc('week', now() AT TIME ZONE 'Europe/Rome') AT TIME ZONE 'Europe/Rome'
                          + d * interval '1 day' + interval '9 hours' + k * interval '50 minutes' AS at) s
     WHERE p.tenant_id = $1 AND p.name LIKE 'Provider _'`, tenant, service)
  await run(
    `INSERT INTO booked_time (tenant_id, id, who, during, state, appointment_id)
     SELECT tenant_id, gen_random_uuid(), provider_id, tstzrange(starts_at, ends_at), 'taken', id FROM appointment WHERE tenant_id = $1`, tenant)
  await run('COMMIT')
  await run('ANALYZE')
  const { rows: counted } = await run(
    `SELECT (SELECT count(*) FROM contact WHERE tenant_id = $1)::int AS contacts, (SELECT count(*) FROM conversation WHERE tenant_id = $1)::int
       AS conversations, (SELECT count(*) FROM appointment WHERE tenant_id = $1)::int AS appointments`, tenant)
  const { rows } = await run('SELECT id FROM conversation WHERE tenant_id = $1 ORDER BY last_at DESC LIMIT 12', tenant)
  await client.end()
  console.log(`Filled: ${JSON.stringify(counted[0])}`)
  const [long, ...short] = rows.map(({ id }) => id)
  return { long, short }
}
