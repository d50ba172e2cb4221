#!/bin/sh
# What MuJoCo needs to draw without a screen: installed from Debian where it is missing.
set -eu
ldconfig -p | grep -q libEGL.so.1 && exit 0
echo "Installing Debian's libegl1 and libgl1-mesa-dri, which drawing needs"
as_root=""; [ "$(id -u)" -eq 0 ] || as_root=sudo
$as_root apt-get update -qq
$as_root apt-get install -y -qq libegl1 libegl-mesa0 libgl1-mesa-dri
