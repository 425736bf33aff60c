// Composes the whole system in one resource group. Every module makes one kind of resource; names and links meet only here.
// events.bicep follows when the app answers.
targetScope = 'resourceGroup'

import { dailyBudget, secretSettingSet, settingSet, tagSet } from 'modules/types.bicep'

@description('Short name of the deployment; begins every resource name. Lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string

@description('Region of everything that has one.')
param location string = resourceGroup().location

@description('Where Communication Services keep data at rest.')
param dataLocation string = 'United States'

@description('Public address of the app without a trailing slash; empty for the address Azure gives it. HubSpot signs over it.')
param publicUrl string = ''

@description('What SMS come from: a number bought in the Communication Services that this makes (E.164), a short code or a name.')
param smsFrom string = ''

@description('Your own domain for e-mail, added to the e-mail service and verified there; empty for none.')
param emailDomain string = ''

@description('Address that e-mail comes from; empty for DoNotReply at the domain that Azure manages.')
param emailFrom string = ''

@description('Numbers and addresses of managers and of those above them, by setting name as the programs use them.')
param recipients secretSettingSet = {}

@description('Which events of a CRM are transactions of which touchpoint, as app settings (Webhooks__hubspot__Events__0__Touchpoint and so on).')
param webhookMappings settingSet = {}

@description('Most that may be spent in a UTC day: SMS segments and e-mails to customers, text records of Language, SMS segments and e-mails to managers.')
param budget dailyBudget = {
  smsSegmentsPerDay: 20000
  emailsPerDay: 50000
  languageRecordsPerDay: 100000
  noticeSmsSegmentsPerDay: 2000
  noticeEmailsPerDay: 5000
}

@description('Most instances that the plan may run.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 100

@description('Memory of an instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Instances that are always warm for HTTP; senders of webhooks give up after 5 s.')
@minValue(0)
param alwaysReadyHttp int = 0

@description('Instances that are always warm for journeys. Azure advises one at least: without, a timer waits until the plan notices that it is due.')
@minValue(0)
param alwaysReadyJourneys int = 1

@description('How often scores are computed anew, as a six-field NCRONTAB expression.')
param rollupSchedule string = '0 */5 * * * *'

@description('How often managers who could not be told because a message service was away are told, as a six-field NCRONTAB expression.')
param noticeSchedule string = '0 * * * * *'

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Client id of the Entra application that staff sign in with; empty to open the dashboard with the staff key.')
param staffClientId string = ''

var suffix = take(uniqueString(resourceGroup().id), 6)

// An alert must reach somebody: a phone may be left out, an e-mail address may not. It is asked where the first resource needs an
// answer, so that nothing is made without one.
var withoutAddress = map(filter(items(recipients), r => endsWith(r.key, 'Email') && empty(r.value)), r => r.key)
var tags tagSet = {
  product: 'CxFunctions'
  deployment: empty(withoutAddress) ? name : fail('Where do alerts go? No address for ${join(withoutAddress, ' and ')}')
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-${name}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: 'st${name}${suffix}'
    location: location
    tags: tags
  }
}

module insights 'modules/insights.bicep' = {
  name: 'insights'
  params: {
    name: 'appi-${name}'
    location: location
    tags: tags
    retentionInDays: logRetentionDays
  }
}

module keyVault 'modules/keyVault.bicep' = {
  name: 'keyVault'
  params: {
    name: 'kv-${name}-${suffix}'
    location: location
    tags: tags
  }
}

module communication 'modules/communication.bicep' = {
  name: 'communication'
  params: {
    name: 'acs-${name}-${suffix}'
    dataLocation: dataLocation
    emailDomain: emailDomain
    tags: tags
  }
}

module language 'modules/language.bicep' = {
  name: 'language'
  params: {
    name: 'lang-${name}-${suffix}'
    location: location
    tags: tags
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    insightsName: insights.outputs.name
    keyVaultName: keyVault.outputs.name
    communicationName: communication.outputs.name
    languageName: language.outputs.name
  }
}

module plan 'modules/plan.bicep' = {
  name: 'plan'
  params: {
    name: 'plan-${name}'
    location: location
    tags: tags
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: 'func-${name}-${suffix}'
    location: location
    tags: tags
    planId: plan.outputs.id
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    packageContainer: storage.outputs.packageContainer
    insightsConnectionString: insights.outputs.connectionString
    keyVaultUri: keyVault.outputs.uri
    communicationEndpoint: communication.outputs.endpoint
    languageEndpoint: language.outputs.endpoint
    publicUrl: publicUrl
    smsFrom: smsFrom
    emailFrom: empty(emailFrom) ? communication.outputs.defaultSender : emailFrom
    recipients: recipients
    webhookMappings: webhookMappings
    budget: budget
    rollupSchedule: rollupSchedule
    noticeSchedule: noticeSchedule
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    alwaysReadyHttp: alwaysReadyHttp
    alwaysReadyJourneys: alwaysReadyJourneys
    staffClientId: staffClientId
  }
  dependsOn: [
    roles
  ]
}

output name string = name
output appId string = app.outputs.id
output appName string = app.outputs.name
output appHostName string = app.outputs.hostName
output communicationName string = communication.outputs.name
output keyVaultName string = keyVault.outputs.name
output emailFrom string = empty(emailFrom) ? communication.outputs.defaultSender : emailFrom
