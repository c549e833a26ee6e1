# Starts the published program as the right user (rule T8). Needs lib.sh; PROGRAM is the published folder.

# Verbs that belong to an installation and its owner. The others need neither server nor database and run as whoever calls.
on_installation() {
  case ${1:-} in up|serve|status|demo|backup|restore|ledger) return 0 ;; policy) [ "${2:-}" = import ] ;; *) return 1 ;; esac
}

data_folder() {
  local previous=''
  local argument
  for argument in "$@"; do
    case $argument in --data=*) printf '%s' "${argument#--data=}"; return ;; esac
    [ "$previous" = --data ] && { printf '%s' "$argument"; return; }
    previous=$argument
  done
  if [ "$(id -u)" = 0 ]; then printf /var/lib/sekisho; else printf '%s' "${XDG_DATA_HOME:-$HOME/.local/share}/sekisho"; fi
}

start() { export SEKISHO_CLONE="$ROOT"; exec "$PROGRAM/runtime/dotnet" "$PROGRAM/sekisho.dll" "$@"; }

start_as() {
  local user=$1; shift
  exec setpriv --reuid "$user" --regid "$(id -g "$user")" --init-groups --reset-env -- \
    env ${SEKISHO_DATABASE:+"SEKISHO_DATABASE=$SEKISHO_DATABASE"} "LANG=C.UTF-8" "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" "TERM=${TERM:-dumb}" \
    "$PROGRAM/runtime/dotnet" "$PROGRAM/sekisho.dll" "$@"
}

# The folder of the way to DATA that the user cannot pass, or nothing.
blocked_folder() {
  local user=$1 at=$2
  local -a way=()
  while [ "$at" != / ]; do at=$(dirname "$at"); way=("$at" "${way[@]}"); done
  for at in "${way[@]}"; do
    [ -e "$at" ] || return 0
    setpriv --reuid "$user" --regid "$(id -g "$user")" --init-groups test -x "$at" || { printf '%s' "$at"; return 0; }
  done
}

private_folder() {
  local owner=$1 folder=$2
  [ -d "$folder" ] || { mkdir -p "$folder" && chown "$owner:" "$folder" && chmod 700 "$folder"; } || fail 4 "フォルダー $folder を作れません。"
}

# Copies the program beside the data: the clone may lie where the service's user cannot read.
settle_program() {
  local owner=$1 data=$2
  local target
  target=$data/program/$(basename "$PROGRAM")
  if [ ! -f "$target/complete" ]; then
    say "プログラムを $data/program に置いています …"
    private_folder "$owner" "$data/program"
    rm -rf "$target"
    cp -a "$PROGRAM" "$target" || fail 4 "$data にプログラムを置けません。空き容量を確かめてください。"
    chown -R "$owner:" "$target"
    remove_old "$data/program" "$target" 1
  fi
  PROGRAM=$target
}

# A backup goes through a folder of the owner: the administrator's own folders stay closed to the service.
carry_files() {
  local owner=$1 data=$2; shift 2
  local carried=$data/carried verb=$1 file='' previous='' argument code=0
  local -a passed=()
  for argument in "$@"; do
    case $argument in
      -*|backup|restore) passed+=("$argument") ;;
      *) if [ "$previous" = --data ]; then passed+=("$argument"); else file=$argument; passed+=("$carried/backup"); fi ;;
    esac
    previous=$argument
  done
  [ -n "$file" ] || start_as "$owner" "$@"
  private_folder "$owner" "$carried"
  rm -f "$carried"/*
  if [ "$verb" = restore ]; then
    [ -f "$file" ] || fail 2 "控え $file がありません。"
    cp "$file" "$carried/backup"
    [ ! -f "$file.keys" ] || cp "$file.keys" "$carried/backup.keys"
    chown "$owner:" "$carried"/*
  else
    [ ! -e "$file" ] || fail 4 "$file がすでにあります。控えは上書きしません。"
  fi
  (start_as "$owner" "${passed[@]}") | sed "s#$carried/backup#$file#g" || code=$?
  if [ "$verb" = backup ] && [ "$code" = 0 ]; then
    mv "$carried/backup" "$file"; mv "$carried/backup.keys" "$file.keys"
    chown "$(id -u):$(id -g)" "$file" "$file.keys"
  fi
  rm -rf "$carried"
  exit "$code"
}

run_program() {
  on_installation "$@" || start "$@"
  local data owner blocked
  data=$(realpath -ms "$(data_folder "$@")")
  if [ "$(id -u)" != 0 ]; then
    if [ "${1:-}" = up ]; then
      mkdir -p "$data" 2>/dev/null && chmod 700 "$data" || fail 4 "データフォルダー $data を作れません。書き込める場所を --data で指定してください。"
      [ -w "$data" ] || fail 4 "データフォルダー $data に書き込めません。持ち主で実行するか、--data で別の場所を指定してください。"
      settle_program "$(id -un)" "$data"
    fi
    start "$@"
  fi
  if [ ! -d "$data" ] && [ "${1:-}" != up ] && [ "${1:-}" != restore ]; then fail 4 "$data には関所がありません。先に ./sekisho up を実行してください。"; fi
  owner=sekisho
  [ ! -d "$data" ] || [ "$(stat -c %U "$data")" = root ] || owner=$(stat -c %U "$data")
  id "$owner" >/dev/null 2>&1 || useradd --system --user-group --home-dir "$data" --no-create-home --shell /usr/sbin/nologin "$owner" ||
    fail 3 "利用者 $owner を作れません。"
  blocked=$(blocked_folder "$owner" "$data")
  [ -z "$blocked" ] || fail 4 "利用者 $owner は $blocked を通れないため、$data を使えません。--data で別の場所を指定してください(例: /var/lib/sekisho)。"
  private_folder "$owner" "$data"
  if [ "$(stat -c %U "$data")" = root ]; then
    [ -z "$(ls -A "$data")" ] || fail 4 "$data は root のもので、空ではありません。関所のデータフォルダーか確かめてください。"
    chown "$owner:" "$data"; chmod 700 "$data"
  fi
  private_folder "$owner" "$data.keys"
  settle_program "$owner" "$data"
  case ${1:-} in backup|restore) carry_files "$owner" "$data" "$@" ;; esac
  [ "${1:-}" != up ] || cd /
  start_as "$owner" "$@"
}
