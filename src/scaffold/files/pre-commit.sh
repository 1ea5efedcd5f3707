
if ! command -v hieucan >/dev/null 2>&1; then
    echo "$missing" >&2
    exit 0
fi
folder=$(mktemp -d "${TMPDIR:-/tmp}/hieucan-XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
git checkout-index --all --quiet --prefix="$folder/" || exit 1
[ -f "$folder/${cell}hieucan.yaml" ] || exit 0

# The copy knows its repository, so that only what this commit brings is told.
printf 'gitdir: %s\n' "$(git rev-parse --absolute-git-dir)" >"$folder/.git"
if git rev-parse --verify --quiet HEAD >/dev/null; then
    hieucan check --root "$folder/$cell" --against HEAD
else
    hieucan check --root "$folder/$cell"
fi && exit 0
echo "$refused" >&2
exit 1
