#!/usr/bin/env bash
# Makes every form that the program is installed in, starts each, asks it, and stops it. Prints a line for each: passed, skipped or failed, and why.
# shellcheck disable=SC2317 # The functions are called by a name that is put together.
# Without arguments all forms, else those that are named: packaging/check.sh linux tool
set -uo pipefail
cd "$(dirname "$0")/.." || exit

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
DOTNET_ROOT=$(dirname "$(readlink -f "$(command -v dotnet)")")
export DOTNET_ROOT # The starter of a tool looks for .NET there.

all_forms=(linux windows tool image)
articles=$PWD/index-data/articles
work=$(mktemp -d)
failed=0
reason=""
trap 'rm -rf "$work"' EXIT

# Whoever has no feed cannot make what holds the runtime; that is no fault of the program.
run_or_explain() { # LOG COMMAND...
  local log=$1
  shift
  "$@" >"$log" 2>&1 && return 0
  reason=$(grep -m 1 -E 'error|refused|not found' "$log" | head -c 300)
  grep -qE 'NU1101|NU1102|NU1301' "$log" && return 2
  return 1
}

# Builds an index of the sample archive, serves it, asks for a name in the other region's form and for the style of the page, and ends the service.
stops_with=0
answers() { # COMMAND...
  local folder address="" service style code
  folder=$(mktemp -d "$work/run.XXXXXX")
  cd "$folder" || return 1
  run_or_explain rebuild.log "$@" rebuild "$articles" --index index || { reason="rebuild: $(tail -n 1 rebuild.log)"; return 1; }
  "$@" serve --index index --urls http://127.0.0.1:0 >out 2>err &
  service=$!
  for _ in $(seq 300); do
    address=$(tr -d '\r' <out | sed -n 's/^search page *//p')
    [ -n "$address" ] || ! kill -0 "$service" 2>/dev/null && break
    sleep 0.1
  done
  [ -n "$address" ] || { reason="serve: $(tail -n 1 err)"; return 1; }
  curl -fsS -G "${address}api/v1/search" --data-urlencode q=川普 >answer || reason="no answer"
  grep -q '"total":{"value":[1-9]' answer && grep -q 特朗普 answer || reason="川普 did not find 特朗普"
  style=$(curl -fsS "$address" | grep -o 'href="/[^"]*\.css[^"]*"' | head -n 1 | cut -d '"' -f 2)
  curl -fsS "${address%/}$style" -o style || reason="no style '$style'"
  kill -TERM "$service"
  wait "$service"
  code=$?
  [ "$code" -eq "$stops_with" ] || reason="SIGTERM ended it with $code"
  cd - >/dev/null || return 1
  [ -z "$reason" ]
}

# One file that needs nothing: it runs where no .NET is to be found.
check_linux() {
  run_or_explain "$work/linux.log" dotnet publish src/SearchIndex.Cli -c Release -r linux-x64 -o "$work/linux" || return
  [ "$(ls "$work/linux")" = searchindex ] || { reason="more than one file: $(ls -C "$work/linux")"; return 1; }
  answers env -i PATH=/usr/bin:/bin "$work/linux/searchindex"
}

# Looked at, and started where Wine is. Wine ends a program by SIGTERM as if it were killed.
check_windows() {
  run_or_explain "$work/windows.log" dotnet publish src/SearchIndex.Cli -c Release -r win-x64 -o "$work/windows" || return
  local program=$work/windows/searchindex.exe header articles=$articles stops_with=143
  [ "$(ls "$work/windows")" = searchindex.exe ] || { reason="more than one file: $(ls -C "$work/windows")"; return 1; }
  header=$(od -An -t u4 -j 60 -N 4 "$program" | tr -d ' ') # Where the header PE begins; then comes the machine, 8664 for x64.
  if [ "$(head -c 2 "$program")" != MZ ] || [ "$(od -An -t x1 -j "$header" -N 6 "$program")" != " 50 45 00 00 64 86" ]; then
    reason="no program for x64 Windows"
    return 1
  fi
  command -v wine >/dev/null || { note=": looked at, not started, since wine is not installed"; return 0; }
  export WINEPREFIX=$work/wine WINEDEBUG=-all
  articles="Z:${articles//\//\\}"
  wine "$program" --version >"$work/wine.log" 2>&1 || { reason="wine: $(tail -n 1 "$work/wine.log")"; return 1; }
  answers wine "$program"
  local code=$?
  wineserver -k 2>/dev/null # That of this prefix only.
  return "$code"
}

# The package from a folder as feed, so that nothing of that name elsewhere is taken for it.
check_tool() {
  run_or_explain "$work/pack.log" dotnet pack src/SearchIndex.Cli -c Release -o "$work/feed" || return
  run_or_explain "$work/tool.log" dotnet tool install SearchIndex --tool-path "$work/tool" --source "$work/feed" || return
  answers "$work/tool/searchindex"
}

# What the Dockerfile does, without containers: its publish, its entry point.
check_image() {
  local publish entry
  publish=$(sed -n 's/^RUN \(dotnet publish .*\) --output \/app$/\1/p' packaging/Dockerfile)
  entry=$(sed -n 's/^ENTRYPOINT \["dotnet", "\/app\/\(.*\)"\]$/\1/p' packaging/Dockerfile)
  # shellcheck disable=SC2086 # The command has several words.
  run_or_explain "$work/image.log" $publish --output "$work/app" || return
  answers dotnet "$work/app/$entry"
}

[ $# -gt 0 ] || set -- "${all_forms[@]}"
for form in "$@"; do
  reason="" note=""
  "check_$form"
  case $? in
    0) echo "passed $form$note" ;;
    2) echo "skipped $form: $reason" ;;
    *) echo "failed $form: $reason"; failed=1 ;;
  esac
done
exit "$failed"
