// The shapes that more than one template names.

@export()
@description('What every resource is marked with, so that its costs and owner can be found.')
type tagSet = {
  product: string
  deployment: string
}

@export()
@description('App settings, name and value.')
type settingSet = {
  *: string
}

@export()
@description('Most that may be spent in a UTC day.')
type dailyBudget = {
  @minValue(0)
  smsSegmentsPerDay: int

  @minValue(0)
  emailsPerDay: int

  @minValue(0)
  languageRecordsPerDay: int

  @minValue(0)
  @description('Notices to managers.')
  noticeSmsSegmentsPerDay: int

  @minValue(0)
  @description('Notices to managers.')
  noticeEmailsPerDay: int
}

@export()
@secure()
@description('App settings that stay out of the history of deployments.')
type secretSettingSet = {
  *: string
}
