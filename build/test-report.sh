# Reads the .trx files of a run: one UnitTestResult element a line is enough for a report.

trx_results() { cat "$1"/*.trx 2>/dev/null | grep -o '<UnitTestResult [^>]*>' || true; }

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
