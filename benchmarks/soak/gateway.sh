#!/usr/bin/env bash
# See ./soak. HOURS may be a fraction.
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
HOURS=$1
command -v smtp-source >/dev/null || { echo "soak: smtp-source is missing (Debian package postfix)" >&2; exit 3; }
WORK=$(mktemp -d); chmod 755 "$WORK"; mkdir "$WORK/mails"; chmod 777 "$WORK/mails"
port() { perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen=>1,LocalAddr=>"127.0.0.1")->sockport'; }
AS_NOBODY=(); [ "$(id -u)" != 0 ] || AS_NOBODY=(-u nobody) # smtp-sink refuses to work as root
SINK=$(port) HTTP=$(port) SMTP=$(port)
start_sink() { smtp-sink ${AS_NOBODY[@]+"${AS_NOBODY[@]}"} -d "$WORK/mails/%M." "127.0.0.1:$SINK" 200 & SINKPID=$!; }
start_sekisho() {
  : > "$WORK/up.log"
  setsid "$ROOT/sekisho" up --yes --data "$WORK/d" --city demo --http "$HTTP" --smtp "$SMTP" --relay "127.0.0.1:$SINK" > "$WORK/up.log" 2>&1 & UP=$!
  for _ in $(seq 600); do grep -q 止めるには "$WORK/up.log" && return; kill -0 "$UP" || { cat "$WORK/up.log" >&2; exit 1; }; sleep 1; done
}
UP='' SINKPID=''
cleanup() {
  [ -z "$UP" ] || { kill -TERM "$UP" 2>/dev/null || true; wait "$UP" 2>/dev/null || true; }
  [ -z "$SINKPID" ] || kill "$SINKPID" 2>/dev/null || true
  rm -rf "$WORK"
}
trap cleanup EXIT
start_sink; start_sekisho
END=$(($(date +%s) + $(awk -v h="$HOURS" 'BEGIN{printf "%d", h*3600}'))) SENT=0 KILLS=0 OUTAGES=0 ROUND=0
while [ "$(date +%s)" -lt "$END" ]; do
  ROUND=$((ROUND + 1))
  for i in $(seq 20); do
    if printf 'Subject: soak-%s-%s\r\nMessage-ID: <soak-%s-%s@example.org>\r\nContent-Type: text/html\r\n\r\n<p>x</p><script>y()</script>\r\n' "$ROUND" "$i" "$ROUND" "$i" > "$WORK/m" &&
      swaks --server 127.0.0.1 --port "$SMTP" --from a@example.org --to x@city.sekisho.example --data "@$WORK/m" >/dev/null 2>&1; then SENT=$((SENT + 1)); fi
  done
  case $((ROUND % 10)) in
    3) kill "$SINKPID"; sleep 20; start_sink; OUTAGES=$((OUTAGES + 1)) ;;
    7) kill -KILL -- "-$UP" 2>/dev/null || true; wait "$UP" 2>/dev/null || true; for id in $(pgrep -f "$WORK/d"); do kill -KILL "$id" 2>/dev/null || true; done; start_sekisho; KILLS=$((KILLS + 1)) ;;
  esac
done
# found OPTIONS PATTERN: lines of the arrived mails; none is an answer too.
found() { grep -r "$@" "$WORK/mails" || [ $? = 1 ]; }
arrived() { found -hio 'Message-ID: <soak-[0-9]*-[0-9]*@example.org'; }
for _ in $(seq 3700); do [ "$(arrived | sort -u | wc -l)" -ge "$SENT" ] && break; sleep 1; done
ARRIVED=$(arrived | sort -u | wc -l)
TWICE=$(arrived | sort | uniq -d | wc -l)
RAW=$(found -li '<script' | wc -l)
"$ROOT/sekisho" ledger verify --data "$WORK/d" >/dev/null && VERIFY=sound || VERIFY=BROKEN
printf '\n## %s\n\n- %s hours: %s accepted, %s arrived, %s twice, %s unsanitised; %s kills, %s outages of the next server; ledger %s\n' \
  "$(date +%F)" "$HOURS" "$SENT" "$ARRIVED" "$TWICE" "$RAW" "$KILLS" "$OUTAGES" "$VERIFY" | tee -a "$ROOT/benchmarks/results/soak-gateway.md"
[ "$ARRIVED" -ge "$SENT" ] && [ "$RAW" = 0 ] && [ "$VERIFY" = sound ]
