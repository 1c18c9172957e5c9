# Sourced by the measurements on a live server. Starts a server on a new directory in $work, and makes import files.
cd "$(dirname "$0")/.."
work=$(mktemp -d)
server=""
stop() {
  [ -z "$server" ] || kill -TERM "$server" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT

# Starts the server on $work/data and waits until it is ready.
serve() {
  ./ledger serve --port 0 --data "$work/data" >"$work/out" &
  server=$!
  until grep -q '^ready' "$work/out"; do
    kill -0 "$server" 2>/dev/null || exit 1
    sleep 0.2
  done
}

# Prints the log to import, the named one or the real one next to the clone: log_of [FILE.xes.gz]
log_of() {
  local log=${1:-../shared/data/receipt.xes.gz}
  [ -r "$log" ] || {
    echo "$0: there is no log $log: name one (FILE.xes.gz)," \
      "or make one up: python3 ledger-app/src/test/resources/logs/made_log.py FILE.xes.gz" >&2
    return 1
  }
  echo "$log"
}

# Writes copies of a log to a file, each with its own case names: copied FILE.xes.gz COPIES TO.xes.gz
copied() {
  gzip -dc "$1" | awk -v copies="$2" '
    /<trace>/ { inside = 1 }
    /<\/log>/ { for (k = 1; k <= copies; k++) for (i = 0; i < n; i++) {
        line = body[i]; sub(/value="case-/, "value=\"copy-" k "-of-" copies "-", line); print line } inside = 0 }
    inside { body[n++] = $0; next }
    { print }' | gzip -1 >"$3"
}

# Imports a file. Shows the output of the command only if it fails.
imported() {
  ./ledger import --data "$work/data" "$1" >"$work/import.out" 2>&1 || {
    cat "$work/import.out" >&2
    exit 1
  }
}

./ledger status --data "$work/none" >/dev/null 2>&1 || true # builds
