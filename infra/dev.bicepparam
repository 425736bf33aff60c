using 'main.bicep'

// Cheapest that works: nothing kept warm, low budgets, the domain that Azure manages.
param name = readEnvironmentVariable('CX_NAME', 'cxdev')
param smsFrom = readEnvironmentVariable('CX_SMS_FROM', '')
param budget = {
  smsSegmentsPerDay: 200
  emailsPerDay: 200
  languageRecordsPerDay: 1000
}
param recipients = {
  ManagerPhone: readEnvironmentVariable('CX_MANAGER_PHONE', '')
  ManagerEmail: readEnvironmentVariable('CX_MANAGER_EMAIL', '')
  RegionalPhone: readEnvironmentVariable('CX_REGIONAL_PHONE', '')
  RegionalEmail: readEnvironmentVariable('CX_REGIONAL_EMAIL', '')
}
param appIsPublished = bool(readEnvironmentVariable('CX_APP_IS_PUBLISHED', 'false'))
param eventsKey = readEnvironmentVariable('CX_EVENTS_KEY', '')
