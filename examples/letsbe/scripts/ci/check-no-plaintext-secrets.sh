#!/bin/sh
# Fails when a configuration file holds a credential in plain text.
set -eu
if git grep -n -i -E '(password|secret|token|api_key)[[:space:]]*[:=][[:space:]]*[^[:space:]${]{8,}' -- '*.env' '*.yaml' '*.yml' ':!pnpm-lock.yaml' ':!.gitea' ':!.github'; then
  echo "The lines above look like credentials." >&2
  exit 1
fi
