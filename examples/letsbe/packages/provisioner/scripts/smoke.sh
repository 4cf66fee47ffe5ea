#!/bin/sh
# Provisions a disposable VPS and asks its health page.
set -eu
./packages/provisioner/scripts/provision.sh
curl -fsS --retry 10 --retry-all-errors "https://$VPS_HOST/health"
