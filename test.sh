#!/usr/bin/env bash
# Runs every test. Installs what the tests need on Debian or Ubuntu; elsewhere the judges that are missing are skipped, each with its
# reason. Ends with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

packages=(openjdk-17-jdk-headless liblucene8-java chromium fonts-noto-cjk opencc zsh fish)

missing_packages() {
  local package
  for package in "${packages[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || printf '%s\n' "$package"
  done
}

install_judges() {
  command -v apt-get >/dev/null 2>&1 || { echo "no apt-get: the judges that are not installed are skipped" >&2; return; }
  local missing as_root=""
  missing=$(missing_packages)
  [ -n "$missing" ] || return
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 && as_root="sudo -n" || { echo "not root, no sudo: not installed: $missing" >&2; return; }
  fi
  echo "installing: ${missing//$'\n'/ }" >&2
  $as_root apt-get update -qq >/dev/null 2>&1
  # One by one, so that one that is not to be had does not keep the others away.
  local package
  for package in $missing; do
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 \
      || echo "could not install $package: its tests are skipped" >&2
  done
}

install_judges

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed_build=0
test_exit=0
dotnet build SearchIndex.sln -c Release || failed_build=1
if [ "$failed_build" -eq 0 ]; then
  dotnet test SearchIndex.sln -c Release --no-build --logger trx --results-directory "$results" --logger "console;verbosity=minimal" \
    --blame-hang-timeout 10m --blame-hang-dump-type none "$@" # No test takes minutes: one that hangs is named, and ends.
  test_exit=$?
fi

# What is installed is made, started and asked as well, unless only some tests are wanted.
forms=""
if [ "$failed_build" -eq 0 ] && [ $# -eq 0 ]; then
  forms=$(packaging/check.sh)
  printf 'packages:\n%s\n' "$forms"
fi

# The sums stand in the Counters element of each result file.
count() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
total=$(count total); executed=$(count executed); passed=$(count passed)
forms_of() { printf '%s\n' "$forms" | grep -c "^$1 "; }
failed=$((executed - passed + $(forms_of failed))); skipped=$((total - executed + $(forms_of skipped))); passed=$((passed + $(forms_of passed)))

if [ "$skipped" -gt 0 ]; then
  echo "skipped:"
  cat "$results"/*.trx | tr -d '\r\n' | grep -o 'outcome="NotExecuted"[^>]*>\s*<Output>\s*<StdOut>[^<]*' | sed 's/.*<StdOut>/  /' | sort | uniq -c
fi

[ "$failed_build" -eq 0 ] && [ "$total" -gt 0 ] || failed=$((failed + 1))

# A run that broke off has no failed test, only tests that never ran.
[ "$test_exit" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
