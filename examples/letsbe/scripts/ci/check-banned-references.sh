#!/bin/sh
# Fails when a source file refers to a stack or deploy target that we have left.
set -eu
if git grep -n -i -E '\bn8n\b|heroku|docker-swarm' -- '*.ts' '*.js' '*.json' '*.yaml' Dockerfile '*/Dockerfile' ':!pnpm-lock.yaml'; then
  echo "The lines above refer to a banned stack." >&2
  exit 1
fi
