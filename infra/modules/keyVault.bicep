// The few secrets there are: what CRMs sign with, the staff key, the key of Event Grid, the key that addresses are hashed with. Each is drawn once, here, and known to nobody
// else; one that is there stays as it is, so a deployment never locks anybody out.
import { tagSet } from 'types.bicep'

@maxLength(24)
param name string
param location string
param tags tagSet

@description('Chance that new secrets are drawn from.')
@secure()
param seed string = newGuid()

@description('More of it: both together hold 244 bits.')
@secure()
param secondSeed string = newGuid()

// Two slots a source, for rotation. The app takes them in the form that each source prescribes.
var plainSecrets = [
  'address-key'
  'events-key'
  'staff-key'
  'webhook-hubspot-0'
  'webhook-hubspot-1'
]

var standardWebhookSecrets = [
  'webhook-standard-0'
  'webhook-standard-1'
]

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    // Roles decide; the service asks for the list all the same.
    accessPolicies: []
    // events.bicep reads the key of Event Grid from here.
    enabledForTemplateDeployment: true
    enablePurgeProtection: true
    enableRbacAuthorization: true
    enableSoftDelete: true
    sku: {
      family: 'A'
      name: 'standard'
    }
    tenantId: subscription().tenantId
  }
}

@onlyIfNotExists()
resource plain 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = [
  for secret in plainSecrets: {
    parent: vault
    name: secret
    properties: {
      value: replace('${guid(seed, secret)}${guid(secondSeed, secret)}', '-', '')
    }
  }
]

// whsec_ and the base64 of 64 bytes, the most that the specification allows.
@onlyIfNotExists()
resource standardWebhooks 'Microsoft.KeyVault/vaults/secrets@2026-02-01' = [
  for secret in standardWebhookSecrets: {
    parent: vault
    name: secret
    properties: {
      value: 'whsec_${base64(replace('${guid(seed, secret)}${guid(secondSeed, secret)}', '-', ''))}'
    }
  }
]

output name string = vault.name
output uri string = vault.properties.vaultUri
