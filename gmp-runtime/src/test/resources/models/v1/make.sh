#!/bin/sh
# Trains the models of this folder and writes what they predict.
#
#   make.sh GMP EXAMPLES
#
# GMP is the launcher, EXAMPLES the folder examples/ of the same checkout. Files of format version 1 were made at commit a05244a and are never
# made again: what later versions write belongs to a folder of its own. For every model there is MODEL.gmp, trained for a few epochs on a few
# frames, and MODEL.extxyz, its predictions for the structures of predict.extxyz (of crystals: crystals.extxyz).
set -eu

gmp=$(CDPATH="" cd "$(dirname "$1")" && pwd)/$(basename "$1")
examples=$(cd "$2" && pwd)
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
# A path that is the same everywhere, because models store it.
work=/tmp/gmp-models-v1
rm -rf "$work"
mkdir -p "$work"
cp "$here"/density.json "$here"/H.upf "$work"

# Isolated atoms and small molecules of H, C, N and O, with a column that tells the hydrogens of every second frame apart.
gzip -dc "$examples/data/molecules-gfn2.extxyz.gz" | awk -v most=56 '
    NF == 1 { left = $1; count = $1; bad = 0; text = ""; next }
    /Properties/ { sub(/forces:R:3/, "forces:R:3:initial_charges:R:1"); header = $0; next }
    {
        if ($1 !~ /^(H|C|N|O)$/) bad = 1
        text = text $0 "  " ($1 == "H" && frame % 2 ? 1 : 0) "\n"
        if (--left == 0 && !bad && count < 7) {
            if (frame++ < most) printf "%d\n%s\n%s", count, header, text
        }
    }' >"$work/molecules.extxyz"
gzip -dc "$examples/data/molecules-gfn2.extxyz.gz" | awk '
    NF == 1 { left = $1; count = $1; bad = 0; text = ""; next }
    /Properties/ { sub(/forces:R:3/, "forces:R:3:initial_charges:R:1"); header = $0; next }
    {
        if ($1 !~ /^(H|C|N|O)$/) bad = 1
        text = text $0 "  " ($1 == "H" && frame % 2 ? 1 : 0) "\n"
        if (--left == 0 && !bad && count == 7) {
            if (frame++ < 3) printf "%d\n%s\n%s", count, header, text
        }
    }' >"$work/predict.extxyz"
gzip -dc "$examples/data/periodic-toy.extxyz.gz" | head -n 408 >"$work/training-crystals.extxyz"
gzip -dc "$examples/data/periodic-toy.extxyz.gz" | tail -n 34 >"$work/crystals.extxyz"
cd "$work"
cp "$work/predict.extxyz" "$work/crystals.extxyz" "$here"

data='{files: [molecules.extxyz], split: {train: 40, validation: 8, test: 0}}'
structures=predict.extxyz

# model NAME DESCRIPTOR REGRESSOR; what is there already is kept
model() {
    [ ! -f "$here/$1.extxyz" ] || return 0
    printf 'name: %s\ndata: %s\ndescriptor: %s\nregressor: %s\nseed: 1\n' "$1" "$data" "$2" "$3" >"$work/$1.yaml"
    "$gmp" train --config "$work/$1.yaml" --out "$work/$1" --threads 1 --quiet --overwrite >"$work/$1.log" 2>&1 || {
        cat "$work/$1.log"
        exit 1
    }
    cp "$work/$1/model.gmp" "$here/$1.gmp"
    # From here, as a test loads it: the files that a model names are looked for beside it.
    rm -f "$here/$1.extxyz"
    "$gmp" predict "$here/$1.gmp" "$here/$structures" --out "$here/$1.extxyz" --threads 1 --quiet >>"$work/$1.log" 2>&1 || {
        cat "$work/$1.log"
        exit 1
    }
    echo "$1"
}

# --- regressors ----------------------------------------------------------------------------------------------------------
probes='radial: {type: gaussian, sigmas: [0.5, 1.0]}, angular: {type: mcsh, maxOrder: 2}, cutoff: {type: smooth, radius: 4}'
gmp1="{type: gmp, $probes}"
net='nodes: 4, layers: 3, epochs: 4, batchSize: 8'
biases='bias: given, biases: {H: -10, C: -50, N: -75, O: -105, F: -120}'
model snn "$gmp1" "{type: snn, $net, activation: tanh, featureScaling: min-max}"
model snn-forces "$gmp1" "{type: snn, $net, activation: silu, forceWeight: 10, optimizer: adam}"
model snn-batch-norm "$gmp1" "{type: snn, $net, activation: softplus, batchNorm: true, featureScaling: none, bias: none}"
model snn-given-bias "$gmp1" "{type: snn, $net, $biases, emaDecay: 0.9, schedule: step}"
model snn-isolated-bias "$gmp1" \
    "{type: snn, $net, bias: isolated, biases: {H: -10.7, C: -48, N: -70, O: -102}, loss: mse, lossPerAtom: true}"
model snn-linear "$gmp1" '{type: snn, layers: 1, epochs: 4, batchSize: 8, schedule: plateau, patience: 3}'
model hdnn "$gmp1" "{type: hdnn, $net, activation: tanh}"
model hdnn-forces "$gmp1" "{type: hdnn, $net, forceWeight: 10, $biases}"
model hdnn-batch-norm "$gmp1" "{type: hdnn, $net, batchNorm: true, featureScaling: min-max}"
model ridge "$gmp1" '{type: ridge}'
model ridge-per-element "$gmp1" '{type: ridge, perElement: true, lambda: 1e-6}'
model ridge-forces "$gmp1" '{type: ridge, perElement: true, forceWeight: 10}'
model committee-snn "$gmp1" "{type: committee, members: 2, member: {type: snn, $net}}"
model committee-ridge "$gmp1" \
    '{type: committee, members: 3, bootstrap: true, member: {type: ridge, perElement: true, forceWeight: 10}}'
