// Brings the events of Communication Services to the app. Deployed after main.bicep and only when the app answers: Event Grid asks it
// within seconds whether it wants them, and a subscription that hears no yes is not made.
targetScope = 'resourceGroup'

import { tagSet } from 'modules/types.bicep'

@description('Host name of the app, as main.bicep puts it out.')
param appHostName string

@description('The Communication Services that main.bicep made.')
param communicationName string

@description('The vault that main.bicep made; it holds the key that Event Grid sends with each event.')
param keyVaultName string

@description('The same short name that main.bicep was given; marks what is made here.')
param name string

var tags tagSet = {
  product: 'CxFunctions'
  deployment: name
}

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: keyVaultName
}

module address 'modules/eventsAddress.bicep' = {
  name: 'eventsAddress'
  params: {
    appHostName: appHostName
    eventsKey: vault.getSecret('events-key')
  }
}

module eventGrid 'modules/eventGrid.bicep' = {
  name: 'eventGrid'
  params: {
    name: 'evgt-${communicationName}'
    communicationName: communicationName
    tags: tags
    endpointUrl: address.outputs.url
  }
}
