#!/bin/sh
# Shows the tool on the example company: lint, what a branch changes, when things come, and the report of the last quarter.
set -eu

prodops=$(cd "$(dirname "${PRODOPS:-.build/release/prodops}")" && pwd)/prodops
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
demo=${DEMO_DIR:-$here/.build/demo}

run() {
  printf '\n$ prodops %s\n' "$*"
  "$prodops" "$@"
}

rm -rf "$demo"
"$here/scripts/build-example.sh" "$demo" >/dev/null
cd "$demo"
echo "The example company's repository, with a year of history, is in $demo"

run lint --as-of 2025-12-22
run diff HEAD~3..HEAD --as-of 2025-12-22
run schedule --as-of 2025-12-22
run forecast --as-of 2025-12-22
run report --from 2025-10-01 --to 2025-12-31