model committee-nested "$gmp1" \
    "{type: committee, members: 2, member: {type: committee, members: 2, member: {type: hdnn, $net, forceWeight: 1}}}"

# --- GMP descriptors -------------------------------------------------------------------------------------------------------
ridge='{type: ridge, lambda: 1e-5}'
cutoff='cutoff: {type: smooth, radius: 4}'
radial='radial: {type: gaussian, sigmas: [0.4, 0.8, 1.4]}'
angular='angular: {type: mcsh, maxOrder: 3}'
for invariants in order-norm power-spectrum group-norm order-zero; do
    model "gmp-$invariants" "{type: gmp, $radial, $angular, $cutoff, invariants: {type: $invariants}}" "$ridge"
done
model gmp-cubic "{type: gmp, $radial, $angular, $cutoff, invariants: {type: cubic, channels: 2, maxOrder: 3}}" "$ridge"
model gmp-order-norm-root "{type: gmp, $radial, $cutoff, angular: {type: mcsh, orders: [0, 2, 4], polynomials: literal}, \
invariants: {type: order-norm, root: true}}" "$ridge"
model gmp-group-norm-signed "{type: gmp, $angular, $cutoff, radial: {type: gaussian, sigmas: [0.4, 1.4], normalization: paper}, \
invariants: {type: group-norm, signedSingles: true}}" "$ridge"
joint='invariants: {type: joint, families: [{type: order-zero}, {type: power-spectrum}, {type: cubic, channels: 2, maxOrder: 2}]}'
model gmp-joint "{type: gmp, $radial, $angular, $cutoff, $joint}" "$ridge"
model gmp-channels-resolved "{type: gmp, $radial, $angular, $cutoff, $joint, channels: {count: 4, elements: resolved}}" "$ridge"
model gmp-channels-total "{type: gmp, $radial, $angular, $cutoff, channels: {count: 2, elements: total}}" \
    "{type: hdnn, $net, forceWeight: 10}"
model gmp-preset "{type: gmp, preset: gmp-paper-aspirin-1-2}" "$ridge"
for shape in cosine hard polynomial tanh-cubed; do
    model "gmp-cutoff-$shape" "{type: gmp, $radial, cutoff: {type: $shape, radius: 3.5}}" "$ridge"
done

# --- densities -------------------------------------------------------------------------------------------------------------
density() {
    model "density-$1" "{type: gmp, $radial, $angular, $cutoff, density: $2}" "$ridge"
}
density paper '{type: gaussian-table, table: paper}'
density file '{type: gaussian-table, file: density.json}'
density layered '{type: layered, sources: [{type: gaussian-table, file: density.json}, {type: gaussian-table, table: sg15}]}'
density single-gaussian '{type: single-gaussian, widthPerRadius: 0.6, elements: {O: {electrons: 6, width: 0.45}}}'
density slater '{type: slater, fitter: {type: gaussian-fit, gaussians: 2}}'
density upf '{type: layered, sources: [{type: upf, files: [H.upf], elements: [H], fitter: {type: gaussian-fit, gaussians: 2}}, gaussian-table]}'
density selected '{type: selected, property: initial_charges, species: {H: [{value: 0}, {value: 1, density: {type: single-gaussian}}]}}'

# --- Behler-Parrinello -----------------------------------------------------------------------------------------------------
radials='g1: true, g2: {etas: [0.1, 1], shifts: [0, 1]}, g3: {kappas: [1]}'
angulars='g4: {etas: [0.05], zetas: [1, 2.5]}, g5: {etas: [0.05], zetas: [2], lambdas: [1]}'
bp() {
    model "bp-$1" "{type: behler-parrinello, $2}" "$ridge"
}
for shape in cosine hard polynomial smooth tanh-cubed; do
    bp "cutoff-$shape" "cutoff: {type: $shape, radius: 3.5}, pairing: element-summed, $radials"
done
bp polynomial-4 "cutoff: {type: polynomial, radius: 3.5, vanishingDerivatives: 4}, pairing: element-weighted, $radials"
bp by-element "$radials, $angulars"
bp element-weighted "pairing: element-weighted, $radials, $angulars"
bp element-summed "pairing: element-summed, etaUnits: per-cutoff-square, $radials, $angulars"
bp per-element "$radials, perElement: {H: {g2: {etas: [0.5]}}, O: {g1: true, g5: {etas: [0.1], zetas: [1]}}}"
bp preset 'preset: bp-paper-1'

# --- crystals, with stress -------------------------------------------------------------------------------------------------
data='{files: [training-crystals.extxyz], split: {train: 9, validation: 3, test: 0}}'
structures=crystals.extxyz
model crystal-ridge "$gmp1" '{type: ridge, forceWeight: 1, stressWeight: 1}'
model crystal-snn "$gmp1" "{type: snn, nodes: 4, layers: 2, epochs: 2, batchSize: 4, forceWeight: 1, stressWeight: 1}"
model crystal-bp "{type: behler-parrinello, $radials}" '{type: ridge, stressWeight: 1}'
