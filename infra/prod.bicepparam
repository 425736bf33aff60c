using 'main.bicep'

// One instance kept warm for webhooks and for journeys; staff sign in with their work account.
param name = readEnvironmentVariable('CX_NAME', 'cxprod')
param publicUrl = readEnvironmentVariable('CX_PUBLIC_URL', '')
param smsFrom = readEnvironmentVariable('CX_SMS_FROM', '')
param emailFrom = readEnvironmentVariable('CX_EMAIL_FROM', '')
param alwaysReady = 1
param logRetentionDays = 90
param staffClientId = readEnvironmentVariable('CX_STAFF_CLIENT_ID', '')
param recipients = {
  ManagerPhone: readEnvironmentVariable('CX_MANAGER_PHONE', '')
  ManagerEmail: readEnvironmentVariable('CX_MANAGER_EMAIL', '')
  RegionalPhone: readEnvironmentVariable('CX_REGIONAL_PHONE', '')
  RegionalEmail: readEnvironmentVariable('CX_REGIONAL_EMAIL', '')
}
param appIsPublished = bool(readEnvironmentVariable('CX_APP_IS_PUBLISHED', 'false'))
param eventsKey = readEnvironmentVariable('CX_EVENTS_KEY', '')
