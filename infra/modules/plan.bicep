// Flex Consumption: scales to nothing and to a thousand instances.
import { tagSet } from 'types.bicep'

param name string
param location string
param tags tagSet

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

output id string = plan.id
