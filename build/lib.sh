# Shared by ./sekisho, ./test, ./bench and ./soak. Progress goes to stderr; stdout belongs to the answer.
# ROOT is set by the caller: the folder of the clone.

# The SDK reports to nobody from here and makes nothing beside what it is asked for.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK=1

say() { printf '%s\n' "$*" >&2; }
fail() { local code=$1; shift; say "sekisho: $*"; exit "$code"; }

# Exit codes of the scripts: 3 packages or rights missing, 4 the machine's state, 6 the build failed.

present() {
  case $1 in
    command:*) PATH=$PATH:/usr/sbin:/sbin command -v "${1#command:}" >/dev/null 2>&1 ;; # a person's PATH lacks the folders of the system's tools
    *) compgen -G "$1" >/dev/null ;;
  esac
}

# missing_packages SCOPE... : names of Debian packages whose files are not there. What another source already provides is not asked for.
missing_packages() {
  local scopes=" $* " scope check package
  while IFS=$'\t' read -r scope check package _; do
    case $scopes in *" $scope "*) present "$check" || printf '%s\n' "$package" ;; esac
  done < <(tail -n +2 "$ROOT/build/debian-packages.tsv")
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# install_packages YES SCOPE...
install_packages() {
  local yes=$1; shift
  local missing; mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  say "足りない Debian パッケージ: ${missing[*]}"
  command -v apt-get >/dev/null || fail 3 "apt-get がありません。上のパッケージを入れてから、もう一度実行してください。"
  if [ "$yes" != 1 ]; then
    [ -t 0 ] || fail 3 "パッケージを入れる許可がありません。--yes を付けて実行するか、先に入れてください。"
    local answer; read -r -p "入れてよいですか [y/N] " answer >&2 || true
    case $answer in y|Y|yes) ;; *) fail 3 "パッケージを入れずに終わりました。" ;; esac
  fi
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || fail 3 "パッケージを入れる権限がありません(sudo もありません)。root で実行してください。"
  as_root bash "$ROOT/build/install-packages.sh" "${missing[@]}" >&2 || fail 3 "パッケージを入れられませんでした。上の行の理由を取り除いてから、もう一度実行してください。"
}

# One digest over names, sizes and times of everything the program is made of: no build when nothing changed.
source_stamp() {
  (cd "$ROOT" && { find src content build \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -printf '%p %s %T@\n'
    find . -maxdepth 1 -type f \( -name 'Directory.*' -o -name global.json -o -name .globalconfig \) -printf '%p %s %T@\n'; } | LC_ALL=C sort | sha256sum | cut -c1-16)
}

# quietly COMMAND...: the SDK leaves empty folders in the temporary folder at every build, and servers that outlive it. Both end with the command here.
quietly() {
  local own code=0
  own=$(mktemp -d "${TMPDIR:-/tmp}/sekisho-build-XXXXXX")
  # One compiler for all projects of the command: its analyzers are made ready once.
  TMPDIR=$own UseSharedCompilation=true "$@" || code=$?
  TMPDIR=$own dotnet build-server shutdown >/dev/null 2>&1 || true
  rm -rf "$own"
  return "$code"
}

vendor_assets() {
  local to="$ROOT/src/Sekisho.Shell/wwwroot/vendor" from="$ROOT/build/vendor/node_modules"
  [ -f "$to/.lock" ] && cmp -s "$to/.lock" "$ROOT/build/vendor/package-lock.json" && return 0
  command -v npm >/dev/null || fail 3 "npm がありません。先に ./sekisho up を実行するか、Debian パッケージ npm を入れてください。"
  say "画面の部品を取り込んでいます …"
  (cd "$ROOT/build/vendor" && npm ci --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error >&2) ||
    fail 6 "画面の部品(npm)を取得できませんでした。初回だけはパッケージの配布元への接続が必要です。"
  mkdir -p "$to"
  cp "$from/htmx.org/dist/htmx.min.js" "$from/@digital-go-jp/design-tokens/dist/tokens.css" "$to/"
  cp "$from/htmx.org/LICENSE" "$to/htmx.LICENSE.txt"
  cp "$from/@digital-go-jp/design-tokens/LICENSE" "$to/tokens.LICENSE.txt"
  cp "$ROOT/build/vendor/package-lock.json" "$to/.lock"
}

runtime_root() { dirname "$(readlink -f "$(command -v dotnet)")"; }

# Publishes into artifacts/program/STAMP together with the runtime, so that neither clone nor SDK is needed to run it.
build_program() {
  PROGRAM="$ROOT/artifacts/program/$(source_stamp)"
  [ -f "$PROGRAM/complete" ] && return 0
  command -v dotnet >/dev/null || fail 3 "dotnet がありません。.NET 10 SDK を入れて PATH に加えてください。"
  mkdir -p "$ROOT/artifacts/program"
  exec 7>"$ROOT/artifacts/program/lock"
  flock -n 7 || { say "別の sekisho がビルド中です。待っています …"; flock 7; }
  vendor_assets
  PROGRAM="$ROOT/artifacts/program/$(source_stamp)"
  if [ ! -f "$PROGRAM/complete" ]; then
    say "プログラムを作っています(初回と更新時だけ) …"
    rm -rf "$PROGRAM"
    quietly env -u SEKISHO_FAST dotnet publish "$ROOT/src/Sekisho/Sekisho.csproj" -c Release -o "$PROGRAM" -nologo -v quiet -clp:NoSummary -nodeReuse:false -p:UseAppHost=false -p:SekishoAhead=true >&2 7>&- ||
      fail 6 "プログラムを作れませんでした。上の行を見てください。"
    copy_runtime "$PROGRAM"
    touch "$PROGRAM/complete"
    prune_programs "$PROGRAM"
  fi
  exec 7>&-
}

copy_runtime() {
  local from; from=$(runtime_root)
  local version; version=$(sed -n 's/.*"Microsoft.NETCore.App".*//; s/.*"version": *"\([0-9.]*\)".*/\1/p' "$1/sekisho.runtimeconfig.json" | head -1)
  local line; line=${version%.*}
  mkdir -p "$1/runtime/shared/Microsoft.NETCore.App" "$1/runtime/shared/Microsoft.AspNetCore.App"
  cp -a "$from/dotnet" "$1/runtime/"
  cp -a "$from/host" "$1/runtime/"
  local framework newest
  for framework in Microsoft.NETCore.App Microsoft.AspNetCore.App; do
    newest=$(ls -d "$from/shared/$framework/$line".* | sort -V | tail -1)
    cp -a "$newest" "$1/runtime/shared/$framework/"
  done
}

# Keeps this program and the two newest others: one of them may still be running.
prune_programs() {
  remove_old "$ROOT/artifacts/program" "$1" 2
}

# remove_old FOLDER KEEP N: removes the folders in FOLDER but KEEP and the N newest others.
remove_old() {
  local old count=0
  while IFS= read -r old; do
    [ "${old%/}" != "$2" ] || continue
    count=$((count + 1))
    [ "$count" -le "$3" ] || rm -rf "$old"
  done < <(ls -dt "$1"/*/)
}
