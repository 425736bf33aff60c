// SMS and e-mail. The domain that Azure manages is enough to begin with (10 e-mails an hour); production takes one of its own.
import { tagSet } from 'types.bicep'

param name string
param dataLocation string
param emailDomain string
param tags tagSet

resource email 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: '${name}-email'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
  }
}

resource domain 'Microsoft.Communication/emailServices/domains@2025-09-01' = {
  parent: email
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource communication 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    // Linking only verified domains works, and whatever is not listed here is unlinked.
    linkedDomains: empty(emailDomain) ? [domain.id] : [domain.id, '${email.id}/domains/${emailDomain}']
  }
}

output name string = communication.name
output endpoint string = 'https://${communication.properties.hostName}'
output defaultSender string = 'DoNotReply@${domain.properties.fromSenderDomain}'
