using 'main.bicep'

// One instance kept warm for webhooks and one for journeys; staff sign in with their work account.
param name = readEnvironmentVariable('CX_NAME', 'cxprod')
param publicUrl = readEnvironmentVariable('CX_PUBLIC_URL', '')
param smsFrom = readEnvironmentVariable('CX_SMS_FROM', '')
param emailDomain = readEnvironmentVariable('CX_EMAIL_DOMAIN', '')
param emailFrom = readEnvironmentVariable('CX_EMAIL_FROM', '')
param alwaysReadyHttp = 1
param logRetentionDays = 90
param staffClientId = readEnvironmentVariable('CX_STAFF_CLIENT_ID', '')
// A phone may be left out; without an e-mail address the template refuses to deploy.
param recipients = {
  ManagerPhone: readEnvironmentVariable('CX_MANAGER_PHONE', '')
  ManagerEmail: readEnvironmentVariable('CX_MANAGER_EMAIL', '')
  RegionalPhone: readEnvironmentVariable('CX_REGIONAL_PHONE', '')
  RegionalEmail: readEnvironmentVariable('CX_REGIONAL_EMAIL', '')
}
// HubSpot's own events, as the sample program `retail` takes them. Stage ids are those of your pipelines.
param webhookMappings = {
  Webhooks__hubspot__Program: 'retail'
  Webhooks__hubspot__Events__0__SubscriptionType: 'deal.propertyChange'
  Webhooks__hubspot__Events__0__PropertyName: 'dealstage'
  Webhooks__hubspot__Events__0__PropertyValue: 'closedwon'
  Webhooks__hubspot__Events__0__Touchpoint: 'purchase'
  Webhooks__hubspot__Events__1__SubscriptionType: 'ticket.propertyChange'
  Webhooks__hubspot__Events__1__PropertyName: 'hs_pipeline_stage'
  Webhooks__hubspot__Events__1__PropertyValue: '4'
  Webhooks__hubspot__Events__1__Touchpoint: 'support-ticket'
}
