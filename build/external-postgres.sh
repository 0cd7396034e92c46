#!/usr/bin/env bash
# Runs the built server on a PostgreSQL of the system (15 or later) by URL with the roles of docs/operations.md: a role that
# could see past row-level security is refused, then a business signs up and a customer books by chat.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
jdk=$(find_jdk) || exit 1

find_postgres() {
  local version
  for version in 15 16 17 18; do
    if [ -x "/usr/lib/postgresql/$version/bin/initdb" ]; then
      printf '%s\n' "/usr/lib/postgresql/$version/bin"
      return
    fi
  done
}
postgres=$(find_postgres)
if [ -z "$postgres" ]; then
  [ "$(id -u)" = 0 ] || fail "This check needs PostgreSQL 15 or later: run 'apt-get install postgresql' as root."
  say "Installing PostgreSQL"
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql) >/dev/null
  postgres=$(find_postgres)
  [ -n "$postgres" ] || fail "The system's PostgreSQL is older than 15."
fi

folder=$(mktemp -d)
server=
clean_up() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  as_postgres "$postgres/pg_ctl" -D "$folder/data" -m immediate -s stop || true
  rm -rf "$folder"
}
# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then (cd "$folder" && runuser -u postgres -- "$@"); else "$@"; fi; }
free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }

[ "$(id -u)" != 0 ] || chown postgres "$folder"
trap clean_up EXIT
database_port=$(free_port)
as_postgres "$postgres/initdb" -D "$folder/data" -U postgres --auth-local=trust --auth-host=scram-sha-256 >/dev/null
as_postgres "$postgres/pg_ctl" -D "$folder/data" -s -w -l "$folder/log" \
  -o "-p $database_port -c listen_addresses=127.0.0.1 -k $folder -F" start
sql() { as_postgres "$postgres/psql" -h "$folder" -p "$database_port" -U postgres -qXv ON_ERROR_STOP=1 "$@"; }

# The statements of the documentation as they stand there.
sed -n "/^    \(CREATE\|GRANT\)/{s/^ *//;s/'…'/'secret'/;s/--.*//;p}" docs/operations.md | sql
say "$(sql -Atc 'SELECT version()' | cut -d' ' -f1,2) runs with the roles of docs/operations.md"

port=$(free_port)
for name in ${!FRONTDESK_@}; do unset "$name"; done
export FRONTDESK_PORT=$port FRONTDESK_DATA_DIR="$folder/files" FRONTDESK_DEBOUNCE_MS=0
export FRONTDESK_DATABASE_URL=jdbc:postgresql://127.0.0.1:$database_port/frontdesk
export FRONTDESK_DATABASE_OWNER_USER=frontdesk_owner FRONTDESK_DATABASE_OWNER_PASSWORD=secret
export FRONTDESK_DATABASE_USER=frontdesk_runtime FRONTDESK_DATABASE_PASSWORD=secret
run() { exec "$jdk/bin/java" "${server_flags[@]}" -XX:TieredStopAtLevel=1 -Xmx300m -jar server/target/frontdesk.jar; }

refused() {
  local why=$1 log=$folder/refused
  if (run) >"$log" 2>&1; then fail "The server started with a runtime role that $why."; fi
  grep -q "FRONTDESK_DATABASE_USER names a role that could see past row-level security" "$log" ||
    fail "The server ended with a runtime role that $why, but for another reason: $(tail -20 "$log")"
  say "Refused: a runtime role that $why"
}
sql -c "ALTER ROLE frontdesk_runtime BYPASSRLS"
refused "may bypass row-level security"
sql -c "ALTER ROLE frontdesk_runtime NOBYPASSRLS"
FRONTDESK_DATABASE_USER=frontdesk_owner refused "owns the tables"

(run) >"$folder/server.log" 2>&1 &
server=$!
node build/external-postgres.mjs "http://127.0.0.1:$port" || fail "$(tail -20 "$folder/server.log")"
kill "$server"
wait "$server" || [ $? = 143 ]
server=
say "Signed up, booked by chat, ended in order"
