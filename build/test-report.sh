# Reads the .trx files of a run: one UnitTestResult element a line is enough for a report.

trx_results() { cat "$1"/*.trx 2>/dev/null | grep -o '<UnitTestResult [^>]*>' || true; }

# left_behind FOLDER SECONDS: names of what a run of tests left in its temporary folder, after the time its servers may take to clear up. The SDK's own
# pipes and empty folders are not named.
left_behind() {
  local left='' second
  for ((second = 0; second <= $2; second++)); do
    left=$(find "$1" -mindepth 1 -maxdepth 1 ! -name 'clr-debug-pipe-*' ! -name 'dotnet-diagnostic-*' ! -name 'MSBuildTemp*' \
      ! \( -type d -empty -name '??????' \) -printf '%f ')
    [ -n "$left" ] && [ "$second" -lt "$2" ] || break
    sleep 1
  done
  printf '%s' "$left"
}

# print_slowest FOLDER COUNT
print_slowest() {
  printf '最も遅いテスト\n'
  trx_results "$1" | sed -n 's/.*testName="\([^"]*\)".* duration="\([^"]*\)".*/\2 \1/p' | LC_ALL=C sort -r | sed -n "1,${2}p" | cut -c1-150 | sed 's/&quot;/"/g; s/&amp;/\&/g; s/&lt;/</g; s/&gt;/>/g; s/^/  /'
}

# print_totals FOLDER: the last line of ./test.
print_totals() {
  local all passed failed skipped
  all=$(trx_results "$1")
  passed=$(grep -c 'outcome="Passed"' <<<"$all" || true)
  failed=$(grep -c 'outcome="\(Failed\|Timeout\|Aborted\|Error\)"' <<<"$all" || true)
  skipped=$(grep -c 'outcome="NotExecuted"' <<<"$all" || true)
  printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
}
