#!/bin/sh
# The vademecum command, with the settings of the server that is installed here, and under its account when root runs it:
# what it writes must stay the server's.
set -eu

# Lines NOM=valeur, as systemd reads them; nothing in them is ever run.
load() {
  while IFS= read -r line || [ -n "$line" ]; do
    case "$line" in
      VADEMECUM_*=*)
        value="${line#*=}"
        case "$value" in \"*\") value="${value#\"}" value="${value%\"}" ;; esac
        export "${line%%=*}=$value"
        ;;
    esac
  done <"$1"
}

program=/usr/lib/vademecum/vademecum
load /usr/lib/vademecum/defauts.env
[ -r /etc/vademecum/vademecum.env ] && load /etc/vademecum/vademecum.env
if [ "$(id -u)" -eq 0 ]; then
  # A file made by this command is for the server only.
  umask 077
  exec setpriv --reuid=vademecum --regid=vademecum --init-groups -- "$program" "$@"
fi
# Anybody else may ask for help or the version; the rest says what it cannot read.
[ -r "$VADEMECUM_SECRETS_DIR" ] || unset VADEMECUM_SECRETS_DIR
exec "$program" "$@"
