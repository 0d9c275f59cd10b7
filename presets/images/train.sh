#!/usr/bin/env bash
# Trains the models in this folder anew and measures them: the very commands they were made by.
#   presets/images/train.sh DATA [NAME ...]
# DATA holds mnist and fashion-mnist; NAMEs are presets of this folder, otherwise all that ship trained.
# Needs target/penumbra (mvn -q -DskipTests package). Two lanes, as the models here had: the last bits depend on it.
set -euo pipefail
[ $# -ge 1 ] || { sed -n 2,5p "$0" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$here/../../target/penumbra/bin/penumbra
data=$1
shift
[ $# -gt 0 ] || set -- mnist-cnn mnist-cool mnist-dae-sym mnist-dae-asym mnist-dae-sym-clutter \
  fashion-mnist-cnn fashion-mnist-cool fashion-mnist-dae-sym fashion-mnist-dae-asym
for name in "$@"; do
  "$program" train --force --preset "$name" --data "$data" --weights 16 --lanes 2 --out "$here/$name.penumbra"
  "$program" evaluate "$here/$name.penumbra" --data "$data" --thresholds 0,0.9,0.99 --kappa 1,1.5,2 \
    --answers "$here/$name.answers" \
    | sed "s#\"model\" : \"[^\"]*\"#\"model\" : \"$name\"#" > "$here/$name.evaluation.json"
done
