#!/usr/bin/env bash
# Makes the workbooks beside it with LibreOffice (soffice), which tests and CI do not need: the results are kept with the sources.
set -eu
cd "$(dirname "$0")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
convert() { soffice --headless "-env:UserInstallation=file://$profile" --convert-to "xlsx:Calc MS Excel 2007 XML" --outdir "$1" "${@:2}" >/dev/null; }

convert . planner.fods planner-1904.fods errors.fods

# What we write, opened and saved again.
mkdir -p "$profile/resaved"
convert "$profile/resaved" ours.xlsx
mv "$profile/resaved/ours.xlsx" resaved.xlsx
