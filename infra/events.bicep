// Brings the events of Communication Services to the app. Deployed after main.bicep and only when the app answers: Event Grid asks it
// within seconds whether it wants them, and a subscription that hears no yes is not made.
targetScope = 'resourceGroup'

@description('Host name of the app, as main.bicep puts it out.')
param appHostName string

@description('The Communication Services that main.bicep made.')
param communicationName string

@description('The vault that main.bicep made; it holds the key that Event Grid sends with each event.')
param keyVaultName string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: keyVaultName
}

module eventGrid 'modules/eventGrid.bicep' = {
  name: 'eventGrid'
  params: {
    name: 'evgt-${communicationName}'
    communicationName: communicationName
    endpoint: 'https://${appHostName}/api/events/communication'
    eventsKey: vault.getSecret('events-key')
  }
}
