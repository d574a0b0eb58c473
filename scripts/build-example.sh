#!/bin/sh
# Rebuilds the history of the example company from example-repo/history/ as a
# real git repository. Needs git (2.32 or newer) and coreutils, no network.
#
#   scripts/build-example.sh DEST      build into DEST, which must be new or empty
#   scripts/build-example.sh --check   build into a temporary folder and compare the
#                                      head id and the tree with what is committed
#
# The ids are the same on every machine: authors, committers and dates come from
# the patches, and no configuration of the user or the system is read.
set -eu
LC_ALL=C
export LC_ALL

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
example=$here/example-repo
history=$example/history

usage() {
  echo "usage: build-example.sh DEST | --check" >&2
  exit 2
}
fail() {
  echo "build-example: $*" >&2
  exit 1
}

[ $# -eq 1 ] && [ -n "$1" ] || usage
check=no
case $1 in
  --check) check=yes ;;
  -*) usage ;;
esac

# Nothing of the surroundings reaches git.
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_NAMESPACE \
  GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_CEILING_DIRECTORIES GIT_COMMON_DIR \
  GIT_DEFAULT_HASH GIT_DEFAULT_REF_FORMAT GIT_TEMPLATE_DIR GIT_EXTERNAL_DIFF \
  GIT_CONFIG GIT_CONFIG_COUNT GIT_CONFIG_PARAMETERS GIT_TRACE GIT_LITERAL_PATHSPECS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/home"
: >"$work/empty"
HOME=$work/home
XDG_CONFIG_HOME=$work/home
GIT_CONFIG_GLOBAL=$work/empty
GIT_CONFIG_SYSTEM=$work/empty
GIT_CONFIG_NOSYSTEM=1
GIT_ATTR_NOSYSTEM=1
GIT_TERMINAL_PROMPT=0
GIT_EDITOR=true
GIT_MERGE_AUTOEDIT=no
TZ=UTC
export HOME XDG_CONFIG_HOME GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM \
  GIT_ATTR_NOSYSTEM GIT_TERMINAL_PROMPT GIT_EDITOR GIT_MERGE_AUTOEDIT TZ

if [ $check = yes ]; then
  dest=$work/repository
else
  dest=$1
  if [ -e "$dest" ] || [ -L "$dest" ]; then
    [ -d "$dest" ] || fail "$dest is not a folder"
    [ -z "$(ls -A -- "$dest")" ] || fail "$dest is not empty"
  fi
fi
mkdir -p -- "$dest"
dest=$(CDPATH='' cd -- "$dest" && pwd)

run() {
  git -C "$dest" -c core.autocrlf=false -c core.eol=lf -c core.fileMode=true \
    -c core.hooksPath="$work/home" -c core.fsmonitor=false -c core.safecrlf=false \
    -c commit.gpgSign=false -c merge.ff=false -c merge.renames=true -c merge.conflictStyle=merge \
    -c gc.auto=0 -c maintenance.auto=false -c advice.detachedHead=false \
    -c i18n.commitEncoding=utf-8 -c user.useConfigOnly=true "$@"
}

git init -q --object-format=sha1 --template= -b main "$dest"
current=main
known=' '

for patch in "$history"/[0-9]*.patch; do
  name=${patch##*/}
  from='' date='' subject='' branch=main merge=''
  body=$work/message
  part=header
  while IFS= read -r line; do
    if [ $part = header ]; then
      case $line in
        'From: '*) from=${line#From: } ;;
        'Date: '*) date=${line#Date: } ;;
        'Subject: '*) subject=${line#Subject: }; printf '%s\n' "$subject" >"$body" ;;
        'Branch: '*) branch=${line#Branch: } ;;
        'Merge: '*) merge=${line#Merge: } ;;
        '') part=first ;;
        *) fail "$name: unknown header: $line" ;;
      esac
    else
      [ "$line" != --- ] || break
      [ $part = body ] || printf '\n' >>"$body"
      part=body
      printf '%s\n' "$line" >>"$body"
    fi
  done <"$patch"
  [ -n "$from" ] && [ -n "$date" ] && [ -n "$subject" ] || fail "$name: From, Date and Subject are needed"

  GIT_AUTHOR_NAME=${from%% <*}
  GIT_AUTHOR_EMAIL=${from##*<}
  GIT_AUTHOR_EMAIL=${GIT_AUTHOR_EMAIL%>}
  GIT_AUTHOR_DATE=$date
  GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME
  GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
  GIT_COMMITTER_DATE=$date
  export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_AUTHOR_DATE \
    GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_COMMITTER_DATE

  if [ "$branch" != "$current" ]; then
    case $known in
      *" $branch "*) run checkout -q "$branch" -- ;;
      *)
        if [ "$branch" = main ]; then
          run checkout -q main --
        else
          run checkout -q -b "$branch" main --
          known="$known$branch "
        fi
        ;;
    esac
    current=$branch
  fi
  if [ -n "$merge" ]; then
    run merge -q --no-ff --no-edit --cleanup=verbatim -F "$body" "$merge" ||
      fail "$name: $merge does not merge"
    run branch -q -D "$merge"
  else
    run apply --index --whitespace=nowarn "$patch" || fail "$name does not apply"
    run commit -q --no-verify --cleanup=verbatim -F "$body"
  fi
done

[ "$current" = main ] || run checkout -q main --
head=$(run rev-parse HEAD)

if [ $check = yes ]; then
  expected=$(cat "$history/HEAD")
  [ "$head" = "$expected" ] || fail "the head is $head, history/HEAD says $expected"
  changed=$(git --git-dir="$dest/.git" --work-tree="$example" -c core.autocrlf=false \
    -c core.fileMode=false -c core.excludesFile="$work/empty" \
    status --porcelain --untracked-files=all --ignored -- . ':(top,exclude)history' ':(top,exclude)README.md')
  [ -z "$changed" ] || fail "example-repo differs from the end of its history:
$changed"
fi
printf '%s\n' "$head"
