# What bin/dev, bin/ci and bin/frontdesk share: finds the JDK and says what is missing. To be sourced.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '\033[1m▸ %s\033[0m\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# The newest JDK of 25 or later: JAVA_HOME first, then what is installed.
find_jdk() {
  local folder version
  for folder in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
    [ -x "$folder/bin/javac" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$folder/release" 2>/dev/null)
    if [ "${version:-0}" -ge 25 ]; then
      printf '%s\n' "$folder"
      return
    fi
  done
  fail "Frontdesk needs a JDK 25 or later: none is in JAVA_HOME, /usr/lib/jvm, /opt/java or SDKMAN. Install one (as temurin-25-jdk) and try again."
}

need() {
  command -v "$1" >/dev/null 2>&1 || fail "Frontdesk needs $2: the command '$1' is not there. Install it and try again."
}

need_build_tools() {
  need mvn "Maven 3.8 or later"
  need node "Node 20 or later"
  need npm "npm, which comes with Node"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Frontdesk needs Node 20 or later; this is $(node --version)."
  jdk=$(find_jdk) || exit 1
}

# True when a source is newer than the stamp.
stale() {
  [ ! -f "$1" ] || [ -n "$(find pom.xml build server/pom.xml server/src/main simulators/pom.xml simulators/src/main web \
    -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/e2e/*' -type f -newer "$1" -print -quit)" ]
}

build_product() {
  local stamp=server/target/.built
  stale "$stamp" || return 0
  say "Building (the first time takes a few minutes: libraries are fetched, then server, simulators and screens are built)"
  mvn -B -ntp -q -DskipTests package || fail "The build failed; what is above says why."
  "$jdk/bin/java" -Djarmode=tools -jar server/target/frontdesk.jar extract --destination server/target/app --force >/dev/null
  train
  touch "$stamp"
}

# Flags that a trained start must share with its training.
server_flags=(--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC)

# Kept as an ahead-of-time cache; without it everything works, only slower in the first minutes.
train() {
  say "Training the server (about a minute)"
  node build/train.mjs "$jdk/bin/java" server/target/app/frontdesk.aot server/target/app/frontdesk.jar "${server_flags[@]}" \
    >server/target/training.log 2>&1 ||
    say "The training did not end well; the server is slower at first without it (server/target/training.log)"
}
