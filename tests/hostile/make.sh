# Words the commands of cases.tsv use. SRC: this folder; NAME, PORT: of the case; PROFILE: LibreOffice's. The last argument or line of a command makes the file $OUT.
src() { sed "s/@PORT@/$PORT/g; s/@NAME@/$NAME/g" "$SRC/$1" > "$1"; }
office() { src "$2"; soffice --headless -env:UserInstallation="file://$PROFILE" --convert-to "$1" "$2" >/dev/null 2>&1; mv "${2%.*}.${1%%:*}" "$OUT"; }
mark() { printf '%s\n' "$2" | cat "$SRC/page.ps" - <(echo showpage) | gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -o "$1" - ; }
plain() { mark "$1" ''; }
evil() { printf 'SEKISHO-EVIL\n' > "$1"; }
program() { printf 'MZ\220\0SEKISHO-EVIL This program cannot be run in DOS mode.' > "$1"; head -c 400 /dev/zero >> "$1"; }
picture() { vips black b.v 64 48 --bands 3; vips copy b.v "$1"; }
mail() { swaks --to a@example.jp --from b@example.com --header 'Subject: Notice' --dump-mail "$@" > "$OUT"; }
