// The Function App and every setting that the code reads. Secrets are references into Key Vault.
import { dailyBudget, secretSettingSet, settingSet, tagSet } from 'types.bicep'

param name string
param location string
param tags tagSet
param planId string
param identityId string
param identityClientId string
param storageName string
param packageContainer string
param insightsConnectionString string
param keyVaultUri string
param communicationEndpoint string
param languageEndpoint string
param publicUrl string
param smsFrom string
param emailFrom string

param recipients secretSettingSet

param webhookMappings settingSet
param budget dailyBudget
param rollupSchedule string
param noticeSchedule string
param maximumInstanceCount int
param instanceMemoryMB int
param alwaysReadyHttp int
param alwaysReadyJourneys int
param staffClientId string

var alwaysReady = [
  {
    name: 'http'
    instanceCount: alwaysReadyHttp
  }
  {
    name: 'durable'
    instanceCount: alwaysReadyJourneys
  }
]

var reference = '@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets/'

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: planId
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
        alwaysReady: filter(alwaysReady, group => group.instanceCount > 0)
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    {
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsStorage__blobServiceUri: 'https://${storageName}.blob.${environment().suffixes.storage}'
      AzureWebJobsStorage__queueServiceUri: 'https://${storageName}.queue.${environment().suffixes.storage}'
      AzureWebJobsStorage__tableServiceUri: 'https://${storageName}.table.${environment().suffixes.storage}'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      Cx__PublicUrl: empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl
      Cx__StaffKey: '${reference}staff-key)'
      Webhooks__standard__Secrets__0: '${reference}webhook-standard-0)'
      Webhooks__standard__Secrets__1: '${reference}webhook-standard-1)'
      Webhooks__hubspot__Secrets__0: '${reference}webhook-hubspot-0)'
      Webhooks__hubspot__Secrets__1: '${reference}webhook-hubspot-1)'
      Communication__Endpoint: communicationEndpoint
      Communication__SmsFrom: smsFrom
      Communication__EmailFrom: emailFrom
      Communication__EventsKey: '${reference}events-key)'
      Language__Endpoint: languageEndpoint
      Privacy__AddressKey: '${reference}address-key)'
      Budget__SmsSegmentsPerDay: string(budget.smsSegmentsPerDay)
      Budget__EmailsPerDay: string(budget.emailsPerDay)
      Budget__LanguageRecordsPerDay: string(budget.languageRecordsPerDay)
      Budget__NoticeSmsSegmentsPerDay: string(budget.noticeSmsSegmentsPerDay)
      Budget__NoticeEmailsPerDay: string(budget.noticeEmailsPerDay)
      RollupSchedule: rollupSchedule
      NoticeSchedule: noticeSchedule
    },
    recipients,
    webhookMappings
  )
}

// Staff sign in with their work account; respondents, CRMs and managers' case links stay open, each with a secret of its own.
resource staffSignIn 'Microsoft.Web/sites/config@2025-03-01' = if (!empty(staffClientId)) {
  parent: app
  name: 'authsettingsV2'
  properties: {
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: staffClientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${subscription().tenantId}/v2.0'
        }
      }
    }
    platform: {
      enabled: true
    }
  }
  // Two changes of one app at a time may collide.
  dependsOn: [
    settings
  ]
}

output id string = app.id
output name string = app.name
output hostName string = app.properties.defaultHostName
