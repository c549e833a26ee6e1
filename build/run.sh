# Starts the published program as the right user (rule T8). Needs lib.sh; PROGRAM is the published folder.

# Verbs that belong to an installation and its owner. The others need neither server nor database and run as whoever calls.
on_installation() {
  case ${1:-} in up|serve|status|demo|backup|restore) return 0 ;; ledger) [ "${2:-}" != check ] ;; policy) [ "${2:-}" = import ] ;; *) return 1 ;; esac
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

# As another user, with a clean environment. SEKISHO_DATABASE holds a password and must not stand on a command line, where everybody could read it.
start_as() {
  local user=$1 name; shift
  local home group; home=$(getent passwd "$user" | cut -d: -f6); group=$(id -g "$user")
  for name in $(compgen -e); do
    case $name in SEKISHO_DATABASE|TERM) ;; *) unset "$name" 2>/dev/null || true ;; esac
  done
  export LANG=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin HOME=$home USER=$user LOGNAME=$user TERM=${TERM:-dumb}
  exec setpriv --reuid "$user" --regid "$group" --init-groups -- "$PROGRAM/runtime/dotnet" "$PROGRAM/sekisho.dll" "$@"
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
  [ -d "$folder" ] || { mkdir -p "$folder" && chown "$owner:" "$folder" && chmod 700 "$folder"; } 2>/dev/null || fail 4 "フォルダー $folder を作れません。空き容量と権限を確かめるか、--data で別の場所を指定してください。"
}

# Root may write everywhere but on a disk that nobody may write on.
writable() { [ -w "$1" ] || fail 4 "データフォルダー $1 に書き込めません(権限がないか、読み取り専用のディスクです)。持ち主で実行するか、--data で別の場所を指定してください。"; }

# Copies the program beside the data: the clone may lie where the service's user cannot read.
settle_program() {
  local owner=$1 data=$2
  local target
  target=$data/program/$(basename "$PROGRAM")
  if [ ! -f "$target/complete" ]; then
    say "プログラムを $data/program に置いています …"
    private_folder "$owner" "$data/program"
    rm -rf "$target"
    # A full disk is one sentence, not a line for every file; what fitted is taken away again.
    cp -a "$PROGRAM" "$target" 2>/dev/null || { rm -rf "$target"; fail 4 "$data にプログラムを置けません。空き容量を確かめてください。"; }
    chown -R "$owner:" "$target"
    remove_old "$data/program" "$target" 1
  fi
  PROGRAM=$target
}

# Files an administrator names lie where the service may not read or write. They go through a folder of the owner: arguments are rewritten to the copies,
# CARRIED maps a copy back to its name for what the program says.
declare -A CARRIED=()
PASSED=()
carry_in() { # OWNER TARGET FILE: sets COPY
  [ -f "$3" ] || { COPY=$3; return 0; } # the program says that there is none
  COPY=$2/${#CARRIED[@]}-$(basename "$3")
  install -m 600 -o "$1" -g "$(id -g "$1")" "$3" "$COPY" || fail 4 "$3 を読めないか、$2 に置けません。"
  CARRIED[$COPY]=$3
}

carry() { # OWNER FOLDER VERB...: sets PASSED, and OUT when a file must come back
  local owner=$1 folder=$2; shift 2
  local argument previous='' words=''
  OUT=''
  for argument in "$@"; do
    case $previous in
      --checkpoint|--key|--tls-cert|--recovery-key) carry_in "$owner" "$folder" "$argument"; PASSED+=("$COPY") ;;
      --data) PASSED+=("$(realpath -ms "$argument")") ;; # `up` goes on in another folder
      --pack|--format|--city|--http|--smtp|--relay|--domain) PASSED+=("$argument") ;;
      *) case $argument in
          --data=*) PASSED+=("--data=$(realpath -ms "${argument#--data=}")") ;;
          -*) PASSED+=("$argument") ;;
          *) case $words in
              'backup ') OUT=$argument; CARRIED["$folder/backup"]=$argument; PASSED+=("$folder/backup") ;;
              'restore '|'policy import ') carry_in "$owner" "$folder" "$argument"; PASSED+=("$COPY")
                [ ! -f "$argument.keys" ] || install -m 600 -o "$owner" -g "$(id -g "$owner")" "$argument.keys" "$COPY.keys" ;;
              *) PASSED+=("$argument") ;;
            esac
            words+="$argument " ;;
        esac ;;
    esac
    previous=$argument
  done
}

# What the program says names the copies; the administrator knows the files.
name_back() {
  local line copy
  while IFS= read -r line || [ -n "$line" ]; do
    for copy in "${!CARRIED[@]}"; do line=${line//"$copy"/"${CARRIED[$copy]}"}; done
    printf '%s\n' "$line"
  done
}

run_carried() {
  local owner=$1 data=$2; shift 2
  local folder=$data/carried.$$ code=0 old
  # One a call: a status must not take the file from under a running backup. What a killed call left is cleared away.
  for old in "$data"/carried.*; do [ ! -d "$old" ] || kill -0 "${old##*.}" 2>/dev/null || rm -rf "$old"; done
  rm -rf "$folder"
  private_folder "$owner" "$folder"
  carry "$owner" "$folder" "$@"
  if [ -n "$OUT" ]; then
    for file in "$OUT" "$OUT.keys"; do [ ! -e "$file" ] || fail 4 "$file がすでにあります。控えは上書きしません。"; done
    [ -d "$(dirname "$OUT")" ] || fail 4 "フォルダー $(dirname "$OUT") がありません。"
  fi
  { { (start_as "$owner" "${PASSED[@]}") 2>&3 | name_back >&4; } 3>&1 | name_back >&2; } 4>&1 || code=$?
  if [ -n "$OUT" ] && [ "$code" = 0 ]; then
    mv "$folder/backup" "$OUT" && mv "$folder/backup.keys" "$OUT.keys" || fail 4 "控えを $OUT に置けません。空き容量を確かめてください。"
    chown "$(id -u):$(id -g)" "$OUT" "$OUT.keys"
  fi
  rm -rf "$folder"
  exit "$code"
}

run_program() {
  # A verb that runs once has no use for a heap a processor.
  on_installation "$@" || { export DOTNET_gcServer=0; start "$@"; }
  local data owner blocked
  data=$(realpath -ms "$(data_folder "$@")")
  if [ "$(id -u)" != 0 ]; then
    if [ "${1:-}" = up ]; then
      mkdir -p "$data" 2>/dev/null || fail 4 "データフォルダー $data を作れません。書き込める場所を --data で指定してください。"
      chmod 700 "$data" 2>/dev/null || true
      writable "$data"
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
  [ "${1:-}" != up ] || writable "$data"
  if [ "$(stat -c %U "$data")" = root ]; then
    [ -z "$(ls -A "$data")" ] || fail 4 "$data は root のもので、空ではありません。関所のデータフォルダーか確かめてください。"
    chown "$owner:" "$data"; chmod 700 "$data"
  fi
  private_folder "$owner" "$data.keys"
  settle_program "$owner" "$data"
  if [ "${1:-}" = up ]; then
    # Beside the keys: a certificate's file holds one.
    rm -rf "$data.keys/given"
    private_folder "$owner" "$data.keys/given"
    carry "$owner" "$data.keys/given" "$@"
    cd /
    start_as "$owner" "${PASSED[@]}"
  fi
  case ${1:-} in
    backup|restore|ledger|policy) run_carried "$owner" "$data" "$@" ;;
    *) start_as "$owner" "$@" ;;
  esac
}
