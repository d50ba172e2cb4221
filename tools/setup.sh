#!/bin/sh
# Make a virtual environment at $1 with the hash-pinned packages of $2.
# Debian ships Python without ensurepip: where it is missing, its package python3-venv is installed first.
set -eu
python=$(command -v python3.11 || command -v python3)
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Flarepath needs Python 3.11 or newer" >&2; exit 1; }
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    echo "Installing Debian's python3-venv, which this Python lacks"
    as_root=""; [ "$(id -u)" -eq 0 ] || as_root=sudo
    $as_root apt-get update -qq
    $as_root apt-get install -y -qq python3-venv
fi
[ -x "$1/bin/pip" ] || "$python" -m venv "$1"
"$1/bin/pip" install --quiet --require-hashes --requirement "$2"
