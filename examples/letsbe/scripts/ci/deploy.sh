#!/bin/sh
# Starts a service at a digest on the control plane's hosts: deploy.sh <service> <image@digest>.
set -eu
key=$(mktemp)
trap 'rm -f "$key"' EXIT
printf '%s\n' "$DEPLOY_KEY" > "$key"
printf '%s %s\n' "$1" "$2" | ssh -i "$key" "deploy@$DEPLOY_HOST" control-plane-deploy
