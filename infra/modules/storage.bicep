// The account behind everything: queues between slices, tables of answers, state of journeys, the app's package.
// The app creates what is missing when it starts; the names stand here too, so that a deployment shows what there is.
import { tagSet } from 'types.bicep'

@maxLength(24)
param name string
param location string
param tags tagSet

var queueNames = [
  'transactions'
  'journey-signals'
  'responses'
  'analysis-retries'
  'analyzed-responses'
  'facts'
  'changed-rollups'
  'cases'
  'notices'
  'opt-outs'
  'wishes'
]

var tableNames = [
  'Contacts'
  'Ledger'
  'LedgerByHour'
  'Invitations'
  'Phones'
  'Sends'
  'Spend'
  'WaitingNotices'
  'Responses'
  'Verbatims'
  'VerbatimsByDay'
  'Facts'
  'DirtyHours'
  'Rollups'
  'Alerts'
  'Cases'
  'CaseLinks'
  'OpenCases'
  'Suppressions'
  'StaffAccess'
  'PoisonReasons'
]

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = {
  parent: blobs
  name: 'app-package'
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-08-01' = [
  for queueName in queueNames: {
    parent: queueService
    name: queueName
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-08-01' = [
  for tableName in tableNames: {
    parent: tableService
    name: tableName
  }
]

output name string = account.name
output packageContainer string = '${account.properties.primaryEndpoints.blob}${packages.name}'
