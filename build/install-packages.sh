#!/usr/bin/env bash
# Installs Debian packages as root without letting any of their services start: clamav, postfix and postgresql would take system ports.
set -euo pipefail
policy=/usr/sbin/policy-rc.d
restore() {
  if [ -e "$policy.sekisho-kept" ]; then mv "$policy.sekisho-kept" "$policy"; else rm -f "$policy"; fi
}
if [ -e "$policy" ]; then mv "$policy" "$policy.sekisho-kept"; fi
trap restore EXIT
printf '#!/bin/sh\nexit 101\n' > "$policy"
chmod 755 "$policy"
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -q -y --no-install-recommends "$@"
