// The few secrets there are: what CRMs sign with, the staff key, the key of Event Grid. deploy.sh puts them in.
@maxLength(24)
param name string
param location string
param tags object

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
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

output name string = vault.name
output uri string = vault.properties.vaultUri
