#!/usr/bin/env bash
# Creates or updates everything in Azure and publishes the app. Run it again whenever something changed.
#   CX_SMS_FROM=+1… CX_MANAGER_EMAIL=… infra/deploy.sh RESOURCE_GROUP LOCATION [dev|prod]
# Needs: az (signed in), dotnet SDK 10, zip, openssl. Rights: Owner of the resource group; Key Vault Secrets Officer in it.
set -euo pipefail

usage() { sed -n '2,4p' "$0" >&2; exit 2; }
[ $# -ge 2 ] || usage
group=$1
location=$2
stage=${3:-dev}
here=$(cd "$(dirname "$0")" && pwd)
parameters="$here/$stage.bicepparam"
[ -f "$parameters" ] || { echo "There is no $parameters: the third argument is dev or prod." >&2; exit 2; }
for tool in az dotnet zip openssl; do
  command -v "$tool" >/dev/null || { echo "$tool is missing." >&2; exit 1; }
done

step() { printf '\n== %s\n' "$*"; }
output() { az deployment group show -g "$group" -n "cx-$stage" --query "properties.outputs.$1.value" -o tsv; }
deploy() { az deployment group create -g "$group" -n "cx-$stage" --parameters "$parameters" --only-show-errors -o none; }

# A secret that is there stays as it is: running again never locks anybody out.
keep_secret() {
  az keyvault secret show --vault-name "$vault" -n "$1" --only-show-errors -o none 2>/dev/null \
    || az keyvault secret set --vault-name "$vault" -n "$1" --value "$2" --only-show-errors -o none
}

step "Resource group $group"
az group create -n "$group" -l "$location" --only-show-errors -o none

step 'Resources (a few minutes the first time)'
CX_APP_IS_PUBLISHED=false deploy
app=$(output appName)
vault=$(output keyVaultName)

step "Secrets in $vault"
keep_secret events-key "$(openssl rand -hex 24)"
keep_secret staff-key "$(openssl rand -base64 24)"
for slot in 0 1; do
  keep_secret "webhook-standard-$slot" "whsec_$(openssl rand -base64 32)"
  keep_secret "webhook-hubspot-$slot" "$(openssl rand -hex 24)"
done

step "App $app"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet publish "$here/../functions" -c Release -p:AzurePackages=Official -o "$work/app"
(cd "$work/app" && zip -qr "$work/app.zip" .)
az functionapp deployment source config-zip -g "$group" -n "$app" --src "$work/app.zip" --only-show-errors -o none

step 'Events'
az functionapp restart -g "$group" -n "$app" --only-show-errors -o none
CX_APP_IS_PUBLISHED=true CX_EVENTS_KEY=$(az keyvault secret show --vault-name "$vault" -n events-key --query value -o tsv) deploy

host=$(output appHostName)
step 'Ready'
echo "Dashboard   https://$host/dashboard"
echo "Webhooks    https://$host/api/webhooks/standard   (secret webhook-standard-0 in $vault)"
echo "            https://$host/api/webhooks/hubspot    (put your app's client secret into webhook-hubspot-0 in $vault)"
echo "E-mail from $(output emailFrom)"
