#!/usr/bin/env bash
# Mails per second through Sekisho and through a real postfix that only passes the same mails on. Interleaved, same run, same inputs, same sink program,
# postfix with its default durable queue, Sekisho with fsync and synchronous commit on. Needs root (postfix's master does).
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
ROUNDS=${ROUNDS:-3} MAILS=${MAILS:-200} SESSIONS=${SESSIONS:-8} LENGTH=${LENGTH:-4096}
[ "$(id -u)" = 0 ] || { echo "gateway: postfix needs root" >&2; exit 3; }
for tool in smtp-source smtp-sink postfix; do command -v "$tool" >/dev/null || { echo "gateway: $tool is missing (Debian package postfix)" >&2; exit 3; }; done
WORK=$(mktemp -d); chmod 755 "$WORK"
free_port() { python3 -c 'import socket;s=socket.socket();s.bind(("127.0.0.1",0));print(s.getsockname()[1])' 2>/dev/null || perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen=>1,LocalAddr=>"127.0.0.1")->sockport'; }
SINK=$(free_port) PASS=$(free_port) HTTP=$(free_port) SMTP=$(free_port)
cleanup() {
  [ -z "${UP:-}" ] || { kill -TERM "$UP" 2>/dev/null || true; wait "$UP" 2>/dev/null || true; }
  bash "$ROOT/benchmarks/peers/postfix.sh" stop "$WORK/pass" >/dev/null 2>&1 || true
  [ -z "${SINKPID:-}" ] || kill "$SINKPID" 2>/dev/null || true
  rm -rf "$WORK"
}
trap cleanup EXIT
mkdir "$WORK/mails"; chown nobody "$WORK/mails"
smtp-sink -u nobody -d "$WORK/mails/%M." "127.0.0.1:$SINK" 200 & SINKPID=$!
bash "$ROOT/benchmarks/peers/postfix.sh" start "$WORK/pass" "$PASS" pass "$SINK" >/dev/null 2>&1
"$ROOT/sekisho" up --yes --data "$WORK/d" --city demo --http "$HTTP" --smtp "$SMTP" --relay "127.0.0.1:$SINK" > "$WORK/up.log" 2>&1 & UP=$!
for _ in $(seq 600); do grep -q 止めるには "$WORK/up.log" && break; kill -0 "$UP" || { cat "$WORK/up.log" >&2; exit 1; }; sleep 1; done

arrived() { find "$WORK/mails" -type f | wc -l; }
# run PORT: seconds from the first byte until the sink has every mail
run() {
  local before started ended
  before=$(grep -l 'city.sekisho.example' -r "$WORK/mails" 2>/dev/null | wc -l)
  started=$(date +%s.%N)
  smtp-source -c -s "$SESSIONS" -m "$MAILS" -l "$LENGTH" -f a@example.org -t x@city.sekisho.example "127.0.0.1:$1" >/dev/null
  accepted=$(date +%s.%N)
  while [ "$(grep -l 'city.sekisho.example' -r "$WORK/mails" 2>/dev/null | wc -l)" -lt $((before + MAILS)) ]; do sleep 0.1; done
  ended=$(date +%s.%N)
  echo "$started $accepted $ended" | awk -v n="$MAILS" '{printf "%.1f %.1f", n/($2-$1), n/($3-$1)}'
}
LINES=()
for round in $(seq 0 "$ROUNDS"); do
  read -r ours_in ours_out <<<"$(run "$SMTP")"
  read -r theirs_in theirs_out <<<"$(run "$PASS")"
  label="round $round"; [ "$round" != 0 ] || label="cold"
  LINES+=("- $label: sekisho accepted $ours_in/s, delivered $ours_out/s; postfix pass-through accepted $theirs_in/s, delivered $theirs_out/s; ratio delivered $(awk -v a="$ours_out" -v b="$theirs_out" 'BEGIN{printf "%.3f", a/b}')")
done
{
  printf '\n## %s\n\n%s cores, %s, load before %s; postfix %s; %s mails of %s bytes a round, %s sessions\n\n' "$(date +%F)" "$(nproc)" "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)" "$(cut -d' ' -f1 /proc/loadavg)" "$(postconf -d -h mail_version)" "$MAILS" "$LENGTH" "$SESSIONS"
  printf '%s\n' "${LINES[@]}"
} | tee -a "$ROOT/benchmarks/results/gateway.md"
