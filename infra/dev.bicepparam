using 'main.bicep'

// Cheapest that works: one instance kept warm for journeys, low budgets, the domain that Azure manages.
param name = readEnvironmentVariable('CX_NAME', 'cxdev')
param smsFrom = readEnvironmentVariable('CX_SMS_FROM', '')
param budget = {
  smsSegmentsPerDay: 200
  emailsPerDay: 200
  languageRecordsPerDay: 1000
  noticeSmsSegmentsPerDay: 100
  noticeEmailsPerDay: 200
}
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
