#!/usr/bin/env bash
# Fits the detectors that ship with the models in this folder anew: the very command they were made by.
#   presets/images/fit.sh DATA [NAME ...]
# DATA holds mnist and fashion-mnist; NAMEs are models of this folder, otherwise all that bring detectors along.
# What was found and how long it took stands in target/NAME.detectors.json.
# Needs target/penumbra (mvn -q -DskipTests package). Build again afterwards: what ships is part of the program.
# Nothing with pixels in it: neighbours and machines look at the network's code (src/docs/decisions/0042).
set -euo pipefail
[ $# -ge 1 ] || { sed -n 2,7p "$0" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$here/../../target/penumbra/bin/penumbra
data=$1
shift
[ $# -gt 0 ] || set -- mnist-cnn mnist-dae-sym mnist-dae-sym-clutter fashion-mnist-cnn fashion-mnist-dae-sym
for name in "$@"; do
  # What neighbours remember is most of what ships: 5000 codes where there is a decoder, 2000 elsewhere, a byte a number.
  case $name in
    *-dae-*) keep=5000 jury=jury more=(--detector reconstruction) ;;
    *) keep=2000 jury=jury more=() ;;
  esac
  "$program" fit "$name" --data "$data" --out "$here" --negatives clutter "${more[@]}" \
    --detector temperature \
    --detector energy \
    --detector knn:features=code,bank=bytes,images=$keep \
    --detector deep-knn:bank=bytes,images=$keep \
    --detector mahalanobis \
    --detector one-class-svm \
    --detector one-vs-set \
    --detector w-svm:images=4000 \
    --detector openmax \
    --detector jury \
    --detector negative-samples \
    > "$here/../../target/$name.detectors.json"
  # Its jurors have their usual settings, so it is asked about fewer images.
  "$program" fit "$name" --data "$data" --out "$here" --count $keep --detector $jury > "$here/../../target/$name.jury.json"
done
# Below 3 MB each: a larger one would make every copy of the program heavy.
find "$here" -name '*.detector' -size +3000k -exec ls -l {} \; -exec false {} +
