# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts of this folder share; they source it.

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
checkout=${here%/*}
script=build-aux/${0##*/}
program=$checkout/_build/src/application/innovation-academy

say() {
  printf '%s: %s\n' "$script" "$*" >&2
}

fail() {
  say "$@"
  exit 1
}

# Starts the script again in the build environment, unless it is there already.
enter_environment() {
  [ -n "${ACADEMY_ENVIRONMENT:-}" ] || exec "$here/shell" "$here/${0##*/}" "$@"
}

# build FOLDER [MESON OPTIONS...]: the folder is made anew when it was set up otherwise, elsewhere or only half.
build() (
  folder=$1
  shift
  stamp="$ACADEMY_ENVIRONMENT $checkout $*"
  exec 8>"$checkout/_build-lock"
  flock -n 8 || { say 'waiting for another build to be finished'; flock 8; }
  if [ "$(cat "$folder/environment" 2>/dev/null)" != "$stamp" ] || [ ! -e "$folder/build.ninja" ]; then
    rm -rf "$folder"
    meson setup "$folder" "$checkout" "$@" >&2 || fail "setting up ${folder##*/} failed"
    printf '%s\n' "$stamp" >"$folder/environment"
  fi
  ninja -C "$folder" >&2 || fail "building ${folder##*/} failed"
)

# The build that is run and tested.
build_development() {
  build "$checkout/_build" -Ddevelopment=true --buildtype=debugoptimized
}

# The same under the address and undefined-behaviour sanitizers, and what they want to be told.
build_sanitized() {
  build "$checkout/_build-sanitize" -Ddevelopment=true --buildtype=debug -Db_sanitize=address,undefined -Db_lundef=false
}

export_sanitizers() {
  export ASAN_OPTIONS=abort_on_error=1:detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1
  export LSAN_OPTIONS=suppressions=$here/leaks:print_suppressions=0
  export UBSAN_OPTIONS=halt_on_error=1:abort_on_error=1:print_stacktrace=1
}

# What an installed program finds by itself.
export_uninstalled() {
  export GSETTINGS_SCHEMA_DIR="$checkout/_build/data"
  export XDG_DATA_DIRS="$checkout/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
}

# headless CMD...: with a display, a session bus and a home of its own, so that nothing of the user's is touched.
headless() (
  private=$(mktemp -d)
  trap 'rm -rf "$private"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  mkdir -m 700 "$private/runtime"
  unset DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS LC_ALL LANGUAGE \
        XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME
  # Without an input method GTK does not read the compose file of X, which for Finnish gives a hundred warnings.
  export GTK_IM_MODULE=none
  export LANG=C.UTF-8 HOME="$private" XDG_RUNTIME_DIR="$private/runtime"
  dbus-run-session -- xvfb-run -a -s '-screen 0 1600x1200x24' "$@"
)
