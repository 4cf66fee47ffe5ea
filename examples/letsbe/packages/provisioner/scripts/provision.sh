#!/bin/sh
# Prepares a customer's VPS: packages, firewall, the tenant's services.
set -eu
ssh "$VPS_HOST" 'apt-get update && apt-get install -y docker.io ufw && ufw allow 443/tcp'
