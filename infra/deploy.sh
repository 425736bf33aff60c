#!/usr/bin/env bash
# Creates or updates everything in Azure and publishes the app. Run it again whenever something changed.
#   CX_SMS_FROM=+1… CX_MANAGER_EMAIL=… CX_REGIONAL_EMAIL=… infra/deploy.sh RESOURCE_GROUP LOCATION [dev|prod]
# Needs: az (signed in; Bicep 0.38 or later: az bicep upgrade), dotnet SDK 10, zip, curl. Rights: Owner of the resource group.
# Exit code: 0 done, 1 a step failed, 2 wrong arguments, 3 all is there but the number that SMS come from.
set -euo pipefail

usage() { sed -n '2,5p' "$0" >&2; exit 2; }
if [ $# -lt 2 ] || [ $# -gt 3 ]; then usage; fi
group=$1
location=$2
stage=${3:-dev}
here=$(cd "$(dirname "$0")" && pwd)
parameters="$here/$stage.bicepparam"
[ -f "$parameters" ] || { echo "There is no $parameters: the third argument is dev or prod." >&2; exit 2; }
for tool in az dotnet zip curl; do
  command -v "$tool" >/dev/null || { echo "$tool is missing." >&2; exit 1; }
done
for setting in CX_MANAGER_EMAIL CX_REGIONAL_EMAIL; do
  [ -n "${!setting:-}" ] || { echo "$setting is not set: where do alerts go?" >&2; exit 2; }
done

current='the start'
step() { current=$*; printf '\n== %s\n' "$*"; }

work=$(mktemp -d)
leave() {
  local code=$?
  rm -rf "$work"
  case $code in 0 | 3) ;; *) echo "Stopped at: $current. Mend it and run this again." >&2 ;; esac
}
trap leave EXIT

output() {
  local value
  value=$(az deployment group show -g "$group" -n "cx-$stage" --query "properties.outputs.$1.value" -o tsv) || return
  [ -n "$value" ] || { echo "The deployment has no output $1." >&2; return 1; }
  printf '%s\n' "$value"
}

# A right that was given just now may take ten minutes to count.
patiently() {
  local attempt
  for attempt in {1..20}; do
    "$@" && return
    echo "Attempt $attempt of 20 failed." >&2
    sleep 30
  done
  return 1
}

# Makes the platform read the secrets anew; it gives a setting that it could not read no second look for a day, nor does a restart.
secrets_are_read() {
  local unread
  unread=$(az rest --method post --url "$id/config/configreferences/appsettings/refresh?api-version=2022-03-01" \
    --query "value[?properties.status!='Resolved'].name" --only-show-errors -o tsv) || return
  [ -z "$unread" ] || { echo "Not read from $vault: $unread" >&2; return 1; }
}

answers() { curl -fsS --max-time 30 -o /dev/null "https://$host/health"; }

step "Resource group $group"
az group create -n "$group" -l "$location" --only-show-errors -o none

step 'Resources (a few minutes the first time)'
az deployment group create -g "$group" -n "cx-$stage" --parameters "$parameters" --only-show-errors -o none
name=$(output name)
id=$(output appId)
app=$(output appName)
host=$(output appHostName)
vault=$(output keyVaultName)
communication=$(output communicationName)
sender=$(output emailFrom)

if [ -z "${CX_SMS_FROM:-}" ]; then
  echo "Now get a number in $communication (Azure portal, Phone numbers), and run this again with CX_SMS_FROM set to it." >&2
  exit 3
fi

step "App $app"
(cd "$here/.." && dotnet publish functions -c Release -p:AzurePackages=Official -o "$work/app")
(cd "$work/app" && zip -qr "$work/app.zip" .)
patiently az functionapp deployment source config-zip -g "$group" -n "$app" --src "$work/app.zip" --only-show-errors -o none

step "Secrets from $vault"
patiently secrets_are_read

step "https://$host/health"
patiently answers

step 'Events'
az deployment group create -g "$group" -n "cx-$stage-events" --template-file "$here/events.bicep" \
  --parameters "name=$name" "appHostName=$host" "communicationName=$communication" "keyVaultName=$vault" --only-show-errors -o none

step 'Ready'
echo "Dashboard   https://$host/dashboard"
echo "Webhooks    https://$host/api/webhooks/standard   (secret webhook-standard-0 in $vault)"
echo "            https://$host/api/webhooks/hubspot    (put your app's client secret into webhook-hubspot-0 in $vault)"
echo "E-mail from $sender"
