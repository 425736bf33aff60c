// Composes the address that Event Grid posts to. What holds a secret is one itself, and only the output of a module can be composed
// and stay so: out of the history of deployments, as the secret is.
param appHostName string

@secure()
param eventsKey string

@secure()
output url string = 'https://${appHostName}/api/events/communication?code=${eventsKey}'
