#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-translations.sh SOURCE: fails when a message of the sources has no translation in any of the languages.
set -eu

source=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

cd "$source"
sort -u po/POTFILES >"$work/listed"
{
  grep -rlE '\<(N?C?_|ngettext|academy_language_translate_n) ?\(' src --include='*.c'
  find src -name '*.blp'
  ls data/*.in data/*.gschema.xml
} | sort -u >"$work/present"
if ! diff "$work/listed" "$work/present"; then
  echo 'po/POTFILES does not list the files that have messages' >&2
  failed=1
fi

xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=ngettext:1,2 \
  --keyword=academy_language_translate_n:2,3 \
  --files-from=po/POTFILES --output="$work/messages.pot" 2>"$work/remarks" || { cat "$work/remarks" >&2; exit 1; }

for language in $(cat po/LINGUAS); do
  msgfmt --check --output-file=/dev/null "po/$language.po" || failed=1
  msgmerge --quiet --no-fuzzy-matching --output-file="$work/$language.po" "po/$language.po" "$work/messages.pot"
  msgfmt --check --check-accelerators=_ --output-file=/dev/null "$work/$language.po" || failed=1
  # Messages that are missing, unsure, or no longer in the sources.
  msgattrib --untranslated --no-obsolete "$work/$language.po" >"$work/bad"
  msgattrib --only-fuzzy "$work/$language.po" >>"$work/bad"
  msgattrib --only-obsolete "$work/$language.po" >>"$work/bad"
  if [ -s "$work/bad" ]; then
    cat "$work/bad" >&2
    failed=1
  fi
done

exit "$failed"
