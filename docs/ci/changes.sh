#!/usr/bin/env bash
# What the contracts changed since a revision say differently, as Markdown on stdout; nothing where none changed.
# Usage: bash docs/ci/changes.sh <revision>. Exit code 0, whatever changed; 2 where a contract cannot be compared.
set -euo pipefail

# GitHub takes no comment longer than 65536 characters.
most=60000
base=$(git merge-base "$1" HEAD) || exit 2
worst=0
shown=""

while IFS= read -r -d '' status; do
  IFS= read -r -d '' old
  new=$old
  case $status in R* | C*) IFS= read -r -d '' new ;; esac
  case "/$new" in */contract.yaml) ;; *) continue ;; esac
  case $status in
    A*) shown+="### 新合同 / New contract: \`${new//\`/}\`"$'\n\n' ;;
    D*) shown+="### 删去的合同 / Contract removed: \`${old//\`/}\`"$'\n\n' ;;
    *)
      code=0
      text=$(npx --no lvyue diff "$base:$old" "./$new" --format markdown) || code=$?
      if [ "$code" -gt 1 ]; then
        worst=2
        shown+="### \`${new//\`/}\`: 无法比较 / cannot be compared"$'\n\n'
      else
        shown+="$text"$'\n\n'
      fi
      ;;
  esac
done < <(git diff --name-status -z --find-renames "$base" HEAD -- contracts)

if [ "${#shown}" -gt "$most" ]; then
  printf '### 合同改动 / Changes\n\n改动过多，请在本地执行 / Too many to show, run it yourself: `lvyue diff`\n'
else
  printf '%s' "$shown"
fi
exit "$worst"
