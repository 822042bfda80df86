#!/bin/sh
# What the Dockerfile does, for machines without Docker: a build with an empty cache and no proxy but the one in deps.
set -eu
cache=$(mktemp -d)
trap 'rm -rf "$cache"' EXIT
GOMODCACHE=$cache GOPROXY=file://$PWD/deps,off GOFLAGS='-mod=mod -modcacherw' GONOSUMDB='*' GOTOOLCHAIN=local \
    go build -o banner .
./banner
