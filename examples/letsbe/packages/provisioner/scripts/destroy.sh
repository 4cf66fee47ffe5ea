#!/bin/sh
# Removes the disposable VPS, whatever happened before.
set -eu
ssh "$VPS_HOST" 'shutdown -h now' || true
